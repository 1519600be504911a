// SPDX-License-Identifier: EUPL-1.2

/// What a pool decides for itself. Every feature that has such a number, choice or text registers it here: one case with its kind,
/// its default and its range. The raw value is the name in the database and in the form; words are `setting.<name>`.
package enum PoolSetting: String, CaseIterable, Sendable {
    /// How people who are coached or mentored are called on pages.
    case clientWord = "client_word"
    /// Days until a request that nobody answered ends by itself. IIC&M and the pool codes ask for an answer in time, not for a number.
    case requestDays = "request_days"
    /// Open requests of one client at most.
    case requestsOpen = "requests_open"
    /// Days for which a practitioner's place is held after acceptance, while the client chooses.
    case acceptHoldDays = "accept_hold_days"
    /// Whether a first conversation comes before the client chooses.
    case firstConversation = "first_conversation"
    case firstConversationMinutes = "first_conversation_minutes"
    /// Whether results leave out the searcher's own team and line unless they ask for them.
    case ownTeamHidden = "own_team_hidden"
    /// Days for which a code by post or from the lead opens the pool.
    case postedCodeDays = "posted_code_days"
    /// Days for which an invitation stands.
    case invitationDays = "invitation_days"
    /// Days after which an invitation is brought to mind, once.
    case reminderDays = "reminder_days"
    /// How many invitations a day are sent at most, so that helpers and mail servers keep up.
    case invitationsADay = "invitations_a_day"
    /// Minutes for which a link that was asked for at the door works.
    case linkMinutes = "link_minutes"
    /// Minutes without use after which somebody is signed out.
    case idleMinutes = "idle_minutes"
    /// Whom to call in danger, above every box for messages.
    case crisisEnglish = "crisis_text_en"
    case crisisWelsh = "crisis_text_cy"
    /// How to reach the people who run the pool.
    case contact = "contact"
    /// References that the lead has before approving an applicant.
    case admissionReferences = "admission_references"
    /// Whether an applicant is inducted before.
    case admissionInduction = "admission_induction"
    /// Whether work may have a sponsor beside client and practitioner.
    case sponsors = "sponsors"
    /// What the pool keeps of people and why, in its own words.
    case privacyEnglish = "privacy_text_en"
    case privacyWelsh = "privacy_text_cy"

    package enum Kind: Sendable, Hashable {
        case number(ClosedRange<Int>)
        case yesNo
        case choice([String])
        case text(most: Int)
    }

    package var kind: Kind {
        switch self {
        case .clientWord: .choice(["client", "coachee", "mentee", "learner"])
        case .requestDays, .acceptHoldDays: .number(1...60)
        case .requestsOpen: .number(1...10)
        case .firstConversation, .ownTeamHidden, .admissionInduction: .yesNo
        case .admissionReferences: .number(0...3)
        case .sponsors: .choice(["undecided", "yes", "no"])
        case .privacyEnglish, .privacyWelsh: .text(most: 4000)
        case .firstConversationMinutes: .number(10...120)
        case .postedCodeDays: .number(1...60)
        case .invitationDays: .number(1...90)
        case .reminderDays: .number(1...60)
        case .invitationsADay: .number(1...10_000)
        case .linkMinutes, .idleMinutes: .number(5...120)
        case .crisisEnglish, .crisisWelsh: .text(most: 500)
        case .contact: .text(most: 300)
        }
    }

    /// What holds until the pool decides otherwise.
    package var standard: String {
        switch self {
        case .clientWord: "client"
        case .requestDays, .acceptHoldDays, .postedCodeDays, .invitationDays: "14"
        case .requestsOpen: "3"
        case .firstConversation, .ownTeamHidden: "yes"
        case .firstConversationMinutes, .linkMinutes, .idleMinutes: "30"
        case .reminderDays: "7"
        case .invitationsADay: "500"
        case .admissionReferences: "0"
        case .admissionInduction: "no"
        case .sponsors: "undecided"
        case .crisisEnglish, .crisisWelsh, .contact, .privacyEnglish, .privacyWelsh: ""
        }
    }

    /// Whether a stored text is a value of this setting.
    package func takes(_ value: String) -> Bool {
        switch kind {
        case .number(let range): Int(value).map(range.contains) ?? false
        case .yesNo: value == "yes" || value == "no"
        case .choice(let choices): choices.contains(value)
        case .text(let most): value.unicodeScalars.count <= most
        }
    }
}

/// The settings of one pool.
package struct PoolSettings: Hashable, Sendable {
    private var values: [String: String]

    /// - Parameter values: as stored; one that its setting no longer takes counts as not set.
    package init(_ values: [String: String] = [:]) {
        self.values = values
    }

    package func text(_ setting: PoolSetting) -> String {
        guard let value = values[setting.rawValue], setting.takes(value) else { return setting.standard }
        return value
    }

    package func number(_ setting: PoolSetting) -> Int {
        Int(text(setting)) ?? 0
    }

    package func isOn(_ setting: PoolSetting) -> Bool {
        text(setting) == "yes"
    }
}
