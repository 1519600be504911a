// SPDX-License-Identifier: EUPL-1.2

/// What the work is: a coach asks, a mentor also tells from experience.
package enum Discipline: String, Choice {
    package static let facet = Facet.discipline

    case coaching
    case mentoring
}
