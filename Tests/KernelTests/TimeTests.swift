// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Kernel
import Testing

@Suite("Days and moments")
struct TimeTests {
    @Test(
        "A day that exists is read and written the same",
        arguments: ["1970-01-01", "2024-02-29", "2000-02-29", "1999-12-31", "0001-01-01", "9999-12-31"])
    func reads(text: String) {
        #expect(Day(text)?.text == text)
    }

    @Test(
        "A day that does not exist is refused",
        arguments: [
            "2023-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "26-01-01", "2026-1-1", "",
            "2026-01-0x",
        ])
    func refuses(text: String) {
        #expect(Day(text) == nil)
    }

    @Test("Every day for eight hundred years follows the one before, as Foundation's calendar has it")
    func agreesWithFoundation() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
        for number in stride(from: -135_140, through: 157_000, by: 37) {
            let parts = calendar.dateComponents(
                [.year, .month, .day], from: Date(timeIntervalSince1970: Double(number) * 86_400))
            let day = Day(number: number)
            #expect(day.parts.year == parts.year && day.parts.month == parts.month && day.parts.day == parts.day)
            #expect(Day(day.text) == day)
        }
    }

    @Test("The text of a moment orders as time does, before 1970 too")
    func ordersAsText() {
        let moments = [-86_400_001, -86_400_000, -1, 0, 1, 999, 1000, 1_800_000_000_123].map {
            Timestamp(milliseconds: $0)
        }
        #expect(moments.map(\.text).sorted() == moments.map(\.text))
        for moment in moments { #expect(Timestamp(moment.text) == moment) }
        #expect(Timestamp(milliseconds: -1).text == "1969-12-31T23:59:59.999Z")
    }

    @Test(
        "A text that is not exactly a moment is refused",
        arguments: [
            "2026-01-31T09:00:00Z", "2026-01-31 09:00:00.000Z", "2026-01-31T24:00:00.000Z", "2026-02-30T09:00:00.000Z",
            "2026-01-31T09:00:00.000+00", "2026-01-31T09:60:00.000Z",
        ])
    func refusesMoment(text: String) {
        #expect(Timestamp(text) == nil)
    }
}
