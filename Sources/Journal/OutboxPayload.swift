// SPDX-License-Identifier: EUPL-1.2

import FoundationEssentials
package import Kernel

/// A value that may stand in an outbox item: an id, a closed code, a number, a moment. `String` is none of them, so that
/// neither prose nor an address can get in; an enumeration of codes becomes one by declaring it.
package protocol OutboxValue: Sendable {
    /// ASCII letters, digits and `-_.:` only.
    var outboxText: String { get }
}

extension OutboxValue where Self: RawRepresentable<String> {
    package var outboxText: String { rawValue }
}

extension ID: OutboxValue { package var outboxText: String { text } }
extension Int: OutboxValue { package var outboxText: String { String(self) } }
extension Timestamp: OutboxValue { package var outboxText: String { text } }
extension Day: OutboxValue { package var outboxText: String { text } }
extension Language: OutboxValue {}
extension Role: OutboxValue {}

/// What an outbox item carries besides its subject: names and `OutboxValue`s. Kept as a small JSON object.
package struct OutboxPayload: Hashable, Sendable, ExpressibleByDictionaryLiteral {
    private let texts: [String: String]

    package init(dictionaryLiteral elements: (StaticString, any OutboxValue)...) {
        texts = Dictionary(elements.map { ("\($0)", $1.outboxText) }, uniquingKeysWith: { first, _ in first })
    }

    package init(stored json: String) throws {
        texts = try JSONDecoder().decode([String: String].self, from: Data(json.utf8))
    }

    /// The same with one value more.
    package func with(_ name: StaticString, _ value: any OutboxValue) -> OutboxPayload {
        OutboxPayload(texts.merging(["\(name)": value.outboxText]) { _, new in new })
    }

    private init(_ texts: [String: String]) {
        self.texts = texts
    }

    /// A code as it was put in; `nil` where nothing of that name was.
    package func code(_ name: StaticString) -> String? { texts["\(name)"] }
    package func id<Of>(_ name: StaticString, _: Of.Type = Of.self) -> ID<Of>? { code(name).flatMap { ID($0) } }
    package func int(_ name: StaticString) -> Int? { code(name).flatMap { Int($0) } }
    package func time(_ name: StaticString) -> Timestamp? { code(name).flatMap { Timestamp($0) } }
    package func day(_ name: StaticString) -> Day? { code(name).flatMap { Day($0) } }

    /// The JSON text, keys in order.
    ///
    /// - Throws: `OutboxError.notACode` if a value holds anything but the characters of ids and codes.
    func json() throws -> String {
        guard texts.values.allSatisfy(OutboxCode.isOne) else { throw OutboxError.notACode }
        let members = texts.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\"\($0.value)\"" }
        return "{" + members.joined(separator: ",") + "}"
    }
}

/// The characters of ids and codes: none that an address, a sentence or JSON's own marks would need.
enum OutboxCode {
    static func isOne(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count)
            && text.utf8.allSatisfy { Base64URL.isDigit($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":") }
    }
}

/// What the outbox refuses. Both are faults of the program, found by the first test that runs the call.
package enum OutboxError: String, DomainError, CaseIterable {
    /// A payload or a once key holds something that is no id, code, number or moment.
    case notACode = "outbox.not-a-code"

    package var code: String { rawValue }
    package var kind: ErrorKind { .unavailable }
}
