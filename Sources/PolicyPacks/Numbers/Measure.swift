// SPDX-License-Identifier: EUPL-1.2

/// A figure with its unit and, where there is one, the stretch it is counted over: 16 hours per 1 year, 1 hour per 35
/// practice hours, 2 of 3 votes. Amounts are whole and at most `Measure.greatest`, so that no comparison overflows.
package struct Measure: Hashable, Sendable, CustomStringConvertible {
    package static let greatest = 1_000_000

    package struct Amount: Hashable, Sendable, CustomStringConvertible {
        package let value: Int
        package let unit: MeasureUnit

        package init(_ value: Int, _ unit: MeasureUnit) {
            self.value = value
            self.unit = unit
        }

        package var description: String { "\(value) \(unit.rawValue)" }

        var inSmallest: Int { value * unit.size }
    }

    package let amount: Amount
    package let per: Amount?

    /// Nil for a negative or huge amount, or a stretch of nothing.
    package init?(_ amount: Amount, per: Amount? = nil) {
        guard (0...Self.greatest).contains(amount.value) else { return nil }
        if let per, !(1...Self.greatest).contains(per.value) { return nil }
        self.amount = amount
        self.per = per
    }

    package var description: String {
        guard let per else { return amount.description }
        return "\(amount) per \(per)"
    }

    /// Whether whoever keeps to this figure keeps to the other without further thought.
    ///
    /// For figures over a stretch, this asks for certainty on every stretch of the other's length: 16 hours in each year
    /// are at least 48 in any three, so they satisfy 40 in three; 40 in three may all fall into the last year, so they
    /// never satisfy 13 in each. A share (votes of votes) has no length and compares as a fraction. False where the
    /// units cannot be compared, and for directions that state no figure.
    package func satisfies(_ other: Measure, direction: Direction) -> Bool {
        guard direction.binds, isComparable(with: other) else { return false }
        let mine = amount.inSmallest
        let theirs = other.amount.inSmallest
        guard let per, let otherPer = other.per else {
            return direction == .greater ? mine >= theirs : mine <= theirs
        }
        let window = per.inSmallest
        let otherWindow = otherPer.inSmallest
        if isShare {
            return direction == .greater
                ? mine * otherWindow >= theirs * window : mine * otherWindow <= theirs * window
        }
        return direction == .greater
            ? (otherWindow / window) * mine >= theirs
            : ((otherWindow + window - 1) / window) * mine <= theirs
    }

    private func isComparable(with other: Measure) -> Bool {
        amount.unit.family == other.amount.unit.family && per?.unit.family == other.per?.unit.family
    }

    private var isShare: Bool { per?.unit.family == amount.unit.family }
}
