// SPDX-License-Identifier: EUPL-1.2

import PolicyPacks
import Testing

@Suite struct LibraryTests {
    @Test("Editions of one pack in force on the same day are refused")
    func overlap() {
        let failure = refusal([
            PackText(edition: "first", from: "2020-01-01", until: "2022-06-30"),
            PackText(edition: "second", from: "2022-06-30"),
        ])
        #expect(failure?.problems.map(\.reason) == [.overlappingDates(with: "alpha/first/pack.json")])
        #expect(failure?.problems.first?.file == "alpha/second/pack.json")
        #expect(failure?.problems.first?.field == "in_force")
    }

    @Test("Editions that meet without a shared day stand side by side, and so do two packs on one day")
    func neighbours() throws {
        var beta = PackText(id: "beta", from: "2021-01-01")
        beta.clauses = [PackText.clause("B-1")]
        let library = try PackLibrary(
            [
                PackText(edition: "first", from: "2020-01-01", until: "2022-06-29"),
                PackText(edition: "second", from: "2022-06-30"), beta,
            ].map(\.file))
        #expect(library.editions(of: "alpha").map(\.identity.edition) == ["first", "second"])
        #expect(library.newest.map(\.identity.description) == ["alpha/second", "beta/first"])
    }

    @Test("A clause name belongs to one pack")
    func clauseOfTwo() {
        let failure = refusal([PackText(), PackText(id: "beta")])
        #expect(failure?.problems.map(\.reason) == [.duplicate(of: "alpha/first/pack.json")])
        #expect(failure?.problems.first?.place == "clause A-1")
    }

    @Test("The same edition twice is refused")
    func twice() {
        let failure = refusal([PackText(from: "2020-01-01", until: "2020-12-31"), PackText(from: "2021-01-01")])
        #expect(
            failure?.problems.contains { $0.reason == .duplicate(of: "alpha/first/pack.json") && $0.field == "id" }
                == true)
    }

    @Test("A quantity that binds one way in one pack may not bind the other way in the next")
    func directions() throws {
        let hours = try #require(Measure(.init(10, .hours), per: .init(1, .years)))
        var alpha = PackText()
        alpha.numbers = [PackText.number(.developmentHours, .greater, hours)]
        var beta = PackText(id: "beta", clauses: [PackText.clause("B-1")])
        beta.numbers = [PackText.number(.developmentHours, .smaller, hours, scope: "beta/level")]
        let failure = refusal([alpha, beta])
        #expect(failure?.problems.map(\.reason) == [.directionDiffers(from: "alpha/first/pack.json")])
        #expect(failure?.problems.first?.place == "number development.hours for beta/level")
    }

    @Test("A clause that the register lists and the pack lacks is named, and so is one too many")
    func register() throws {
        let register = try PackRegister(
            Array(#"{ "alpha/first": ["A-1", "A-2"], "gamma/first": ["G-1"] }"#.utf8))
        var alpha = PackText()
        alpha.clauses = [PackText.clause("A-1"), PackText.clause("A-3")]
        let failure = #expect(throws: PackFailure.self) { try PackLibrary([alpha.file], register: register) }
        #expect(failure?.problems.map(\.reason) == [.missingClause("A-2"), .missingPack, .unlistedClause("A-3")])
        #expect(failure?.problems.map(\.place) == ["pack alpha/first", "pack gamma/first", "pack alpha/first"])
    }

    @Test(
        "A register that cannot be read, or lists a clause twice, is refused with the line",
        arguments: [
            ("", 1, "packs.bad-json"), ("[]", 1, "packs.wrong-type"), ("{\n\"alpha\": []}", 2, "packs.bad-name"),
            ("{\n\"alpha/first\":\n7}", 3, "packs.wrong-type"), ("{\"alpha/first\": [\n7]}", 2, "packs.wrong-type"),
            ("{\"alpha/first\": [\"A-1\",\n\"A-1\"]}", 2, "packs.named-twice"),
            ("{\"alpha/first\": [],\n\"alpha/first\": []}", 2, "packs.bad-json"),
        ])
    func badRegister(text: String, line: Int, code: String) {
        let failure = #expect(throws: PackFailure.self) { try PackRegister(Array(text.utf8)) }
        #expect(failure?.problems.map(\.position?.line) == [line])
        #expect(failure?.problems.map(\.reason.code) == [code])
    }

    @Test("A file that nobody expects in the folder is refused rather than left out")
    func strangeFile() {
        let failure = #expect(throws: PackFailure.self) {
            try PackFolder([("alpha/first/pakc.json", Array(PackText().json.utf8))])
        }
        #expect(failure?.problems.map(\.reason) == [.strangeFile])
    }

    private func refusal(_ packs: [PackText]) -> PackFailure? {
        #expect(throws: PackFailure.self) { try PackLibrary(packs.map(\.file)) }
    }
}
