// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Testing

@testable import Seal

/// Both halves of the seal on the same random cases: 2,000, or 100,000 with FULL=1, or CASES=n; SEED=n
/// makes a run again.
@Suite("Swift and browser agree", .serialized)
struct DifferentialTests {
    private static let environment = ProcessInfo.processInfo.environment
    private static let total = environment["CASES"].flatMap { Int($0) } ?? (environment["FULL"] == nil ? 2000 : 100_000)
    private static let batch = 2000
    private static let seed = environment["SEED"].flatMap(UInt64.init) ?? UInt64.random(in: 0 ... .max)

    private func batches(_ share: Int, _ salt: UInt64, _ work: (Int, inout Dice, inout Twin) throws -> Void) throws {
        for start in stride(from: 0, to: Self.total / share, by: Self.batch) {
            var dice = Dice(seed: Self.seed &+ salt &+ UInt64(start))
            var twin = Twin()
            try work(min(Self.batch, Self.total / share - start), &dice, &twin)
            try twin.run()
        }
    }

    @Test("Records sealed by one open in the other, and a changed one is refused at the same step")
    func records() throws {
        let room = try Room()
        try batches(1, 1) { count, dice, twin in
            try introduce(room, to: &twin)
            for number in 0..<count {
                let kind = dice.pick(RecordKind.allCases.filter { !$0.isByParties })
                let rec = Base64URL.text(dice.bytes(16))
                let body = dice.bytes(
                    dice.one(of: 20) ? Int.random(in: 0...40_000, using: &dice) : Int.random(in: 0...700, using: &dice))
                if number.isMultiple(of: 2) {
                    try openThere(room, kind, rec, body, &dice, &twin)
                } else {
                    openHere(room, kind, rec, body, &twin)
                }
            }
        }
    }

    @Test("Both take the same texts for canonical JSON")
    func canonical() throws {
        try batches(1, 2) { count, dice, twin in
            for _ in 0..<count {
                let bytes = mutated(try random(depth: 0, &dice).serialised(), &dice)
                let mine = try? CanonicalParser.object(bytes).serialised()
                twin.ask("canonical", ["bytes": .init(bytes)]) { (answer) throws in
                    #expect(answer.isAccepted == (mine != nil), "seed \(Self.seed): \(hex(bytes))")
                }
            }
        }
    }

    @Test("Statements signed by one are verified by the other, and a changed one by neither")
    func statements() throws {
        try batches(4, 3) { count, dice, twin in
            for number in 0..<count {
                let (kind, seed) = (dice.pick(StatementKind.allCases), dice.bytes(32))
                let key = try SigningKey(seed: seed)
                let value = try random(depth: 0, &dice)
                if number.isMultiple(of: 2) {
                    let bytes = mutated(try Statement.sign(kind, value, by: [key]), &dice)
                    let mine = try? accepted(bytes, kind, key)
                    let task: [String: Twin.Value] = [
                        "bytes": .init(bytes), "kind": .text(kind.rawValue), "keys": .init([key.publicKey]),
                    ]
                    twin.ask("statement", task) { (answer) throws in
                        #expect(answer.isAccepted == (mine != nil), "seed \(Self.seed): \(text(bytes))")
                    }
                } else {
                    let task: [String: Twin.Value] = [
                        "kind": .text(kind.rawValue), "body": .init(try value.serialised()), "seed": .init(seed),
                    ]
                    twin.ask("sign", task) { (answer) throws in
                        #expect(
                            try accepted(answer.bytes("bytes"), kind, key) == value.serialised(), "seed \(Self.seed)")
                    }
                }
            }
        }
    }

    @Test("Slots and bundles made by one open in the other")
    func unlocking() throws {
        try batches(10, 4) { count, dice, twin in
            for _ in 0..<count {
                let (secret, userKey) = (dice.bytes(32), dice.bytes(32))
                let (user, epoch) = (Base64URL.text(dice.bytes(16)), Int.random(in: 1...9, using: &dice))
                let (way, params) = try self.way(secret, &dice)
                let about = Slot.About(pool: pool, user: user, epoch: epoch, params: params)
                let slot = try Slot(sealing: userKey, by: way, about: about)
                let who: [String: Twin.Value] = [
                    "way": .text(way.kind.rawValue), "secret": .init(secret), "pool": .text(pool), "user": .text(user),
                    "epoch": .number(epoch), "key": .init(userKey), "params": .init(try params.value.serialised()),
                ]
                twin.ask("slot", who.merging(["value": .init(try slot.value.serialised())]) { $1 }) { (answer) throws in
                    #expect(try answer.bytes("key") == userKey, "seed \(Self.seed)")
                }
                twin.ask("makeslot", who) { (answer) throws in
                    let made = try Slot(CanonicalParser.object(answer.bytes("value")))
                    #expect(try made.open(by: way, pool: pool, user: user) == userKey, "seed \(Self.seed)")
                }
                let old = (0..<Int.random(in: 0...3, using: &dice)).map {
                    KeyBundle.Old(k: $0 + 1, secret: dice.bytes(32))
                }
                let bundle = KeyBundle(
                    seq: Int.random(in: 1...4_000_000_000, using: &dice), signSeed: dice.bytes(32),
                    encSecret: dice.bytes(32),
                    old: old)
                let sealed = try bundle.sealed(under: userKey, pool: pool, user: user, epoch: epoch).serialised()
                twin.ask("bundle", who.merging(["value": .init(sealed)]) { $1 }) { (answer) throws in
                    #expect(answer.number("seq") == bundle.seq, "seed \(Self.seed)")
                    #expect(try answer.bytes("sign") == SigningKey(seed: bundle.signSeed).publicKey)
                    #expect(try answer.bytes("enc") == OpeningKey(secret: bundle.encSecret).publicKey)
                }
                let parts: [String: Twin.Value] = [
                    "seq": .number(bundle.seq), "sign": .init(bundle.signSeed), "enc": .init(bundle.encSecret),
                    "old": .init(old.map(\.secret)),
                ]
                twin.ask("makebundle", who.merging(parts) { $1 }) { (answer) throws in
                    let made = try CanonicalParser.object(answer.bytes("value"))
                    #expect(try KeyBundle(opening: made, with: userKey, pool: pool, user: user, epoch: epoch) == bundle)
                }
            }
        }
    }

    @Test("Words, hints, verdicts on passphrases and words to compare are the same")
    func words() throws {
        try batches(4, 5) { count, dice, twin in
            for _ in 0..<count {
                let kit = try Kit(secret: dice.bytes(16))
                let typed = misspelt(kit.words, &dice)
                let reading = self.spelled(Kit.read(typed))
                twin.ask("words", ["secret": .init(kit.secret), "text": .text(typed)]) { (answer) throws in
                    #expect(answer.list("words") == kit.words)
                    #expect(answer.text("read") == reading, "seed \(Self.seed): \(typed)")
                }
                let phrase = self.phrase(&dice)
                let verdict = Passphrase.fault(of: phrase, known: ["Lowri", "Bangor"])?.rawValue ?? "good"
                twin.ask("judge", ["text": .text(phrase), "known": .list(["Lowri", "Bangor"])]) { (answer) throws in
                    #expect(answer.text("verdict") == verdict, "seed \(Self.seed): \(phrase)")
                }
                let sides = try (0..<2).map { _ in try PhoneCheck(party: dice.bytes(96), secret: dice.bytes(32)) }
                let nine = try Comparison.words(sides[0].party, sides[1].party)
                let spoken = try sides[0].words(with: sides[1], committed: sides[1].commitment)
                let task: [String: Twin.Value] = [
                    "first": .init(sides[0].party), "second": .init(sides[1].party), "one": .init(sides[0].secret),
                    "two": .init(sides[1].secret),
                ]
                twin.ask("compare", task) { (answer) throws in
                    #expect(
                        answer.list("nine") == nine && answer.list("say") == spoken.say
                            && answer.list("hear") == spoken.hear)
                }
            }
        }
    }

    @Test("Proofs made by one are judged alike by the other, right or wrong")
    func proofs() throws {
        try batches(4, 6) { count, dice, twin in
            var tree = MerkleTree()
            let leaves = (0..<200).map { _ in dice.bytes(32) }
            for leaf in leaves { tree.append(leaf) }
            for _ in 0..<count {
                let size = Int.random(in: 1...200, using: &dice)
                let at = Int.random(in: 0..<size, using: &dice)
                let claimed = dice.one(of: 4) ? Int.random(in: 0...250, using: &dice) : size
                var proof = try tree.inclusionProof(of: at, in: size)
                if dice.one(of: 4) { proof.append(dice.bytes(32)) }
                if dice.one(of: 4), !proof.isEmpty { proof[0] = dice.bytes(32) }
                let whole = try tree.root(of: size)
                let mine =
                    (try? MerkleProof.inclusion(of: leaves[at], at: at, in: claimed, proof: proof, root: whole)) != nil
                let inclusion: [String: Twin.Value] = [
                    "leaf": .init(leaves[at]), "at": .number(at), "size": .number(claimed), "proof": .init(proof),
                    "root": .init(whole),
                ]
                twin.ask("inclusion", inclusion) { #expect($0.isAccepted == mine, "seed \(Self.seed)") }
                var steps = try tree.consistencyProof(from: at + 1, to: size)
                if dice.one(of: 4), !steps.isEmpty { steps.removeLast() }
                let (first, second) = (try tree.root(of: at + 1), try tree.root(of: size))
                let older = dice.one(of: 4) ? at : at + 1
                let holds =
                    (try? MerkleProof.consistency(from: older, first, to: size, second, proof: steps)) != nil
                let consistency: [String: Twin.Value] = [
                    "older": .number(older), "first": .init(first), "newer": .number(size), "second": .init(second),
                    "proof": .init(steps),
                ]
                twin.ask("consistency", consistency) { #expect($0.isAccepted == holds, "seed \(Self.seed)") }
            }
        }
    }

    // MARK: Records

    private func introduce(_ room: Room, to twin: inout Twin) throws {
        var directory = KeyDirectory(pool: pool)
        var leaves: [Bytes] = []
        for who in [room.client, room.coach, room.other] {
            leaves.append(try Draft(directory, who).leaf(by: who.sign))
            try directory.admit(leaf: leaves[leaves.count - 1])
        }
        let roster = try Statement.sign(.roster, room.roster.value, by: [room.client.sign, room.coach.sign])
        let people = [room.client, room.coach].map {
            ["user": $0.user, "seed": Base64URL.text($0.seed), "secret": Base64URL.text($0.secret)]
        }
        let task: [String: Twin.Value] = [
            "pool": .text(pool), "eng": .text(Room.eng), "leaves": .init(leaves), "roster": .init(roster),
            "people": .people(people),
        ]
        let top = try directory.tree.root(of: 3)
        twin.ask("world", task) { (answer) throws in
            #expect(try answer.bytes("root") == top)
            #expect(try answer.bytes("roster") == room.first.hash)
        }
    }

    private func openThere(
        _ room: Room, _ kind: RecordKind, _ rec: String, _ body: Bytes, _ dice: inout Dice, _ twin: inout Twin
    ) throws {
        let core = try room.core(by: room.client, nil, kind: kind, rec: rec)
        let readers = [room.client, room.coach].map {
            SealedRecord.Reader(holder: KeyHolder(user: $0.user, k: 1), encKey: $0.enc.publicKey)
        }
        let sealed = try SealedRecord(core, body: body, author: room.client.sign, readers: readers)
        var served = Served(sealed, to: room.coach)
        if dice.one(of: 3) { damage(&served, &dice) }
        let mine = verdict(room, served)
        let task: [String: Twin.Value] = [
            "statement": .init(served.statement), "text": .init(served.text), "wrap": .init(served.wrap),
            "share": .init(served.share),
            "user": .text(room.coach.user),
        ]
        twin.ask("open", task) { (answer) throws in
            switch mine {
            case .success(let opened):
                #expect(try [answer.bytes("body"), opened] == [body, body], "seed \(Self.seed)")
            case .failure(let refusal): #expect(answer.step == refusal.step, "seed \(Self.seed)")
            }
        }
    }

    private func openHere(_ room: Room, _ kind: RecordKind, _ rec: String, _ body: Bytes, _ twin: inout Twin) {
        let task: [String: Twin.Value] = [
            "kind": .text(kind.rawValue), "rec": .text(rec), "body": .init(body), "user": .text(room.coach.user),
            "readers": .list([room.client.user, room.coach.user]),
        ]
        twin.ask("seal", task) { (answer) throws in
            var chain: RecordChain? = RecordChain()
            let opened = try OpenedRecord(
                statement: answer.bytes("statement"), text: answer.bytes("text"), wrap: answer.bytes("wrap"),
                share: answer.bytes("share"),
                asked: RecordRequest(pool: pool, eng: Room.eng, rec: rec, ver: 1, kind: kind),
                in: .init(directory: room.directory, access: room.access),
                by: .init(user: room.client.user, keys: [1: room.client.enc]), chain: &chain)
            #expect(opened.body == body, "seed \(Self.seed)")
        }
    }

    private func verdict(_ room: Room, _ served: Served) -> Result<Bytes, RecordRefusal> {
        var chain: RecordChain? = RecordChain()
        do {
            return .success(try room.open(served, as: room.coach, &chain).body)
        } catch let refusal as RecordRefusal {
            return .failure(refusal)
        } catch {
            return .failure(RecordRefusal(step: -1))
        }
    }

    private func damage(_ served: inout Served, _ dice: inout Dice) {
        func flip(_ bytes: inout Bytes) {
            bytes[Int.random(in: 0..<bytes.count, using: &dice)] ^= 1 << UInt8.random(in: 0...7, using: &dice)
        }
        switch Int.random(in: 0..<4, using: &dice) {
        case 0: flip(&served.statement)
        case 1: flip(&served.text)
        case 2: flip(&served.wrap)
        default: flip(&served.share)
        }
    }

    // MARK: Random material

    private func accepted(_ bytes: Bytes, _ kind: StatementKind, _ key: SigningKey) throws -> Bytes {
        let statement = try Statement(bytes, kind: kind)
        try statement.verify(by: [key.publicKey])
        return statement.body
    }

    private func random(depth: Int, _ dice: inout Dice) throws -> CanonicalValue {
        var members: [String: CanonicalValue] = [:]
        for _ in 0..<Int.random(in: 0...4, using: &dice) {
            members[dice.pick(["a", "b", "c0", "d_e", "kind", "constructor", "zz9"])] = try leaf(depth: depth, &dice)
        }
        return .object(members)
    }

    private func leaf(depth: Int, _ dice: inout Dice) throws -> CanonicalValue {
        switch Int.random(in: 0..<(depth < 4 ? 6 : 4), using: &dice) {
        case 0: return .integer(Int.random(in: 0...CanonicalLimit.integer, using: &dice))
        case 1: return .boolean(dice.one(of: 2))
        case 2: return .integer(Int.random(in: 0...9, using: &dice))
        case 3: return .string(string(&dice).precomposedStringWithCanonicalMapping)
        case 4: return try random(depth: depth + 1, &dice)
        default:
            return .array(try (0..<Int.random(in: 0...3, using: &dice)).map { _ in try leaf(depth: depth + 1, &dice) })
        }
    }

    private func string(_ dice: inout Dice) -> String {
        let samples = Array(
            "aZ09 _-\"\\/\n\t\u{0}\u{1f}\u{7f}éÉß\u{301}\u{327}\u{212b}\u{2028}ŵŷ€한가각\u{1100}\u{1161}😀\u{fb01}\u{200d}\u{feff}"
                .unicodeScalars)
        var scalars = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...12, using: &dice) { scalars.append(dice.pick(samples)) }
        return String(scalars)
    }

    private func mutated(_ bytes: Bytes, _ dice: inout Dice) -> Bytes {
        var bytes = bytes
        let tokens = [
            " ", "\"", "{", "}", "[", "]", ",", ":", "0", "1", "-", ".", "e", "\\", "null", "true", "\u{301}",
            "\\u00e9", "\n",
        ]
        for _ in 0..<dice.pick([0, 1, 1, 2]) where !bytes.isEmpty {
            let at = Int.random(in: 0..<bytes.count, using: &dice)
            switch Int.random(in: 0..<4, using: &dice) {
            case 0: bytes[at] = UInt8.random(in: 0...255, using: &dice)
            case 1: bytes.remove(at: at)
            case 2: bytes.insert(contentsOf: Bytes(utf8: dice.pick(tokens)), at: at)
            default: bytes.replaceSubrange(at..<min(at + 3, bytes.count), with: Bytes(utf8: dice.pick(tokens)))
            }
        }
        return bytes
    }

    private func way(_ secret: Bytes, _ dice: inout Dice) throws -> (Way, Slot.Params) {
        let kit = try Kit(secret: Bytes(secret.prefix(16)))
        switch Int.random(in: 0..<3, using: &dice) {
        case 0:
            let stretching = try Stretching(
                iterations: Int.random(in: 600_000...900_000, using: &dice), salt: dice.bytes(16))
            let way = try Way.passphrase(accountKey: Way.accountKey(kit), stretched: secret)
            return (way, .passphrase(stretching, hasPassphrase: dice.one(of: 2)))
        case 1: return (try Way.kit(kit), .kit)
        default: return (try Way.passkey(output: secret), .passkey(credential: dice.bytes(20), salt: dice.bytes(32)))
        }
    }

    private func misspelt(_ words: [String], _ dice: inout Dice) -> String {
        var words = words
        switch Int.random(in: 0..<5, using: &dice) {
        case 0: words[3] = dice.pick(Words.all)
        case 1: words[5].remove(at: words[5].startIndex)
        case 2: words[7] += dice.pick(["s", "é", "Q"])
        case 3: words.removeLast()
        default: words = words.map { $0.uppercased() }
        }
        return words.joined(separator: dice.pick([" ", "  ", "\n", ", ", " 4. "]))
    }

    private func phrase(_ dice: inout Dice) -> String {
        let parts = [
            "password", "Lowri", "bangor", "2026", "aaaa", "abcd", "P4ss", "liverpool", "ŵy", "qwerty", "ﬁre", "½", "Ⅷ",
            "!", "$", "x7", "Z", "cymru", " ", "😀",
        ]
        return (0..<Int.random(in: 1...7, using: &dice)).map { _ in
            dice.one(of: 4) ? string(&dice) : dice.pick(dice.one(of: 3) ? Words.all : parts)
        }.joined()
    }

    private func spelled(_ reading: Kit.Reading) -> String {
        switch reading {
        case .kit(let kit): "{\"secret\":\"\(Base64URL.text(kit.secret))\"}"
        case .count: "{\"problem\":\"count\"}"
        case .checksum: "{\"problem\":\"checksum\"}"
        case .unknown(let at, let near):
            "{\"problem\":\"unknown\",\"at\":\(at),\"near\":[\(near.map { "\"\($0)\"" }.joined(separator: ","))]}"
        }
    }
}
