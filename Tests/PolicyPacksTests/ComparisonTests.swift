// SPDX-License-Identifier: EUPL-1.2

import PolicyPacks
import Testing

@Suite struct ComparisonTests {
    @Test("Two packs stand side by side by control, number and question, with who asks for more")
    func sideBySide() throws {
        var left = PackText(clauses: [PackText.clause("A-1"), PackText.clause("A-2", controls: ["VAULT", "CODE"])])
        left.numbers = [
            PackText.number(.complaintReview, .smaller, try measure(28, .days)),
            PackText.number(.complaintPanel, .greater, try measure(3, .people)),
            PackText.number(.complaintWindow, .greater, try measure(1, .years)),
            PackText.number(.complaintHearing, .smaller, try measure(40, .days)),
            PackText.asked(.recordRetention, .poolChooses, .years),
        ]
        left.rules = [PackText.rule(.conflictAtEntry, "manage"), PackText.rule(.indemnity, "required")]
        var right = PackText(id: "beta", clauses: [PackText.clause("B-1", controls: ["CPD", "CODE"])])
        right.numbers = [
            PackText.number(.complaintReview, .smaller, try measure(40, .days)),
            PackText.number(.complaintPanel, .greater, try measure(5, .people)),
            PackText.number(.complaintWindow, .greater, try measure(12, .months)),
            PackText.number(.complaintHearing, .smaller, try measure(20, .workingDays)),
            PackText.number(.complaintInvestigators, .greater, try measure(2, .people)),
        ]
        right.rules = [PackText.rule(.conflictAtEntry, "refuse"), PackText.rule(.supervisionDuty, "required")]
        let library = try PackLibrary([left.file, right.file])
        let comparison = PackComparison(library.packs[0], library.packs[1])

        let controls = comparison.controls.map { "\($0.control.rawValue) \($0.left.map(\.id)) \($0.right.map(\.id))" }
        #expect(controls == [#"CODE ["A-1", "A-2"] ["B-1"]"#, #"CPD [] ["B-1"]"#, #"VAULT ["A-2"] []"#])
        let numbers = Dictionary(uniqueKeysWithValues: comparison.numbers.map { ($0.key.quantity, $0.verdict) })
        #expect(
            numbers == [
                .complaintReview: .leftStricter, .complaintPanel: .rightStricter, .complaintWindow: .same,
                .complaintHearing: .bothStand, .complaintInvestigators: .onlyRight, .recordRetention: .open,
            ])
        let rules = Dictionary(uniqueKeysWithValues: comparison.rules.map { ($0.rule, $0.verdict) })
        #expect(rules == [.conflictAtEntry: .rightStricter, .indemnity: .onlyLeft, .supervisionDuty: .onlyRight])
        #expect(comparison.changes.added.isEmpty && comparison.changes.removed.isEmpty)
    }

    @Test("Two editions of one pack show what came, what went and what was put differently")
    func editions() throws {
        var old = PackText(edition: "first", until: "2025-12-31")
        old.clauses = [PackText.clause("A-1"), PackText.clause("A-2"), PackText.clause("A-3")]
        var new = PackText(edition: "second", from: "2026-01-01")
        new.clauses = [PackText.clause("A-1"), PackText.clause("A-2", duty: "Owe more."), PackText.clause("A-4")]
        let library = try PackLibrary([old.file, new.file])
        let changes = PackComparison(library.packs[0], library.packs[1]).changes
        #expect(changes.added.map(\.id) == ["A-4"])
        #expect(changes.removed.map(\.id) == ["A-3"])
        #expect(changes.changed == ["A-2"])
    }

    @Test("Turned round, every comparison of shipped packs says the same from the other side")
    func turned() throws {
        let packs = try Shipped.folder().library.packs
        let other: [PackComparison.Verdict: PackComparison.Verdict] = [
            .leftStricter: .rightStricter, .rightStricter: .leftStricter, .onlyLeft: .onlyRight, .onlyRight: .onlyLeft,
        ]
        for left in packs {
            for right in packs {
                let there = PackComparison(left, right)
                let back = PackComparison(right, left)
                #expect(there.numbers.map { other[$0.verdict] ?? $0.verdict } == back.numbers.map(\.verdict))
                #expect(there.rules.map { other[$0.verdict] ?? $0.verdict } == back.rules.map(\.verdict))
                #expect(there.controls.map(\.left) == back.controls.map(\.right))
            }
            let itself = PackComparison(left, left)
            #expect(itself.numbers.allSatisfy { [.same, .open].contains($0.verdict) })
            #expect(itself.rules.allSatisfy { $0.verdict == .same })
        }
    }

    private func measure(_ value: Int, _ unit: MeasureUnit) throws -> Measure {
        try #require(Measure(.init(value, unit)))
    }
}
