// SPDX-License-Identifier: EUPL-1.2

import Journal
package import Kernel
package import Practitioners
import SQL

/// What a step needs that may not be made inside a transaction.
package struct StepIDs: Sendable {
    let entry: JournalID
    let letters: [OutboxID]
    let item: OutboxID

    package init(_ ids: any IDSource) {
        entry = ids.id()
        letters = [ids.id(), ids.id()]
        item = ids.id()
    }
}

/// A request that has just taken a step.
package struct MovedRequest: Sendable {
    package let client: PersonID
    package let practitioner: PersonID
    package let discipline: Discipline
    /// The number of the step.
    let number: Int
}

/// The one way in which a request takes a step: rule, place, journal in one transaction.
enum RequestStore {
    /// - Parameter person: who takes the step; `nil` for a clock that ran out.
    /// - Throws: `MatchingError.notFound` for a request that is not this person's, `.movedOn` for a step that may not follow,
    ///   `.noPlace`.
    static func move(
        _ request: RequestID, to step: RequestStep, in tx: Transaction, pool: PoolID, by person: PersonID?,
        at now: Timestamp,
        _ ids: StepIDs
    ) throws -> MovedRequest {
        let found =
            if let person { try tx.first(RequestSQL.move, pool, request, person) } else {
                try tx.first(RequestSQL.moveByProgram, pool, request)
            }
        guard let row = found else { throw MatchingError.notFound }
        let moved = MovedRequest(
            client: try row.id("client_id"), practitioner: try row.id("practitioner_id"),
            discipline: Discipline(rawValue: try row.text("discipline")) ?? .coaching, number: try row.int("version"))
        let party: RequestStep.Party = person.map { $0 == moved.client ? .client : .practitioner } ?? .program
        let answerBy = try row.time("answer_by")
        guard let before = try self.step(request, moved.number - 1, in: tx, pool: pool),
            step.mayFollow(before, by: party),
            step != .accepted || now < answerBy
        else { throw MatchingError.movedOn }
        try hold(from: before, to: step, in: tx, pool: pool, moved.practitioner)
        try tx.run(RequestSQL.addStep, pool, request, moved.number, step.rawValue, now, person)
        if !step.isOpen, step != .chosen, let origin = try row.optionalID("origin_id", OriginKind.self) {
            try Outbox.add(
                in: tx, pool: pool, at: now, id: ids.item, kind: MatchingWork.ended, once: [request], subject: request,
                payload: ["origin": origin])
        }
        try Journal.record(
            in: tx, pool: pool, at: now, id: ids.entry, actor: JournalActor(person), step.action, on: request)
        return moved
    }

    static func step(_ request: RequestID, _ number: Int, in reader: Reader, pool: PoolID) throws -> RequestStep? {
        try reader.first(RequestSQL.step, pool, request, number).flatMap { RequestStep(rawValue: try $0.text("step")) }
    }

    /// A place goes with acceptance, stays with the engagement of a client who goes on, and comes back otherwise.
    private static func hold(
        from before: RequestStep, to step: RequestStep, in tx: Transaction, pool: PoolID, _ practitioner: PersonID
    ) throws {
        if !before.holdsPlace, step.holdsPlace {
            do {
                try Places.take(in: tx, pool: pool, with: practitioner)
            } catch PractitionersError.full {
                throw MatchingError.noPlace
            }
        } else if before.holdsPlace, !step.holdsPlace, step != .chosen {
            try Places.giveBack(in: tx, pool: pool, with: practitioner)
        }
    }

    static func request(from row: Row) throws -> MatchRequest {
        func name(_ who: String) throws -> String {
            [try row.text(who + "_given"), try row.text(who + "_family")].filter { !$0.isEmpty }.joined(separator: " ")
        }
        guard let step = RequestStep(rawValue: try row.text("step")),
            let format = MeetingFormat(rawValue: try row.text("format")),
            let discipline = Discipline(rawValue: try row.text("discipline"))
        else { throw DatabaseError.bug("not-a-code-in-match_request") }
        return MatchRequest(
            id: try row.id("id"), client: try row.id("client_id"), clientName: try name("client"),
            clientOrganisation: try row.optionalText("client_organisation"),
            practitioner: try row.id("practitioner_id"),
            practitionerName: try name("practitioner"), discipline: discipline, format: format,
            choices: Choices(stored: try row.text("choices")), madeAt: try row.time("made_at"),
            answerBy: try row.time("answer_by"), step: step, stepAt: try row.time("taken_at"),
            isFound: try row.optionalText("origin_id") != nil)
    }
}
