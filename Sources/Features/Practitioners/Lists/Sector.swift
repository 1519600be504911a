// SPDX-License-Identifier: EUPL-1.2

/// Where a practitioner has worked and what they therefore need not have explained to them.
package enum Sector: String, Choice {
    package static let facet = Facet.sector

    case localGovernment = "local-government"
    case health
    case socialCare = "social-care"
    case schools
    case furtherEducation = "further-education"
    case higherEducation = "higher-education"
    case centralGovernment = "central-government"
    case police
    case fireAndRescue = "fire-and-rescue"
    case ambulance
    case justice
    case housing
    case nationalParks = "national-parks"
    case environment
    case transport
    case culture
    case sport
    case voluntary
    case regulators
    case armedForces = "armed-forces"
    case business
}
