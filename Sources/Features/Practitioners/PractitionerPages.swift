// SPDX-License-Identifier: EUPL-1.2

import Codes
import Kernel
package import Web

/// View models.
package enum PractitionerPages {
    /// A profile as the template `practitioner_card` shows it.
    package static func card<Who>(_ shown: PublicProfile, _ call: Call<Who>) -> View {
        let profile = shown.profile
        let choices = profile.choices
        let groups: [View] = [
            group(call, "practitioners.card.disciplines", words(choices.all(Discipline.self), call)),
            group(call, "practitioners.card.specialisms", words(choices.all(Specialism.self), call)),
            group(call, "practitioners.card.languages", languages(choices, call)),
            group(call, "practitioners.card.formats", words(choices.all(MeetingFormat.self), call)),
            group(call, "practitioners.card.regions", words(choices.all(Region.self), call)),
            group(call, "practitioners.card.times", words(choices.all(UsualTime.self), call)),
            group(call, "practitioners.card.sectors", words(choices.all(Sector.self), call)),
            group(call, "practitioners.card.adjustments", words(choices.all(Adjustment.self), call)),
            group(call, "practitioners.card.experience", words(choices.all(Experience.self), call)),
            group(call, "practitioners.card.fee", words(choices.all(Fee.self), call)),
        ].compactMap { $0 }
        return [
            "name": shown.name, "person_id": shown.person.text, "job_title": shown.jobTitle,
            "has_job_title": !shown.jobTitle.isEmpty,
            "organisation": shown.organisation ?? "", "has_organisation": shown.organisation != nil,
            "approach": paragraphs(profile.approach), "methods": paragraphs(profile.methods),
            "has_methods": !profile.methods.isEmpty, "groups": groups, "takes_clients": shown.takesClients,
            "claims": shown.claims.map { claim -> View in
                [
                    "claim_title": ClaimPages.title(claim.details, call), "issuer": claim.details.issuer,
                    "has_issuer": !claim.details.issuer.isEmpty, "claim_kind": call.text(claim.details.kind.words),
                    "checked": call.text(
                        "claim.checked", ["name": claim.stepBy, "day": call.words(for: claim.stepAt.day)]),
                ]
            }, "has_claims": !shown.claims.isEmpty, "has_code": shown.code != nil,
            "code": shown.code.map {
                call.text(
                    "practitioners.card.code",
                    ["number": String($0.number), "day": call.words(for: $0.acceptedAt.day)])
            } ?? "",
        ]
    }

    /// The paragraphs of a profile in which something is refused, in pieces.
    static func marks(_ profile: Profile, _ words: ClaimedWords) -> [View] {
        [profile.approach, profile.methods].flatMap { $0.split(whereSeparator: \.isNewline) }.compactMap { paragraph in
            let pieces = words.marked(String(paragraph))
            guard pieces.contains(where: \.isMarked) else { return nil }
            return ["pieces": pieces.map { ["piece": $0.text, "is_marked": $0.isMarked] as View }]
        }
    }

    package static func words<Answer: Choice, Who>(_ answers: [Answer], _ call: Call<Who>) -> [String] {
        answers.map { call.text($0.words) }
    }

    /// Options of a field: every answer of a list.
    package static func options<Answer: Choice, Who>(_: Answer.Type, _ call: Call<Who>) -> [(String, String)] {
        Answer.allCases.map { ($0.rawValue, call.text($0.words)) }
    }

    package static func languages<Who>(_ choices: Choices, _ call: Call<Who>) -> [String] {
        choices.all(SpokenLanguage.self).map { language in
            call.text(
                choices.isFluent(in: language) ? "practitioners.speaks.fluent" : "practitioners.speaks.well",
                ["language": call.text(language.words)])
        }
    }

    /// Text that a person wrote, one view a paragraph.
    package static func paragraphs(_ text: String) -> [View] {
        text.split(whereSeparator: \.isNewline).map { ["paragraph": String($0)] }
    }

    static func profileForm(_ call: Call<AsPractitioner>, _ filled: FilledForm, offered: [Discipline]) -> View {
        var form = FormBuilder(call, filled)
        form.text("approach", "practitioners.form.approach", rows: 8)
        form.text("methods", "practitioners.form.methods", optional: true, rows: 5)
        form.ticks(
            "discipline", "practitioners.form.discipline", offered.map { ($0.rawValue, call.text($0.words)) },
            optional: false)
        form.ticks("specialism", "practitioners.form.specialism", options(Specialism.self, call), optional: false)
        form.ticks("fluent", "practitioners.form.fluent", options(SpokenLanguage.self, call), optional: false)
        form.ticks("language", "practitioners.form.language", options(SpokenLanguage.self, call))
        form.ticks("format", "practitioners.form.format", options(MeetingFormat.self, call), optional: false)
        form.ticks("region", "practitioners.form.region", options(Region.self, call))
        form.ticks("time", "practitioners.form.time", options(UsualTime.self, call))
        form.ticks("sector", "practitioners.form.sector", options(Sector.self, call))
        form.ticks("adjustment", "practitioners.form.adjustment", options(Adjustment.self, call))
        form.radios("experience", "practitioners.form.experience", options(Experience.self, call))
        form.radios("fee", "practitioners.form.fee", options(Fee.self, call))
        form.number("places", "practitioners.form.places")
        return form.view(action: "/practice/profile", button: "practitioners.form.preview")
    }

    static func pauseForm(_ call: Call<AsPractitioner>, _ filled: FilledForm = FilledForm()) -> View {
        var form = FormBuilder(call, filled)
        form.day("until", "practitioners.pause.until", optional: true)
        return form.view(action: "/practice/pause", button: "practitioners.pause.button")
    }

    static func stepBackForm(_ call: Call<AsPractitioner>, _ filled: FilledForm = FilledForm()) -> View {
        var form = FormBuilder(call, filled)
        form.day("away_until", "practitioners.step_back.until", optional: true)
        return form.view(
            action: "/practice/stepping-back", button: "practitioners.step_back.button", quietButton: true)
    }

    static func lines(_ page: Page<PractitionerLine>, _ call: Call<AsAdministrator>) -> View {
        let lines: [View] = page.items.map { line in
            let isHidden = line.standing.codes.contains(.hidden)
            return [
                "name": line.name, "person_id": line.person.text, "organisation": line.organisation ?? "",
                "has_organisation": line.organisation != nil, "standing": call.text(line.standing.words),
                "can_be_listed": line.standing.isApplicant && line.isApproved,
                "can_be_hidden": !line.standing.isApplicant && !isHidden,
                "can_be_shown": isHidden, "is_listed": !line.standing.isApplicant,
            ]
        }
        return ["lines": lines, "has_lines": !lines.isEmpty, "next": page.next ?? "", "has_next": page.next != nil]
    }

    private static func group<Who>(_ call: Call<Who>, _ title: String, _ words: [String]) -> View? {
        words.isEmpty ? nil : ["group_title": call.text(title), "items": words.map { ["words": $0] as View }]
    }
}
