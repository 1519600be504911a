// SPDX-License-Identifier: EUPL-1.2

/// How two people meet.
package enum MeetingFormat: String, Choice {
    package static let facet = Facet.format

    case inPerson = "in-person"
    case video
    case phone
}
