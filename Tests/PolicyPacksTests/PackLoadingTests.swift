// SPDX-License-Identifier: EUPL-1.2

import PolicyPacks
import Testing

@Suite struct PackLoadingTests {
    /// One change to a good file, and what has to be said about it.
    struct Fault: Sendable, CustomTestStringConvertible {
        let find: String
        let put: String
        let place: String?
        let field: String?
        let code: String

        var testDescription: String { "\(find) → \(put)" }
    }

    private static let good: PackText = {
        var text = PackText()
        text.clauses = [
            PackText.clause("A-1"), PackText.clause("A-2", controls: ["VAULT"], how: ["record", "review"]),
        ]
        text.numbers = [
            #"{ "quantity": "supervision.ratio", "direction": "greater", "value": 1, "unit": "hours", "#
                + #""per": { "value": 35, "unit": "practice-hours" }, "source": "a page", "unverified": true }"#,
            #"{ "quantity": "records.retention", "direction": "pool-chooses", "unit": "years", "source": "a page" }"#,
        ]
        text.rules = [#"{ "rule": "indemnity", "option": "required", "clause": "A-1" }"#]
        return text
    }()

    @Test("A good file is read as it stands")
    func good() throws {
        let pack = try #require(try PackLibrary([Self.good.file]).packs.first)
        #expect(pack.identity.description == "alpha/first")
        #expect(pack.clauses.map(\.id) == ["A-1", "A-2"])
        #expect(pack.clauses[1].controls == [.vault])
        #expect(pack.clauses[1].how == [.record, .review])
        #expect(pack.clauses[0].duty == Bilingual(en: "Owe something.", cy: "Rhywbeth."))
        #expect(pack.numbers[0].measure?.description == "1 hours per 35 practice-hours")
        #expect(pack.numbers.map(\.unverified) == [true, false])
        #expect(pack.numbers[1].measure == nil)
        #expect(pack.rules[0].option.id == "required")
        #expect(pack.rules[0].clause == "A-1")
        #expect(pack.inForce == DaySpan(from: nil, until: nil))
    }

    @Test(
        "A broken file is refused with file, place and field",
        arguments: [
            Fault(
                find: #""CODE""#, put: #""CODEX""#, place: "clause A-1", field: "controls", code: "packs.unknown-name"),
            Fault(
                find: #""CODE""#, put: #""CODE", "CODE""#, place: "clause A-1", field: "controls",
                code: "packs.named-twice"),
            Fault(find: #"["CODE"]"#, put: "[]", place: "clause A-1", field: "controls", code: "packs.empty-text"),
            Fault(
                find: #"["CODE"]"#, put: #""CODE""#, place: "clause A-1", field: "controls", code: "packs.wrong-type"),
            Fault(find: #""gate""#, put: #""wall""#, place: "clause A-1", field: "how", code: "packs.unknown-name"),
            Fault(find: #""gate""#, put: "7", place: "clause A-1", field: "how", code: "packs.wrong-type"),
            Fault(find: #""A-2""#, put: #""A-1""#, place: "clause A-1", field: "id", code: "packs.duplicate"),
            Fault(find: #""A-2""#, put: #""a 2""#, place: "clause a 2", field: "id", code: "packs.bad-name"),
            Fault(find: #""id": "A-2","#, put: "", place: "clause 2", field: "id", code: "packs.missing-field"),
            Fault(
                find: #""Owe something.", "cy": "Rhywbeth.""#, put: #""  ", "cy": "Rhywbeth.""#, place: "clause A-1",
                field: "duty.en", code: "packs.empty-text"),
            Fault(
                find: #", "cy": "A yw'n ddyledus.""#, put: "", place: "clause A-1", field: "cy",
                code: "packs.missing-field"),
            Fault(
                find: #""judgement""#, put: #""judgment""#, place: "clause A-1", field: "judgment",
                code: "packs.unknown-field"),
            Fault(
                find: #""value": 1, "unit": "hours","#, put: #""value": 1,"#, place: "number supervision.ratio",
                field: "unit",
                code: "packs.number-without-unit"),
            Fault(
                find: #""value": 35, "unit": "practice-hours""#, put: #""value": 35"#,
                place: "number supervision.ratio",
                field: "unit", code: "packs.number-without-unit"),
            Fault(
                find: #""unit": "hours""#, put: #""unit": "furlongs""#, place: "number supervision.ratio",
                field: "unit",
                code: "packs.unknown-name"),
            Fault(
                find: #""unit": "hours""#, put: #""unit": "people""#, place: "number supervision.ratio", field: "unit",
                code: "packs.unit-does-not-fit"),
            Fault(
                find: #""value": 1,"#, put: "", place: "number supervision.ratio", field: "value",
                code: "packs.value-missing"),
            Fault(
                find: #""value": 1,"#, put: #""value": 1.5,"#, place: "number supervision.ratio", field: "value",
                code: "packs.number-out-of-range"),
            Fault(
                find: #""value": 1,"#, put: #""value": -1,"#, place: "number supervision.ratio", field: "value",
                code: "packs.number-out-of-range"),
            Fault(
                find: #""value": 1,"#, put: #""value": 99999999999999999999,"#, place: "number supervision.ratio",
                field: "value", code: "packs.number-out-of-range"),
            Fault(
                find: #""value": 35"#, put: #""value": 0"#, place: "number supervision.ratio", field: "value",
                code: "packs.number-out-of-range"),
            Fault(
                find: #""value": 1,"#, put: #""value": "1","#, place: "number supervision.ratio", field: "value",
                code: "packs.wrong-type"),
            Fault(
                find: #""direction": "greater""#, put: #""direction": "more""#, place: "number supervision.ratio",
                field: "direction", code: "packs.unknown-name"),
            Fault(
                find: "supervision.ratio", put: "supervision.ration", place: "number supervision.ration",
                field: "quantity",
                code: "packs.unknown-name"),
            Fault(
                find: #""unverified": true"#, put: #""unverified": "yes""#, place: "number supervision.ratio",
                field: "unverified", code: "packs.wrong-type"),
            Fault(
                find: #""unverified": true"#, put: #""scope": "Everybody""#, place: "number supervision.ratio",
                field: "scope",
                code: "packs.unknown-name"),
            Fault(
                find: #""unverified": true"#, put: #""clause": "A-9""#, place: "number supervision.ratio",
                field: "clause",
                code: "packs.unknown-name"),
            Fault(
                find: #""unit": "years", "source": "a page""#, put: #""unit": "years""#,
                place: "number records.retention",
                field: "source", code: "packs.missing-field"),
            Fault(
                find: #""unit": "years""#, put: #""value": 6, "unit": "years""#, place: "number records.retention",
                field: "value", code: "packs.value-not-expected"),
            Fault(
                find: #""required""#, put: #""maybe""#, place: "rule indemnity", field: "option",
                code: "packs.unknown-name"),
            Fault(
                find: #""indemnity""#, put: #""luck""#, place: "rule luck", field: "rule", code: "packs.unknown-name"),
            Fault(
                find: #", "clause": "A-1" }"#, put: "}", place: "rule indemnity", field: "source",
                code: "packs.missing-field"),
            Fault(
                find: #""from": null"#, put: #""from": "2026-02-30""#, place: nil, field: "from", code: "packs.bad-day"),
            Fault(find: #""from": null, "#, put: "", place: nil, field: "from", code: "packs.missing-field"),
            Fault(
                find: #""from": null, "until": null"#, put: #""from": "2026-02-02", "until": "2026-02-01""#, place: nil,
                field: "until", code: "packs.ends-before-it-starts"),
            Fault(
                find: #""welsh": "draft""#, put: #""welsh": "fine""#, place: nil, field: "welsh",
                code: "packs.unknown-name"),
            Fault(find: #""id": "alpha""#, put: #""id": "Alpha""#, place: nil, field: "id", code: "packs.bad-name"),
            Fault(find: #""id": "alpha""#, put: #""id": "beta""#, place: nil, field: "id", code: "packs.wrong-folder"),
            Fault(
                find: #""edition""#, put: #""colour": "red", "edition""#, place: nil, field: "colour",
                code: "packs.unknown-field"),
            Fault(find: #""welsh": "draft","#, put: "", place: nil, field: "welsh", code: "packs.missing-field"),
        ])
    func refused(fault: Fault) throws {
        let json = Self.good.json
        let found = try #require(json.firstRange(of: fault.find))
        let broken = json.replacingCharacters(in: found, with: fault.put)
        let failure = #expect(throws: PackFailure.self) { try PackLibrary([(Self.good.path, Array(broken.utf8))]) }
        let problem = failure?.problems.first {
            ($0.place, $0.field, $0.reason.code) == (fault.place, fault.field, fault.code)
        }
        #expect(problem?.file == Self.good.path, "\(failure?.description ?? "nothing said")")
    }

    @Test("A fault points at its line and column")
    func position() throws {
        let json = Self.good.json
        let found = try #require(json.firstRange(of: #""gate""#))
        let before = json[..<found.lowerBound].split(separator: "\n", omittingEmptySubsequences: false)
        let broken = json.replacingCharacters(in: found, with: #""wall""#)
        let failure = #expect(throws: PackFailure.self) { try PackLibrary([(Self.good.path, Array(broken.utf8))]) }
        let position = try #require(failure?.problems.first?.position)
        #expect(position.line == before.count)
        #expect(position.column == (before.last?.utf8.count ?? 0) + 1)
        let line = try #require(failure?.description)
        #expect(
            line == "alpha/first/pack.json:\(position.line):\(position.column): clause A-1: how: unknown kind wall"
                + " [packs.unknown-name]")
    }

    @Test("Text that is no JSON is refused with its line and column")
    func badJSON() {
        let failure = #expect(throws: PackFailure.self) {
            try PackLibrary([("alpha/first/pack.json", Array("{\n  \"id\" \"alpha\"\n}".utf8))])
        }
        #expect(failure?.problems.map(\.reason.code) == ["packs.bad-json"])
        #expect(failure?.problems.first?.position?.line == 2)
        #expect(failure?.problems.first?.position?.column == 8)
    }

    @Test("Everything wrong is said at once")
    func all() throws {
        var first = PackText()
        first.clauses = [
            PackText.clause("A-1", controls: ["NOTHING"], how: ["never"]), PackText.clause("A-2", how: ["ever"]),
        ]
        var second = PackText()
        second.id = "beta"
        second.clauses = [PackText.clause("B-1", controls: ["NOWHERE"])]
        let failure = #expect(throws: PackFailure.self) { try PackLibrary([first.file, second.file]) }
        #expect(
            failure?.problems.map { "\($0.file) \($0.place ?? "") \($0.field ?? "")" } == [
                "alpha/first/pack.json clause A-1 controls", "alpha/first/pack.json clause A-1 how",
                "alpha/first/pack.json clause A-2 how", "beta/first/pack.json clause B-1 controls",
            ])
    }
}

extension String {
    fileprivate func firstRange(of text: String) -> Range<String.Index>? {
        ranges(of: text).first
    }

    fileprivate func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
        var copy = self
        copy.replaceSubrange(range, with: text)
        return copy
    }
}
