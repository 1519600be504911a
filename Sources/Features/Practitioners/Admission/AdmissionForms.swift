// SPDX-License-Identifier: EUPL-1.2

import Kernel
import Web

/// Accepting the code: that it was read, and that an upheld breach has consequences which may be told to other bodies.
struct AcceptanceForm: Form {
    let number: Int

    init(reading fields: inout FieldReader) {
        number = fields.number("number", 1...1_000_000) ?? 0
        for name in ["read", "consequences"] where !fields.isTicked(name) { fields.fail(name, "code-tick") }
    }
}

struct ReferenceForm: Form {
    let name: String

    init(reading fields: inout FieldReader) {
        name = fields.line("name", most: 120)
    }
}

/// Until when work may go on being booked after something has run out.
struct LapseForm: Form {
    enum Decision: String {
        case goOn = "go-on"
        case stop
    }

    let until: Day?

    init(reading fields: inout FieldReader) {
        let decision = fields.choice("decision", Decision.self)
        let day = fields.day("until", optional: true)
        if decision == .goOn, day == nil { fields.fail("until", "not-a-day") }
        until = decision == .goOn ? day : nil
    }
}

/// A tie with somebody, by their address.
struct TieForm: Form {
    let kind: TieKind?
    let email: String

    init(reading fields: inout FieldReader) {
        kind = fields.choice("kind", TieKind.self)
        email = fields.email("email")
    }
}

/// What a pool decides about a kind of work.
struct ServiceForm: Form {
    let isOffered: Bool
    let needs: Set<ServiceNeed>
    let english: String
    let welsh: String
    let sessions: Int?
    let months: Int?

    init(reading fields: inout FieldReader) {
        isOffered = (fields.fields.first("offered") ?? "") == "yes"
        if !["yes", "no"].contains(fields.fields.first("offered") ?? "") { fields.fail("offered", "choose-one") }
        needs = fields.choices("needs", ServiceNeed.self)
        english = fields.text("words_en", most: 600, optional: true)
        welsh = fields.text("words_cy", most: 600, optional: true)
        sessions = fields.number("sessions", 1...60, optional: true)
        months = fields.number("months", 1...36, optional: true)
    }

    func type(_ discipline: Discipline) -> ServiceType {
        ServiceType(
            discipline, isOffered: isOffered, needs: needs, words: [.english: english, .welsh: welsh],
            sessions: sessions, months: months)
    }

    static func filled(_ type: ServiceType) -> FilledForm {
        FilledForm(values: [
            "offered": [type.isOffered ? "yes" : "no"], "needs": type.needs.map(\.rawValue),
            "words_en": [type.words[.english] ?? ""], "words_cy": [type.words[.welsh] ?? ""],
            "sessions": type.sessions.map { [String($0)] } ?? [], "months": type.months.map { [String($0)] } ?? [],
        ])
    }
}
