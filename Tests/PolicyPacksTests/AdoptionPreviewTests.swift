// SPDX-License-Identifier: EUPL-1.2

import PolicyPacks
import Testing

@Suite struct AdoptionPreviewTests {
    @Test(
        "A preview tells what binds otherwise, what is owed, which choices are overtaken and what is asked for the first time"
    )
    func preview() throws {
        var now = PackText(id: "gamma")
        now.numbers = [
            PackText.number(.complaintPanel, .greater, try measure(3, .people)),
            PackText.number(.complaintWindow, .greater, try measure(1, .years)),
        ]
        now.rules = [PackText.rule(.indemnity, "recommended"), PackText.rule(.conflictAtEntry, "manage")]
        var more = PackText(id: "beta", clauses: [PackText.clause("B-1", controls: ["CODE", "CPD"])])
        more.numbers = [
            PackText.number(.complaintPanel, .greater, try measure(5, .people)),
            PackText.number(.complaintWindow, .greater, try measure(12, .months)),
            PackText.asked(.supervisionSessions, .poolChooses, .sessions),
        ]
        more.rules = [PackText.rule(.indemnity, "required"), PackText.rule(.conflictAtEntry, "manage")]
        let library = try PackLibrary([now.file, more.file])
        let choice = NumberChoice(NumberKey(.complaintPanel), try measure(4, .people))
        let preview = AdoptionPreview([library.packs[1]], adding: library.packs[0], numberChoices: [choice])

        #expect(preview.numbers.map(\.key) == [NumberKey(.complaintPanel)])
        #expect(preview.numbers.first?.before.map(\.measure) == [choice.measure])
        #expect(preview.numbers.first?.after.map(\.measure) == [try measure(5, .people)])
        #expect(preview.rules.map(\.rule) == [.indemnity])
        #expect(preview.rules.first?.before?.id == "recommended")
        #expect(preview.rules.first?.after?.id == "required")
        #expect(preview.newlyOpen == [NumberKey(.supervisionSessions)])
        #expect(preview.overtaken.map(\.reason.code) == ["packs.choice-laxer"])
        #expect(preview.newControls == [.cpd])
    }

    @Test("A new edition takes the place of the old one of the same pack")
    func newEdition() throws {
        var old = PackText(edition: "first", until: "2025-12-31")
        old.numbers = [PackText.number(.complaintPanel, .greater, try measure(5, .people))]
        var new = PackText(edition: "second", from: "2026-01-01")
        new.numbers = [PackText.number(.complaintPanel, .greater, try measure(3, .people))]
        let library = try PackLibrary([old.file, new.file])
        let preview = AdoptionPreview([library.packs[0]], adding: library.packs[1])
        #expect(preview.numbers.first?.after.map(\.measure) == [try measure(3, .people)])
        #expect(preview.newControls.isEmpty)
    }

    @Test("Adopting what is adopted already changes nothing")
    func again() throws {
        let packs = try Shipped.folder().library.packs
        for pack in packs {
            let preview = AdoptionPreview(packs, adding: pack)
            #expect(preview.numbers.isEmpty && preview.rules.isEmpty && preview.newlyOpen.isEmpty)
            #expect(preview.overtaken.isEmpty && preview.newControls.isEmpty)
        }
    }

    private func measure(_ value: Int, _ unit: MeasureUnit) throws -> Measure {
        try #require(Measure(.init(value, unit)))
    }
}
