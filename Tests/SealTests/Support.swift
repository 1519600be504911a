// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Testing

@testable import Seal

let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// A file of `Tests/Vectors`, which the browser's tests read as well.
func vectors<Content: Decodable>(_ name: String, as type: Content.Type = Content.self) throws -> Content {
    let file = root.appending(path: "Tests/Vectors/\(name).json")
    return try JSONDecoder().decode(type, from: Data(contentsOf: file))
}

struct Cases<Case: Decodable>: Decodable { let cases: [Case] }

func unhex(_ text: String) -> Bytes {
    let digits = Array(text.utf8)
    return stride(from: 0, to: digits.count, by: 2).map {
        UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16) ?? 0
    }
}

func hex(_ bytes: some Collection<UInt8>) -> String {
    bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
}

func fill(_ byte: UInt8, _ count: Int = 32) -> Bytes { Bytes(repeating: byte, count: count) }

func id(_ byte: UInt8) -> String { Base64URL.text(fill(byte, 16)) }

func text(_ bytes: Bytes) -> String { String(decoding: bytes, as: UTF8.self) }

/// Demands that work is refused with one of the codes.
func refused(
    _ codes: SealError..., sourceLocation: SourceLocation = #_sourceLocation, _ work: () throws -> Void
) {
    do {
        try work()
        Issue.record("not refused", sourceLocation: sourceLocation)
    } catch let error as SealError {
        #expect(codes.isEmpty || codes.contains(error), "\(error) instead of \(codes)", sourceLocation: sourceLocation)
    } catch {
        Issue.record("\(error)", sourceLocation: sourceLocation)
    }
}

/// Every way of changing one byte of some bytes by one bit.
func flips(_ bytes: Bytes, step: Int = 1) -> [(at: Int, bytes: Bytes)] {
    stride(from: 0, to: bytes.count, by: step).map { at in
        var changed = bytes
        changed[at] ^= 1 << UInt8(at % 8)
        return (at, changed)
    }
}

/// The bytes of a statement's hint, which no verifier reads.
func hintRange(in bytes: Bytes) -> Range<Int> {
    let text = text(bytes)
    guard let found = text.range(of: "\"keyid\":\"") else { return 0..<0 }
    let start = text.utf8.distance(from: text.startIndex, to: found.upperBound)
    return start..<start + 12
}

let pool = id(1)
let time = 1_800_000_000

func stretching() throws -> Stretching { try Stretching(salt: fill(9, 16)) }

/// A person with keys made from one byte; the same byte makes the same person as in the browser's tests.
struct Person {
    let user: String
    let seed: Bytes
    let secret: Bytes
    let sign: SigningKey
    let enc: OpeningKey

    init(_ byte: UInt8, generation: UInt8 = 0) throws {
        user = id(byte)
        var seed = fill(byte)
        seed[2] = generation
        var secret = seed
        secret[1] ^= 0xff
        (self.seed, self.secret) = (seed, secret)
        sign = try SigningKey(seed: seed)
        enc = try OpeningKey(secret: secret)
    }
}

/// A key statement to be changed by a test.
struct Draft {
    var pool: String
    var user: String
    var seq: Int
    var prev: Bytes
    var signKey: Bytes
    var encKey: Bytes
    var stretching: Stretching
    var reason: KeyStatement.Reason
    var at: Int
    var seen: TreePoint
    var attesters: [KeyHolder] = []

    /// What follows in the directory for a person.
    init(_ directory: KeyDirectory, _ who: Person) throws {
        let last = directory.current(who.user)
        pool = directory.pool
        user = who.user
        seq = (last?.keys.seq ?? 0) + 1
        prev = last?.hash ?? []
        signKey = who.sign.publicKey
        encKey = who.enc.publicKey
        stretching = try Stretching(salt: fill(9, 16))
        reason = last == nil ? .create : .rotate
        at = time + (last?.keys.seq ?? 0)
        seen = try directory.tree.point(at: directory.tree.count)
    }

    func statement() -> KeyStatement {
        KeyStatement(
            pool: pool, user: user, seq: seq, prev: prev, signKey: signKey, encKey: encKey, stretching: stretching,
            reason: reason, at: at, seen: seen, attesters: attesters)
    }

    func leaf(by signers: SigningKey...) throws -> Bytes {
        try KeyStatement.leaf(Statement.sign(.keys, statement().value, by: signers))
    }
}

func directory(of people: Person...) throws -> KeyDirectory {
    var directory = KeyDirectory(pool: pool)
    for who in people { try directory.admit(leaf: Draft(directory, who).leaf(by: who.sign)) }
    return directory
}
