// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import Seal

@Suite("Statements, keys and wraps")
struct StatementTests {
    struct BadKeys: Decodable { let ed25519, x25519, signatures: [String] }

    @Test("The identity key, for which the library accepts a signature of zeros, is refused with all its kin")
    func badKeys() throws {
        let bad = try vectors("bad-keys", as: BadKeys.self)
        let forged: Bytes = [1] + fill(0, 63)
        for text in bad.ed25519 {
            refused(.key) { try CurveChecks.signingKey(unhex(text)) }
            refused(.key) { try verifySignature(forged, of: [1, 2, 3], by: unhex(text)) }
        }
        let own = try Person(3).enc
        for text in bad.x25519 {
            refused(.key) { try CurveChecks.agreementKey(unhex(text)) }
            refused(.key) { _ = try CheckedHPKE.seal(fill(1), to: unhex(text), info: [], authenticating: []) }
            refused(.key) {
                _ = try CheckedHPKE.open(unhex(text) + fill(0, 48), with: own, info: [], authenticating: [])
            }
        }
        for text in bad.signatures { refused(.signature) { try CurveChecks.signature(unhex(text)) } }
        for size in [0, 31, 33, 64] { refused(.key) { try CurveChecks.signingKey(fill(7, size)) } }
    }

    @Test("A statement stands for its kind, its body and its signers only")
    func scope() throws {
        let (a, b) = (try Person(1).sign, try Person(2).sign)
        let bytes = try Statement.sign(.login, .object(["a": 1]), by: [a])
        let statement = try Statement(bytes, kind: .login)
        try statement.verify(by: [a.publicKey])
        for kind in StatementKind.allCases where kind != .login {
            refused(.statement) { _ = try Statement(bytes, kind: kind) }
        }
        for keys in [[], [b.publicKey], [a.publicKey, a.publicKey], [a.publicKey, b.publicKey]] {
            refused(.signature) { try statement.verify(by: keys) }
        }
    }

    @Test("A signature under one kind is none under another, even when the carrier is relabelled")
    func relabelled() throws {
        let a = try Person(1).sign
        let bytes = try Statement.sign(.login, .object(["a": 1]), by: [a])
        guard case .object(let carrier) = try CanonicalParser.object(bytes) else { return #expect(Bool(false)) }
        for kind in StatementKind.allCases where kind != .login {
            let other = try CanonicalValue.object(carrier.merging(["payload_type": .string(kind.type)]) { $1 })
                .serialised()
            refused(.signature) { try Statement(other, kind: kind).verify(by: [a.publicKey]) }
        }
    }

    @Test("No changed bit of a statement survives, but for the hint that nobody believes")
    func changedBits() throws {
        let a = try Person(1).sign
        let bytes = try Statement.sign(.keys, .object(["about": "x", "n": 5]), by: [a])
        let hint = hintRange(in: bytes)
        for changed in flips(bytes) where !hint.contains(changed.at) {
            refused { try Statement(changed.bytes, kind: .keys).verify(by: [a.publicKey]) }
        }
    }

    @Test("Two signatures are needed where two must sign, in either order, and one person is not two")
    func several() throws {
        let (a, b) = (try Person(1).sign, try Person(2).sign)
        let both = try Statement(Statement.sign(.roster, .object(["a": 1]), by: [a, b]), kind: .roster)
        try both.verify(by: [a.publicKey, b.publicKey])
        try both.verify(by: [b.publicKey, a.publicKey])
        refused(.signature) { try both.verify(by: [a.publicKey]) }
        let twice = try Statement(Statement.sign(.roster, .object(["a": 1]), by: [a, a]), kind: .roster)
        refused(.signature) { try twice.verify(by: [a.publicKey, b.publicKey]) }
        refused(.statement) { _ = try Statement.sign(.roster, .object(["a": 1]), by: []) }
        refused(.statement) { _ = try Statement.sign(.roster, .object(["a": 1]), by: Array(repeating: a, count: 17)) }
        let long = String(repeating: "x", count: 50_000)
        refused(.statement, .canonical) { _ = try Statement.sign(.roster, .object(["a": .string(long)]), by: [a]) }
    }

    @Test("Carriers of another shape are refused")
    func shapes() throws {
        let bytes = try Statement.sign(.req, .object(["a": 1]), by: [try Person(1).sign])
        guard case .object(let carrier) = try CanonicalParser.object(bytes),
            case .array(let signatures)? = carrier["signatures"], case .object(let first) = signatures[0]
        else { return #expect(Bool(false)) }
        let wrong: [[String: CanonicalValue]] = [
            ["extra": 1], ["signatures": .array([])],
            ["signatures": .array(Array(repeating: signatures[0], count: 17))],
            ["signatures": .array([.object(first.merging(["keyid": "å"]) { $1 })])],
            ["signatures": .array([.object(first.merging(["keyid": 1]) { $1 })])],
            ["signatures": .array([.object(first.merging(["sig": "AA"]) { $1 })])],
            ["signatures": .array([.object(["sig": first["sig"] ?? 1])])], ["signatures": 1], ["payload": 5],
            ["payload": "A"], ["payload_type": "application/vnd.confidant.req.v2+json"], ["payload_type": 1],
        ]
        for change in wrong {
            let other = try CanonicalValue.object(carrier.merging(change) { $1 }).serialised()
            refused(.statement) { _ = try Statement(other, kind: .req) }
        }
        for body in ["{\"a\": 1}", "{\"b\":1,\"a\":1}", "[]", "x", "{\"a\":1.0}", ""] {
            let change = carrier.merging(["payload": CanonicalValue(Bytes(utf8: body))]) { $1 }
            refused(.canonical) { _ = try Statement(CanonicalValue.object(change).serialised(), kind: .req) }
        }
    }

    @Test("What is sealed to a key opens with that key, that purpose and that context only")
    func wraps() throws {
        let (a, b) = (try Person(1).enc, try Person(2).enc)
        let (info, data) = (Bytes(utf8: "info"), Bytes(utf8: "aad"))
        let wrapped = try CheckedHPKE.seal(fill(7), to: a.publicKey, info: info, authenticating: data)
        #expect(wrapped.count == CheckedHPKE.wrapSize)
        #expect(try CheckedHPKE.open(wrapped, with: a, info: info, authenticating: data) == fill(7))
        refused(.sealed) { _ = try CheckedHPKE.open(wrapped, with: b, info: info, authenticating: data) }
        refused(.sealed) { _ = try CheckedHPKE.open(wrapped, with: a, info: data, authenticating: data) }
        refused(.sealed) { _ = try CheckedHPKE.open(wrapped, with: a, info: info, authenticating: info) }
        for changed in flips(wrapped) {
            refused(.sealed, .key) {
                _ = try CheckedHPKE.open(changed.bytes, with: a, info: info, authenticating: data)
            }
        }
        for size in [0, 31, 47, 79] {
            refused(.sealed) {
                _ = try CheckedHPKE.open(Bytes(wrapped.prefix(size)), with: a, info: info, authenticating: data)
            }
        }
    }

    @Test("Proofs of wrong sizes, places, roots or steps prove nothing")
    func proofs() throws {
        var tree = MerkleTree()
        let leaves = (0..<33).map { MerkleTree.leaf(fill(UInt8($0), 4)) }
        for leaf in leaves { tree.append(leaf) }
        for (older, newer) in [(1, 2), (3, 7), (4, 8), (8, 9), (15, 16), (16, 33), (31, 32), (32, 33)] {
            let proof = try tree.consistencyProof(from: older, to: newer)
            let (first, second) = (try tree.root(of: older), try tree.root(of: newer))
            try MerkleProof.consistency(from: older, first, to: newer, second, proof: proof)
            let wrong: [(Int, Bytes, Int, Bytes, [Bytes])] = [
                (older, second, newer, first, proof), (newer, first, older, second, proof),
                (0, first, newer, second, proof),
                (older, first, newer, second, proof + [fill(1)]), (older, first, newer, second, proof.dropLast()),
                (older, first, newer, second, proof.map { $0.dropLast() }), (-1, first, newer, second, proof),
                (older, first, newer, second, []), (older, first, newer + 64, second, proof),
                (older, first, older, second, proof),
            ]
            for (m, a, n, b, steps) in wrong {
                refused(.proof) { try MerkleProof.consistency(from: m, a, to: n, b, proof: steps) }
            }
        }
        for (at, size) in [(0, 1), (0, 2), (6, 7), (8, 9), (15, 16), (32, 33), (5, 33)] {
            let proof = try tree.inclusionProof(of: at, in: size)
            let whole = try tree.root(of: size)
            let wrong: [(Bytes, Int, Int, [Bytes], Bytes)] = [
                (leaves[at], at, size, proof + [fill(1)], whole), (leaves[at], size, size, proof, whole),
                (leaves[at], -1, size, proof, whole), (leaves[at], at, 0, proof, whole),
                (fill(1), at, size, proof, whole),
                (leaves[at], at, size, proof, fill(1)), (leaves[at], at, size * 2 + 2, proof, whole),
                (fill(UInt8(at), 4), at, size, proof, whole),
            ]
            for (leaf, place, count, steps, root) in wrong {
                refused(.proof) { try MerkleProof.inclusion(of: leaf, at: place, in: count, proof: steps, root: root) }
            }
        }
        refused(.proof) { _ = try tree.root(of: 34) }
        refused(.proof) { _ = try tree.inclusionProof(of: 33, in: 33) }
        refused(.proof) { _ = try tree.consistencyProof(from: 0, to: 3) }
        refused(.proof) { _ = try CommitmentLeaf.entry(salt: fill(1, 31), statement: []) }
    }
}
