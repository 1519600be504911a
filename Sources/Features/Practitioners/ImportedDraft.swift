// SPDX-License-Identifier: EUPL-1.2

import Kernel
import Pools
import Web

extension PractitionerDesk {
    /// What a spreadsheet said of somebody, as far as the closed lists know it: a beginning for their profile, shown to nobody but
    /// them until they have read it through.
    func imported(_ detail: ImportDetail) -> Profile {
        var choices = Choices()
        choices.insert(named(in: detail.specialisms, Specialism.self))
        choices.insert(named(in: detail.languages, SpokenLanguage.self))
        choices.insert(named(in: detail.region, Region.self))
        return Profile(choices: choices, places: min(max(0, detail.capacity ?? 0), Profile.mostPlaces))
    }

    /// Answers of one list that a text names, by code or by their words in either language.
    private func named<Answer: Choice>(in text: String, _: Answer.Type) -> [Answer] {
        let names = Set(text.split(whereSeparator: ",;|/\n".contains).map { Text.folded(String($0)) })
        return Answer.allCases.filter { answer in
            let known = Language.allCases.compactMap { catalogue?.text(answer.words, $0) } + [answer.rawValue]
            return known.contains { names.contains(Text.folded($0)) }
        }
    }
}
