// SPDX-License-Identifier: EUPL-1.2

/// What kind of work somebody offers or asks for: the service types of a pool. Which of them it offers, and what each asks of
/// whoever does it, is data of the pool (`ServiceType`).
package enum Discipline: String, Choice {
    case coaching, mentoring
    /// The junior mentors the senior.
    case reverse
    /// Both are mentor and client.
    case mutual
    case peer, team
    /// A single conversation.
    case oneOff = "one-off"

    package static let facet = Facet.discipline
}
