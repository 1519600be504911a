// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Testing

@testable import PolicyPacks

@Suite struct JSONParserTests {
    @Test("What Foundation writes, the parser reads as the same value", arguments: 1...200 as ClosedRange<UInt64>)
    func roundTrip(seed: UInt64) throws {
        var numbers = SeededNumbers(seed: seed)
        let value = Self.value(depth: 0, &numbers)
        let options: JSONSerialization.WritingOptions =
            seed.isMultiple(of: 2) ? [.fragmentsAllowed] : [.fragmentsAllowed, .prettyPrinted]
        let bytes = try JSONSerialization.data(withJSONObject: value, options: options)
        let node = try JSONParser.parse([UInt8](bytes))
        #expect(Self.isSame(node, value))
    }

    @Test(
        "Escapes stand for what they mean",
        arguments: [
            (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\u00e9\u20AC""#, "é€"), (#""\ud83d\ude00""#, "😀"),
            (#""e\u0301""#, "e\u{301}"),
        ])
    func escapes(text: String, meaning: String) throws {
        guard case .string(let read) = try JSONParser.parse(Array(text.utf8)).value else {
            Issue.record("no text")
            return
        }
        #expect(Array(read.unicodeScalars) == Array(meaning.unicodeScalars))
    }

    @Test(
        "A fault is named with its line and column",
        arguments: [
            ("", 1, 1), ("{\n  \"a\": 1,\n  \"a\": 2\n}", 3, 3), ("[1,]", 1, 4), ("[1 2]", 1, 4), ("{\"a\" 1}", 1, 6),
            ("{a: 1}", 1, 2), ("[01]", 1, 3), ("[1.]", 1, 4), ("[-]", 1, 3), ("[1e]", 1, 4), ("[tru]", 1, 2),
            ("[\n\"a\nb\"]", 2, 3), ("\"\\x\"", 1, 3), ("\"\\ud800\"", 1, 8), ("\"\\udc00\"", 1, 8),
            ("\"\\u12g4\"", 1, 6), ("\"open", 1, 6), ("{} {}", 1, 4), ("\u{FEFF}{}", 1, 1), ("[1,\n\n  nil]", 3, 3),
        ])
    func faults(text: String, line: Int, column: Int) {
        let position = TextPosition(line: line, column: column)
        let error = #expect(throws: JSONSyntaxError.self) { try JSONParser.parse(Array(text.utf8)) }
        #expect(error?.position == position, "\(text)")
    }

    @Test("Bytes that are not UTF-8 are refused with their line")
    func encoding() {
        let error = #expect(throws: JSONSyntaxError.self) {
            try JSONParser.parse(Array("[\n\"".utf8) + [0xC3, 0x28] + Array("\"]".utf8))
        }
        #expect(error?.position == TextPosition(line: 2, column: 1))
    }

    @Test("Depth is bounded, so that brackets by the million are a fault and no crash")
    func depth() {
        let bytes = [UInt8](repeating: UInt8(ascii: "["), count: 1_000_000)
        #expect(throws: JSONSyntaxError.self) { try JSONParser.parse(bytes) }
    }

    @Test("No byte taken out of a file or changed makes the parser do worse than name a fault")
    func damage() {
        let whole = Array(PackText().json.utf8)
        for index in whole.indices {
            var bytes = whole
            bytes.remove(at: index)
            _ = try? JSONParser.parse(bytes)
            for byte in [0, 0x22, 0x5C, 0x7B, 0x7D, 0xC3, 0xFF] as [UInt8] {
                bytes = whole
                bytes[index] = byte
                _ = try? JSONParser.parse(bytes)
            }
            #expect(throws: JSONSyntaxError.self) { try JSONParser.parse(Array(whole[..<index])) }
        }
    }

    @Test("Text that is written can be read back", arguments: ["", "a\"b\\c", "\u{0}\u{1F}\n", "Rhaid, ŵ 😀 e\u{301}"])
    func written(text: String) throws {
        guard case .array(let items) = try JSONParser.parse(Array(JSONText.list([text]).utf8)).value,
            case .string(let read) = items.first?.value
        else {
            Issue.record("no text")
            return
        }
        #expect(Array(read.unicodeScalars) == Array(text.unicodeScalars))
    }

    private static func value(depth: Int, _ numbers: inout SeededNumbers) -> Any {
        switch Int.random(in: depth > 3 ? 2...5 : 0...5, using: &numbers) {
        case 0:
            return (0..<Int.random(in: 0...4, using: &numbers)).map { _ in value(depth: depth + 1, &numbers) }
        case 1:
            let keys = (0..<Int.random(in: 0...4, using: &numbers)).map { _ in text(&numbers) }
            return Dictionary(
                keys.map { ($0, value(depth: depth + 1, &numbers)) }, uniquingKeysWith: { first, _ in first })
        case 2: return text(&numbers)
        case 3: return Int.random(in: -1_000_000...1_000_000, using: &numbers)
        case 4: return Bool.random(using: &numbers)
        default: return NSNull()
        }
    }

    private static func text(_ numbers: inout SeededNumbers) -> String {
        let pool = ["a", "Z", "\"", "\\", "/", "\n", "\u{1}", "é", "ŵ", "😀", " ", "{", "]", "\u{2028}"]
        return (0..<Int.random(in: 0...8, using: &numbers)).map { _ in
            pool.randomElement(using: &numbers) ?? ""
        }.joined()
    }

    private static func isSame(_ node: JSONNode, _ value: Any) -> Bool {
        switch (node.value, value) {
        case (.object(let members), let value as [String: Any]):
            members.count == value.count
                && members.allSatisfy { member in
                    value[member.key].map { isSame(member.value, $0) } ?? false
                }
        case (.array(let items), let value as [Any]):
            items.count == value.count && zip(items, value).allSatisfy(isSame)
        case (.string(let text), let value as String): text == value
        case (.boolean(let flag), let value as Bool): flag == value
        case (.number(let text), let value as Int): Int(text) == value
        case (.null, is NSNull): true
        default: false
        }
    }
}
