// SPDX-License-Identifier: EUPL-1.2

import Kernel
import Practitioners
import TestSupport

@testable import Programmes

/// People with choices drawn by lot.
enum RandomSides {
    static func client(_ ids: TestIDs) -> PairFacts { PairFacts(choices(ids), email: "c", manager: nil) }

    static func practitioner(_ ids: TestIDs) -> PairFacts {
        let own = choices(ids)
        var liked = Choices()
        liked.insert(own.all(Specialism.self).filter { _ in ids.seed() % 2 == 0 })
        return PairFacts(own, liked: liked, email: "p", manager: nil)
    }

    private static func choices(_ ids: TestIDs) -> Choices {
        var choices = Choices()
        func some<Answer: Choice>(_: Answer.Type, oneIn: UInt64) {
            choices.insert(Answer.allCases.filter { _ in ids.seed() % oneIn == 0 })
        }
        some(Specialism.self, oneIn: 6)
        some(MeetingFormat.self, oneIn: 2)
        some(UsualTime.self, oneIn: 4)
        some(Region.self, oneIn: 4)
        some(Sector.self, oneIn: 8)
        for language in [SpokenLanguage.cy, .en] where ids.seed() % 2 == 0 {
            if ids.seed() % 2 == 0 { choices.insertFluent(language) } else { choices.insert(language) }
        }
        return choices
    }
}
