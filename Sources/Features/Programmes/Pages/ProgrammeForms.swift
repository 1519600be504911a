// SPDX-License-Identifier: EUPL-1.2

package import Kernel
import MatchEngine
package import Practitioners
package import Web

/// A programme as it is set up.
package struct ProgrammeForm: Form {
    package let terms: ProgrammeTerms?
    package let owner: OrganisationID?
    package let version: Int?

    static let pool = "pool"

    package init(reading fields: inout FieldReader) {
        let name = fields.line("name", most: 120)
        let about = fields.text("about", most: 1_000, optional: true)
        let discipline = fields.choice("discipline", Discipline.self)
        let opens = fields.day("opens_on")
        let closes = fields.day("closes_on")
        let begins = fields.day("begins_on")
        let ends = fields.day("ends_on")
        let sessions = fields.number("sessions", ProgrammeTerms.sessionRange)
        let wishes = fields.choice("wishes", WishSides.self)
        let naming = fields.choice("naming", NamingSides.self)
        let grades = ProgrammeTerms.grades(fields.line("grades", most: 300, optional: true))
        let organisations = fields.fields.all("organisation").compactMap { OrganisationID($0.text) }
        let ownerText = fields.fields.first("owner") ?? ""
        owner = OrganisationID(ownerText)
        if !ownerText.isEmpty, ownerText != Self.pool, owner == nil { fields.fail("owner", "not-a-choice") }
        version = Int(fields.fields.first("version") ?? "")
        guard let discipline, let opens, let closes, let begins, let ends, let sessions, let wishes, let naming else {
            terms = nil
            return
        }
        terms = ProgrammeTerms(
            name: name, about: about, discipline: discipline, opensOn: opens, closesOn: closes, beginsOn: begins,
            endsOn: ends, sessions: sessions, wishes: wishes, naming: naming, organisations: organisations,
            grades: grades, onlyFree: fields.isTicked("only_free"))
    }

    static func filled(_ programme: Programme) -> FilledForm {
        let terms = programme.terms
        var values: [String: [String]] = [
            "name": [terms.name], "about": [terms.about], "discipline": [terms.discipline.rawValue],
            "sessions": [String(terms.sessions)], "wishes": [terms.wishes.rawValue],
            "naming": [terms.naming.rawValue], "grades": [terms.grades.joined(separator: ", ")],
            "organisation": terms.organisations.map(\.text), "only_free": terms.onlyFree ? ["yes"] : [],
            "owner": [programme.owner?.text ?? pool], "version": [String(programme.version)],
        ]
        for (name, day) in [
            ("opens_on", terms.opensOn), ("closes_on", terms.closesOn), ("begins_on", terms.beginsOn),
            ("ends_on", terms.endsOn),
        ] {
            let parts = day.text.split(separator: "-").map(String.init)
            for (part, value) in zip(["year", "month", "day"], parts) {
                values["\(name)_\(part)"] = [Int(value).map(String.init) ?? value]
            }
        }
        return FilledForm(values: values)
    }
}

/// What a client wants of a programme. Closed choices only: words come later, where only two people read them.
package struct ApplicationForm: Form {
    package let choices: Choices

    static let mostTopics = 5

    package init(reading fields: inout FieldReader) {
        var choices = Choices()
        choices.insert(fields.choices("specialism", Specialism.self, least: 1))
        if choices.all(Specialism.self).count > Self.mostTopics {
            fields.fail("specialism", "choose-at-most", ["most": String(Self.mostTopics)])
        }
        choices.insert(fields.choices("language", SpokenLanguage.self, least: 1))
        choices.insert(fields.choices("format", MeetingFormat.self, least: 1))
        choices.insert(fields.choices("time", UsualTime.self))
        if let region = fields.choice("region", Region.self, optional: true) { choices.insert(region) }
        if let sector = fields.choice("sector", Sector.self, optional: true) { choices.insert(sector) }
        self.choices = choices
    }

    static func filled(_ choices: Choices?) -> FilledForm {
        guard let choices else { return FilledForm(values: ["region": [""], "sector": [""]]) }
        func codes<Answer: Choice>(_: Answer.Type) -> [String] { choices.all(Answer.self).map(\.rawValue) }
        func oneOrAny<Answer: Choice>(_ list: Answer.Type) -> [String] { codes(list).isEmpty ? [""] : codes(list) }
        return FilledForm(values: [
            "specialism": codes(Specialism.self), "language": codes(SpokenLanguage.self),
            "format": codes(MeetingFormat.self), "time": codes(UsualTime.self), "region": oneOrAny(Region.self),
            "sector": oneOrAny(Sector.self),
        ])
    }
}

/// Places that a practitioner offers.
package struct OfferForm: Form {
    package let places: Int?
    package let liked: Choices

    package init(reading fields: inout FieldReader) {
        places = fields.number("places", 1...Profile.mostPlaces)
        var liked = Choices()
        liked.insert(fields.choices("liked", Specialism.self))
        self.liked = liked
    }
}

/// Whom somebody names: a number from 1 to 5 beside a name, nothing for no preference.
package struct NamesForm: Form {
    package let people: [(person: PersonID, place: Int)]

    package init(reading fields: inout FieldReader) {
        var people: [(person: PersonID, place: Int)] = []
        for (name, value) in fields.fields.values where name.hasPrefix("place_") {
            guard let person = PersonID(name.dropFirst("place_".count)) else { continue }
            let text = Text.trimmed(value.text)
            if text.isEmpty { continue }
            guard let place = Int(text), (1...ProgrammeDesk.mostNamed).contains(place) else {
                fields.fail(name, "not-in-range", ["least": "1", "most": String(ProgrammeDesk.mostNamed)])
                continue
            }
            people.append((person: person, place: place))
        }
        if Set(people.map(\.place)).count < people.count { fields.fail("named", "named-twice") }
        self.people = people
    }
}

/// One edit of a draft.
package struct EditForm: Form {
    package let edit: RoundEdit?
    package let version: Int

    package init(reading fields: inout FieldReader) {
        version = Int(fields.fields.first("version") ?? "") ?? -1
        let client = PersonID(fields.fields.first("client") ?? "")
        let practitioner = PersonID(fields.fields.first("practitioner") ?? "")
        let other = PersonID(fields.fields.first("other") ?? "")
        switch fields.fields.first("kind") ?? "" {
        case "goal": edit = RoundGoal(rawValue: fields.fields.first("goal") ?? "").map { .goal($0) }
        case "pin":
            edit = client.flatMap { client in practitioner.map { .pin(client: client, practitioner: $0) } }
        case "forbid":
            edit = client.flatMap { client in practitioner.map { .forbid(client: client, practitioner: $0) } }
        case "swap": edit = client.flatMap { client in other.map { .swap(client: client, with: $0) } }
        case "undo": edit = Int(fields.fields.first("number") ?? "").map { .undo(number: $0) }
        default: edit = nil
        }
    }

    /// Where the lead was: at a client, or at the whole.
    static func place(_ fields: FormFields) -> String { fields.first("back") ?? "" }
}

/// Publishing, with the number of the edit that was shown.
package struct PublicationForm: Form {
    package let version: Int

    package init(reading fields: inout FieldReader) {
        version = Int(fields.fields.first("version") ?? "") ?? -1
    }
}
