// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PolicyPacks
import Practitioners
import SQL
import TestSupport
import Testing

@Suite("Words that claim")
struct ClaimedWordsTests {
    private static let day = Timestamp.t0.day

    private static func claim(_ title: String, _ issuer: String, _ step: ClaimStep = .verified) -> Claim {
        Claim(
            id: ClaimID(stored: "A"), person: PersonID(stored: "B"),
            details: ClaimDetails(.accreditation, title: title, issuer: issuer), madeAt: .t0, version: 2, step: step,
            stepAt: .t0, stepBy: "Alun", method: step == .verified ? .register : nil)
    }

    @Test(
        "Bodies, credentials and promises are found in both languages, and only their words are marked",
        .shows(.claims),
        arguments: [
            ("I am an ICF coach.", ["ICF"]), ("A member of the Association for Coaching", ["Association for Coaching"]),
            ("PCC, accredited", ["PCC", "accredited"]), ("Hyfforddwr achrededig gyda'r EMCC", ["achrededig", "EMCC"]),
            ("I guarantee that you succeed", ["guarantee"]), ("It works 100% of the time", ["100%"]),
            ("Rwy’n gwarantu canlyniadau", ["gwarantu"]), ("Mae hyn bob amser yn gweithio", ["bob amser yn gweithio"]),
            ("Seicolegydd siartredig", ["siartredig"]), ("a certified, licensed coach", ["certified", "licensed"]),
            ("Ácc\u{301}redited", ["Ácc\u{301}redited"]), ("i.c.f.", []), ("I listen first and then I ask.", []),
            ("Rwy’n gwrando yn gyntaf.", []), ("Acceptance and accuracy matter", []), ("the results are yours", []),
        ])
    func found(text: String, words: [String]) {
        let marked = ClaimedWords([], on: Self.day).marked(text)
        #expect(marked.filter(\.isMarked).map(\.text) == words)
        #expect(marked.map(\.text).joined() == text)
    }

    @Test("What was verified may be named, and nothing else; a promise never")
    func verified() {
        let words = ClaimedWords([Self.claim("PCC", "International Coaching Federation (ICF)")], on: Self.day)
        #expect(words.findings(in: "ICF accredited, PCC").isEmpty)
        #expect(words.marked("EMCC and MCC").filter(\.isMarked).map(\.text) == ["EMCC", "MCC"])
        #expect(words.findings(in: "I guarantee it").map(\.reason) == [.promise])
        for step in [ClaimStep.made, .refused, .withdrawn] {
            let unverified = ClaimedWords([Self.claim("PCC", "ICF", step)], on: Self.day)
            #expect(unverified.findings(in: "PCC").map(\.reason) == [.credential])
        }
    }

    @Test(
        "A profile that names what nobody has checked is not published, and the preview marks the words",
        .shows(.claims, .credential), .shows(clause: "GLOBAL-2.10"), .shows(clause: "IICM-B3"),
        arguments: TestDatabase.engines, Language.allCases)
    func publishing(engine: DatabaseEngine, language: Language) async throws {
        try await withPractice(engine) { pool in
            let lowri = try await pool.practitioner("Lowri")
            var profile = Profile.example
            profile.approach = language == .english ? "I am an accredited coach." : "Hyfforddwr achrededig ydw i."
            try await pool.practice.saveDraft(profile, by: lowri)
            await #expect(throws: PractitionersError.claimedWords) { try await pool.practice.publish(by: lowri) }
            try await pool.withPages { browser in
                let page = try await browser(lowri).get(
                    (language == .english ? "" : "/cy") + "/practice/profile/preview")
                #expect(
                    page.html.contains(language == .english ? "<mark>accredited</mark>" : "<mark>achrededig</mark>"))
                #expect(!page.html.contains("/practice/profile/publication"))
            }
            let alun = try await pool.person("Alun", .administrator)
            let claim = try await pool.practice.claim(
                ClaimDetails(.accreditation, title: "Practitioner", issuer: "A body"), by: lowri)
            await #expect(throws: PractitionersError.claimedWords) { try await pool.practice.publish(by: lowri) }
            try await pool.practice.verify(claim, version: 1, how: .register, by: alun)
            try await pool.practice.publish(by: lowri)
        }
    }
}
