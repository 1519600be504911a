// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import Seal

@Suite("Rosters and grants")
struct RosterTests {
    @Test("A roster changes by the client's signature only")
    func changes() throws {
        let room = try Room()
        let (client, coach, other) = (room.client.sign, room.coach.sign, room.other.sign)
        var next = room.roster
        (next.seq, next.prev, next.reason) = (2, room.first.hash, .leave)
        next.members.removeLast()
        func read(_ value: CanonicalValue, after: SignedRoster?, by signers: SigningKey...) throws {
            let bytes = try Statement.sign(.roster, value, by: signers)
            _ = try SignedRoster(bytes, pool: pool, eng: Room.eng, in: room.directory, after: after)
        }
        try read(next.value, after: room.first, by: client)
        refused(.signature) { try read(next.value, after: room.first, by: coach) }
        refused(.signature) { try read(next.value, after: room.first, by: other) }
        refused(.signature) { try read(next.value, after: room.first, by: client, coach) }
        refused(.signature) { try read(room.roster.value, after: nil, by: client) }
        refused(.signature) { try read(room.roster.value, after: nil, by: coach) }
        refused(.roster) { try read(room.roster.value, after: room.first, by: client, coach) }
        var joined = next
        joined.reason = .join
        joined.members.append(.init(holder: KeyHolder(user: room.other.user, k: 1), role: .client, reach: .write))
        refused(.signature) { try read(joined.value, after: room.first, by: client) }
        refused(.signature) { try read(joined.value, after: room.first, by: other) }
        try read(joined.value, after: room.first, by: client, other)
        var taken = joined
        taken.members.removeFirst()
        refused(.roster) { try read(taken.value, after: room.first, by: other) }
        guard case .object(let members) = next.value, case .array(let list)? = members["members"],
            case .object(let first) = list[0], case .array(let all)? = room.roster.value["members"],
            case .object(let sponsor) = all[2]
        else { return #expect(Bool(false)) }
        let member = { (change: [String: CanonicalValue]) in
            CanonicalValue.array([.object(first.merging(change) { $1 })])
        }
        let wrong: [[String: CanonicalValue]] = [
            ["seq": 3], ["prev": CanonicalValue(fill(1))], ["prev": ""], ["pool": .string(id(9))],
            ["eng": .string(id(9))], ["at": 5],
            ["reason": "create"], ["reason": "because"], ["members": .array([])], ["members": .array([list[1]])],
            ["members": .array([list[1], list[0]])], ["members": .array([list[0], list[0]])], ["agreement": "x"],
            ["agreement": "AAAA"], ["members": member(["role": "admin"])],
            ["members": member(["can": .array(["write"])])],
            ["members": member(["can": .array(["read", "read"])])],
            ["members": member(["can": .array(["read,write"])])],
            ["members": member(["can": "read"])], ["members": member(["k": 2])], ["extra": 1],
            ["cp": TreePoint.start.value],
            ["members": .array([list[0], .object(sponsor.merging(["can": .array(["read"])]) { $1 })])],
            ["cp": TreePoint(size: 3, root: fill(3)).value],
        ]
        for change in wrong {
            refused(.roster) { try read(.object(members.merging(change) { $1 }), after: room.first, by: client) }
        }
    }

    @Test("A reset client comes back with the practitioner beside them, and a guardian signs where one is named")
    func resets() throws {
        var room = try Room()
        let reset = try Person(10, generation: 2)
        var keys = try Draft(room.directory, reset)
        (keys.reason, keys.attesters) = (.reset, [KeyHolder(user: room.coach.user, k: 1)])
        try room.directory.admit(leaf: keys.leaf(by: reset.sign, room.coach.sign))
        let directory = room.directory
        func read(_ roster: Roster, after: SignedRoster?, guardian: String? = nil, by signers: SigningKey...) throws
            -> SignedRoster
        {
            try SignedRoster(
                Statement.sign(.roster, roster.value, by: signers), pool: pool, eng: Room.eng, in: directory,
                after: after,
                guardian: guardian)
        }
        var next = room.roster
        (next.seq, next.prev, next.reason) = (2, room.first.hash, .keys)
        next.seen = try directory.tree.point(at: 4)
        next.members = [
            .init(holder: KeyHolder(user: room.client.user, k: 2), role: .client, reach: .write), next.members[1],
        ]
        refused(.signature) { _ = try read(next, after: room.first, by: reset.sign) }
        _ = try read(next, after: room.first, by: reset.sign, room.coach.sign)
        var guarded = next
        (guarded.seq, guarded.prev, guarded.reason) = (1, [], .create)
        guarded.members.append(.init(holder: KeyHolder(user: room.other.user, k: 1), role: .guardian, reach: .nothing))
        let start = try read(guarded, after: nil, guardian: room.other.user, by: room.other.sign, room.coach.sign)
        (guarded.seq, guarded.prev, guarded.reason) = (2, start.hash, .role)
        _ = try read(guarded, after: start, guardian: room.other.user, by: room.other.sign)
        refused(.signature) { _ = try read(guarded, after: start, guardian: room.other.user, by: reset.sign) }
        guarded.members.removeLast()
        refused(.roster) { _ = try read(guarded, after: start, guardian: room.other.user, by: reset.sign) }
    }

    @Test("A reader hands one version on, on a basis that holds, and only then it opens")
    func grants() throws {
        let room = try Room()
        let sealed = try room.write(by: room.client)
        var chain: RecordChain? = RecordChain()
        let opened = try room.open(Served(sealed, to: room.client), as: room.client, &chain)
        let core = opened.envelope.core
        let extra = try opened.envelope.rewrap(
            Served(sealed, to: room.client).wrap, share: sealed.share, as: opened.holder, with: room.client.enc,
            to: .init(holder: KeyHolder(user: room.other.user, k: 1), encKey: room.other.enc.publicKey))
        let given = Grant(
            pool: pool, eng: Room.eng, rec: core.rec, ver: 1, envelope: sealed.hash, by: opened.holder,
            to: KeyHolder(user: room.other.user, k: 1), basis: .consent, reference: fill(5), at: time, seen: core.point)
        func read(
            _ signer: SigningKey, access: RecordAccess = room.access, holds: Bool = true,
            change: (inout Grant) -> Void = { _ in }
        ) throws -> Grant {
            var grant = given
            change(&grant)
            return try Grant(
                Statement.sign(.grant, grant.value, by: [signer]), of: core, hash: sealed.hash, in: room.directory,
                access: access,
                basisHolds: { _ in holds })
        }
        let (client, coach, other) = (room.client, room.coach, room.other)
        let grant = try read(client.sign)
        refused(.grant) { _ = try read(client.sign, holds: false) }
        refused(.grant) { _ = try read(coach.sign) { $0.by = KeyHolder(user: coach.user, k: 1) } }
        refused(.signature) { _ = try read(coach.sign) }
        refused(.grant) { _ = try read(other.sign) { ($0.by, $0.to) = ($0.to, $0.by) } }
        refused(.grant) { _ = try read(client.sign) { $0.rec = id(9) } }
        refused(.grant) { _ = try read(client.sign) { $0.ver = 2 } }
        refused(.grant) { _ = try read(client.sign) { $0.envelope = fill(1) } }
        refused(.grant) { _ = try read(client.sign) { $0.pool = id(9) } }
        refused(.grant) { _ = try read(client.sign) { $0.eng = id(9) } }
        refused(.grant) { _ = try read(client.sign) { $0.to = KeyHolder(user: other.user, k: 2) } }
        refused(.grant) { _ = try read(client.sign) { $0.to = $0.by } }
        refused(.grant) { _ = try read(client.sign) { ($0.basis, $0.reference) = (.roster, room.first.hash) } }
        var promoted = room.roster
        (promoted.seq, promoted.prev, promoted.reason) = (2, room.first.hash, .role)
        promoted.members[2] = .init(holder: KeyHolder(user: other.user, k: 1), role: .supervisor, reach: .read)
        let second = try SignedRoster(
            Statement.sign(.roster, promoted.value, by: [client.sign]), pool: pool, eng: Room.eng, in: room.directory,
            after: room.first)
        let wider = RecordAccess(rosters: [room.first, second])
        _ = try read(client.sign, access: wider, holds: false) { ($0.basis, $0.reference) = (.roster, second.hash) }
        var served = Served(sealed, to: other)
        served.wrap = extra
        var none: RecordChain?
        let asked = RecordRequest(pool: pool, eng: Room.eng, envelope: sealed.hash)
        refused(at: 5) { try room.open(served, as: other, &none, asked: asked) }
        var granted = room.access
        granted.grants = [grant]
        #expect(try room.open(served, as: other, &none, asked: asked, access: granted).body == Room.words)
    }
}

extension CanonicalValue {
    fileprivate subscript(key: String) -> CanonicalValue? {
        guard case .object(let members) = self else { return nil }
        return members[key]
    }
}
