// SPDX-License-Identifier: EUPL-1.2

/// Which way a number binds.
package enum Direction: String, CaseIterable, Sendable {
    /// At least this much: the greater figure is the stricter.
    case greater
    /// At most this much: the smaller figure is the stricter.
    case smaller
    /// The document leaves the figure to the pool, which must state one.
    case poolChooses = "pool-chooses"
    /// The document leaves the figure to each organisation, for its own members.
    case organisationChooses = "organisation-chooses"

    /// Whether the pack states a figure rather than asking somebody for one.
    package var binds: Bool {
        switch self {
        case .greater, .smaller: true
        case .poolChooses, .organisationChooses: false
        }
    }
}
