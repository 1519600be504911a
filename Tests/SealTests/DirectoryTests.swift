// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import Seal

@Suite("Key directory")
struct DirectoryTests {
    @Test("A history of making, changing and resetting keys is followed, each signed by those who must")
    func history() throws {
        let (a, b, c) = (try Person(10), try Person(11), try Person(12))
        let (a2, a3) = (try Person(10, generation: 2), try Person(10, generation: 3))
        var directory = try directory(of: a, b, c)
        try directory.admit(leaf: Draft(directory, a2).leaf(by: a.sign, a2.sign))
        var reset = try Draft(directory, a3)
        reset.reason = .reset
        reset.attesters = [KeyHolder(user: b.user, k: 1), KeyHolder(user: c.user, k: 1)]
        try directory.admit(leaf: reset.leaf(by: a3.sign, b.sign, c.sign))
        #expect(directory.current(a.user)?.keys.seq == 3)
        let keys = { (k: Int, size: Int) in try directory.keys(of: KeyHolder(user: a.user, k: k), at: size).keys.signKey
        }
        #expect(try keys(1, 3) == a.sign.publicKey)
        for (k, size) in [(1, 4), (2, 3), (2, 5), (3, 4), (4, 5), (0, 5), (-1, 5)] {
            refused(.history) { _ = try keys(k, size) }
        }
        #expect(directory.history(of: a.user).count == 3)
    }

    @Test("Nobody changes another's keys, and no step can be left out, repeated or forked")
    func attacks() throws {
        let (a, b, c, d) = (try Person(10), try Person(11), try Person(12), try Person(13))
        let a2 = try Person(10, generation: 2)
        var directory = try directory(of: a, b, c)
        let before = try directory.tree.root(of: 3)
        let next = try Draft(directory, a2)
        func attempt(_ code: SealError, _ signers: SigningKey..., change: (inout Draft) -> Void) throws {
            var draft = next
            change(&draft)
            let leaf = try KeyStatement.leaf(Statement.sign(.keys, draft.statement().value, by: signers))
            refused(code) { try directory.admit(leaf: leaf) }
        }
        let byB = [KeyHolder(user: b.user, k: 1)]
        try attempt(.signature, a2.sign) { _ in }
        try attempt(.signature, a.sign) { _ in }
        try attempt(.signature, b.sign, a2.sign) { _ in }
        try attempt(.signature, a.sign, a2.sign, b.sign) { _ in }
        try attempt(.signature, a2.sign, c.sign) { ($0.reason, $0.attesters) = (.reset, byB) }
        try attempt(.signature, a2.sign) { ($0.reason, $0.attesters) = (.reset, byB) }
        try attempt(.history, a2.sign, b.sign) { ($0.reason, $0.attesters) = (.reset, [KeyHolder(user: b.user, k: 2)]) }
        try attempt(.history, a2.sign, d.sign) { ($0.reason, $0.attesters) = (.reset, [KeyHolder(user: d.user, k: 1)]) }
        try attempt(.keys, a2.sign, a.sign) { ($0.reason, $0.attesters) = (.reset, [KeyHolder(user: a.user, k: 1)]) }
        try attempt(.keys, a2.sign, b.sign) { ($0.reason, $0.attesters) = (.reset, byB + byB) }
        try attempt(.keys, a2.sign) { $0.reason = .reset }
        try attempt(.history, a.sign, a2.sign) { $0.seq = 3 }
        try attempt(.history, a.sign, a2.sign) { $0.prev = fill(5) }
        try attempt(.history, a.sign, a2.sign) { $0.at = 1 }
        try attempt(.history, a.sign, a2.sign) { $0.pool = id(77) }
        try attempt(.history, a.sign) { $0.signKey = a.sign.publicKey }
        try attempt(.history, a.sign, b.sign) { $0.signKey = b.sign.publicKey }
        try attempt(.history, a.sign, a2.sign) { $0.encKey = b.enc.publicKey }
        try attempt(.history, a.sign, a2.sign) { $0.seen = TreePoint(size: 2, root: fill(1)) }
        try attempt(.history, a.sign, a2.sign) { $0.seen = TreePoint(size: 9, root: before) }
        try attempt(.history, a.sign, a2.sign) { $0.user = b.user }
        try attempt(.history, a2.sign) { ($0.reason, $0.seq, $0.prev) = (.create, 1, []) }
        try attempt(.keys, a2.sign) { $0.reason = .create }
        try attempt(.keys, a2.sign) { ($0.seq, $0.prev) = (1, []) }
        #expect(try directory.tree.root(of: directory.tree.count) == before)
        try directory.admit(leaf: next.leaf(by: a.sign, a2.sign))
    }

    @Test("Keys that no honest device makes are refused at registration")
    func badKeys() throws {
        let a = try Person(10)
        var directory = KeyDirectory(pool: pool)
        let bad = try vectors("bad-keys", as: StatementTests.BadKeys.self)
        for text in bad.ed25519 {
            var draft = try Draft(directory, a)
            draft.signKey = unhex(text)
            refused(.key) { try directory.admit(leaf: draft.leaf(by: a.sign)) }
        }
        for text in bad.x25519 {
            var draft = try Draft(directory, a)
            draft.encKey = unhex(text)
            refused(.key) { try directory.admit(leaf: draft.leaf(by: a.sign)) }
        }
    }

    @Test("No changed bit of an entry of the log is admitted")
    func changedBits() throws {
        let a = try Person(10)
        var directory = KeyDirectory(pool: pool)
        let leaf = try Draft(directory, a).leaf(by: a.sign)
        let hint = hintRange(in: leaf)
        for changed in flips(leaf) where !hint.contains(changed.at) {
            refused { try directory.admit(leaf: changed.bytes) }
        }
        try directory.admit(leaf: leaf)
        refused(.history) { try directory.admit(leaf: leaf) }
    }

    @Test("Unlocked keys that are not the newest of the log are refused")
    func audit() throws {
        let (a, b) = (try Person(10), try Person(11))
        let directory = try directory(of: a, b)
        let bundle = KeyBundle(seq: 1, signSeed: a.seed, encSecret: a.secret)
        try directory.auditOwn(a.user, bundle, stretching: stretching())
        refused(.history) { try directory.auditOwn(b.user, bundle) }
        refused(.history) { try directory.auditOwn(id(99), bundle) }
        refused(.history) { try directory.auditOwn(a.user, KeyBundle(seq: 2, signSeed: a.seed, encSecret: a.secret)) }
        refused(.history) { try directory.auditOwn(a.user, KeyBundle(seq: 1, signSeed: b.seed, encSecret: a.secret)) }
        refused(.history) { try directory.auditOwn(a.user, KeyBundle(seq: 1, signSeed: a.seed, encSecret: b.secret)) }
        refused(.history) {
            try directory.auditOwn(a.user, bundle, stretching: Stretching(iterations: 700_000, salt: fill(9, 16)))
        }
    }

    @Test("Two people see the same nine words, and other ones when a key was exchanged")
    func nineWords() throws {
        let (a, b, c) = (try Person(10), try Person(11), try Person(12))
        let directory = try directory(of: a, b, c)
        let party = { (who: Person) in try Comparison.party(#require(directory.current(who.user)).keys) }
        let words = try Comparison.words(party(a), party(b))
        #expect(words.count == 9)
        #expect(try Comparison.words(party(b), party(a)) == words)
        #expect(try Comparison.words(party(a), party(c)) != words)
        refused(.compare) { _ = try Comparison.words(party(a), party(a)) }
        refused(.compare) { _ = try Comparison.invitationProof(secret: fill(1, 15), keysBody: []) }
    }

    @Test("By phone each side hears what the other reads, unless someone stands between")
    func phone() throws {
        let sides = try [10, 11, 12].map { (byte: UInt8) in try PhoneCheck(party: fill(byte, 96), secret: fill(byte)) }
        let (a, b, c) = (sides[0], sides[1], sides[2])
        let (forA, forB) = (
            try a.words(with: b, committed: b.commitment), try b.words(with: a, committed: a.commitment)
        )
        #expect(forA.say == forB.hear && forA.hear == forB.say && forA.say.count == 3)
        #expect(try a.words(with: c, committed: c.commitment).hear != b.words(with: c, committed: c.commitment).hear)
        refused(.compare) { _ = try a.words(with: b, committed: c.commitment) }
        refused(.compare) { _ = try a.words(with: a, committed: a.commitment) }
        refused(.compare) { _ = try PhoneCheck(party: fill(1, 96), secret: fill(1, 31)) }
    }

    @Test("A signed comparison counts until the peer's keys change")
    func verification() throws {
        let (a, b, b2) = (try Person(10), try Person(11), try Person(11, generation: 2))
        var directory = try directory(of: a, b)
        let peer = try #require(directory.current(b.user))
        let made = Verification(
            pool: pool, holder: KeyHolder(user: a.user, k: 1), peer: KeyHolder(user: b.user, k: 1), peerHash: peer.hash,
            at: time, seen: try directory.tree.point(at: 2))
        let bytes = try Statement.sign(.verify, made.value, by: [a.sign])
        #expect(try Verification(bytes, in: directory) == made)
        refused(.signature) { _ = try Verification(Statement.sign(.verify, made.value, by: [b.sign]), in: directory) }
        try directory.admit(leaf: Draft(directory, b2).leaf(by: b.sign, b2.sign))
        refused(.history) { _ = try Verification(bytes, in: directory) }
    }
}
