// SPDX-License-Identifier: EUPL-1.2

import Kernel
import TestSupport
import Testing
import Web

@Suite("Codes of errors")
struct ErrorCodesTests {
    private let codes = ErrorCodes()

    @Test("docs/errors.md lists every code of the program with its words")
    func golden() throws {
        let catalogue = try Catalogue()
        var text = """
            # Codes of errors

            Made from the sources by a test (`ErrorCodesTests`, `UPDATE_GOLDEN=1`). A code is a promise to scripts, logs and those who help:
            it is never given another meaning, and changing one takes an entry under `docs/adr`. No code carries data of people.


            """
        text += section("What a page answers with", "Refusals of the front door; words are the page's.") {
            codes.cases["Refusal", default: []].map { ($0.code, catalogue.text("refusal.\($0.code)", .english)) }
        }
        for name in codes.features.sorted() {
            let note =
                "Words are what a person reads; where none are, the page says \"not here\", or the field says why."
            text += section("`\(name)`", note) {
                codes.cases[name, default: []].map { code in
                    let key = "error.\(code.code)"
                    return (code.code, catalogue.has(key) ? catalogue.text(key, .english) : code.words)
                }
            }
        }
        text += section("At a field", "Shown beside the field, with what was typed.") {
            catalogue.keys.filter { $0.hasPrefix("field.") }.sorted()
                .map { (String($0.dropFirst(6)), catalogue.text($0, .english)) }
        }
        text += section("In a list of people", "In the JSON of `confidant import` and on the page of an import.") {
            codes.cases["ImportFault", default: []].map { code in
                (code.code, catalogue.text("import.fault.\(code.code)", .english))
            }
        }
        text += section("Of commands", "One line on standard error; the exit code is 2.") {
            codes.operators.map { ($0.code, $0.words) }
                + codes.databases.map { ($0.code, "the database cannot be used") }
        }
        text += section("In a pack", "`packs.broken` lists them with file and place.") {
            codes.packs.map { ($0.code, "") }
        }
        text += section("Of the outbox", "What became of an item, beside the codes of `MailError`.") {
            codes.cases["OutboxFault", default: []].map { ($0.code, $0.words) }
        }
        text += section("Of what is sealed", "The same in the program and in the browser (`docs/formats.md`).") {
            codes.cases["SealError", default: []].map { ($0.code, $0.words) }
        }
        try expectGolden(text.trimmingEnd + "\n", "docs/errors.md")
    }

    @Test("Every enumeration of errors was found, with codes of its area in small letters")
    func found() {
        #expect(codes.features.count >= 6)
        for name in codes.features {
            let own = codes.cases[name, default: []]
            #expect(!own.isEmpty, "\(name) has no codes that can be read")
            for code in own { #expect(code.code.wholeMatch(of: /[a-z]+\.[a-z]+(-[a-z]+)*/) != nil, "\(code.code)") }
        }
        let all = codes.features.flatMap { codes.cases[$0, default: []].map(\.code) }
        #expect(Set(all).count == all.count, "a code stands for two things")
    }

    @Test("Every code that a field can show has its words in both languages")
    func fields() throws {
        let catalogue = try Catalogue()
        #expect(codes.fields.count > 10)
        for code in codes.fields.sorted() { #expect(catalogue.has("field.\(code)"), "field.\(code)") }
    }

    private func section(_ title: String, _ note: String, _ rows: () -> [(String, String)]) -> String {
        let lines = Dictionary(rows(), uniquingKeysWith: { first, _ in first }).sorted { $0.key < $1.key }
        return "## \(title)\n\n\(note)\n\n| code | words |\n|---|---|\n"
            + lines.map { "| `\($0)` | \($1.replacing("|", with: "\\|")) |\n" }.joined() + "\n"
    }
}

extension String {
    fileprivate var trimmingEnd: String {
        var text = self
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
