// SPDX-License-Identifier: EUPL-1.2

package import Kernel
package import Web

/// The profile as it is typed.
package struct ProfileForm: Form {
    package let profile: Profile

    package init(reading fields: inout FieldReader) {
        let approach = fields.text("approach", most: 2000)
        let methods = fields.text("methods", most: 2000, optional: true)
        var choices = Choices()
        choices.insert(fields.choices("discipline", Discipline.self, least: 1))
        choices.insert(fields.choices("specialism", Specialism.self, least: 1))
        choices.insert(fields.choices("sector", Sector.self))
        let fluent = fields.choices("fluent", SpokenLanguage.self)
        let spoken = fields.choices("language", SpokenLanguage.self)
        if fluent.isEmpty, spoken.isEmpty { fields.fail("fluent", "choose-at-least", ["least": "1"]) }
        choices.insert(spoken)
        for language in fluent { choices.insertFluent(language) }
        choices.insert(fields.choices("format", MeetingFormat.self, least: 1))
        choices.insert(fields.choices("region", Region.self))
        choices.insert(fields.choices("time", UsualTime.self))
        choices.insert(fields.choices("adjustment", Adjustment.self))
        if let experience = fields.choice("experience", Experience.self) { choices.insert(experience) }
        if let fee = fields.choice("fee", Fee.self) { choices.insert(fee) }
        let places = fields.number("places", 1...Profile.mostPlaces) ?? 0
        profile = Profile(approach: approach, methods: methods, choices: choices, places: places)
    }

    /// A profile as the fields that would have made it.
    static func filled(_ profile: Profile) -> FilledForm {
        func codes<Answer: Choice>(_: Answer.Type) -> [String] { profile.choices.all(Answer.self).map(\.rawValue) }
        let spoken = profile.choices.all(SpokenLanguage.self)
        return FilledForm(values: [
            "approach": [profile.approach], "methods": [profile.methods], "discipline": codes(Discipline.self),
            "specialism": codes(Specialism.self), "sector": codes(Sector.self),
            "fluent": spoken.filter(profile.choices.isFluent).map(\.rawValue),
            "language": spoken.filter { !profile.choices.isFluent(in: $0) }.map(\.rawValue),
            "format": codes(MeetingFormat.self), "region": codes(Region.self), "time": codes(UsualTime.self),
            "adjustment": codes(Adjustment.self), "experience": codes(Experience.self), "fee": codes(Fee.self),
            "places": profile.places > 0 ? [String(profile.places)] : [],
        ])
    }
}

/// Until when somebody pauses.
package struct PauseForm: Form {
    package let until: Day?

    package init(reading fields: inout FieldReader) {
        until = fields.day("until", optional: true)
    }
}

/// Until when somebody steps back from practice.
package struct StepBackForm: Form {
    package let until: Day?

    package init(reading fields: inout FieldReader) {
        until = fields.day("away_until", optional: true)
    }
}
