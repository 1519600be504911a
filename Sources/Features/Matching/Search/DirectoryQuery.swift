// SPDX-License-Identifier: EUPL-1.2

package import Practitioners

/// What somebody looks for, and the seed that gives the results their order.
package struct DirectoryQuery: Hashable, Sendable {
    package let choices: Choices
    package let withOwnTeam: Bool
    /// Where in the circle of practitioners the results begin.
    package let seed: Int64

    package init(choices: Choices = Choices(), withOwnTeam: Bool = false, seed: Int64) {
        self.choices = choices
        self.withOwnTeam = withOwnTeam
        self.seed = seed & (Int64.max >> 1)
    }

    /// What a result must have: of each group at least one, except adjustments, which must all be there.
    var groups: [Set<String>] {
        let anyOf: [Set<String>] = [
            codes(Discipline.self), codes(Specialism.self), codes(SpokenLanguage.self), codes(MeetingFormat.self),
            codes(Region.self), codes(Sector.self), codes(UsualTime.self), codes(Fee.self), codes(Experience.self),
        ]
        return anyOf.filter { !$0.isEmpty } + codes(Adjustment.self).sorted().map { [$0] }
    }

    private func codes<Answer: Choice>(_: Answer.Type) -> Set<String> {
        Set(choices.all(Answer.self).map(\.code))
    }
}
