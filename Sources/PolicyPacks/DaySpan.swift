// SPDX-License-Identifier: EUPL-1.2

package import Kernel

/// A run of days, both ends counted, either end open.
///
/// An open start means that nobody knows since when; such an edition is taken to hold on every day up to its end.
package struct DaySpan: Hashable, Sendable, CustomStringConvertible {
    package let from: Day?
    package let until: Day?

    /// Nil when the last day lies before the first.
    package init?(from: Day?, until: Day?) {
        if let from, let until, until < from { return nil }
        self.from = from
        self.until = until
    }

    /// Every day there is.
    package static let always = DaySpan()

    private init() {
        from = nil
        until = nil
    }

    package func contains(_ day: Day) -> Bool {
        if let from, day < from { return false }
        if let until, day > until { return false }
        return true
    }

    package func overlaps(_ other: DaySpan) -> Bool {
        startsNoLater(thanTheEndOf: other) && other.startsNoLater(thanTheEndOf: self)
    }

    package var description: String {
        "\(from?.description ?? "…") to \(until?.description ?? "…")"
    }

    private func startsNoLater(thanTheEndOf other: DaySpan) -> Bool {
        guard let from, let end = other.until else { return true }
        return from <= end
    }
}
