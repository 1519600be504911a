// SPDX-License-Identifier: EUPL-1.2

import Foundation
import PolicyPacks
import Testing

@Suite struct ClauseReportTests {
    private func packs() throws -> [PolicyPack] {
        var text = PackText()
        text.clauses = [
            PackText.clause("A-gate", controls: ["CODE", "VAULT"], how: ["gate"]),
            PackText.clause("A-right", controls: ["TERMINATION"], how: ["right"]),
            PackText.clause("A-record", controls: ["CODE", "VAULT"], how: ["record"]),
            PackText.clause("A-both", controls: ["CODE"], how: ["gate", "review"]),
        ]
        return try PackLibrary([text.file]).packs
    }

    private func needs(_ entries: [TestIndex.Entry]) throws -> [String: [String]] {
        let report = ClauseReport(try packs(), tests: TestIndex(entries))
        return Dictionary(uniqueKeysWithValues: report.rows.map { ($0.clause, $0.needs) })
    }

    @Test("Without tests a gate and a right need a test of their own, the others one for each control")
    func nothing() throws {
        let needs = try needs([])
        #expect(
            needs == [
                "A-gate": ["A-gate"], "A-right": ["A-right"], "A-record": ["CODE", "VAULT"],
                "A-both": ["A-both", "CODE"],
            ])
    }

    @Test("A test of every control leaves gates and rights missing")
    func controlsOnly() throws {
        let needs = try needs([TestIndex.Entry(test: "t", controls: Control.allCases)])
        #expect(needs == ["A-gate": ["A-gate"], "A-right": ["A-right"], "A-record": [], "A-both": ["A-both"]])
    }

    @Test("A test that names the clause meets gates and rights, and nothing else")
    func clausesOnly() throws {
        let names = ["A-gate", "A-right", "A-record", "A-both"]
        let needs = try needs([TestIndex.Entry(test: "t", clauses: names)])
        #expect(needs == ["A-gate": [], "A-right": [], "A-record": ["CODE", "VAULT"], "A-both": ["CODE"]])
    }

    @Test("Only tests that count are named, each once")
    func tests() throws {
        let index = TestIndex([
            TestIndex.Entry(test: "of the gate", controls: [.vault], clauses: ["A-gate"]),
            TestIndex.Entry(test: "of two controls", controls: [.code, .vault]),
        ])
        let rows = ClauseReport(try packs(), tests: index).rows
        #expect(rows[0].tests == ["of the gate"])
        #expect(rows[1].tests == [])
        #expect(rows[2].tests == ["of two controls", "of the gate"])
        #expect(rows[3].tests == ["of two controls"])
    }

    @Test("The list of what is missing holds exactly the rows that need something")
    func missing() throws {
        let index = TestIndex([TestIndex.Entry(test: "t", controls: [.code, .vault], clauses: ["A-gate"])])
        let report = ClauseReport(try packs(), tests: index)
        #expect(report.missing.rows.map(\.clause) == ["A-right", "A-both"])
        #expect(report.rows.filter { !$0.isMissing }.map(\.clause) == ["A-gate", "A-record"])
    }

    @Test("The JSON is a list with the promised members")
    func json() throws {
        let index = TestIndex([TestIndex.Entry(test: #"says "so""#, clauses: ["A-gate"])])
        let report = ClauseReport(try packs(), tests: index)
        let rows = try #require(try JSONSerialization.jsonObject(with: Data(report.json.utf8)) as? [[String: Any]])
        #expect(rows.map { $0["clause"] as? String } == report.rows.map(\.clause))
        #expect(rows.map { $0["pack"] as? String } == report.rows.map(\.pack))
        #expect(rows.map { $0["how"] as? [String] } == report.rows.map { $0.how.map(\.rawValue) })
        #expect(rows.map { $0["controls"] as? [String] } == report.rows.map { $0.controls.map(\.rawValue) })
        #expect(rows.map { $0["tests"] as? [String] } == report.rows.map(\.tests))
        #expect(rows.map { $0["missing"] as? Bool } == report.rows.map(\.isMissing))
        #expect(rows.map { $0["needs"] as? [String] } == report.rows.map(\.needs))
        #expect(ClauseReport([], tests: index).json == "[]")
    }

    @Test("The table has a line for each clause under its heading, in columns, and a sum")
    func table() throws {
        let index = TestIndex([TestIndex.Entry(test: "t", controls: [.code, .vault], clauses: ["A-gate"])])
        let lines = ClauseReport(try packs(), tests: index).table.split(
            separator: "\n", omittingEmptySubsequences: false)
        #expect(
            lines == [
                "clause    pack   how          controls     tests  missing",
                "A-gate    alpha  gate         CODE,VAULT   1      -",
                "A-right   alpha  right        TERMINATION  0      A-right",
                "A-record  alpha  record       CODE,VAULT   1      -",
                "A-both    alpha  gate,review  CODE         1      A-both",
                "",
                "4 clauses, 2 shown by tests, 2 missing",
            ])
    }

    @Test("The report on the shipped packs has a row for each clause of the register")
    func shipped() throws {
        let folder = try Shipped.folder()
        let rows = ClauseReport(folder.library.newest, tests: folder.tests).rows
        let listed = try Shipped.register().clauses.values.flatMap { $0 }
        #expect(rows.map(\.clause).sorted() == listed.sorted())
    }
}
