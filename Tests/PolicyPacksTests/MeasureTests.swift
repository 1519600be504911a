// SPDX-License-Identifier: EUPL-1.2

import PolicyPacks
import Testing

@Suite struct MeasureTests {
    /// Months in which at least, or at most, `amount` falls into every window: one heap of it at the start of each.
    /// It is the worst case for any other window: the fewest heaps when it begins just after one, the most when it
    /// begins on one.
    private static func worstCase(_ amount: Int, every window: Int) -> [Int] {
        (0..<240).map { $0.isMultiple(of: window) ? amount : 0 }
    }

    private static func sums(_ months: [Int], over window: Int) -> [Int] {
        (0...(months.count - window)).map { months[$0..<($0 + window)].reduce(0, +) }
    }

    @Test("A figure over a stretch satisfies another exactly when its worst case does, month by month")
    func stretches() throws {
        for (window, otherWindow) in [1, 2, 3, 4, 6, 12, 24, 36].flatMap({ a in
            [1, 2, 3, 5, 6, 12, 18, 36].map { (a, $0) }
        }) {
            for (amount, other) in [0, 1, 2, 3, 7, 12].flatMap({ a in [0, 1, 2, 4, 9, 36].map { (a, $0) } }) {
                let mine = try #require(Measure(.init(amount, .hours), per: .init(window, .months)))
                let theirs = try #require(Measure(.init(other, .hours), per: .init(otherWindow, .months)))
                let months = Self.worstCase(amount, every: window)
                let least = try #require(Self.sums(months, over: otherWindow).min())
                let most = try #require(Self.sums(months, over: otherWindow).max())
                #expect(mine.satisfies(theirs, direction: .greater) == (least >= other), "\(mine), \(theirs)")
                #expect(mine.satisfies(theirs, direction: .smaller) == (most <= other), "\(mine), \(theirs)")
            }
        }
    }

    @Test("Satisfying is passed on: who satisfies the second, which satisfies the third, satisfies the third")
    func transitive() {
        var numbers = SeededNumbers(seed: 4)
        let measures = (0..<60).map { _ in Self.random(&numbers) }
        for direction in [Direction.greater, .smaller] {
            for first in measures {
                #expect(first.satisfies(first, direction: direction))
                for second in measures where first.satisfies(second, direction: direction) {
                    for third in measures where second.satisfies(third, direction: direction) {
                        #expect(first.satisfies(third, direction: direction), "\(first), \(second), \(third)")
                    }
                }
            }
        }
    }

    @Test("Units of one family compare: a year is twelve months, an hour sixty minutes")
    func units() throws {
        let year = try #require(Measure(.init(1, .years)))
        let months = try #require(Measure(.init(12, .months)))
        #expect(year.satisfies(months, direction: .greater) && months.satisfies(year, direction: .greater))
        let hour = try #require(Measure(.init(1, .hours), per: .init(2, .weeks)))
        let minutes = try #require(Measure(.init(61, .minutes), per: .init(14, .days)))
        #expect(minutes.satisfies(hour, direction: .greater))
        #expect(!hour.satisfies(minutes, direction: .greater))
    }

    @Test("Units of different families never satisfy each other, either way")
    func families() throws {
        let days = try #require(Measure(.init(28, .days)))
        for other in [
            Measure(.init(1, .months)), Measure(.init(28, .workingDays)),
            Measure(.init(28, .days), per: .init(1, .months)),
        ] {
            let other = try #require(other)
            for direction in Direction.allCases {
                #expect(!days.satisfies(other, direction: direction))
                #expect(!other.satisfies(days, direction: direction))
            }
        }
    }

    @Test("Shares compare as fractions")
    func shares() throws {
        let twoThirds = try #require(Measure(.init(2, .votes), per: .init(3, .votes)))
        let half = try #require(Measure(.init(1, .votes), per: .init(2, .votes)))
        let fourSixths = try #require(Measure(.init(4, .votes), per: .init(6, .votes)))
        #expect(twoThirds.satisfies(half, direction: .greater) && !half.satisfies(twoThirds, direction: .greater))
        #expect(
            twoThirds.satisfies(fourSixths, direction: .greater) && fourSixths.satisfies(twoThirds, direction: .greater)
        )
    }

    @Test("The greatest figures compare without a trap")
    func greatest() throws {
        let huge = try #require(Measure(.init(Measure.greatest, .years), per: .init(Measure.greatest, .years)))
        let tiny = try #require(Measure(.init(1, .months), per: .init(1, .months)))
        #expect(huge.satisfies(huge, direction: .greater))
        _ = tiny.satisfies(huge, direction: .greater)
        #expect(Measure(.init(Measure.greatest + 1, .hours)) == nil)
        #expect(Measure(.init(-1, .hours)) == nil)
        #expect(Measure(.init(1, .hours), per: .init(0, .years)) == nil)
    }

    @Test(
        "A scope is a kind of member or a level of a body",
        arguments: [
            ("external-member", true), ("internal-member", true), ("ac/master", true), ("icf/team-2", true),
            ("ac", false),
            ("ac/", false), ("AC/master", false), ("ac/master/x", false), ("ac/-x", false), ("", false),
        ])
    func scopes(text: String, isScope: Bool) {
        #expect((NumberScope(text) != nil) == isScope)
        #expect(NumberScope(text)?.description ?? text == text)
    }

    private static func random(_ numbers: inout SeededNumbers) -> Measure {
        let amount = Measure.Amount(
            Int.random(in: 0...20, using: &numbers), Bool.random(using: &numbers) ? .hours : .minutes)
        let per = Measure.Amount(
            Int.random(in: 1...8, using: &numbers), Bool.random(using: &numbers) ? .months : .years)
        return Measure(amount, per: per) ?? Measure(Measure.Amount(1, .hours)) ?? random(&numbers)
    }
}

@Suite struct MeasureWordsTests {
    @Test(
        "A figure is said as a phrase in both languages, with the form that each number asks for",
        arguments: [
            (
                1, MeasureUnit.hours, 35, MeasureUnit.practiceHours, "1 hour for every 35 hours of practice",
                "1 awr am bob 35 awr o ymarfer"
            ),
            (16, .hours, 1, .years, "16 hours in 1 year", "16 awr mewn 1 flwyddyn"),
            (40, .hours, 3, .years, "40 hours in 3 years", "40 awr mewn 3 blynedd"),
            (5, .people, 12, .months, "5 people in 12 months", "5 o bobl mewn 12 mis"),
            (2, .votes, 3, .votes, "2 of 3 votes", "2 o 3 pleidlais"),
        ])
    func stretches(value: Int, unit: MeasureUnit, stretch: Int, of: MeasureUnit, english: String, welsh: String) throws
    {
        let measure = try #require(Measure(.init(value, unit), per: .init(stretch, of)))
        #expect(measure.words == Bilingual(en: english, cy: welsh))
    }

    @Test(
        "Welsh nouns mutate after numbers",
        arguments: [
            (1, "1 flwyddyn"), (2, "2 flynedd"), (3, "3 blynedd"), (5, "5 mlynedd"), (6, "6 blynedd"),
            (10, "10 mlynedd"),
        ])
    func years(value: Int, welsh: String) throws {
        #expect(try #require(Measure(.init(value, .years))).words.cy == welsh)
    }

    @Test("Directions and scopes are said in both languages")
    func others() {
        let words =
            Direction.allCases.map(\.words)
            + [NumberScope.externalMember, .internalMember, .credential("ac/master")].map(\.words)
        for line in words { #expect(!line.en.isEmpty && !line.cy.isEmpty && line.en != line.cy) }
    }
}
