// SPDX-License-Identifier: EUPL-1.2

import Kernel
import MatchEngine
import Practitioners
import SQL
import TestSupport

@testable import Programmes

extension ProgrammeTerms {
    /// Open on the day on which every test begins.
    static var example: ProgrammeTerms {
        let day = Timestamp.t0.day
        return ProgrammeTerms(
            name: "Spring mentoring", discipline: .coaching, opensOn: day, closesOn: Day(number: day.number + 14),
            beginsOn: Day(number: day.number + 21), endsOn: Day(number: day.number + 200), sessions: 6)
    }

    func with(_ change: (inout ProgrammeTerms) -> Void) -> ProgrammeTerms {
        var terms = self
        change(&terms)
        return terms
    }
}

extension Choices {
    static func wanting(
        _ topics: [Specialism] = [.newManagers], languages: [SpokenLanguage] = [.cy],
        formats: [MeetingFormat] = [.video]
    ) -> Choices {
        var choices = Choices()
        choices.insert(topics)
        choices.insert(languages)
        choices.insert(formats)
        return choices
    }
}

/// A programme with people in it.
struct Cohort {
    let pool: PracticePool
    let administrator: Viewer
    let programme: ProgrammeID
    var clients: [Viewer] = []
    var practitioners: [Viewer] = []

    init(_ pool: PracticePool, _ terms: ProgrammeTerms = .example) async throws {
        self.pool = pool
        administrator = try await pool.person("Alys", .administrator)
        programme = try await pool.programmes.make(terms, owner: nil, by: administrator)
    }

    /// Clients who apply for one topic each, practitioners who offer one place each for a topic or two.
    mutating func fill(clients count: Int, practitioners offers: Int, places: Int = 1) async throws {
        let topics = Specialism.allCases
        for number in 0..<offers {
            let own = [topics[number % topics.count], topics[(number * 3 + 1) % topics.count]]
            let viewer = try await pool.practitioner("P\(number)", .with(places: places, own))
            try await pool.programmes.offer(places, liking: Choices(), to: programme, by: viewer)
            practitioners.append(viewer)
        }
        for number in 0..<count {
            let viewer = try await pool.person("C\(number)", .client)
            let own = [topics[number % topics.count], topics[(number * 2) % topics.count]]
            try await pool.programmes.apply(to: programme, with: .wanting(own), by: viewer)
            clients.append(viewer)
        }
    }

    /// A round that has been solved.
    func round() async throws -> RoundID {
        let round = try await pool.programmes.askRound(of: programme, by: administrator)
        try await pool.drain()
        return round
    }

    /// A round that has been published.
    @discardableResult
    func published(_ goal: RoundGoal = .best) async throws -> RoundID {
        let round = try await round()
        try await pool.programmes.edit(round, .goal(goal), from: 0, by: administrator)
        try await pool.programmes.publish(round, from: 1, by: administrator)
        return round
    }
}

/// Runs `body` over a new database with a programme in it.
func withCohort<Result>(
    _ engine: DatabaseEngine, _ terms: ProgrammeTerms = .example, clients: Int = 0, practitioners: Int = 0,
    places: Int = 1, _ body: (Cohort) async throws -> Result
) async throws -> Result {
    try await withPractice(engine) { pool in
        var cohort = try await Cohort(pool, terms)
        try await cohort.fill(clients: clients, practitioners: practitioners, places: places)
        return try await body(cohort)
    }
}
