// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Testing

@testable import Seal

@Suite("Frozen formats")
struct FrozenTests {
    struct File: Decodable {
        struct Someone: Decodable { let user, seed, secret, proof: String?, k: Int? }
        struct Wrap: Decodable {
            struct To: Decodable { let k: Int, u: String }
            let to: To
            let wrap: String
        }
        struct Record: Decodable { let statement, text, share, hash, body: String, wraps: [Wrap] }
        struct Complaint: Decodable { let receipt, mailbox, author, statement, text, share, public_key, wrap: String }
        struct Unlock: Decodable { let kit, passphrase, prf, user_key, bundle, auth_pw: String, slots: [String] }
        struct Phone: Decodable { let say, hear: [String] }
        let pool, eng, rec, roster, roster_hash, grant, login, login_nonce, origin, request, verify, invitation: String
        let phone_commitment: String
        let time: Int
        let people: [String: Someone]
        let leaves, nine_words: [String]
        let record: Record
        let complaint: Complaint
        let unlock: Unlock
        let phone: Phone
    }

    private func bytes(_ text: String) throws -> Bytes { try Base64URL.bytes(text) }

    private func directory(_ file: File) throws -> KeyDirectory {
        var directory = KeyDirectory(pool: file.pool)
        for leaf in file.leaves { try directory.admit(leaf: bytes(leaf)) }
        return directory
    }

    private func opener(_ file: File, _ name: String) throws -> OpenedRecord.Opener {
        let who = try #require(file.people[name])
        let key = try OpeningKey(secret: bytes(#require(who.secret)))
        return try .init(user: #require(who.user), keys: [#require(who.k): key])
    }

    @Test("A history of keys, a roster and a record made by the browser stand and open here")
    func records() throws {
        let file = try vectors("frozen-v1", as: File.self)
        let directory = try directory(file)
        let roster = try SignedRoster(bytes(file.roster), pool: file.pool, eng: file.eng, in: directory, after: nil)
        #expect(try roster.hash == bytes(file.roster_hash))
        let asked = RecordRequest(pool: file.pool, eng: file.eng, rec: file.rec, ver: 1, kind: .message)
        for (name, wrap) in zip(["client", "coach"], file.record.wraps) {
            var chain: RecordChain? = RecordChain()
            let opened = try OpenedRecord(
                statement: bytes(file.record.statement), text: bytes(file.record.text), wrap: bytes(wrap.wrap),
                share: bytes(file.record.share), asked: asked,
                in: .init(directory: directory, access: RecordAccess(rosters: [roster])), by: opener(file, name),
                chain: &chain)
            #expect(try opened.body == bytes(file.record.body))
            #expect(try opened.hash == bytes(file.record.hash))
            let grant = try Grant(
                bytes(file.grant), of: opened.envelope.core, hash: opened.hash, in: directory,
                access: RecordAccess(rosters: [roster]), basisHolds: { $0.basis == .consent })
            #expect(grant.to.user == file.people["panel"]?.user)
        }
    }

    @Test("A complaint made by the browser opens for the panel, and its receipt gives the same keys")
    func complaint() throws {
        let file = try vectors("frozen-v1", as: File.self)
        guard case .kit(let words) = Kit.read(file.complaint.receipt) else { return #expect(Bool(false)) }
        let receipt = try Receipt(words)
        #expect(receipt.mailbox == file.complaint.mailbox && receipt.author == file.complaint.author)
        #expect(try receipt.auth.publicKey == bytes(file.complaint.public_key))
        let panel = try opener(file, "panel")
        var chain: RecordChain? = RecordChain()
        let opened = try OpenedRecord(
            statement: bytes(file.complaint.statement), text: bytes(file.complaint.text),
            wrap: bytes(file.complaint.wrap),
            share: bytes(file.complaint.share),
            asked: RecordRequest(pool: file.pool, eng: receipt.mailbox, kind: .complaint),
            in: .init(
                directory: directory(file), access: RecordAccess(parties: [KeyHolder(user: panel.user, k: 2)]),
                oneTimeKey: receipt.auth.publicKey), by: panel, chain: &chain)
        #expect(try opened.body == bytes(file.record.body))
    }

    @Test("Ways in, sign-in, request and comparison made by the browser stand here")
    func signingIn() throws {
        let file = try vectors("frozen-v1", as: File.self)
        let user = try #require(file.people["client"]?.user)
        guard case .kit(let kit) = Kit.read(file.unlock.kit) else { return #expect(Bool(false)) }
        let stretched = try stretching().stretch(file.unlock.passphrase, pool: file.pool, user: user)
        let ways = [
            try Way.passphrase(accountKey: Way.accountKey(kit), stretched: stretched), try Way.kit(kit),
            try Way.passkey(output: bytes(file.unlock.prf)),
        ]
        for (way, text) in zip(ways, file.unlock.slots) {
            let slot = try Slot(CanonicalParser.object(bytes(text)))
            #expect(try slot.open(by: way, pool: file.pool, user: user) == bytes(file.unlock.user_key))
        }
        let bundle = try KeyBundle(
            opening: CanonicalParser.object(bytes(file.unlock.bundle)), with: bytes(file.unlock.user_key),
            pool: file.pool,
            user: user, epoch: 1)
        let directory = try directory(file)
        try directory.auditOwn(user, bundle, stretching: stretching())
        #expect(bundle.old.map(\.k) == [1])
        let expected = Login.Expected(
            origin: file.origin, pool: file.pool, user: user, nonce: file.login_nonce, purpose: .signIn, now: file.time)
        let proof = try bytes(#require(file.people["session"]?.proof))
        #expect(try Login.verify(bytes(file.login), expected, by: ways[0].auth.publicKey).proof == proof)
        let request = try Statement(bytes(file.request), kind: .req)
        try request.verify(by: [proof])
        #expect(try Verification(bytes(file.verify), in: directory).peer.user == file.people["coach"]?.user)
        let coach = try #require(file.people["coach"]?.user)
        let parties = try [user, coach].map { try Comparison.party(#require(directory.current($0)).keys) }
        #expect(try Comparison.words(parties[0], parties[1]) == file.nine_words)
        let (mine, theirs) = (
            try PhoneCheck(party: parties[0], secret: fill(1)), try PhoneCheck(party: parties[1], secret: fill(2))
        )
        let spoken = try mine.words(with: theirs, committed: bytes(file.phone_commitment))
        #expect(spoken.say == file.phone.say && spoken.hear == file.phone.hear)
        #expect(try Comparison.invitationProof(secret: fill(4, 16), keysBody: fill(9)) == bytes(file.invitation))
    }

    /// With UPDATE_FROZEN=1 this half makes its own example anew, for the browser's tests to open.
    @Test("What this half made for the browser still opens here")
    func ownExample() throws {
        struct Own: Codable {
            struct Someone: Codable { let user, sign_pk, secret: String }
            struct Record: Codable { let statement, text, wrap, share, rec, body: String }
            struct Unlock: Codable { let kit, slot, bundle: String }
            let pool, eng, root, roster, roster_hash, login, login_nonce: String
            let time: Int
            let leaves: [String]
            let people: [Someone]
            let record: Record
            let unlock: Unlock
        }
        if ProcessInfo.processInfo.environment["UPDATE_FROZEN"] != nil {
            let room = try Room()
            var directory = KeyDirectory(pool: pool)
            var leaves: [Bytes] = []
            for who in [room.client, room.coach, room.other] {
                leaves.append(try Draft(directory, who).leaf(by: who.sign))
                try directory.admit(leaf: leaves[leaves.count - 1])
            }
            let sealed = try room.write(by: room.client)
            let served = Served(sealed, to: room.coach)
            let kit = try Kit(secret: fill(0x21, 16))
            let about = Slot.About(pool: pool, user: room.client.user, epoch: 1, params: .kit)
            let slot = try Slot(sealing: fill(0x78), by: Way.kit(kit), about: about).value
            let bundle = try KeyBundle(seq: 1, signSeed: room.client.seed, encSecret: room.client.secret)
                .sealed(under: fill(0x78), pool: pool, user: room.client.user, epoch: 1)
            let login = Login(
                origin: "https://room.example", pool: pool, user: room.client.user, nonce: id(6), at: time,
                purpose: .recover,
                proof: room.client.sign.publicKey)
            let roster = try Statement.sign(.roster, room.roster.value, by: [room.client.sign, room.coach.sign])
            let encode = { (bytes: Bytes) in Base64URL.text(bytes) }
            let own = try Own(
                pool: pool, eng: Room.eng, root: encode(directory.tree.root(of: 3)), roster: encode(roster),
                roster_hash: encode(room.first.hash),
                login: encode(Statement.sign(.login, login.value, by: [Way.kit(kit).auth])),
                login_nonce: id(6), time: time, leaves: leaves.map(encode),
                people: [room.client, room.coach].map {
                    .init(user: $0.user, sign_pk: encode($0.sign.publicKey), secret: encode($0.secret))
                },
                record: .init(
                    statement: encode(served.statement), text: encode(served.text), wrap: encode(served.wrap),
                    share: encode(served.share), rec: id(30), body: encode(Room.words)),
                unlock: .init(
                    kit: kit.words.joined(separator: " "), slot: encode(slot.serialised()),
                    bundle: encode(bundle.serialised())))
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
            try (encoder.encode(own) + Data("\n".utf8)).write(
                to: root.appending(path: "Tests/Vectors/frozen-swift-v1.json"))
        }
        let own = try vectors("frozen-swift-v1", as: Own.self)
        let room = try Room()
        var served = try Served(room.write(by: room.client), to: room.coach)
        (served.statement, served.text) = (try bytes(own.record.statement), try bytes(own.record.text))
        (served.wrap, served.share) = (try bytes(own.record.wrap), try bytes(own.record.share))
        var chain: RecordChain? = RecordChain()
        #expect(try room.open(served, as: room.coach, &chain).body == bytes(own.record.body))
    }
}
