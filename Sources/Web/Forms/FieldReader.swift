// SPDX-License-Identifier: EUPL-1.2

package import Kernel

/// Reads fields one by one and collects what is wrong. Codes are keys of messages `field.<code>`.
package struct FieldReader {
    package let fields: FormFields
    package private(set) var errors: [FieldError] = []
    /// The names that were asked for, in order: what fields a form has.
    package private(set) var asked: [String] = []

    package init(_ fields: FormFields) {
        self.fields = fields
    }

    package mutating func fail(_ field: String, _ code: String, _ values: [String: String] = [:]) {
        errors.append(FieldError(field, code, values))
    }

    /// A text of one line, trimmed; white space inside folded to single spaces.
    package mutating func line(_ name: String, most: Int = 200, optional: Bool = false) -> String {
        let text = self.text(name, most: most, optional: optional)
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// A text of any number of lines, trimmed. Marks that change the direction of text are refused: they can make a
    /// sentence read as another one.
    package mutating func text(_ name: String, most: Int = 2000, optional: Bool = false) -> String {
        asked.append(name)
        guard let value = fields.value(name) else {
            if !optional { fail(name, "missing") }
            return ""
        }
        guard value.isText else {
            fail(name, "not-text")
            return ""
        }
        let text = Text.trimmed(value.text)
        if text.isEmpty, !optional { fail(name, "missing") }
        if text.utf8.count > most * 4 || text.unicodeScalars.count > most {
            fail(name, "too-long", ["most": String(most)])
        }
        if text.unicodeScalars.contains(where: Self.turnsDirection) { fail(name, "direction-marks") }
        return text
    }

    /// An address that mail can be sent to: one @, something on both sides, no white space, no more than 254 characters.
    package mutating func email(_ name: String, optional: Bool = false) -> String {
        let text = line(name, most: 254, optional: optional)
        if !text.isEmpty, !Self.isEmail(text) { fail(name, "not-an-email") }
        return text
    }

    /// One of the given codes.
    package mutating func choice<Choice: RawRepresentable<String>>(
        _ name: String, _: Choice.Type = Choice.self, optional: Bool = false
    ) -> Choice? {
        asked.append(name)
        let text = fields.first(name) ?? ""
        if text.isEmpty {
            if !optional { fail(name, "choose-one") }
            return nil
        }
        guard let choice = Choice(rawValue: text) else {
            fail(name, "not-a-choice")
            return nil
        }
        return choice
    }

    /// Any number of the given codes, each once.
    package mutating func choices<Choice: RawRepresentable<String> & Hashable>(
        _ name: String, _: Choice.Type = Choice.self, least: Int = 0
    ) -> Set<Choice> {
        asked.append(name)
        var found: Set<Choice> = []
        for value in fields.all(name) {
            guard let choice = Choice(rawValue: value.text) else {
                fail(name, "not-a-choice")
                return []
            }
            found.insert(choice)
        }
        if found.count < least { fail(name, "choose-at-least", ["least": String(least)]) }
        return found
    }

    package mutating func number(_ name: String, _ range: ClosedRange<Int>, optional: Bool = false) -> Int? {
        asked.append(name)
        let text = Text.trimmed(fields.first(name) ?? "")
        if text.isEmpty, optional { return nil }
        guard let number = Int(text), range.contains(number) else {
            fail(name, "not-in-range", ["least": String(range.lowerBound), "most": String(range.upperBound)])
            return nil
        }
        return number
    }

    /// A day from the three fields `<name>_day`, `<name>_month`, `<name>_year`, or one field in the form 2026-01-31.
    package mutating func day(_ name: String, optional: Bool = false) -> Day? {
        asked += [name, "\(name)_day", "\(name)_month", "\(name)_year"]
        let parts = ["year", "month", "day"].map { Text.trimmed(fields.first("\(name)_\($0)") ?? "") }
        if let whole = fields.first(name), let day = Day(Text.trimmed(whole)) { return day }
        if parts.allSatisfy(\.isEmpty), optional, (fields.first(name) ?? "").isEmpty { return nil }
        let numbers = parts.compactMap { Int($0) }
        guard numbers.count == 3, let day = Day(year: numbers[0], month: numbers[1], day: numbers[2]) else {
            fail(name, "not-a-day")
            return nil
        }
        return day
    }

    package mutating func isTicked(_ name: String) -> Bool {
        asked.append(name)
        return !(fields.first(name) ?? "").isEmpty
    }

    package static func isEmail(_ text: String) -> Bool {
        Text.isEmail(text)
    }

    private static func turnsDirection(_ scalar: Unicode.Scalar) -> Bool {
        (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    }
}
