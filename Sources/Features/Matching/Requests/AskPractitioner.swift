// SPDX-License-Identifier: EUPL-1.2

import Codes
import Journal
package import Kernel
package import Practitioners
import SQL

/// What somebody asks for: closed choices only; words come later, where nobody else can read them.
package struct RequestWish: Hashable, Sendable {
    package let discipline: Discipline
    package let format: MeetingFormat
    /// Topics and times.
    package let choices: Choices

    package init(discipline: Discipline, format: MeetingFormat, choices: Choices) {
        self.discipline = discipline
        self.format = format
        self.choices = choices
    }

    /// Whether a practitioner offers the kind of work and the way of meeting.
    func isOffered(by profile: Profile) -> Bool {
        profile.choices.contains(discipline) && profile.choices.contains(format)
    }
}

extension MatchingDesk {
    /// Asks a practitioner for a first conversation. No place is taken yet.
    ///
    /// - Throws: `MatchingError.notTaking`, `.tooManyOpen`, `.askedAlready`, `.notOffered`, `.noExpertise`; `PractitionersError.notFound`.
    package func ask(_ practitioner: PersonID, for wish: RequestWish, by viewer: Viewer) async throws -> RequestID {
        let (now, request, step) = (time.now, ids.id(RequestKind.self), StepIDs(ids))
        return try await database.write { tx in
            let pool = viewer.pool
            // Two requests of one client wait for each other here.
            _ = try tx.first(RequestSQL.openLedger, pool, viewer.person)
            let shown = try PractitionerDesk.profile(of: practitioner, for: viewer, on: now.day, in: tx)
            guard shown.takesClients else { throw MatchingError.notTaking }
            guard wish.isOffered(by: shown.profile) else { throw MatchingError.notOffered }
            try Self.checkExpertise(wish, practitioner, in: tx, pool: pool)
            let rules = try RequestRules.read(in: tx, pool: pool)
            let open = try tx.rows(RequestSQL.open, pool, viewer.person).map {
                try $0.id("practitioner_id", PersonKind.self)
            }
            if open.contains(practitioner) { throw MatchingError.askedAlready }
            if open.count >= rules.mostOpen { throw MatchingError.tooManyOpen }
            let answerBy = now.adding(days: rules.answerDays)
            try tx.run(
                RequestSQL.insert, pool, request, viewer.person, practitioner, wish.discipline.rawValue,
                wish.format.rawValue,
                wish.choices.text, now, answerBy, try CodeEditions.read(in: tx, pool: pool).newest?.number)
            try tx.run(RequestSQL.addStep, pool, request, 1, RequestStep.asked.rawValue, now, viewer.person)
            try Journal.record(
                in: tx, pool: pool, at: now, id: step.entry, actor: JournalActor(viewer.person), MatchingAction.asked,
                on: request)
            try MatchingLetter.post(
                .asked, to: practitioner, about: request, number: 1, in: tx, pool: pool, at: now, step.letters[0])
            try Outbox.add(
                in: tx, pool: pool, at: now, id: step.item, kind: MatchingWork.expiry, once: [request],
                subject: request,
                due: answerBy)
            return request
        }
    }

    /// Where a kind of work asks for a confirmed expertise, whoever is asked has one in what the client wants to develop.
    ///
    /// Ethics: wme/WME-2.4
    private static func checkExpertise(
        _ wish: RequestWish, _ practitioner: PersonID, in reader: Reader, pool: PoolID
    ) throws {
        guard try ServiceTypes.read(in: reader, pool: pool)[wish.discipline].needs.contains(.expertise) else { return }
        let confirmed = try Gates.gate(of: practitioner, in: reader, pool: pool)?.expertise ?? []
        let topics = wish.choices.all(Specialism.self).map(\.rawValue)
        guard !confirmed.isDisjoint(with: topics) else { throw MatchingError.noExpertise }
    }
}
