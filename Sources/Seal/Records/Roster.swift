// SPDX-License-Identifier: EUPL-1.2

/// Who may read and write in an engagement (`roster.v1`). The server's list follows the roster and never leads it.
package struct Roster: Equatable, Sendable {
    package enum Role: String, CaseIterable, Sendable {
        case client, guardian, practitioner, safeguarding, sponsor, supervisor
    }

    package enum Reason: String, CaseIterable, Sendable { case create, join, keys, leave, role }

    /// Nobody writes without reading.
    package enum Reach: Int, Comparable, Sendable {
        case nothing, read, write

        package static func < (first: Reach, second: Reach) -> Bool { first.rawValue < second.rawValue }
    }

    package struct Member: Equatable, Sendable {
        package let holder: KeyHolder
        package let role: Role
        package let reach: Reach

        package init(holder: KeyHolder, role: Role, reach: Reach) {
            (self.holder, self.role, self.reach) = (holder, role, reach)
        }
    }

    package var pool: String
    package var eng: String
    package var seq: Int
    package var prev: Bytes
    package var members: [Member]
    /// Hash of the agreement's body, empty until there is one.
    package var agreement: Bytes
    package var reason: Reason
    package var at: Int
    package var seen: TreePoint

    private static let memberLimit = 64

    package init(
        pool: String, eng: String, seq: Int, prev: Bytes, members: [Member], agreement: Bytes, reason: Reason, at: Int,
        seen: TreePoint
    ) {
        (self.pool, self.eng, self.seq, self.prev, self.members) = (pool, eng, seq, prev, members)
        (self.agreement, self.reason, self.at, self.seen) = (agreement, reason, at, seen)
    }

    /// - Throws: `roster` for another form.
    package init(_ value: CanonicalValue) throws(SealError) {
        let fields = try Fields(value, "agreement at cp eng members pool prev reason seq", else: .roster)
        guard let reason = Reason(rawValue: try fields.string("reason")) else { throw .roster }
        let seq = try fields.count("seq", from: 1)
        var members: [Member] = []
        for item in try fields.array("members", upTo: Self.memberLimit) { members.append(try Member(item)) }
        self.init(
            pool: try fields.id("pool"), eng: try fields.id("eng"), seq: seq,
            prev: try fields.bytes("prev", count: seq == 1 ? 0 : 32), members: members,
            agreement: try fields.bytes("agreement"), reason: reason, at: try fields.count("at"),
            seen: try TreePoint(fields["cp"], else: .roster))
        try demand(agreement.isEmpty || agreement.count == 32, .roster)
        try demand(KeyHolder.areInOrder(members.map(\.holder.user)), .roster)
        try demand(members.contains { $0.role == .client }, .roster)
    }

    package var value: CanonicalValue {
        .object([
            "agreement": CanonicalValue(agreement), "at": .integer(at), "cp": seen.value, "eng": .string(eng),
            "members": .array(members.map(\.value)), "pool": .string(pool), "prev": CanonicalValue(prev),
            "reason": .string(reason.rawValue), "seq": .integer(seq),
        ])
    }

    package func member(_ user: String) -> Member? { members.first { $0.holder.user == user } }

    func members(_ role: Role) -> [Member] { members.filter { $0.role == role } }
}

extension Roster.Member {
    /// - Throws: `roster`; a sponsor neither reads nor writes.
    init(_ value: CanonicalValue) throws(SealError) {
        let fields = try Fields(value, "can k role u", else: .roster)
        guard let role = Roster.Role(rawValue: try fields.string("role")) else { throw .roster }
        let reach: Roster.Reach
        switch try fields.array("can") {
        case []: reach = .nothing
        case ["read"]: reach = .read
        case ["read", "write"]: reach = .write
        default: throw .roster
        }
        try demand(role != .sponsor || reach == .nothing, .roster)
        self.init(
            holder: KeyHolder(user: try fields.id("u"), k: try fields.count("k", from: 1)), role: role, reach: reach)
    }

    var value: CanonicalValue {
        let can: [CanonicalValue] =
            switch reach {
            case .nothing: []
            case .read: ["read"]
            case .write: ["read", "write"]
            }
        return .object([
            "can": .array(can), "k": .integer(holder.k), "role": .string(role.rawValue), "u": .string(holder.user),
        ])
    }
}
