// SPDX-License-Identifier: EUPL-1.2

import App
import Assets
import Foundation
import PolicyPacks
import Testing

/// The folder that travels in the program.
enum Shipped {
    static func files() -> [(path: String, bytes: [UInt8])] {
        Asset.all(under: PackFolder.sourcePath).map {
            (String($0.path.dropFirst(PackFolder.sourcePath.count)), $0.bytes)
        }
    }

    static func folder() throws -> PackFolder {
        try PackFolder.shipped()
    }

    static func register() throws -> PackRegister {
        let file = try #require(files().first { $0.path == PackRegister.fileName })
        return try PackRegister(file.bytes)
    }
}

@Suite struct ShippedPacksTests {
    @Test("Each clause of the register stands in exactly one pack")
    func register() throws {
        let listed = try Shipped.register().clauses.flatMap { entry in entry.value.map { "\(entry.key) \($0)" } }
        let shipped = try Shipped.folder().library.packs.flatMap { pack in
            pack.clauses.map { "\(pack.identity) \($0.id)" }
        }
        #expect(shipped.sorted() == listed.sorted())
        #expect(Set(shipped).count == shipped.count)
    }

    @Test("A clause taken out of a shipped pack is missed by name")
    func loss() throws {
        let files = Shipped.files()
        let wme = try #require(files.firstIndex { $0.path.hasPrefix("wme/") })
        var document = try #require(
            try JSONSerialization.jsonObject(with: Data(files[wme].bytes)) as? [String: Any])
        var clauses = try #require(document["clauses"] as? [[String: Any]])
        let lost = try #require(clauses.remove(at: 7)["id"] as? String)
        document["clauses"] = clauses
        var damaged = files
        damaged[wme].bytes = [UInt8](try JSONSerialization.data(withJSONObject: document))
        let failure = #expect(throws: PackFailure.self) { try PackFolder(damaged) }
        #expect(failure?.problems.contains { $0.reason == .missingClause(lost) } == true)
    }

    @Test("Each control of the registry serves a clause")
    func controls() throws {
        let used = Set(try Shipped.folder().library.packs.flatMap(\.clauses).flatMap(\.controls))
        #expect(Control.allCases.filter { !used.contains($0) } == [])
    }

    @Test("Each quantity and question has a shipped pack that raises it, or is for every pool to choose")
    func registries() throws {
        let packs = try Shipped.folder().library.packs
        let quantities = Set(packs.flatMap(\.numbers).map(\.key.quantity))
        #expect(Quantity.allCases.filter { !quantities.contains($0) && !$0.isChosenByEveryPool } == [])
        let rules = Set(packs.flatMap(\.rules).map(\.rule))
        #expect(Rule.allCases.filter { !rules.contains($0) } == [])
    }

    @Test("Documents differ on each question of the registry")
    func differences() throws {
        let answers = try Shipped.folder().library.packs.flatMap(\.rules)
        for rule in Rule.allCases {
            #expect(Set(answers.filter { $0.rule == rule }.map(\.option)).count > 1, "\(rule.rawValue)")
        }
    }

    @Test("No duty and no judgement is said twice, and each is one or more whole sentences in both languages")
    func sentences() throws {
        let clauses = try Shipped.folder().library.packs.flatMap(\.clauses)
        let texts = clauses.flatMap { [$0.duty, $0.judgement] }
        #expect(Set(texts.map(\.en)).count == texts.count)
        #expect(Set(texts.map(\.cy)).count == texts.count)
        for text in texts {
            for words in [text.en, text.cy] {
                #expect(words.first?.isUppercase == true && words.last == ".", "\(words)")
                #expect(!words.contains("  ") && !words.contains("\n"), "\(words)")
            }
            #expect(text.en != text.cy)
        }
        for clause in clauses {
            #expect(!clause.judgement.en.dropLast().contains(". "), "one sentence: \(clause.id)")
        }
    }

    @Test("The sentence beside an adopted pack claims no endorsement")
    func standing() {
        #expect(PolicyPack.standing.en == "Chosen by this pool, not endorsed by that body.")
        #expect(PolicyPack.standing.cy != PolicyPack.standing.en)
    }

    @Test("Each word of the registries is said in two languages, and none twice")
    func words() {
        let lines =
            Control.allCases.map(\.words) + ClauseKind.allCases.map(\.words) + Quantity.allCases.map(\.words)
            + Rule.allCases.map(\.words)
        for line in lines { #expect(!line.en.isEmpty && !line.cy.isEmpty && line.en != line.cy) }
        #expect(Set(lines.map(\.en)).count == lines.count)
        #expect(Set(lines.map(\.cy)).count == lines.count)
    }
}
