// SPDX-License-Identifier: EUPL-1.2

/// A step that an engagement has taken; the last one says where it stands.
package enum EngagementStep: String, CaseIterable, Sendable {
    /// Waiting for the agreement that all parties assent to.
    case contracting
    case ended

    /// What may come after it. An end is always possible and never undone.
    package func mayFollow(_ step: EngagementStep) -> Bool {
        self == .ended && step != .ended
    }

    package var isOpen: Bool { self != .ended }
}
