// SPDX-License-Identifier: EUPL-1.2

import Crypto
import Foundation
import Testing

@testable import Seal

@Suite("Published vectors")
struct VectorTests {
    @Test("Ed25519 signs and verifies as RFC 8032 says")
    func signatures() throws {
        struct Case: Decodable { let seed, pk, msg, sig: String }
        for item in try vectors("rfc8032", as: Cases<Case>.self).cases {
            let key = try SigningKey(seed: unhex(item.seed))
            #expect(hex(key.publicKey) == item.pk)
            #expect(try hex(key.sign(unhex(item.msg))) == item.sig)
            try verifySignature(unhex(item.sig), of: unhex(item.msg), by: unhex(item.pk))
        }
    }

    @Test("Ed25519 verification agrees with Wycheproof, and refuses what is only acceptable under keys of small order")
    func wycheproofSignatures() throws {
        struct Case: Decodable {
            let id: Int
            let pk, msg, sig, result: String
            let flags: [String]
        }
        // Under keys of mixed order engines may differ, and only their maker can have such a key.
        for item in try vectors("wycheproof-ed25519", as: Cases<Case>.self).cases
        where !item.flags.contains("MixedOrderPublicKey") {
            let accepted: Bool
            do {
                try verifySignature(unhex(item.sig), of: unhex(item.msg), by: unhex(item.pk))
                accepted = true
            } catch { accepted = false }
            #expect(accepted == (item.result == "valid"), "case \(item.id)")
        }
    }

    @Test("X25519 keys that are not canonical or of small order are refused, all others of Wycheproof agree")
    func agreement() throws {
        struct Case: Decodable {
            let id: Int
            let pk, sk, shared: String
            let flags: [String]
        }
        let unfit = ["LowOrderPublic", "NonCanonicalPublic", "ZeroSharedSecret"]
        for item in try vectors("wycheproof-x25519", as: Cases<Case>.self).cases {
            let raw = unhex(item.pk)
            if !Set(item.flags).isDisjoint(with: unfit) || raw[31] & 0x80 != 0 {
                refused(.key) { try CurveChecks.agreementKey(raw) }
            } else {
                try CurveChecks.agreementKey(raw)
                let own = try OpeningKey(secret: unhex(item.sk))
                let other = try Curve25519.KeyAgreement.PublicKey(rawRepresentation: raw)
                let shared = try own.key.sharedSecretFromKeyAgreement(with: other)
                #expect(shared.withUnsafeBytes { hex(Bytes($0)) } == item.shared, "case \(item.id)")
            }
        }
    }

    @Test("HKDF agrees with RFC 5869 and Wycheproof")
    func derivation() throws {
        struct RFC: Decodable {
            let ikm, okm: String
            let salt, info: String?
            let l: Int
        }
        for item in try vectors("rfc5869", as: Cases<RFC>.self).cases {
            let okm = Derivation.hkdf(
                unhex(item.ikm), salt: unhex(item.salt ?? ""), info: unhex(item.info ?? ""), count: item.l)
            #expect(hex(okm) == item.okm)
        }
        struct Case: Decodable {
            let ikm, salt, info, okm, result: String
            let size: Int
        }
        for item in try vectors("wycheproof-hkdf", as: Cases<Case>.self).cases where item.result == "valid" {
            let okm = Derivation.hkdf(unhex(item.ikm), salt: unhex(item.salt), info: unhex(item.info), count: item.size)
            #expect(hex(okm) == item.okm)
        }
    }

    @Test("AES-GCM agrees with Wycheproof")
    func encryption() throws {
        struct Case: Decodable {
            let id: Int
            let key, iv, aad, msg, ct, tag, result: String
        }
        for item in try vectors("wycheproof-aes-gcm", as: Cases<Case>.self).cases {
            let (key, nonce, data) = (unhex(item.key), unhex(item.iv), unhex(item.aad))
            let sealed = unhex(item.ct + item.tag)
            if item.result == "valid" {
                #expect(try Derivation.decrypt(sealed, key: key, nonce: nonce, authenticating: data) == unhex(item.msg))
                #expect(try Derivation.encrypt(unhex(item.msg), key: key, nonce: nonce, authenticating: data) == sealed)
            } else {
                refused(.sealed) { _ = try Derivation.decrypt(sealed, key: key, nonce: nonce, authenticating: data) }
            }
        }
    }

    @Test("HPKE opens what RFC 9180 sealed")
    func sealing() throws {
        struct Case: Decodable { let info, sk, pk, enc, aad, pt, ct: String }
        for item in try vectors("rfc9180", as: Cases<Case>.self).cases {
            let own = try OpeningKey(secret: unhex(item.sk))
            #expect(hex(own.publicKey) == item.pk)
            let opened = try CheckedHPKE.open(
                unhex(item.enc + item.ct), with: own, info: unhex(item.info), authenticating: unhex(item.aad))
            #expect(hex(opened) == item.pt)
        }
    }

    @Test("Twelve words stand for 16 bytes as BIP 39 says, both ways")
    func words() throws {
        struct Case: Decodable { let entropy, words: String }
        for item in try vectors("bip39", as: Cases<Case>.self).cases {
            let kit = try Kit(secret: unhex(item.entropy))
            #expect(kit.words.joined(separator: " ") == item.words)
            #expect(Kit.read(item.words) == .kit(kit))
        }
    }

    @Test("The word list is the one that the browser has")
    func list() throws {
        let text = try String(contentsOf: root.appending(path: "Room/seal/english.txt"), encoding: .utf8)
        #expect(Words.all == text.split(separator: "\n").map(String.init))
        #expect(hex(sha256(Bytes(utf8: text))) == "2f5eed53a4727b4bf8880d8f3f199efc90e58503646d9ff8eff3a2ed3b24dbda")
    }

    @Test("Roots and proofs are those of RFC 6962")
    func trees() throws {
        struct File: Decodable {
            struct Inclusion: Decodable {
                let at, size: Int
                let proof: [String]
            }
            struct Consistency: Decodable {
                let older, newer: Int
                let proof: [String]
            }
            let leaves, roots: [String]
            let inclusion: [Inclusion]
            let consistency: [Consistency]
        }
        let file = try vectors("rfc6962", as: File.self)
        var tree = MerkleTree()
        let leaves = file.leaves.map { MerkleTree.leaf(unhex($0)) }
        for leaf in leaves { tree.append(leaf) }
        let roots = file.roots.map(unhex)
        for (size, expected) in roots.enumerated() { #expect(try tree.root(of: size) == expected) }
        for item in file.inclusion {
            #expect(try tree.inclusionProof(of: item.at, in: item.size).map { hex($0) } == item.proof)
            try MerkleProof.inclusion(
                of: leaves[item.at], at: item.at, in: item.size, proof: item.proof.map(unhex), root: roots[item.size])
        }
        for item in file.consistency {
            #expect(try tree.consistencyProof(from: item.older, to: item.newer).map { hex($0) } == item.proof)
            try MerkleProof.consistency(
                from: item.older, roots[item.older], to: item.newer, roots[item.newer], proof: item.proof.map(unhex))
        }
    }

    @Test("Account key, slot key and sign-in key are those of the frozen vector")
    func hierarchy() throws {
        struct Frozen: Decodable { let AK, KEK_pw, AUTH_pw_seed, KEK_kit: String }
        let frozen = try vectors("record-v1", as: Frozen.self)
        let kit = try Kit(secret: fill(0x55, 16))
        #expect(hex(Way.accountKey(kit)) == frozen.AK)
        let way = try Way.passphrase(accountKey: Way.accountKey(kit), stretched: fill(0x66))
        #expect(hex(way.wrappingKey) == frozen.KEK_pw)
        #expect(try way.auth.publicKey == SigningKey(seed: unhex(frozen.AUTH_pw_seed)).publicKey)
        #expect(try hex(Way.kit(kit).wrappingKey) == frozen.KEK_kit)
    }

    @Test("A commitment leaf and the root of three are those of the frozen vector")
    func commitments() throws {
        struct Frozen: Decodable { let leaf0, root: String }
        let frozen = try vectors("record-v1", as: Frozen.self)
        let entries = try (1...3).map { n in
            try CommitmentLeaf.entry(salt: fill(UInt8(n)), statement: Bytes(utf8: "stmt\(n)"))
        }
        #expect(text(entries[0]) == frozen.leaf0)
        var tree = MerkleTree()
        for entry in entries { tree.append(MerkleTree.leaf(entry)) }
        #expect(try hex(tree.root(of: 3)) == frozen.root)
    }

    @Test("Stretching gives what hashlib gives, in any form of the same letters")
    func stretches() throws {
        struct Case: Decodable { let passphrase, pool, user, salt, m: String }
        for item in try vectors("stretching", as: Cases<Case>.self).cases {
            let stretching = try Stretching(salt: Base64URL.bytes(item.salt))
            #expect(try hex(stretching.stretch(item.passphrase, pool: item.pool, user: item.user)) == item.m)
        }
        #expect(try stretching().stretch(nil, pool: pool, user: id(4)) == fill(0))
    }
}
