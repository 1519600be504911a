// SPDX-License-Identifier: EUPL-1.2

import Journal
import Kernel
import Pools
import SQL

/// A steward makes a code for somebody, to be posted or told: shown once, on the page that answers, and never again.
/// One made before works no more.
struct MakeCode: Sendable {
    struct Made: Sendable {
        let code: String
        /// What to type with it: the user name, or the address of somebody who has none.
        let userName: String
        let name: String
        let organisation: String?
        let expires: Timestamp
        let host: String?
    }

    let viewer: Viewer
    let person: PersonID
    let now: Timestamp
    private let code: String
    private let link: SignInLinkID
    private let invitation: InvitationID
    private let entry: JournalID

    init(_ viewer: Viewer, _ person: PersonID, now: Timestamp, ids: any IDSource) {
        self.viewer = viewer
        self.person = person
        self.now = now
        code = SignInCode.make(ids)
        link = ids.id()
        invitation = ids.id()
        entry = ids.id()
    }

    /// - Throws: `notFound`.
    func run(in database: any Database) async throws -> Made {
        try await database.write { transaction in
            let pool = viewer.pool
            let invitee = try InviteeDetails.of(person, for: viewer, now: now, in: transaction)
            let names = [invitee.userName, invitee.email].compactMap { $0 }
            guard let userName = names.first else { throw AccountsError.notFound }
            let expires = now.adding(days: try PoolSettings.read(in: transaction, pool: pool).number(.postedCodeDays))
            try transaction.run(LinkSQL.make, pool, link, person, LinkPurpose.code.rawValue, now, expires)
            try transaction.run(
                LinkSQL.endOthers, pool, person, LinkPurpose.code.rawValue, link, now, LinkEnd.replaced.rawValue)
            for name in names {
                let hash = SignInCode.hash(code, userName: Text.emailKey(name), pool: pool)
                try transaction.run(LinkSQL.addToken, pool, hash, link, now)
            }
            if invitee.came == nil { try invite(invitee, in: transaction) }
            try record(
                in: transaction, pool: pool, at: now, id: entry, actor: .steward(viewer), AccountsAction.codeMade,
                on: link)
            return Made(
                code: code, userName: userName, name: invitee.name, organisation: invitee.organisation,
                expires: expires,
                host: try transaction.first(HostSQL.first, pool)?.text("host"))
        }
    }

    /// A code is an invitation for somebody who has not come. The link of one by mail still opens.
    private func invite(_ invitee: InviteeDetails, in transaction: Transaction) throws {
        try transaction.run(
            InvitationSQL.endAll, viewer.pool, person, now, viewer.person, InvitationEnd.replaced.rawValue)
        try transaction.run(
            InvitationSQL.add, viewer.pool, invitation, person, invitee.number + 1, link, InvitationWay.letter.rawValue,
            now,
            viewer.person, now)
    }
}
