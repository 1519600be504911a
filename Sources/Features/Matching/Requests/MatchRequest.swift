// SPDX-License-Identifier: EUPL-1.2

package import Kernel
package import Practitioners

/// A request for a first conversation as one of its two people reads it.
package struct MatchRequest: Sendable {
    package let id: RequestID
    package let client: PersonID
    package let clientName: String
    package let clientOrganisation: String?
    package let practitioner: PersonID
    package let practitionerName: String
    package let discipline: Discipline
    package let format: MeetingFormat
    /// Topics and times.
    package let choices: Choices
    package let madeAt: Timestamp
    package let answerBy: Timestamp
    package let step: RequestStep
    package let stepAt: Timestamp
    /// A round of a programme brought the two together; nobody asked by hand.
    package let isFound: Bool

    package func isClient(_ viewer: Viewer) -> Bool { viewer.person == client }

    /// The other one of the two.
    package func otherName(for viewer: Viewer) -> String { isClient(viewer) ? practitionerName : clientName }
}

/// A first conversation that was arranged.
package struct FirstConversation: Hashable, Sendable {
    package let format: MeetingFormat
    /// Neither where the two agreed on a time elsewhere.
    package let day: Day?
    /// `14:30`, at the place where it is held.
    package let time: String?

    package init(format: MeetingFormat, day: Day? = nil, time: String? = nil) {
        self.format = format
        self.day = day
        self.time = time
    }
}
