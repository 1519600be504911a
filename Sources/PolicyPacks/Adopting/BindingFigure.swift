// SPDX-License-Identifier: EUPL-1.2

/// A figure that binds, with everybody who asks for it; no origins where the pool chose it.
package struct BindingFigure: Hashable, Sendable {
    package let measure: Measure
    package let origins: [PackOrigin]

    /// True where nobody who asks for the figure has been checked.
    package var isUnverified: Bool { !origins.isEmpty && origins.allSatisfy(\.unverified) }

    /// The figures that no other figure takes care of. Equal ones are joined. More than one is left where neither takes
    /// care of the other (40 hours in three years, 10 in each): then all of them bind.
    static func strictest(_ figures: [BindingFigure], _ direction: Direction) -> [BindingFigure] {
        var joined: [BindingFigure] = []
        for figure in figures {
            let twin = joined.firstIndex { $0.measure.means(the: figure.measure, direction) }
            if let twin {
                joined[twin] = BindingFigure(
                    measure: joined[twin].measure, origins: joined[twin].origins + figure.origins)
            } else {
                joined.append(figure)
            }
        }
        return joined.filter { candidate in
            !joined.contains { $0 != candidate && $0.measure.satisfies(candidate.measure, direction: direction) }
        }
    }
}

extension Measure {
    /// Whether both say the same: 12 months and 1 year.
    func means(the other: Measure, _ direction: Direction) -> Bool {
        satisfies(other, direction: direction) && other.satisfies(self, direction: direction)
    }
}
