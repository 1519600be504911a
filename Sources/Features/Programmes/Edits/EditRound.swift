// SPDX-License-Identifier: EUPL-1.2

import Journal
package import Kernel
package import MatchEngine
import SQL

extension ProgrammeDesk {
    /// Changes the draft of a round and says what it costs the others. `best` is solved from where it stood.
    ///
    /// - Parameter version: the number of the edit that the page showed.
    /// - Throws: `ProgrammesError.notFound`, `.movedOn`, `.published`, `.impossiblePair`.
    @discardableResult
    package func edit(_ id: RoundID, _ edit: RoundEdit, from version: Int, by viewer: Viewer) async throws -> RoundPrice
    {
        let (now, entry) = (time.now, ids.id(JournalKind.self))
        let state = try await workingState(id, for: viewer)
        guard state.round.version == version else { throw ProgrammesError.movedOn }
        guard state.round.canBeEdited else { throw ProgrammesError.published }
        let line = try state.line(edit, number: version + 1, at: now)
        let (input, bench) = (state.input, bench)
        let after = try await Self.translated {
            try await bench.run {
                let force = EditsInForce(state.edits + [line], in: input)
                let pairs = try force.pairs(of: id, input, on: bench)
                return Draft(goal: force.goal ?? .best, practitionerOf: pairs, measure: RoundMeasure(pairs, in: input))
            }
        }
        let price = state.draft.map { $0.measure.price(of: after.measure) } ?? RoundPrice(places: 0, score: 0)
        try await database.write { tx in
            guard try tx.first(RoundSQL.touch, viewer.pool, id, version) != nil else { throw ProgrammesError.movedOn }
            let (round, _) = try RoundStore.round(id, for: viewer, on: now.day, in: tx)
            guard round.canBeEdited else { throw ProgrammesError.published }
            try tx.run(
                RoundSQL.addEdit, viewer.pool, id, version + 1, line.kind, line.goal?.rawValue, line.client,
                line.practitioner, line.otherClient, line.otherPractitioner, line.undoes, price.places, price.score,
                now, viewer.person)
            try RoundStore.save(
                after.practitionerOf, after.measure, goal: after.goal, number: version + 1, of: id, in: tx,
                pool: viewer.pool)
            try Journal.record(
                in: tx, pool: viewer.pool, at: now, id: entry, actor: Self.actor(viewer),
                ProgrammesAction.roundEdited, on: id)
        }
        return price
    }

    /// Everything that an edit starts from.
    func workingState(_ id: RoundID, for viewer: Viewer) async throws -> WorkingState {
        let day = time.now.day
        return try await database.read { reader in
            let (round, programme) = try RoundStore.round(id, for: viewer, on: day, in: reader)
            let (input, hash) = try RoundStore.input(of: id, in: reader, pool: viewer.pool)
            let row = try reader.first(RoundSQL.draft, viewer.pool, id)
            return WorkingState(
                round: round, programme: programme, input: input, hash: hash,
                edits: try RoundStore.edits(of: id, in: reader, pool: viewer.pool),
                draft: try row.flatMap { row in
                    guard let goal = RoundGoal(rawValue: try row.text("goal")) else { return nil }
                    return Draft(
                        goal: goal, practitionerOf: PairBytes.read(try row.bytes("practitioners")),
                        measure: try RoundStore.measure(from: row))
                })
        }
    }

    /// The engine's refusals in the words of this feature.
    static func translated<Value>(_ work: () async throws -> Value) async throws -> Value {
        do {
            return try await work()
        } catch RoundError.impossiblePin {
            throw ProgrammesError.impossiblePair
        }
    }
}

/// A draft in full.
struct Draft: Sendable {
    let goal: RoundGoal
    let practitionerOf: [Int32]
    let measure: RoundMeasure
}

/// A round as an edit finds it.
struct WorkingState: Sendable {
    let round: Round
    let programme: Programme
    let input: RoundInput
    let hash: String
    let edits: [EditLine]
    let draft: Draft?

    /// The edit as it is written down.
    ///
    /// - Throws: `ProgrammesError.impossiblePair` for people who are not in the round, or may not be matched.
    func line(_ edit: RoundEdit, number: Int, at now: Timestamp) throws -> EditLine {
        var goal: RoundGoal?
        var (client, practitioner, otherClient, otherPractitioner): (PersonID?, PersonID?, PersonID?, PersonID?)
        var undoes: Int?
        switch edit {
        case .goal(let wanted): goal = wanted
        case .pin(let who, let whom):
            guard let index = input.clients.firstIndex(of: who), let other = input.practitioners.firstIndex(of: whom),
                input.index(client: index, practitioner: other) != nil
            else { throw ProgrammesError.impossiblePair }
            (client, practitioner) = (who, whom)
        case .forbid(let who, let whom):
            guard input.clients.contains(who), input.practitioners.contains(whom) else {
                throw ProgrammesError.impossiblePair
            }
            (client, practitioner) = (who, whom)
        case .swap(let who, let with):
            guard let first = input.clients.firstIndex(of: who), let second = input.clients.firstIndex(of: with),
                let draft, first != second, draft.practitionerOf[first] >= 0, draft.practitionerOf[second] >= 0
            else { throw ProgrammesError.impossiblePair }
            let (gets, gives) = (Int(draft.practitionerOf[second]), Int(draft.practitionerOf[first]))
            guard input.index(client: first, practitioner: gets) != nil,
                input.index(client: second, practitioner: gives) != nil
            else { throw ProgrammesError.impossiblePair }
            (client, practitioner) = (who, input.practitioners[gets])
            (otherClient, otherPractitioner) = (with, input.practitioners[gives])
        case .undo(let wanted):
            guard edits.contains(where: { $0.number == wanted && $0.kind != "undo" }),
                !edits.contains(where: { $0.undoes == wanted })
            else { throw ProgrammesError.movedOn }
            undoes = wanted
        }
        return EditLine(
            number: number, kind: edit.kind, goal: goal, client: client, practitioner: practitioner,
            otherClient: otherClient, otherPractitioner: otherPractitioner, undoes: undoes,
            price: RoundPrice(places: 0, score: 0), madeAt: now)
    }
}
