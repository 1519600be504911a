// SPDX-License-Identifier: EUPL-1.2

import PolicyPacks
import Testing

@Suite struct ResolutionTests {
    @Test("The strictest figure wins and names the pack it came from, whichever way it binds")
    func strictest() throws {
        let lax = try pack(
            "alpha", [number(.complaintReview, .smaller, 40, .days), number(.complaintPanel, .greater, 3, .people)])
        let strict = try pack(
            "beta", [number(.complaintReview, .smaller, 4, .weeks), number(.complaintPanel, .greater, 2, .people)])
        for packs in [[lax, strict], [strict, lax]] {
            let resolution = Resolution(packs)
            let review = try #require(resolution.number(.complaintReview)?.inForce)
            #expect(review.map(\.measure.description) == ["4 weeks"])
            #expect(review.flatMap(\.origins).map(\.pack.pack) == ["beta"])
            let panel = try #require(resolution.number(.complaintPanel)?.inForce)
            #expect(panel.map(\.measure.description) == ["3 people"])
            #expect(panel.flatMap(\.origins).map(\.pack.pack) == ["alpha"])
        }
    }

    @Test("Packs that ask for the same are named together, and an unverified figure stays marked until one is checked")
    func together() throws {
        let year = try #require(Measure(.init(1, .years)))
        let months = try #require(Measure(.init(12, .months)))
        let alpha = try pack("alpha", [PackText.number(.complaintWindow, .greater, year, unverified: true)])
        let beta = try pack("beta", [PackText.number(.complaintWindow, .greater, months)])
        let alone = try #require(Resolution([alpha]).number(.complaintWindow)?.inForce.first)
        #expect(alone.isUnverified)
        let both = try #require(Resolution([alpha, beta]).number(.complaintWindow)?.inForce)
        #expect(both.count == 1)
        #expect(both.first?.origins.map(\.pack.pack) == ["alpha", "beta"])
        #expect(both.first?.isUnverified == false)
    }

    @Test("Two figures of which neither takes care of the other both bind")
    func both() throws {
        let total = try #require(Measure(.init(40, .hours), per: .init(3, .years)))
        let yearly = try #require(Measure(.init(10, .hours), per: .init(1, .years)))
        let alpha = try pack("alpha", [PackText.number(.developmentHours, .greater, total)])
        let beta = try pack("beta", [PackText.number(.developmentHours, .greater, yearly)])
        let resolution = Resolution([alpha, beta])
        #expect(Set(resolution.number(.developmentHours)?.inForce.map(\.measure) ?? []) == [total, yearly])
        let choice = NumberChoice(
            NumberKey(.developmentHours), try #require(Measure(.init(14, .hours), per: .init(1, .years))))
        let chosen = Resolution([alpha, beta], numberChoices: [choice])
        #expect(chosen.refused.isEmpty)
        #expect(chosen.number(.developmentHours)?.inForce.map(\.measure) == [choice.measure])
    }

    @Test("What a pack leaves to the pool stays open until the pool says a figure; a floor binds meanwhile")
    func open() throws {
        let asking = try pack("alpha", [PackText.asked(.supervisionHours, .poolChooses, .hours)])
        let floor = try #require(Measure(.init(4, .hours), per: .init(1, .years)))
        let binding = try pack("beta", [PackText.number(.supervisionHours, .greater, floor)])
        let both = Resolution([asking, binding])
        #expect(both.number(.supervisionHours)?.isOpenToPool == true)
        #expect(both.number(.supervisionHours)?.leftToPool.map(\.pack.pack) == ["alpha"])
        #expect(both.number(.supervisionHours)?.inForce.map(\.measure) == [floor])
        #expect(both.open.map(\.key).contains(NumberKey(.supervisionHours)))

        let six = try #require(Measure(.init(6, .hours), per: .init(1, .years)))
        let chosen = Resolution([asking, binding], numberChoices: [NumberChoice(NumberKey(.supervisionHours), six)])
        #expect(chosen.number(.supervisionHours)?.isOpenToPool == false)
        #expect(chosen.number(.supervisionHours)?.inForce.map(\.measure) == [six])

        let bindingAlone = Resolution([binding])
        #expect(bindingAlone.number(.supervisionHours)?.isOpenToPool == false)
    }

    @Test("A figure left to each organisation is not the pool's to say, and is shown as theirs")
    func organisation() throws {
        let alpha = try pack(
            "alpha", [PackText.asked(.supervisionSessions, .organisationChooses, .sessions, scope: "internal-member")])
        let number = try #require(Resolution([alpha]).number(.supervisionSessions, .internalMember))
        #expect(!number.isOpenToPool)
        #expect(number.leftToOrganisation.map(\.pack.pack) == ["alpha"])
        #expect(number.inForce.isEmpty)
    }

    @Test("A pool's own figure below an adopted one has no effect, and the refusal names the pack")
    func laxer() throws {
        let alpha = try pack("alpha", [number(.complaintReview, .smaller, 28, .days)])
        for (choice, origin) in [
            (Measure(.init(29, .days)), "alpha"), (Measure(.init(20, .workingDays)), "alpha"),
        ] {
            let choice = NumberChoice(NumberKey(.complaintReview), try #require(choice))
            let resolution = Resolution([alpha], numberChoices: [choice])
            #expect(resolution.number(.complaintReview)?.inForce.map(\.measure.description) == ["28 days"])
            guard case .laxerThan(let found)? = resolution.refused.first?.reason else {
                Issue.record("not refused")
                continue
            }
            #expect(found.pack.pack == origin)
        }
        let unfit = NumberChoice(NumberKey(.complaintReview), try #require(Measure(.init(3, .people))))
        #expect(Resolution([alpha], numberChoices: [unfit]).refused.map(\.reason) == [.unitDoesNotFit])
    }

    @Test("Every pool owes the figures that nobody else can give, whatever it adopted")
    func everyPool() {
        let open = Set(Resolution([]).open.map(\.key.quantity))
        #expect(open == Set(Quantity.allCases.filter(\.isChosenByEveryPool)))
    }

    @Test("A person is bound by what binds everybody and by what binds their credentials, and by nothing else")
    func scopes() throws {
        let general = try #require(Measure(.init(1, .hours), per: .init(40, .practiceHours)))
        let master = try #require(Measure(.init(1, .hours), per: .init(30, .practiceHours)))
        let other = try #require(Measure(.init(1, .hours), per: .init(15, .practiceHours)))
        let alpha = try pack(
            "alpha",
            [
                PackText.number(.supervisionRatio, .greater, general),
                PackText.number(.supervisionRatio, .greater, master, scope: "alpha/master"),
                PackText.number(.supervisionRatio, .greater, other, scope: "alpha/foundation"),
            ])
        let resolution = Resolution([alpha])
        #expect(resolution.figures(.supervisionRatio, for: []).map(\.measure) == [general])
        #expect(resolution.figures(.supervisionRatio, for: [.credential("alpha/master")]).map(\.measure) == [master])
        #expect(resolution.figures(.supervisionRatio, for: [.externalMember]).map(\.measure) == [general])
    }

    @Test("The strictest answer wins with its origin; the pool may answer more strictly, never more mildly")
    func rules() throws {
        let mild = try pack("alpha", [], rules: [PackText.rule(.conflictAtEntry, "manage")])
        let strict = try pack("beta", [], rules: [PackText.rule(.conflictAtEntry, "refuse")])
        let manage = try #require(Rule.conflictAtEntry.option("manage"))
        let refuse = try #require(Rule.conflictAtEntry.option("refuse"))
        let both = try #require(Resolution([mild, strict]).rule(.conflictAtEntry))
        #expect(both.inForce == refuse)
        #expect(both.origins.map(\.pack.pack) == ["beta"])

        let milder = Resolution([mild, strict], ruleChoices: [RuleChoice(.conflictAtEntry, manage)])
        #expect(milder.rule(.conflictAtEntry)?.inForce == refuse)
        #expect(milder.refused.map(\.reason.code) == ["packs.choice-laxer"])
        let stricter = Resolution([mild], ruleChoices: [RuleChoice(.conflictAtEntry, refuse)])
        #expect(stricter.rule(.conflictAtEntry)?.inForce == refuse)
        #expect(stricter.refused.isEmpty)
        let stranger = try #require(Rule.indemnity.option("required"))
        #expect(
            Resolution([mild], ruleChoices: [RuleChoice(.conflictAtEntry, stranger)]).refused.map(\.reason) == [
                .notAnAnswer
            ])
        #expect(Resolution([]).rules.isEmpty)
    }

    @Test(
        "Each figure asked is taken care of, none stands needlessly, and a choice fits when it takes care of all",
        arguments: 1...300 as ClosedRange<UInt64>)
    func property(seed: UInt64) throws {
        var numbers = SeededNumbers(seed: seed)
        let direction: Direction = seed.isMultiple(of: 2) ? .greater : .smaller
        let names = ["alpha", "beta", "gamma", "delta"].prefix(Int.random(in: 1...4, using: &numbers))
        var asked: [Measure] = []
        let packs = try names.map { name in
            let measure = try Self.random(&numbers)
            asked.append(measure)
            return try pack(name, [PackText.number(.developmentHours, direction, measure)])
        }
        let choice = try Self.random(&numbers)
        let resolution = Resolution(packs, numberChoices: [NumberChoice(NumberKey(.developmentHours), choice)])
        let number = try #require(resolution.number(.developmentHours))
        let standing = number.demanded.map(\.measure)
        for measure in asked {
            #expect(standing.contains { $0.satisfies(measure, direction: direction) })
        }
        for first in standing {
            #expect(!standing.contains { $0 != first && $0.satisfies(first, direction: direction) })
        }
        for origin in number.demanded {
            for pack in origin.origins {
                let index = try #require(names.firstIndex(of: pack.pack.pack))
                #expect(asked[index].satisfies(origin.measure, direction: direction))
            }
        }
        let fits = asked.allSatisfy { choice.satisfies($0, direction: direction) }
        #expect((number.choice == choice) == fits)
        #expect(resolution.refused.isEmpty == fits)
    }

    private static func random(_ numbers: inout SeededNumbers) throws -> Measure {
        let units: [MeasureUnit] = [.hours, .minutes]
        let stretches: [MeasureUnit] = [.months, .years, .practiceHours]
        let amount = Measure.Amount(
            Int.random(in: 0...90, using: &numbers), try #require(units.randomElement(using: &numbers)))
        let per = Measure.Amount(
            Int.random(in: 1...14, using: &numbers), try #require(stretches.randomElement(using: &numbers)))
        return try #require(Measure(amount, per: per))
    }

    private func number(_ quantity: Quantity, _ direction: Direction, _ value: Int, _ unit: MeasureUnit) throws
        -> String
    {
        PackText.number(quantity, direction, try #require(Measure(.init(value, unit))))
    }

    private func pack(_ id: String, _ numbers: [String], rules: [String] = []) throws -> PolicyPack {
        var text = PackText(id: id, clauses: [])
        text.numbers = numbers
        text.rules = rules
        return try #require(try PackLibrary([text.file]).packs.first)
    }
}
