// SPDX-License-Identifier: EUPL-1.2

import PolicyPacks
import TestSupport
import Testing

@Suite struct TestIndexTests {
    @Test("The index is read with file, name and what is shown")
    func read() throws {
        let text = #"[{"test": "It holds", "file": "Tests/A.swift", "controls": ["CODE"], "clauses": ["A-1"]}]"#
        let index = try TestIndex(Array(text.utf8), clauses: ["A-1"])
        #expect(
            index.entries == [TestIndex.Entry(test: "Tests/A.swift: It holds", controls: [.code], clauses: ["A-1"])])
    }

    @Test(
        "An index that names something unknown is refused with the test",
        arguments: [
            (#""controls": ["CODEX"], "clauses": []"#, PackProblem.Reason.unknownName(what: "control", name: "CODEX")),
            (#""controls": [], "clauses": ["A-9"]"#, PackProblem.Reason.unknownName(what: "clause", name: "A-9")),
        ])
    func unknown(shown: String, reason: PackProblem.Reason) {
        let text = #"[{"test": "It holds", "file": "Tests/A.swift", \#(shown)}]"#
        let failure = #expect(throws: PackFailure.self) { try TestIndex(Array(text.utf8), clauses: ["A-1"]) }
        #expect(failure?.problems.map(\.reason) == [reason])
        #expect(failure?.problems.first?.place == "Tests/A.swift: It holds")
    }

    @Test("An index that is no list is refused", arguments: ["{}", "", "[7]"])
    func noList(text: String) {
        #expect(throws: PackFailure.self) { try TestIndex(Array(text.utf8), clauses: []) }
    }

    @Test("A test that claims a clause which no pack has fails before it runs")
    func unknownClause() async throws {
        let test = try #require(Test.current)
        await #expect(throws: Shows.UnknownClause.self) { try await Shows.shows(clause: "GLOBAL-0").prepare(for: test) }
        try await Shows.shows(clause: "GLOBAL-1.2").prepare(for: test)
        try await Shows.shows(.code, .vault).prepare(for: test)
    }
}
