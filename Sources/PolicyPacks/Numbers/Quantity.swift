// SPDX-License-Identifier: EUPL-1.2

/// Everything that a figure in a pack can be about: one closed registry, so that a misspelt name is refused rather than
/// becoming a second, silent number.
package enum Quantity: String, CaseIterable, Sendable {
    case supervisionRatio = "supervision.ratio"
    case supervisionHours = "supervision.hours"
    case supervisionSessions = "supervision.sessions"
    case supervisionBeforeAward = "supervision.before-award"
    case supervisionLength = "supervision.length"
    case developmentHours = "development.hours"
    case developmentCoreHours = "development.core-hours"
    case developmentEthicsHours = "development.ethics-hours"
    case developmentSupervisionHours = "development.supervision-hours"
    case mentorCoachingHours = "mentor-coaching.hours"
    case mentorCoachingLength = "mentor-coaching.length"
    case renewalCycle = "renewal.cycle"
    case trainingHours = "training.hours"
    case practiceHours = "practice.hours"
    case practicePaidHours = "practice.paid-hours"
    case practiceRecentHours = "practice.recent-hours"
    case practiceLength = "practice.length"
    case practiceClients = "practice.clients"
    case feedbackClients = "feedback.clients"
    case reflectionsWritten = "reflections.written"
    case groupSize = "log.group-size"
    case complaintWindow = "complaint.window"
    case complaintWindowAfterEnd = "complaint.window-after-end"
    case complaintInvestigators = "complaint.investigators"
    case complaintPanel = "complaint.panel"
    case complaintMajority = "complaint.majority"
    case complaintReview = "complaint.review"
    case complaintHearing = "complaint.hearing"
    case complaintEvidence = "complaint.evidence"
    case appealWindow = "appeal.window"
    case recordRetention = "records.retention"
    case exceptionEmbargo = "exception.embargo"
    case requestExpiry = "request.expiry"

    /// The families in which it may be stated or chosen.
    package var families: [MeasureUnit.Family] {
        switch self {
        case .supervisionRatio, .supervisionHours, .supervisionBeforeAward, .developmentHours,
            .developmentCoreHours, .developmentEthicsHours, .developmentSupervisionHours, .mentorCoachingHours,
            .trainingHours:
            [.clock]
        case .supervisionSessions:
            [.sessions]
        case .supervisionLength, .mentorCoachingLength, .renewalCycle, .practiceLength, .complaintWindow,
            .complaintWindowAfterEnd, .recordRetention:
            [.calendarMonths]
        case .practiceHours, .practicePaidHours, .practiceRecentHours:
            [.practice]
        case .practiceClients, .feedbackClients, .groupSize, .complaintInvestigators, .complaintPanel:
            [.people]
        case .reflectionsWritten:
            [.reflections]
        case .complaintMajority:
            [.votes]
        case .complaintReview, .complaintHearing, .complaintEvidence:
            [.calendarDays, .workingDays]
        case .appealWindow:
            [.calendarDays, .workingDays, .calendarMonths]
        case .exceptionEmbargo:
            [.calendarDays, .calendarMonths]
        case .requestExpiry:
            [.calendarDays]
        }
    }

    /// Whether a pool opens only once it has said a figure, even when no document it adopted asks for one: nobody else
    /// has an answer, and a default would be read as a norm.
    package var isChosenByEveryPool: Bool {
        switch self {
        case .appealWindow, .recordRetention, .exceptionEmbargo, .requestExpiry: true
        default: false
        }
    }
}
