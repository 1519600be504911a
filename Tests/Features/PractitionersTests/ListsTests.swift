// SPDX-License-Identifier: EUPL-1.2

import Kernel
import Practitioners
import TestSupport
import Testing
import Web

@Suite("Closed lists")
struct ListsTests {
    @Test("Every answer has words in both languages, and no two of a list the same")
    func words() throws {
        let catalogue = try Catalogue()
        func check<Answer: Choice>(_: Answer.Type) {
            for language in Language.allCases {
                let words = Answer.allCases.map { catalogue.text($0.words, language) }
                #expect(!words.contains { $0.hasPrefix("[") }, "\(Answer.self) in \(language)")
                #expect(Set(words).count == words.count, "\(Answer.self) in \(language)")
            }
        }
        check(Discipline.self)
        check(Specialism.self)
        check(Sector.self)
        check(SpokenLanguage.self)
        check(Region.self)
        check(MeetingFormat.self)
        check(Experience.self)
        check(UsualTime.self)
        check(Adjustment.self)
        check(Fee.self)
    }

    @Test("Choices come back from their text as they went in")
    func choices() {
        var choices = Choices()
        choices.insert(Specialism.allCases)
        choices.insert(UsualTime.allCases)
        choices.insertFluent(.cy)
        choices.insert(SpokenLanguage.en)
        let back = Choices(stored: choices.text)
        #expect(back == choices)
        #expect(back.all(SpokenLanguage.self) == [.cy, .en])
        #expect(back.isFluent(in: .cy))
        #expect(!back.isFluent(in: .en))
    }

    @Test("A profile can be shown once a client could decide by it")
    func canBeShown() {
        #expect(Profile.example.canBeShown)
        #expect(!Profile().canBeShown)
        #expect(!Profile.with(places: 0).canBeShown)
        #expect(!Profile.with([]).canBeShown)
        #expect(!Profile.with(languages: []).canBeShown)
        #expect(!Profile.with(disciplines: []).canBeShown)
        #expect(!Profile.with(formats: []).canBeShown)
    }
}
