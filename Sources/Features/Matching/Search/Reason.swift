// SPDX-License-Identifier: EUPL-1.2

package import Practitioners

/// Why somebody is among the results: one thing that was looked for and is there.
package enum Reason: Hashable, Sendable {
    case has(code: String)
    case speaks(SpokenLanguage, fluently: Bool)

    /// The reasons of one result, in the order of the form.
    static func all(of wanted: Choices, in offered: Choices) -> [Reason] {
        func has<Answer: Choice>(_: Answer.Type) -> [Reason] {
            wanted.all(Answer.self).filter(offered.contains).map { .has(code: $0.code) }
        }
        let languages: [Reason] = wanted.all(SpokenLanguage.self).filter(offered.contains).map {
            .speaks($0, fluently: offered.isFluent(in: $0))
        }
        return has(Specialism.self) + languages + has(Discipline.self) + has(MeetingFormat.self) + has(Region.self)
            + has(Sector.self) + has(UsualTime.self) + has(Adjustment.self) + has(Fee.self)
    }
}
