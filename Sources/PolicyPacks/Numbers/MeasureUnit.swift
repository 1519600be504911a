// SPDX-License-Identifier: EUPL-1.2

/// What a number counts. Units compare within their family only: a month is no fixed number of days, and a working day
/// no fixed part of a week, so figures in unlike families both stand.
package enum MeasureUnit: String, CaseIterable, Sendable {
    case minutes, hours
    case days, weeks
    case workingDays = "working-days"
    case months, years
    case sessions
    case practiceHours = "practice-hours"
    case people
    case votes
    case reflections

    package enum Family: Sendable {
        case clock, calendarDays, workingDays, calendarMonths, sessions, practice, people, votes, reflections
    }

    package var family: Family {
        switch self {
        case .minutes, .hours: .clock
        case .days, .weeks: .calendarDays
        case .workingDays: .workingDays
        case .months, .years: .calendarMonths
        case .sessions: .sessions
        case .practiceHours: .practice
        case .people: .people
        case .votes: .votes
        case .reflections: .reflections
        }
    }

    /// How many of the smallest unit of the family this one is.
    var size: Int {
        switch self {
        case .hours: 60
        case .weeks: 7
        case .years: 12
        default: 1
        }
    }
}
