// SPDX-License-Identifier: EUPL-1.2

/// How long a practitioner has practised, in their own words; claims that are checked come with their credentials.
package enum Experience: String, Choice {
    package static let facet = Facet.experience

    case starting
    case practised
    case senior
}
