// SPDX-License-Identifier: EUPL-1.2

import Assets
import Kernel
import Testing
import Web

@Suite("Words")
struct CatalogueTests {
    private func file(_ text: String) -> [Asset] {
        [Asset(path: "Sources/X/Messages.json", bytes: Array(text.utf8))]
    }

    @Test("Every template and every message inside the program is whole in both languages")
    func whole() throws {
        let pages = try Pages()
        #expect(pages.catalogue.keys.count > 50)
    }

    @Test("A refusal has its words")
    func refusals() throws {
        let catalogue = try Catalogue()
        for refusal in Refusal.allCases {
            #expect(catalogue.has("refusal.\(refusal.rawValue)") && catalogue.has("refusal.\(refusal.rawValue).title"))
        }
    }

    @Test(
        "A fault in a catalogue stops the program",
        arguments: [
            ("{", CatalogueError.unreadable("Sources/X/Messages.json")),
            (#"{"a": {"en": "one"}}"#, .missing("a", .welsh)),
            (#"{"a": {"en": "", "cy": "un"}}"#, .missing("a", .english)),
            (#"{"a": {"en": {"one": "x", "other": "y"}, "cy": {"one": "x", "other": "y"}}}"#, .missing("a", .welsh)),
            (#"{"a": {"en": "Hello {{name}}", "cy": "Helo"}}"#, .valuesDiffer("a")),
        ])
    func faults(text: String, error: CatalogueError) {
        #expect(throws: error) { try Catalogue(file(text)) }
    }

    @Test("A key given twice stops the program")
    func twice() {
        let text = #"{"a": {"en": "one", "cy": "un"}}"#
        #expect(throws: CatalogueError.twice("a")) { try Catalogue(file(text) + file(text)) }
    }

    @Test(
        "Numbers take the form of the language",
        arguments: [
            (0, "other", "zero"), (1, "one", "one"), (2, "other", "two"), (3, "other", "few"), (6, "other", "many"),
            (5, "other", "other"),
            (100, "other", "other"),
        ])
    func plurals(count: Int, english: String, welsh: String) {
        #expect(PluralForm(of: count, in: .english).rawValue == english)
        #expect(PluralForm(of: count, in: .welsh).rawValue == welsh)
    }

    @Test("Values are filled in")
    func values() throws {
        let catalogue = try Catalogue(file(#"{"a": {"en": "Hello {{name}}", "cy": "Helo {{name}}"}}"#))
        #expect(catalogue.text("a", .welsh, ["name": "Siân"]) == "Helo Siân")
    }
}
