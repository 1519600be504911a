// SPDX-License-Identifier: EUPL-1.2

package import Kernel
package import Practitioners

/// Whose wishes a round weighs.
package enum WishSides: String, CaseIterable, Sendable {
    case clients, practitioners, both

    package var words: String { "programmes.wishes." + rawValue }
}

/// Who may name people they would like to work with.
package enum NamingSides: String, CaseIterable, Sendable {
    case nobody, clients, both

    package var words: String { "programmes.naming." + rawValue }
}

/// What a lead decides about a programme.
package struct ProgrammeTerms: Hashable, Sendable {
    package var name: String
    package var about: String
    package var discipline: Discipline
    /// Applications and offers from this day to the next, both included.
    package var opensOn: Day
    package var closesOn: Day
    package var beginsOn: Day
    package var endsOn: Day
    /// Sessions that each client may have.
    package var sessions: Int
    package var wishes: WishSides
    package var naming: NamingSides
    /// Whose people may apply; none stands for everybody's.
    package var organisations: [OrganisationID]
    /// Grades of which applicants are, in lower-case letters and digits; none stands for all.
    package var grades: [String]
    package var onlyFree: Bool

    package static let sessionRange = 1...100

    package init(
        name: String, about: String = "", discipline: Discipline, opensOn: Day, closesOn: Day, beginsOn: Day,
        endsOn: Day, sessions: Int, wishes: WishSides = .both, naming: NamingSides = .clients,
        organisations: [OrganisationID] = [], grades: [String] = [], onlyFree: Bool = false
    ) {
        self.name = name
        self.about = about
        self.discipline = discipline
        self.opensOn = opensOn
        self.closesOn = closesOn
        self.beginsOn = beginsOn
        self.endsOn = endsOn
        self.sessions = sessions
        self.wishes = wishes
        self.naming = naming
        self.organisations = organisations
        self.grades = grades
        self.onlyFree = onlyFree
    }

    var daysAreInOrder: Bool { opensOn <= closesOn && closesOn <= beginsOn && beginsOn <= endsOn }

    /// Grades from a line with commas.
    static func grades(_ line: String) -> [String] {
        line.split(separator: ",").map { Text.folded(String($0)) }.filter { !$0.isEmpty }
    }
}

/// Where a programme stands on a day.
package enum ProgrammePhase: String, Sendable {
    case announced
    /// Clients apply, practitioners offer.
    case open
    /// Between closing and beginning.
    case matching
    case running
    case over

    package var words: String { "programmes.phase." + rawValue }
}

/// A programme as those who may see it read it.
package struct Programme: Sendable {
    package let id: ProgrammeID
    package let terms: ProgrammeTerms
    /// The organisation whose lead runs it; `nil` for the whole pool's.
    package let owner: OrganisationID?
    package let ownerName: String?
    package let version: Int

    package func phase(on day: Day) -> ProgrammePhase {
        if day < terms.opensOn { return .announced }
        if day <= terms.closesOn { return .open }
        if day < terms.beginsOn { return .matching }
        return day <= terms.endsOn ? .running : .over
    }
}
