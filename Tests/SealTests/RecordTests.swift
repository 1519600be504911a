// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Testing

@testable import Seal

@Suite("Records")
struct RecordTests {
    @Test("The frozen record opens, and its parts are made again byte for byte")
    func frozen() throws {
        struct Frozen: Decodable {
            let core, core_sha256, okm, ct, env, env_sha256, sig, author_pk, recipient_pk, info, wrap_enc,
                wrap_ct: String
        }
        let frozen = try vectors("record-v1", as: Frozen.self)
        let envelope = try Envelope(CanonicalParser.object(Bytes(utf8: frozen.env)))
        let core = envelope.core
        #expect(try text(core.value.serialised()) == frozen.core)
        #expect(try text(envelope.value.serialised()) == frozen.env)
        #expect(try hex(core.hash()) == frozen.core_sha256)
        #expect(hex(sha256(Bytes(utf8: frozen.env))) == frozen.env_sha256)
        let keys = try TextKeys(contentKey: fill(0x11), share: fill(0x22), core: core)
        #expect(hex(keys.key + keys.commit) == frozen.okm)
        let message = Statement.preAuthentication(.envelope, Bytes(utf8: frozen.env))
        try verifySignature(unhex(frozen.sig), of: message, by: unhex(frozen.author_pk))
        #expect(try hex(SigningKey(seed: fill(7)).sign(message)) == frozen.sig)
        let padded = try core.kind.padded(Bytes(utf8: "Client wants to stop."))
        let ciphertext = try Derivation.encrypt(padded, key: keys.key, nonce: core.nonce, authenticating: keys.header)
        #expect(hex(ciphertext) == frozen.ct)
        #expect(try hex(core.wrapInfo(for: core.readers[0])) == frozen.info)
        let own = try OpeningKey(secret: fill(9))
        #expect(hex(own.publicKey) == frozen.recipient_pk)
        let opened = try envelope.openText(
            unhex(frozen.ct), wrap: unhex(frozen.wrap_enc + frozen.wrap_ct), share: fill(0x22), as: core.readers[0],
            with: own)
        #expect(try text(core.kind.unpadded(opened)) == "Client wants to stop.")
    }

    @Test("Both read what one wrote, and a record seen before opens again")
    func conversation() throws {
        let room = try Room()
        var mine: RecordChain? = RecordChain()
        let one = try room.write(by: room.client, mine)
        try room.open(Served(one, to: room.client), as: room.client, &mine)
        let two = try room.write(by: room.coach, mine) { ($0.rec, $0.kind) = (id(31), .message) }
        try room.open(Served(two, to: room.coach), as: room.coach, &mine)
        let three = try room.write(by: room.client, mine) { ($0.ver, $0.prev) = (2, one.hash) }
        var theirs: RecordChain? = RecordChain()
        for sealed in [one, two, three, one] {
            let opened = try room.open(Served(sealed, to: room.coach), as: room.coach, &theirs)
            #expect(opened.body == Room.words && opened.hash == sealed.hash)
            #expect(theirs?.missing(from: opened.envelope.core) == [])
        }
    }

    @Test("Every changed bit of a record ends in the one refusal")
    func changedBits() throws {
        let room = try Room()
        let sealed = try room.write(by: room.client) { $0.kind = .message }
        let good = Served(sealed, to: room.coach)
        let attempt = { (change: (inout Served) -> Void) in
            var served = good
            change(&served)
            var chain: RecordChain? = RecordChain()
            try room.open(served, as: room.coach, &chain)
        }
        let hint = hintRange(in: good.statement)
        for changed in flips(good.statement) where !hint.contains(changed.at) {
            #expect(throws: RecordRefusal.self) { try attempt { $0.statement = changed.bytes } }
        }
        for changed in flips(good.text, step: 3) { refused(at: 7) { try attempt { $0.text = changed.bytes } } }
        for changed in flips(good.wrap) { refused(at: 8) { try attempt { $0.wrap = changed.bytes } } }
        for changed in flips(good.share) { refused(at: 8) { try attempt { $0.share = changed.bytes } } }
        for size in [0, 79, 81] { refused(at: 8) { try attempt { $0.wrap = fill(1, size) } } }
        refused(at: 7) { try attempt { $0.text = $0.text.dropLast() } }
    }

    @Test("A record passes for no other than the one asked for")
    func swaps() throws {
        let room = try Room()
        let (sealed, other) = (try room.write(by: room.client), try room.write(by: room.client) { $0.rec = id(40) })
        let good = Served(sealed, to: room.coach)
        let asking = { (change: (inout RecordRequest) -> Void) in
            var asked = RecordRequest(pool: pool, eng: Room.eng)
            change(&asked)
            var chain: RecordChain? = RecordChain()
            try room.open(good, as: room.coach, &chain, asked: asked)
        }
        try asking { ($0.rec, $0.ver, $0.kind, $0.envelope) = (id(30), 1, .note, sealed.hash) }
        refused(at: 2) { try asking { $0.pool = id(9) } }
        refused(at: 2) { try asking { $0.eng = id(9) } }
        refused(at: 2) { try asking { $0.rec = id(9) } }
        refused(at: 2) { try asking { $0.kind = .report } }
        refused(at: 2) { try asking { $0.ver = 2 } }
        refused(at: 2) { try asking { $0.envelope = other.hash } }
        let swapping = { (change: (inout Served) -> Void) in
            var served = good
            change(&served)
            var chain: RecordChain? = RecordChain()
            try room.open(served, as: room.coach, &chain)
        }
        refused(at: 7) { try swapping { $0.text = other.text } }
        refused(at: 8) { try swapping { $0.share = other.share } }
        refused(at: 8) { try swapping { $0.wrap = Served(other, to: room.coach).wrap } }
        refused(at: 8) { try swapping { $0.wrap = Served(sealed, to: room.client).wrap } }
    }

    @Test("Nobody writes for another, outside the roster, or under keys replaced before")
    func authors() throws {
        var room = try Room()
        let sealed = try room.write(by: room.client)
        guard case .object(let members) = try Statement(sealed.statement, kind: .envelope).value else {
            return #expect(Bool(false))
        }
        let attempt = { (change: [String: CanonicalValue], kind: StatementKind, signers: [SigningKey]) in
            var served = Served(sealed, to: room.coach)
            served.statement = try Statement.sign(kind, .object(members.merging(change) { $1 }), by: signers)
            var chain: RecordChain? = RecordChain()
            try room.open(served, as: room.coach, &chain)
        }
        let (client, coach) = (room.client.sign, room.coach.sign)
        let coachID = CanonicalValue.string(room.coach.user)
        refused(at: 4) { try attempt([:], .envelope, [coach]) }
        refused(at: 4) { try attempt([:], .envelope, [client, coach]) }
        refused(at: 4) { try attempt(["author": coachID], .envelope, [client]) }
        refused(at: 8) { try attempt(["author": coachID], .envelope, [coach]) }
        refused(at: 1) { try attempt([:], .grant, [client]) }
        refused(at: 3) { try attempt(["akey": 2], .envelope, [client]) }
        refused(at: 3) { try attempt(["akey": 0], .envelope, [client]) }
        refused(at: 3) { try attempt(["cp": TreePoint(size: 3, root: fill(1)).value], .envelope, [client]) }
        refused(at: 3) { try attempt(["cp": TreePoint(size: 9, root: fill(1)).value], .envelope, [client]) }
        refused(at: 5) { try attempt(["roster": CanonicalValue(fill(1))], .envelope, [client]) }
        refused(at: 5) { try attempt(["roster": ""], .envelope, [client]) }
        let wrongForms: [[String: CanonicalValue]] = [
            ["v": 2], ["suite": 0], ["suite": 2], ["kind": "diary"], ["pool": "x"], ["ver": 0], ["ver": 2], ["aseq": 2],
            ["prev": CanonicalValue(fill(1))], ["seen": 1], ["to": .array([])], ["plen": 5000], ["nonce": "AAAA"],
            ["roster": "AAAA"],
            ["extra": 1], ["commit": "AAAA"], ["cth": ""],
        ]
        for change in wrongForms { refused(at: 1) { try attempt(change, .envelope, [client]) } }
        let trying = { (sealed: SealedRecord, who: Person) in
            var chain: RecordChain? = RecordChain()
            try room.open(Served(sealed, to: who), as: who, &chain)
        }
        refused(at: 5) { try trying(room.write(by: room.other), room.coach) }
        refused(at: 5) { try trying(room.write(by: room.client, to: [room.coach, room.other]), room.coach) }
        refused(at: 5) { try trying(sealed, room.other) }
        let next = try Person(10, generation: 2)
        try room.directory.admit(leaf: Draft(room.directory, next).leaf(by: client, next.sign))
        let later = room
        var chain: RecordChain? = RecordChain()
        refused(at: 3) {
            try later.open(Served(later.write(by: later.client), to: later.coach), as: later.coach, &chain)
        }
        try later.open(Served(sealed, to: later.coach), as: later.coach, &chain)
    }

    @Test("Older versions, gaps, forks and reordering show, and withheld records are missed")
    func chains() throws {
        let room = try Room()
        var mine: RecordChain? = RecordChain()
        var all: [SealedRecord] = []
        for version in 1...5 {
            let sealed = try room.write(by: room.client, mine) { ($0.ver, $0.prev) = (version, all.last?.hash ?? []) }
            try room.open(Served(sealed, to: room.client), as: room.client, &mine)
            all.append(sealed)
        }
        var theirs: RecordChain? = RecordChain()
        let show = { (sealed: SealedRecord, chain: inout RecordChain?) in
            _ = try room.open(Served(sealed, to: room.coach), as: room.coach, &chain)
        }
        try show(all[0], &theirs)
        for late in all[2...] { refused(at: 6) { try show(late, &theirs) } }
        try show(all[1], &theirs)
        refused(at: 6) { try show(room.write(by: room.client) { $0.rec = id(60) }, &theirs) }
        refused(at: 6) {
            try show(room.write(by: room.client, theirs) { ($0.ver, $0.prev) = (2, all[0].hash) }, &theirs)
        }
        refused(at: 6) {
            try show(
                room.write(by: room.client, theirs) { ($0.rec, $0.ver, $0.prev) = (id(61), 2, all[1].hash) }, &theirs)
        }
        try show(room.write(by: room.client, theirs) { ($0.ver, $0.prev) = (3, all[0].hash) }, &theirs)
        let answer = try room.write(by: room.coach, mine) { $0.rec = id(62) }
        var fresh: RecordChain? = RecordChain()
        let opened = try room.open(Served(answer, to: room.client), as: room.client, &fresh)
        #expect(fresh?.missing(from: opened.envelope.core).map(\.envelope) == [all[4].hash])
        var gone: RecordChain? = RecordChain()
        try show(all[0], &gone)
        try gone?.noteGone(rec: id(30), ver: 2, hash: all[1].hash)
        try show(all[2], &gone)
        refused(.chain) { try gone?.noteGone(rec: id(30), ver: 9, hash: fill(1)) }
        var none: RecordChain?
        refused(at: 6) { try show(all[0], &none) }
        let named = RecordRequest(pool: pool, eng: Room.eng, envelope: all[0].hash)
        try room.open(Served(all[0], to: room.coach), as: room.coach, &none, asked: named)
    }

    @Test("Whoever has no key at all can tell a record that stands from one that does not")
    func withoutKeys() throws {
        let room = try Room()
        let sealed = try room.write(by: room.client)
        let world = OpenedRecord.World(directory: room.directory, access: room.access)
        let asked = RecordRequest(pool: pool, eng: Room.eng)
        let judge = { (statement: Bytes, text: Bytes, asked: RecordRequest) in
            try VerifiedEnvelope(statement: statement, text: text, asked: asked, in: world).hash
        }
        #expect(try judge(sealed.statement, sealed.text, asked) == sealed.hash)
        refused(at: 1) { _ = try judge([], sealed.text, asked) }
        refused(at: 2) { _ = try judge(sealed.statement, sealed.text, RecordRequest(pool: pool, eng: id(9))) }
        refused(at: 7) { _ = try judge(sealed.statement, fill(1, sealed.text.count), asked) }
        let outsider = try room.write(by: room.other)
        refused(at: 5) { _ = try judge(outsider.statement, outsider.text, asked) }
        guard case .object(let members) = try Statement(sealed.statement, kind: .envelope).value else {
            return #expect(Bool(false))
        }
        let forged = try Statement.sign(.envelope, .object(members), by: [room.coach.sign])
        refused(at: 4) { _ = try judge(forged, sealed.text, asked) }
    }

    @Test("A key that was replaced writes and receives nothing more")
    func newest() throws {
        for replaced in [UInt8(10), 11] {
            var room = try Room()
            let sealed = try room.write(by: room.client)
            let asked = RecordRequest(pool: pool, eng: Room.eng)
            let verified = try VerifiedEnvelope(
                statement: sealed.statement, text: sealed.text, asked: asked,
                in: .init(directory: room.directory, access: room.access))
            try verified.demandNewest(in: room.directory)
            let (before, after) = (try Person(replaced), try Person(replaced, generation: 2))
            try room.directory.admit(leaf: Draft(room.directory, after).leaf(by: before.sign, after.sign))
            let later = room.directory
            refused(.record) { try verified.demandNewest(in: later) }
        }
    }

    @Test("One ciphertext never opens to two texts, whoever made it")
    func salamander() throws {
        let room = try Room()
        let sealed = try room.write(by: room.client)
        let envelope = try Envelope(Statement(sealed.statement, kind: .envelope).value)
        let holder = KeyHolder(user: room.coach.user, k: 1)
        let wrap = try CheckedHPKE.seal(
            fill(0x99), to: room.coach.enc.publicKey, info: envelope.core.wrapInfo(for: holder),
            authenticating: envelope.commit)
        refused(.sealed) {
            _ = try envelope.openText(sealed.text, wrap: wrap, share: sealed.share, as: holder, with: room.coach.enc)
        }
    }

    @Test("A private note has one reader and needs no roster")
    func privateNotes() throws {
        let room = try Room()
        let asked = RecordRequest(pool: pool, eng: room.coach.user)
        let own = try room.write(by: room.coach, to: [room.coach]) { ($0.eng, $0.roster) = (room.coach.user, []) }
        var chain: RecordChain? = RecordChain()
        #expect(try room.open(Served(own, to: room.coach), as: room.coach, &chain, asked: asked).body == Room.words)
        let shared = try room.write(by: room.coach) { ($0.eng, $0.roster) = (room.coach.user, []) }
        var other: RecordChain? = RecordChain()
        refused(at: 5) { try room.open(Served(shared, to: room.client), as: room.client, &other, asked: asked) }
    }

    @Test("A complaint reaches the ticked members only, and a reply opens with the words")
    func complaints() throws {
        let room = try Room()
        let words = try Kit(secret: fill(0x42, 16))
        let receipt = try Receipt(words)
        let point = try room.directory.tree.point(at: 3)
        let panel = [room.coach, room.other].map { KeyHolder(user: $0.user, k: 1) }
        let readers = [room.coach, room.other].map {
            SealedRecord.Reader(holder: KeyHolder(user: $0.user, k: 1), encKey: $0.enc.publicKey)
        }
        let sealed = try SealedRecord(
            receipt.core(pool: pool, rec: id(50), at: time, point: point), body: Room.words, author: receipt.auth,
            readers: readers)
        #expect(sealed.text.count == 16_400)
        let asked = RecordRequest(pool: pool, eng: receipt.mailbox, kind: .complaint)
        let open = { (who: Person, key: Bytes?, parties: [KeyHolder]) in
            var chain: RecordChain? = RecordChain()
            return try room.open(
                Served(sealed, to: who), as: who, &chain, asked: asked, oneTimeKey: key,
                access: RecordAccess(parties: parties)
            ).body
        }
        #expect(try open(room.coach, receipt.auth.publicKey, panel) == Room.words)
        refused(at: 5) { _ = try open(room.client, receipt.auth.publicKey, panel) }
        refused(at: 5) { _ = try open(room.coach, receipt.auth.publicKey, [panel[0]]) }
        refused(at: 3) { _ = try open(room.coach, room.client.sign.publicKey, panel) }
        refused(at: 3) { _ = try open(room.coach, nil, panel) }
        var core = RecordCore(
            kind: .reply, pool: pool, eng: receipt.mailbox, rec: id(51), author: room.coach.user, akey: 1, aseq: 1,
            aprev: [],
            roster: [], at: time, point: point)
        let reporter = KeyHolder(user: receipt.author, k: 1)
        let reply = try SealedRecord(
            core, body: Room.words, author: room.coach.sign,
            readers: [.init(holder: reporter, encKey: receipt.reply.publicKey)])
        var chain: RecordChain? = RecordChain()
        let opened = try OpenedRecord(
            statement: reply.statement, text: reply.text, wrap: #require(reply.wraps[reporter]), share: reply.share,
            asked: RecordRequest(pool: pool, eng: receipt.mailbox),
            in: .init(directory: room.directory, access: RecordAccess(parties: [reporter, panel[0]])),
            by: .init(user: receipt.author, keys: [1: receipt.reply]), chain: &chain)
        #expect(opened.body == Room.words)
        core.kind = .complaint
        refused(.record) {
            _ = try SealedRecord(core, body: fill(1, 16_381), author: room.coach.sign, readers: readers)
        }
    }

    @Test("Every length of a class pads to the same size, and only exact padding is taken off")
    func padding() throws {
        struct Case: Decodable {
            let kind: String
            let size, padded: Int
        }
        for item in try vectors("padding", as: Cases<Case>.self).cases {
            let kind = try #require(RecordKind(rawValue: item.kind))
            #expect(try kind.paddedSize(of: item.size) == item.padded)
            #expect(kind.isPaddedSize(item.padded))
        }
        refused(.record) { _ = try RecordKind.complaint.paddedSize(of: 16_381) }
        refused(.record) { _ = try RecordKind.note.paddedSize(of: 1_114_113) }
        refused(.record) { _ = try RecordKind.note.paddedSize(of: -1) }
        let padded = try RecordKind.message.padded(Room.words)
        #expect(try RecordKind.message.unpadded(padded) == Room.words)
        for changed in flips(padded) where !(4..<4 + Room.words.count).contains(changed.at) {
            refused(.record) { _ = try RecordKind.message.unpadded(changed.bytes) }
        }
        refused(.record) { _ = try RecordKind.note.unpadded(padded) }
        refused(.record) { _ = try RecordKind.message.unpadded(padded.dropLast()) }
        refused(.record) { _ = try RecordKind.message.unpadded([0, 0, 0]) }
        for size in [Int.min, 0, 4, 511, 513, 543, 4095, .max] { #expect(!RecordKind.message.isPaddedSize(size)) }
    }

    @Test("Fresh keys and nonces are never drawn twice, and a generator that fails makes nothing")
    func freshness() throws {
        final class Spy: @unchecked Sendable {  // SAFETY: one test uses it, on one thread
            var drawn: [Bytes] = []
        }
        let room = try Room()
        let spy = Spy()
        let rounds = ProcessInfo.processInfo.environment["FULL"] == nil ? 200 : 20_000
        let randomness = Randomness { count in
            let bytes = try Randomness.system.bytes(count)
            spy.drawn.append(bytes)
            return bytes
        }
        let core = try room.core(by: room.client, nil, kind: .message)
        let reader = SealedRecord.Reader(
            holder: KeyHolder(user: room.coach.user, k: 1), encKey: room.coach.enc.publicKey)
        for _ in 0..<rounds {
            _ = try SealedRecord(core, body: Room.words, author: room.client.sign, readers: [reader], randomness)
        }
        #expect(spy.drawn.count == rounds * 3 && Set(spy.drawn).count == spy.drawn.count)
        struct Failure: Error {}
        for broken in [Randomness { _ in throw Failure() }, Randomness { _ in [] }] {
            refused(.randomness) {
                _ = try SealedRecord(core, body: Room.words, author: room.client.sign, readers: [reader], broken)
            }
        }
    }
}
