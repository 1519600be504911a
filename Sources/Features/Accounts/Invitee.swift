// SPDX-License-Identifier: EUPL-1.2

import Kernel
import SQL

/// Which people a steward looks at.
enum InviteeState: String, CaseIterable, Sendable {
    case notCome = "not-come"
    case notInvited = "not-invited"
    case invited
    /// Without an address: they get a letter.
    case noAddress = "no-address"
    case bounced
    case came
}

/// A person as a steward sees them who asks who has come.
struct Invitee: Sendable {
    let id: PersonID
    let name: String
    let email: String?
    let userName: String?
    let organisation: String?
    let came: Timestamp?
    /// When the mail of the invitation that stands was or will be sent.
    let sendAt: Timestamp?
    let way: InvitationWay?
    let isBounced: Bool
}

enum InvitationWay: String, Sendable {
    case mail, letter
}

/// People by what has become of their invitation, as far as a steward may see them.
struct ListInvitees: Sendable {
    static let pageSize = 50

    let viewer: Viewer
    let state: InviteeState
    let organisation: OrganisationID?
    let after: PersonID?
    let now: Timestamp

    func run(in reader: Reader, limit: Int = pageSize) throws -> Page<Invitee> {
        let place = try after.flatMap { try reader.first(InvitationSQL.place, viewer.pool, $0)?.text("name_key") }
        let rows = try reader.rows(
            InvitationSQL.list, viewer.pool, viewer.person, now.day, organisation, state.rawValue, place ?? "",
            place == nil ? "" : after?.text ?? "", limit + 1)
        return Page(overRead: try rows.map(Self.invitee), limit: limit) { $0.id.text }
    }

    private static func invitee(_ row: Row) throws -> Invitee {
        Invitee(
            id: try row.id("id"), name: try row.text("given_name") + " " + row.text("family_name"),
            email: try row.optionalText("email"), userName: try row.optionalText("user_name"),
            organisation: try row.optionalText("organisation"), came: try row.optionalTime("came_at"),
            sendAt: try row.optionalTime("send_at"),
            way: try row.optionalText("way").flatMap(InvitationWay.init(rawValue:)),
            isBounced: try row.bool("is_bounced"))
    }
}

/// One invitation in the history of a person.
struct InvitationLine: Sendable {
    let way: InvitationWay
    let invited: Timestamp
    let sendAt: Timestamp
    /// When the mail was written; `nil` while it waits its turn.
    let sent: Timestamp?
    let expires: Timestamp
    let end: (reason: InvitationEnd, at: Timestamp)?
}

/// One person with everything about their way in, for a steward who may invite them.
struct InviteeDetails: Sendable {
    let id: PersonID
    let name: String
    let email: String?
    let userName: String?
    let organisation: String?
    let came: Timestamp?
    let bounced: Timestamp?
    let hasOpenInvitation: Bool
    /// The number of their latest invitation, 0 before the first.
    let number: Int
    let history: [InvitationLine]

    /// - Throws: `notFound` for somebody whom the viewer may not see.
    static func of(_ person: PersonID, for viewer: Viewer, now: Timestamp, in reader: Reader) throws -> InviteeDetails {
        guard let row = try reader.first(InvitationSQL.invitee, viewer.pool, viewer.person, now.day, person) else {
            throw AccountsError.notFound
        }
        let history = try reader.rows(InvitationSQL.history, viewer.pool, person).map { row in
            InvitationLine(
                way: InvitationWay(rawValue: try row.text("way")) ?? .mail, invited: try row.time("invited_at"),
                sendAt: try row.time("send_at"), sent: try row.optionalTime("sent_at"),
                expires: try row.time("expires_at"),
                end: try row.optionalTime("ended_at").map { at in
                    (InvitationEnd(rawValue: try row.text("reason")) ?? .cancelled, at)
                })
        }
        return InviteeDetails(
            id: person, name: try row.text("given_name") + " " + row.text("family_name"),
            email: try row.optionalText("email"),
            userName: try row.optionalText("user_name"), organisation: try row.optionalText("organisation"),
            came: try row.optionalTime("came_at"), bounced: try row.optionalTime("bounced_at"),
            hasOpenInvitation: try row.int("open_count") > 0, number: try row.optionalInt("number") ?? 0,
            history: history)
    }
}
