// SPDX-License-Identifier: EUPL-1.2

/// What a practitioner says of themselves and offers.
package struct Profile: Hashable, Sendable {
    package var approach: String
    package var methods: String
    package var choices: Choices
    /// How many clients they take at a time.
    package var places: Int

    /// More than anybody can serve well beside a job; a typing error rather than an offer.
    package static let mostPlaces = 60

    package init(approach: String = "", methods: String = "", choices: Choices = Choices(), places: Int = 0) {
        self.approach = approach
        self.methods = methods
        self.choices = choices
        self.places = places
    }

    /// Whether a client could decide by it: what the work is, in which language, about what, for how many.
    package var canBeShown: Bool {
        !choices.all(Discipline.self).isEmpty && !choices.all(SpokenLanguage.self).isEmpty
            && !choices.all(Specialism.self).isEmpty && !choices.all(MeetingFormat.self).isEmpty && places > 0
    }
}

/// The two texts of a profile: only the practitioner sees the one, the pool the other.
package enum ProfileEdition: String, Sendable {
    case draft, published
}
