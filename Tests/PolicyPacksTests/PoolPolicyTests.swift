// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PolicyPacks
import Testing

@Suite struct PoolPolicyTests {
    @Test("Conduct is judged by the edition in force on the day it happened")
    func editionOfTheDay() throws {
        let library = try PackLibrary(
            [
                PackText(edition: "first", from: "2020-01-01", until: "2022-06-29"),
                PackText(edition: "second", from: "2022-07-01"),
            ].map(\.file))
        let expected = [
            "2019-12-31": nil, "2020-01-01": "first", "2022-06-29": "first", "2022-06-30": nil, "2022-07-01": "second",
            "2040-02-29": "second",
        ]
        for (day, edition) in expected {
            #expect(library.edition(of: "alpha", on: try #require(Day(day)))?.identity.edition == edition, "\(day)")
        }
    }

    @Test("A new edition in the middle of a cycle changes what binds from its first day on and nothing before")
    func midCycle() throws {
        let yearly = try #require(Measure(.init(10, .hours), per: .init(1, .years)))
        let more = try #require(Measure(.init(16, .hours), per: .init(1, .years)))
        var first = PackText(edition: "first", until: "2026-06-30")
        first.numbers = [PackText.number(.developmentHours, .greater, yearly)]
        var second = PackText(edition: "second", from: "2026-07-01")
        second.numbers = [PackText.number(.developmentHours, .greater, more)]
        let library = try PackLibrary([first.file, second.file])
        let policy = PoolPolicy([Adoption(pack: "alpha", span: .always)], in: library)
        let start = try #require(Day("2026-01-01"))
        let end = try #require(Day("2026-12-31"))
        let stretches = policy.stretches(from: start, through: end)
        #expect(
            stretches.map { "\($0.from) \($0.until) \($0.packs)" } == [
                "2026-01-01 2026-06-30 [alpha/first]", "2026-07-01 2026-12-31 [alpha/second]",
            ])
        let figures = stretches.map {
            policy.resolution(on: $0.from).number(.developmentHours)?.inForce.map(\.measure)
        }
        #expect(figures == [[yearly], [more]])
    }

    @Test(
        "Whatever editions and adoptions there are, each day is judged by what was in force and adopted on that very day",
        arguments: 1...150 as ClosedRange<UInt64>)
    func eachDay(seed: UInt64) throws {
        var numbers = SeededNumbers(seed: seed)
        let days = try Self.days(from: "2023-12-20", count: 120)
        let texts = try ["alpha", "beta"].flatMap { try Self.editions(of: $0, days, &numbers) }
        let library = try PackLibrary(texts.map(\.file))
        let decisions = try (0..<Int.random(in: 0...4, using: &numbers)).map { _ in
            Adoption(
                pack: Bool.random(using: &numbers) ? "alpha" : "beta", span: try Self.span(in: days, &numbers))
        }
        let choices = try (1...4).map { value in
            NumberChoice(
                NumberKey(.requestExpiry), try #require(Measure(.init(value, .days))),
                span: try Self.span(in: days, &numbers))
        }
        let policy = PoolPolicy(decisions, in: library, numberChoices: choices)
        let stretches = policy.stretches(from: days[10], through: days[109])

        var expected: [Day: [String]] = [:]
        for day in days {
            // Told from the texts of the files, without the code under test.
            expected[day] = texts.filter { text in
                Self.holds(text.from, text.until, day)
                    && decisions.contains {
                        $0.pack == text.id && Self.holds($0.span.from?.description, $0.span.until?.description, day)
                    }
            }.map { "\($0.id)/\($0.edition)" }.sorted()
            #expect(policy.packs(on: day).map(\.identity.description) == expected[day])
            let said = policy.resolution(on: day).number(.requestExpiry)?.choice
            #expect(said == Self.lastBegun(choices, day)?.measure)
        }
        let covered = stretches.flatMap { stretch in
            days.filter { stretch.from <= $0 && $0 <= stretch.until }.map { (day: $0, packs: stretch.packs) }
        }
        #expect(covered.map(\.day) == Array(days[10...109]))
        for entry in covered { #expect(entry.packs.map(\.description) == expected[entry.day], "\(entry.day)") }
        for (left, right) in zip(stretches, stretches.dropFirst()) {
            #expect(left.packs != right.packs || left.numberChoices != right.numberChoices)
        }
        for stretch in stretches {
            for day in days where stretch.from <= day && day <= stretch.until {
                #expect(stretch.numberChoices.last == Self.lastBegun(choices, day))
            }
        }
    }

    @Test("No days, no stretches; one day, one")
    func edges() throws {
        let library = try PackLibrary([PackText().file])
        let policy = PoolPolicy([], in: library)
        let day = try #require(Day("2026-11-21"))
        #expect(policy.stretches(from: day, through: day.adding(days: -1)) == [])
        #expect(policy.stretches(from: day, through: day).map(\.packs) == [[]])
    }

    @Test("A choice that a later edition overtakes ends with it, and holds on the days before")
    func overtaken() throws {
        let (three, four, five) = (
            try #require(Measure(.init(3, .people))), try #require(Measure(.init(4, .people))),
            try #require(Measure(.init(5, .people)))
        )
        var first = PackText(edition: "first", until: "2026-06-30")
        first.numbers = [PackText.number(.complaintPanel, .greater, three)]
        var second = PackText(edition: "second", from: "2026-07-01")
        second.numbers = [PackText.number(.complaintPanel, .greater, five)]
        let policy = PoolPolicy(
            [Adoption(pack: "alpha", span: .always)], in: try PackLibrary([first.file, second.file]),
            numberChoices: [NumberChoice(NumberKey(.complaintPanel), four)])
        let last = policy.resolution(on: try #require(Day("2026-06-30")))
        #expect(last.number(.complaintPanel)?.inForce.map(\.measure) == [four])
        let next = policy.resolution(on: try #require(Day("2026-07-01")))
        #expect(next.number(.complaintPanel)?.inForce.map(\.measure) == [five])
        #expect(next.refused.map(\.reason.code) == ["packs.choice-laxer"])
    }

    /// The choice that a person would point at: of those that hold on the day, the one that began last, the later in the
    /// list of two that began together.
    private static func lastBegun(_ choices: [NumberChoice], _ day: Day) -> NumberChoice? {
        var found: NumberChoice?
        for choice in choices where holds(choice.span.from?.description, choice.span.until?.description, day) {
            if let before = found, (choice.span.from?.description ?? "") < (before.span.from?.description ?? "") {
                continue
            }
            found = choice
        }
        return found
    }

    /// Text comparison of ISO days, which needs no calendar.
    private static func holds(_ from: String?, _ until: String?, _ day: Day) -> Bool {
        (from ?? "") <= day.description && day.description <= (until ?? "9999-99-99")
    }

    private static func days(from first: String, count: Int) throws -> [Day] {
        let first = try #require(Day(first))
        return (0..<count).map { first.adding(days: $0) }
    }

    private static func span(in days: [Day], _ numbers: inout SeededNumbers) throws -> DaySpan {
        let cuts = [Int.random(in: 0..<days.count, using: &numbers), Int.random(in: 0..<days.count, using: &numbers)]
            .sorted()
        return try #require(
            DaySpan(
                from: Bool.random(using: &numbers) ? days[cuts[0]] : nil,
                until: Bool.random(using: &numbers) ? days[cuts[1]] : nil))
    }

    /// Editions one after another, some with days between that none covers, the ends open or not.
    private static func editions(
        of pack: String, _ days: [Day], _ numbers: inout SeededNumbers
    ) throws -> [PackText] {
        var cuts: Set<Int> = []
        for _ in 0..<Int.random(in: 1...5, using: &numbers) {
            cuts.insert(Int.random(in: 1..<days.count, using: &numbers))
        }
        let starts = [0] + cuts.sorted()
        return starts.enumerated().compactMap { index, start in
            if Int.random(in: 0..<4, using: &numbers) == 0 { return nil }
            let isLast = index + 1 == starts.count
            let end = isLast ? days.count - 1 : starts[index + 1] - 1
            return PackText(
                id: pack, edition: "edition-\(index)",
                from: index == 0 && Bool.random(using: &numbers) ? nil : days[start].description,
                until: isLast && Bool.random(using: &numbers) ? nil : days[end].description,
                clauses: [PackText.clause("\(pack.uppercased())-1")])
        }
    }
}
