// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Testing

@testable import Seal

/// The browser's half of the seal under node, asked in batches.
struct Twin {
    enum Value: Codable {
        case text(String)
        case number(Int)
        case flag(Bool)
        case list([String])
        case numbers([Int])
        case people([[String: String]])

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let flag = try? container.decode(Bool.self) {
                self = .flag(flag)
            } else if let number = try? container.decode(Int.self) {
                self = .number(number)
            } else if let list = try? container.decode([String].self) {
                self = .list(list)
            } else if let numbers = try? container.decode([Int].self) {
                self = .numbers(numbers)
            } else {
                self = .text(try container.decode(String.self))
            }
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .text(let value): try container.encode(value)
            case .number(let value): try container.encode(value)
            case .flag(let value): try container.encode(value)
            case .list(let value): try container.encode(value)
            case .numbers(let value): try container.encode(value)
            case .people(let value): try container.encode(value)
            }
        }
    }

    struct Answer: Decodable {
        private let values: [String: Value]

        init(from decoder: any Decoder) throws { values = try [String: Value](from: decoder) }

        var isAccepted: Bool { if case .flag(true)? = values["ok"] { true } else { false } }
        var step: Int { number("step") }

        func text(_ key: String) -> String { if case .text(let text)? = values[key] { text } else { "" } }
        func number(_ key: String) -> Int { if case .number(let number)? = values[key] { number } else { -1 } }
        func list(_ key: String) -> [String] { if case .list(let list)? = values[key] { list } else { [] } }
        func bytes(_ key: String) throws -> Bytes { try Base64URL.bytes(text(key)) }
    }

    private var tasks: [(name: String, values: [String: Value], check: (Answer) throws -> Void)] = []

    /// Adds a task; `check` judges the answer.
    mutating func ask(_ name: String, _ values: [String: Value], check: @escaping (Answer) throws -> Void) {
        tasks.append((name, values, check))
    }

    /// Runs node over all tasks and judges its answers.
    func run() throws {
        let folder = FileManager.default.temporaryDirectory.appending(
            path:
                "seal-twin-\(ProcessInfo.processInfo.processIdentifier)-\(tasks.count)-\(UInt64.random(in: 0 ... .max))"
        )
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (input, output) = (folder.appending(path: "tasks"), folder.appending(path: "answers"))
        let encoder = JSONEncoder()
        var lines = Data()
        for task in tasks {
            lines += try encoder.encode(task.values.merging(["do": .text(task.name)]) { $1 }) + Data("\n".utf8)
        }
        try lines.write(to: input)
        let node = Process()
        node.executableURL = URL(filePath: "/usr/bin/env")
        let script = root.appending(path: "Tests/Browser/seal/twin.mjs").path
        node.arguments = ["node", "--no-warnings", script, input.path, output.path]
        try node.run()
        node.waitUntilExit()
        try #require(node.terminationStatus == 0, "node failed")
        let answers = try Data(contentsOf: output).split(separator: UInt8(ascii: "\n"))
        try #require(answers.count == tasks.count)
        for (task, line) in zip(tasks, answers) { try task.check(JSONDecoder().decode(Answer.self, from: line)) }
    }
}

extension Twin.Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
    init(stringLiteral value: String) { self = .text(value) }
    init(integerLiteral value: Int) { self = .number(value) }
    init(_ bytes: Bytes) { self = .text(Base64URL.text(bytes)) }
    init(_ list: [Bytes]) { self = .list(list.map { Base64URL.text($0) }) }
}

/// Random cases that a seed makes again.
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    mutating func bytes(_ count: Int) -> Bytes { (0..<count).map { _ in UInt8.random(in: 0...255, using: &self) } }

    mutating func one(of chances: Int) -> Bool { Int.random(in: 0..<chances, using: &self) == 0 }

    mutating func pick<Item>(_ items: [Item]) -> Item { items[Int.random(in: 0..<items.count, using: &self)] }
}
