// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import Seal

/// A room: client and practitioner with a signed roster, a third person in it as sponsor.
struct Room {
    let client: Person
    let coach: Person
    let other: Person
    var directory: KeyDirectory
    let roster: Roster
    let first: SignedRoster
    var access: RecordAccess

    static let eng = id(2)
    static let words = Bytes(utf8: "What was said stays here.")

    init() throws {
        client = try Person(10)
        coach = try Person(11)
        other = try Person(12)
        directory = try SealTests.directory(of: client, coach, other)
        roster = Roster(
            pool: pool, eng: Self.eng, seq: 1, prev: [],
            members: [
                .init(holder: KeyHolder(user: client.user, k: 1), role: .client, reach: .write),
                .init(holder: KeyHolder(user: coach.user, k: 1), role: .practitioner, reach: .write),
                .init(holder: KeyHolder(user: other.user, k: 1), role: .sponsor, reach: .nothing),
            ], agreement: [], reason: .create, at: time, seen: try directory.tree.point(at: 3))
        let bytes = try Statement.sign(.roster, roster.value, by: [client.sign, coach.sign])
        first = try SignedRoster(bytes, pool: pool, eng: Self.eng, in: directory, after: nil)
        access = RecordAccess(rosters: [first])
    }

    /// A core in this room, after what the chain holds.
    func core(by author: Person, _ chain: RecordChain?, kind: RecordKind = .note, rec: String = id(30)) throws
        -> RecordCore
    {
        let place = (chain ?? RecordChain()).nextPlace(of: author.user)
        return RecordCore(
            kind: kind, pool: pool, eng: Self.eng, rec: rec, author: author.user, akey: 1, aseq: place.aseq,
            aprev: place.aprev,
            seen: (chain ?? RecordChain()).seen(by: author.user), roster: first.hash, at: time,
            point: try directory.tree.point(at: directory.tree.count))
    }

    func write(
        by author: Person, _ chain: RecordChain? = RecordChain(), to: [Person]? = nil,
        change: (inout RecordCore) -> Void = { _ in }
    ) throws -> SealedRecord {
        var core = try core(by: author, chain)
        change(&core)
        let readers = (to ?? [client, coach]).map {
            SealedRecord.Reader(holder: KeyHolder(user: $0.user, k: 1), encKey: $0.enc.publicKey)
        }
        return try SealedRecord(core, body: Self.words, author: author.sign, readers: readers)
    }

    @discardableResult
    func open(
        _ sealed: Served, as who: Person, _ chain: inout RecordChain?,
        asked: RecordRequest = RecordRequest(pool: pool, eng: Room.eng), oneTimeKey: Bytes? = nil,
        access: RecordAccess? = nil
    ) throws -> OpenedRecord {
        try OpenedRecord(
            statement: sealed.statement, text: sealed.text, wrap: sealed.wrap, share: sealed.share, asked: asked,
            in: .init(directory: directory, access: access ?? self.access, oneTimeKey: oneTimeKey),
            by: .init(user: who.user, keys: [1: who.enc]), chain: &chain)
    }
}

/// What a server hands one reader, to be changed by a test.
struct Served {
    var statement: Bytes
    var text: Bytes
    var wrap: Bytes
    var share: Bytes

    init(_ sealed: SealedRecord, to who: Person) {
        statement = sealed.statement
        text = sealed.text
        wrap = sealed.wraps[KeyHolder(user: who.user, k: 1)] ?? fill(0, 80)
        share = sealed.share
    }
}

func refused(at step: Int, sourceLocation: SourceLocation = #_sourceLocation, _ work: () throws -> Void) {
    #expect(throws: RecordRefusal(step: step), sourceLocation: sourceLocation) { try work() }
}
