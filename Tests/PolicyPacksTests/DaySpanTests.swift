// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PolicyPacks
import Testing

@Suite struct DaySpanTests {
    @Test("Two spans overlap exactly when some day lies in both")
    func overlap() throws {
        let first = try #require(Day("2026-02-26"))
        let ends: [Day?] = [nil] + (0..<6).map { first.adding(days: $0) }
        let spans = ends.flatMap { from in ends.compactMap { DaySpan(from: from, until: $0) } }
        let around = (-1...6).map { first.adding(days: $0) }
        for left in spans {
            for right in spans {
                let shared = around.contains { left.contains($0) && right.contains($0) }
                #expect(left.overlaps(right) == shared, "\(left) and \(right)")
            }
        }
    }

    @Test("A span that ends before it starts is none")
    func backwards() throws {
        let day = try #require(Day("2026-03-01"))
        #expect(DaySpan(from: day, until: day.adding(days: -1)) == nil)
        #expect(DaySpan(from: day, until: day)?.contains(day) == true)
    }
}
