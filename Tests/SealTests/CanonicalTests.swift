// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import Seal

@Suite("Canonical JSON")
struct CanonicalTests {
    struct File: Decodable {
        let accepted: [String]
        let refused: [Item]

        enum Item: Decodable {
            case text(String)
            case bytes(Bytes)

            init(from decoder: any Decoder) throws {
                let container = try decoder.singleValueContainer()
                if let text = try? container.decode(String.self) {
                    self = .text(text)
                } else {
                    self = .bytes(try container.decode(Bytes.self))
                }
            }

            var bytes: Bytes {
                switch self {
                case .text(let text): Bytes(utf8: text)
                case .bytes(let bytes): bytes
                }
            }
        }
    }

    @Test("Whatever has a second spelling is no canonical JSON")
    func spelling() throws {
        let file = try vectors("canonical", as: File.self)
        for text in file.accepted {
            #expect(try CanonicalParser.object(Bytes(utf8: text)).serialised() == Bytes(utf8: text))
        }
        for item in file.refused { refused(.canonical) { _ = try CanonicalParser.object(item.bytes) } }
    }

    @Test("A text beyond the limit is not read")
    func limit() throws {
        let long = { (size: Int) in Bytes(utf8: "{\"a\":\"" + String(repeating: "x", count: size - 8) + "\"}") }
        _ = try CanonicalParser.object(long(61_440))
        refused(.canonical) { _ = try CanonicalParser.object(long(61_441)) }
        _ = try CanonicalParser.object(long(61_441), limit: 61_441)
    }

    @Test("What cannot be said in canonical JSON is not written")
    func writing() throws {
        var deep: CanonicalValue = 1
        for _ in 0..<16 { deep = .object(["a": deep]) }
        #expect(try deep.serialised().count == 97)
        let wrong: [CanonicalValue] = [
            .array([]), "a", 1, true, .object(["A": 1]), .object(["": 1]), .object(["_a": 1]), .object(["a": -1]),
            .object(["a": 9_007_199_254_740_992]), .object(["a": "e\u{301}"]), .object(["a": .array(["\u{212b}"])]),
            .object(["a": deep]),
        ]
        for value in wrong { refused(.canonical) { _ = try value.serialised() } }
    }

    @Test("Each value has one base64url text")
    func encoding() throws {
        for text in ["A", "AB=", "A+", "A/", "AB ", "AAB", "é", "AAAAA", "AA\u{0}A"] {
            refused(.encoding) { _ = try Base64URL.bytes(text) }
        }
        for count in 0..<70 {
            let bytes = try Randomness.system.bytes(count)
            #expect(try Base64URL.bytes(Base64URL.text(bytes)) == bytes)
        }
        #expect(Base64URL.isID("AQEBAQEBAQEBAQEBAQEBAQ"))
        for text in ["AQEBAQEBAQEBAQEBAQEBAR", "AQEB", "", "AQEBAQEBAQEBAQEBAQEBAQ=="] {
            #expect(!Base64URL.isID(text))
        }
    }

    @Test("Kinds and labels are all different and none is the beginning of another")
    func registry() {
        let names = Label.allCases.map(\.rawValue) + StatementKind.allCases.map(\.type)
        for (at, name) in names.enumerated() {
            for (place, other) in names.enumerated() where at != place {
                #expect(!other.hasPrefix(name), "\(name) \(other)")
            }
        }
    }

    @Test("A generator that fails or runs short makes nothing")
    func randomness() throws {
        struct Failure: Error {}
        for broken in [Randomness { _ in throw Failure() }, Randomness { _ in [1, 2, 3] }] {
            refused(.randomness) { _ = try broken.bytes(16) }
            refused(.randomness) { _ = try Passphrase.make(broken) }
            let about = Slot.About(pool: pool, user: id(4), epoch: 1, params: .kit)
            refused(.randomness) {
                _ = try Slot(sealing: fill(1), by: Way.kit(Kit(secret: fill(1, 16))), about: about, broken)
            }
        }
    }
}
