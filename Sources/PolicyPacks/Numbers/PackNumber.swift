// SPDX-License-Identifier: EUPL-1.2

/// What a number is about, and whom it concerns. Numbers with the same key are weighed against each other.
package struct NumberKey: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let quantity: Quantity
    /// Nil: everybody.
    package let scope: NumberScope?

    package init(_ quantity: Quantity, _ scope: NumberScope? = nil) {
        self.quantity = quantity
        self.scope = scope
    }

    package var description: String {
        guard let scope else { return quantity.rawValue }
        return "\(quantity.rawValue) for \(scope)"
    }

    package static func < (left: NumberKey, right: NumberKey) -> Bool {
        left.quantity == right.quantity
            ? (left.scope?.description ?? "") < (right.scope?.description ?? "")
            : left.quantity.rawValue < right.quantity.rawValue
    }
}

/// One figure that a document demands, or one that it leaves to somebody to choose.
package struct PackNumber: Hashable, Sendable {
    package let key: NumberKey
    package let direction: Direction
    /// Present exactly when the direction binds.
    package let measure: Measure?
    /// The unit in which it is stated or has to be chosen.
    package let unit: MeasureUnit
    /// Where the figure was found, if not in the clause.
    package let source: String?
    /// True until somebody has checked the figure against the body's own words.
    package let unverified: Bool
    /// The clause that asks for it, in the same pack.
    package let clause: String?
    package let note: Bilingual?
}
