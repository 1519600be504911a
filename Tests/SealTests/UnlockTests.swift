// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import Seal

@Suite("Ways in")
struct UnlockTests {
    @Test("A typing error in the kit is found here, with its place and what was meant")
    func typingErrors() throws {
        let words = try Kit(secret: fill(0x55, 16)).words
        let typed = { (at: Int, word: String) in
            Kit.read(words.enumerated().map { $0 == at ? word : $1 }.joined(separator: " "))
        }
        #expect(typed(3, "abandn") == .unknown(at: 3, near: ["abandon"]))
        #expect(Words.nearest(to: "moutain") == ["mountain", "obtain"])
        #expect(Words.nearest(to: "wether").first == "weather")
        #expect(Words.nearest(to: "qqqqqqqq").isEmpty)
        #expect(Kit.read(words.dropFirst().joined(separator: " ")) == .count)
        #expect(Kit.read("") == .count)
        let caught = (0..<11).filter { typed($0, words[$0] == "zoo" ? "abandon" : "zoo") == .checksum }
        #expect(caught.count > 6, "the checksum finds fifteen of sixteen wrong words")
    }

    @Test("The kit is read from a sheet, a file or one line alike")
    func sheets() throws {
        let kit = try Kit(secret: fill(0x55, 16))
        let sheet = kit.words.enumerated().map { "\($0 + 1). \($1.uppercased())" }.joined(separator: "\r\n")
        for text in [kit.words.joined(separator: " "), "  " + kit.words.joined(separator: "\n") + "\n", sheet] {
            #expect(Kit.read(text) == .kit(kit))
        }
        refused(.kit) { _ = try Kit(secret: fill(1, 15)) }
    }

    @Test("Passphrases that are short, common or known of the person are refused, made ones never")
    func passphrases() throws {
        struct Case: Decodable {
            let text: String
            let known: [String]
            let verdict: String?
        }
        for item in try vectors("passphrases", as: Cases<Case>.self).cases {
            #expect(Passphrase.fault(of: item.text, known: item.known)?.rawValue == item.verdict, "\(item.text)")
        }
        for _ in 0..<200 {
            let made = try Passphrase.make()
            #expect(made.split(separator: " ").count == 5)
            if made.utf8.count >= 20 { #expect(Passphrase.fault(of: made) == nil, "\(made)") }
        }
    }

    @Test("Weak or strange stretching is refused whatever the server says")
    func floors() throws {
        guard case .object(let good) = try stretching().value else { return #expect(Bool(false)) }
        #expect(try Stretching(.object(good)) == stretching())
        let wrong: [[String: CanonicalValue]] = [
            ["iterations": 599_999], ["iterations": 1000], ["iterations": 1_000_000_000], ["iterations": "600000"],
            ["alg": "argon2id"], ["alg": "pbkdf2-sha1"], ["alg": "none"], ["salt": CanonicalValue(fill(9, 15))],
            ["salt": ""], ["salt": "*"], ["extra": 1],
        ]
        for change in wrong { refused(.floor) { _ = try Stretching(.object(good.merging(change) { $1 })) } }
        for value: CanonicalValue? in [nil, 5, .array([]), .object([:])] {
            refused(.floor) { _ = try Stretching(value) }
        }
    }

    @Test("Each way opens its own slot and no other, and nothing of a slot can be changed")
    func slots() throws {
        let (user, userKey, kit) = (id(4), fill(0x77), try Kit(secret: fill(0x55, 16)))
        let ways: [(Way, Slot.Params)] = [
            (
                try Way.passphrase(accountKey: Way.accountKey(kit), stretched: fill(0x66)),
                .passphrase(try stretching(), hasPassphrase: true)
            ),
            (try Way.kit(kit), .kit),
            (try Way.passkey(output: fill(0x33)), .passkey(credential: [1, 2], salt: fill(8))),
        ]
        for (way, params) in ways {
            let about = Slot.About(pool: pool, user: user, epoch: 1, params: params)
            let slot = try Slot(sealing: userKey, by: way, about: about)
            #expect(try Slot(slot.value) == slot)
            #expect(try slot.open(by: way, pool: pool, user: user) == userKey)
            refused(.slot) { _ = try slot.open(by: way, pool: pool, user: id(5)) }
            refused(.slot) { _ = try slot.open(by: way, pool: id(5), user: user) }
            guard case .object(let members) = slot.value else { return #expect(Bool(false)) }
            let change = { (more: [String: CanonicalValue]) in try Slot(.object(members.merging(more) { $1 })) }
            refused(.sealed) { _ = try change(["user": .string(id(5))]).open(by: way, pool: pool, user: id(5)) }
            refused(.sealed) { _ = try change(["epoch": 2]).open(by: way, pool: pool, user: user) }
            refused(.floor) { _ = try change(["suite": 0]) }
            refused(.floor) { _ = try change(["v": 2]) }
            refused(.slot) { _ = try change(["more": 1]) }
            refused(.slot) { _ = try change(["kind": "escrow"]) }
            for (other, otherParams) in ways where otherParams != params {
                refused(.slot) { _ = try slot.open(by: other, pool: pool, user: user) }
                refused(.slot) { _ = try Slot(sealing: userKey, by: other, about: about) }
            }
            for changed in flips(slot.blob) {
                refused(.sealed) {
                    _ = try change(["blob": CanonicalValue(changed.bytes)]).open(by: way, pool: pool, user: user)
                }
            }
            refused(.sealed) { _ = try change(["blob": "AAAA"]).open(by: way, pool: pool, user: user) }
        }
    }

    @Test("The mark that says whether there is a passphrase cannot be turned by the server")
    func mark() throws {
        let way = try Way.passphrase(accountKey: fill(1), stretched: fill(2))
        let about = Slot.About(
            pool: pool, user: id(4), epoch: 1, params: .passphrase(try stretching(), hasPassphrase: true))
        guard case .object(var members) = try Slot(sealing: fill(3), by: way, about: about).value,
            case .object(var params)? = members["params"]
        else { return #expect(Bool(false)) }
        params["pass"] = false
        members["params"] = .object(params)
        refused(.sealed) { _ = try Slot(.object(members)).open(by: way, pool: pool, user: id(4)) }
    }

    @Test("A bundle opens for its person, epoch and user key only")
    func bundles() throws {
        let (user, userKey) = (id(4), fill(0x77))
        let bundle = KeyBundle(
            seq: 3, signSeed: fill(7), encSecret: fill(9),
            old: [.init(k: 1, secret: fill(10)), .init(k: 2, secret: fill(11))])
        let sealed = try bundle.sealed(under: userKey, pool: pool, user: user, epoch: 1)
        let open = { (value: CanonicalValue, key: Bytes, who: String, epoch: Int) in
            try KeyBundle(opening: value, with: key, pool: pool, user: who, epoch: epoch)
        }
        #expect(try open(sealed, userKey, user, 1) == bundle)
        guard case .object(let members) = sealed, case .string(let blob)? = members["blob"] else {
            return #expect(Bool(false))
        }
        let change = { (more: [String: CanonicalValue]) in CanonicalValue.object(members.merging(more) { $1 }) }
        refused(.sealed) { _ = try open(sealed, fill(0x78), user, 1) }
        refused(.slot) { _ = try open(sealed, userKey, user, 2) }
        refused(.sealed) { _ = try open(change(["epoch": 2]), userKey, user, 2) }
        refused(.sealed) { _ = try open(change(["user": .string(id(5))]), userKey, id(5), 1) }
        refused(.floor) { _ = try open(change(["suite": 2]), userKey, user, 1) }
        for changed in flips(try Base64URL.bytes(blob), step: 5) {
            refused(.sealed) { _ = try open(change(["blob": CanonicalValue(changed.bytes)]), userKey, user, 1) }
        }
        let short = KeyBundle(seq: 1, signSeed: fill(7, 31), encSecret: fill(9))
        refused(.key) { _ = try short.sealed(under: userKey, pool: pool, user: user, epoch: 1) }
    }
}
