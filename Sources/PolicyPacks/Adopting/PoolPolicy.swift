// SPDX-License-Identifier: EUPL-1.2

package import Kernel

/// A pool's decision to follow a pack from one day to another; the edition follows from the day.
package struct Adoption: Hashable, Sendable {
    package let pack: String
    package let span: DaySpan

    package init(pack: String, span: DaySpan) {
        self.pack = pack
        self.span = span
    }
}

/// What a pool decided, and what binds it therefore on each day.
///
/// Guaranteed: what holds on a day depends on that day alone, so that a new edition, a later adoption or a later choice
/// never reaches back to conduct before it, even in the middle of a cycle of hours.
package struct PoolPolicy: Sendable {
    package let library: PackLibrary
    package let adoptions: [Adoption]
    package let numberChoices: [NumberChoice]
    package let ruleChoices: [RuleChoice]

    package init(
        _ adoptions: [Adoption], in library: PackLibrary, numberChoices: [NumberChoice] = [],
        ruleChoices: [RuleChoice] = []
    ) {
        self.adoptions = adoptions
        self.library = library
        self.numberChoices = numberChoices
        self.ruleChoices = ruleChoices
    }

    /// The editions that bind on that day, by name of pack, each once.
    package func packs(on day: Day) -> [PolicyPack] {
        let adopted = Set(adoptions.filter { $0.span.contains(day) }.map(\.pack))
        return library.packs.filter { adopted.contains($0.identity.pack) && $0.inForce.contains(day) }
    }

    /// What binds on that day. Of choices on the same matter, the one that began last holds.
    package func resolution(on day: Day) -> Resolution {
        Resolution(
            packs(on: day), numberChoices: holding(numberChoices, \.span, on: day),
            ruleChoices: holding(ruleChoices, \.span, on: day))
    }

    /// A stretch of days on which the same things bind.
    package struct Stretch: Hashable, Sendable {
        package let from: Day
        package let until: Day
        package let packs: [PackIdentity]
        package let numberChoices: [NumberChoice]
        package let ruleChoices: [RuleChoice]

        func isLike(_ other: Stretch) -> Bool {
            packs == other.packs && numberChoices == other.numberChoices && ruleChoices == other.ruleChoices
        }
    }

    /// The days from one to another, cut where something that binds changes: each day lies in exactly one stretch, in
    /// order, and neighbours differ. Empty when the last day lies before the first.
    package func stretches(from first: Day, through last: Day) -> [Stretch] {
        guard first <= last else { return [] }
        let cuts = Set([first] + edges.filter { first < $0 && $0 <= last }).sorted()
        var result: [Stretch] = []
        for (index, start) in cuts.enumerated() {
            let end = index + 1 < cuts.count ? cuts[index + 1].adding(days: -1) : last
            let next = stretch(from: start, until: end)
            if let before = result.last, before.isLike(next) {
                result[result.count - 1] = stretch(from: before.from, until: end)
            } else {
                result.append(next)
            }
        }
        return result
    }

    private func stretch(from first: Day, until last: Day) -> Stretch {
        Stretch(
            from: first, until: last, packs: packs(on: first).map(\.identity),
            numberChoices: holding(numberChoices, \.span, on: first),
            ruleChoices: holding(ruleChoices, \.span, on: first))
    }

    /// The choices of a day, in the order in which they began, open starts first.
    private func holding<Choice>(_ choices: [Choice], _ span: KeyPath<Choice, DaySpan>, on day: Day) -> [Choice] {
        choices.filter { $0[keyPath: span].contains(day) }
            .sorted { left, right in
                guard let start = right[keyPath: span].from else { return false }
                return left[keyPath: span].from.map { $0 < start } ?? true
            }
    }

    /// Each first day of something, and each day after the last of something.
    private var edges: [Day] {
        let spans =
            adoptions.map(\.span) + library.packs.map(\.inForce) + numberChoices.map(\.span) + ruleChoices.map(\.span)
        return spans.flatMap { span in [span.from, span.until?.adding(days: 1)].compactMap { $0 } }
    }
}
