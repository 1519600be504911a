// SPDX-License-Identifier: EUPL-1.2

package import Practitioners
package import Web

/// What somebody looks for, as it is ticked.
package struct DirectoryForm: Form {
    package let choices: Choices
    package let withOwnTeam: Bool

    package init(reading fields: inout FieldReader) {
        var choices = Choices()
        if let discipline = fields.choice("discipline", Discipline.self, optional: true) { choices.insert(discipline) }
        choices.insert(fields.choices("specialism", Specialism.self))
        if choices.all(Specialism.self).count > Self.mostTopics {
            fields.fail("specialism", "choose-at-most", ["most": String(Self.mostTopics)])
        }
        if let language = fields.choice("language", SpokenLanguage.self, optional: true) { choices.insert(language) }
        choices.insert(fields.choices("format", MeetingFormat.self))
        if let region = fields.choice("region", Region.self, optional: true) { choices.insert(region) }
        if let sector = fields.choice("sector", Sector.self, optional: true) { choices.insert(sector) }
        choices.insert(fields.choices("time", UsualTime.self))
        choices.insert(fields.choices("adjustment", Adjustment.self))
        if fields.isTicked("free") { choices.insert(Fee.free) }
        self.choices = choices
        withOwnTeam = fields.isTicked("own_team")
    }

    /// Whoever ticks everything looks for nobody in particular; the reasons would say nothing.
    package static let mostTopics = 5

    static func filled(_ query: DirectoryQuery) -> FilledForm {
        func codes<Answer: Choice>(_: Answer.Type) -> [String] { query.choices.all(Answer.self).map(\.rawValue) }
        /// Of one answer or none, "any" is ticked for none.
        func oneOrAny<Answer: Choice>(_: Answer.Type) -> [String] {
            codes(Answer.self).isEmpty ? [""] : codes(Answer.self)
        }
        return FilledForm(values: [
            "discipline": oneOrAny(Discipline.self), "specialism": codes(Specialism.self),
            "language": oneOrAny(SpokenLanguage.self),
            "format": codes(MeetingFormat.self), "region": oneOrAny(Region.self), "sector": oneOrAny(Sector.self),
            "time": codes(UsualTime.self), "adjustment": codes(Adjustment.self),
            "free": query.choices.contains(Fee.free) ? ["yes"] : [], "own_team": query.withOwnTeam ? ["yes"] : [],
        ])
    }
}
