// SPDX-License-Identifier: EUPL-1.2

/// A moment in UTC, to the millisecond, between the years 0001 and 9999.
///
/// Its text, `2026-01-31T09:00:00.000Z`, is what stands in the database: 24 characters, so that text order is time order
/// on both engines.
package struct Timestamp: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    package let milliseconds: Int64

    package init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// Reads the text form; `nil` unless it is exactly the 24 characters that `text` writes.
    package init?(_ text: String) {
        let c = Array(text.utf8)
        guard c.count == 24, c[10] == UInt8(ascii: "T"), c[13] == UInt8(ascii: ":"), c[16] == UInt8(ascii: ":"),
            c[19] == UInt8(ascii: "."), c[23] == UInt8(ascii: "Z"),
            let day = Day(String(decoding: c[0..<10], as: UTF8.self)),
            let hour = Digits.read(c[11..<13]), let minute = Digits.read(c[14..<16]),
            let second = Digits.read(c[17..<19]),
            let milli = Digits.read(c[20..<23]), hour < 24, minute < 60, second < 60
        else { return nil }
        self.milliseconds =
            ((Int64(day.number) * 24 + Int64(hour)) * 60 + Int64(minute)) * 60_000 + Int64(second) * 1000 + Int64(milli)
    }

    package var text: String {
        let inDay = Int(((milliseconds % 86_400_000) + 86_400_000) % 86_400_000)
        return day.text + "T" + Digits.write(inDay / 3_600_000, 2) + ":" + Digits.write(inDay / 60_000 % 60, 2) + ":"
            + Digits.write(inDay / 1000 % 60, 2) + "." + Digits.write(inDay % 1000, 3) + "Z"
    }

    /// The day in UTC on which it falls.
    package var day: Day {
        Day(number: Int((milliseconds - ((milliseconds % 86_400_000) + 86_400_000) % 86_400_000) / 86_400_000))
    }

    package var description: String { text }

    package static func < (left: Timestamp, right: Timestamp) -> Bool { left.milliseconds < right.milliseconds }

    package func adding(seconds: Int) -> Timestamp { Timestamp(milliseconds: milliseconds + Int64(seconds) * 1000) }
    package func adding(minutes: Int) -> Timestamp { adding(seconds: minutes * 60) }
    package func adding(hours: Int) -> Timestamp { adding(minutes: hours * 60) }
    package func adding(days: Int) -> Timestamp { adding(hours: days * 24) }
}
