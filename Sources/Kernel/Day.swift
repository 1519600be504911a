// SPDX-License-Identifier: EUPL-1.2

/// A calendar day, Gregorian, without a time zone; its text is `2026-01-31`.
package struct Day: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Days since 1970-01-01.
    package let number: Int

    package init(number: Int) {
        self.number = number
    }

    /// A day that exists; `nil` for 30 February and its like.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1 else { return nil }
        let made = Day(number: Self.number(year: year, month: month, day: day))
        guard made.parts == (year, month, day) else { return nil }
        self = made
    }

    /// Reads `2026-01-31`; `nil` for anything else.
    package init?(_ text: String) {
        let c = Array(text.utf8)
        guard c.count == 10, c[4] == UInt8(ascii: "-"), c[7] == UInt8(ascii: "-"), let year = Digits.read(c[0..<4]),
            let month = Digits.read(c[5..<7]), let day = Digits.read(c[8..<10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    package var text: String {
        let (year, month, day) = parts
        return Digits.write(year, 4) + "-" + Digits.write(month, 2) + "-" + Digits.write(day, 2)
    }

    package var description: String { text }

    package static func < (left: Day, right: Day) -> Bool { left.number < right.number }

    package func adding(days: Int) -> Day { Day(number: number + days) }

    /// Midnight UTC at its start.
    package var start: Timestamp { Timestamp(milliseconds: Int64(number) * 86_400_000) }

    /// Year, month and day of the month. The arithmetic is Howard Hinnant's "chrono-compatible low-level date algorithms".
    package var parts: (year: Int, month: Int, day: Int) {
        let z = number + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
    }

    private static func number(year: Int, month: Int, day: Int) -> Int {
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}

/// Decimal numbers of a fixed width.
enum Digits {
    static func read(_ bytes: ArraySlice<UInt8>) -> Int? {
        var value = 0
        for byte in bytes {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return value
    }

    static func write(_ value: Int, _ width: Int) -> String {
        let text = String(value)
        return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
    }
}
