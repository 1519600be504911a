// SPDX-License-Identifier: EUPL-1.2

import Kernel
import SQL

/// A link or code as it stands when somebody holds it in hand. Finding it changes nothing, however often (mail scanners
/// open every link).
struct FoundLink: Sendable {
    enum State: Hashable, Sendable {
        case open
        case used(Timestamp)
        case cancelled
        case expired(Timestamp)
    }

    let id: SignInLinkID
    let person: PersonID
    let purpose: LinkPurpose
    let state: State
    let initials: String
    let hasAddress: Bool

    /// `nil` for a token that is not of this pool.
    static func find(hash: String, pool: PoolID, now: Timestamp, in reader: Reader) throws -> FoundLink? {
        guard let row = try reader.first(LinkSQL.find, pool, hash) else { return nil }
        return try FoundLink(row, now)
    }

    private init(_ row: Row, _ now: Timestamp) throws {
        id = try row.id("id")
        person = try row.id("person_id")
        purpose = LinkPurpose(rawValue: try row.text("purpose")) ?? .address
        initials = Self.initials(try row.text("given_name"), try row.text("family_name"))
        hasAddress = try row.optionalText("email") != nil
        let expires = try row.time("expires_at")
        if let ended = try row.optionalTime("ended_at") {
            state = try row.text("reason") == LinkEnd.used.rawValue ? .used(ended) : .cancelled
        } else {
            state = now < expires ? .open : .expired(expires)
        }
    }

    /// "S… Ŵ…": enough for the person it is for, little for anybody else who opens the mail.
    private static func initials(_ names: String...) -> String {
        names.compactMap(\.first).map { "\($0)…" }.joined(separator: " ")
    }
}
