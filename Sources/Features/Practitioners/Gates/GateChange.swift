// SPDX-License-Identifier: EUPL-1.2

import Journal
import Kernel
import Pools
import Queues
import SQL

/// Writes what a judgement changes: the row, what can be found, the clock of the next one, lapses and who is told.
struct GateChange {
    private let tx: Transaction
    private let pool: PoolID
    private let now: Timestamp
    private var stock: GateStock

    init(_ tx: Transaction, pool: PoolID, at now: Timestamp, _ stock: GateStock) {
        self.tx = tx
        self.pool = pool
        self.now = now
        self.stock = stock
    }

    mutating func write(
        _ gate: Gate, _ facts: GateFacts, _ before: StoredGate, _ choices: Choices, of person: PersonID
    ) throws {
        try remind(GateRules.runningOut(facts, on: now.day), person)
        let (services, lacks) = (Set(gate.services.map(\.rawValue)), Set(gate.lacks.map(\.rawValue)))
        let open = openChoices(gate, choices)
        let isSame =
            before.isJudged && before.services == services && before.lacks == lacks && before.nextOn == gate.nextOn
            && before.expertise == gate.expertise && before.openChoices == open
        if isSame { return }
        try tx.run(
            GateSQL.save, pool, person, gate.isOpen, services.sorted().joined(separator: " "),
            gate.expertise.sorted().joined(separator: " "), lacks.sorted().joined(separator: " "), now.day, gate.nextOn)
        if before.openChoices != open { try tx.run(GateSQL.saveOpenChoices, pool, person, open) }
        try DirectoryIndex.refresh(in: tx, pool: pool, person)
        if let next = gate.nextOn, next != before.nextOn {
            try Outbox.add(
                in: tx, pool: pool, at: now, id: try stock.take(), kind: PractitionersWork.gateDue,
                once: [person, next], subject: person, due: next.start)
        }
        guard before.isJudged, before.isListed else { return }
        try lapse(lacks.subtracting(before.lacks), still: lacks, person)
    }

    /// What of the published choices can be found: without the kinds of work that are shut, unless all are. Then nobody is found
    /// anyway, and the profile reads as ever.
    private func openChoices(_ gate: Gate, _ choices: Choices) -> String? {
        let shut = choices.all(Discipline.self).filter { !gate.services.contains($0) }
        if shut.isEmpty || !gate.isOpen { return nil }
        var open = choices
        for discipline in shut { open.remove(discipline) }
        return open.text
    }

    private mutating func remind(_ claims: [GateFacts.Verified], _ person: PersonID) throws {
        for claim in claims.prefix(3) {
            try Notice.add(
                PracticeLetter.renewal, to: person, about: claim.id, in: tx, pool: pool, at: now, id: try stock.take())
            try Queue.put(.renewal, claim.id, about: person, in: tx, pool: pool, at: now, id: try stock.take())
        }
    }

    private mutating func lapse(_ new: Set<String>, still lacks: Set<String>, _ person: PersonID) throws {
        if lacks.isEmpty {
            if try tx.first(GateSQL.endLapse, pool, person, now) != nil {
                try Queue.done(.lapse, person, in: tx, pool: pool, at: now, by: nil)
            }
            return
        }
        if new.isEmpty { return }
        let id = try stock.take(LapseSubject.self)
        let words = lacks.sorted().joined(separator: " ")
        guard try tx.first(GateSQL.beginLapse, pool, id, person, words, now.day) != nil else { return }
        try Queue.put(.lapse, person, about: person, in: tx, pool: pool, at: now, id: try stock.take())
        try Journal.record(
            in: tx, pool: pool, at: now, id: try stock.take(), actor: .program, PractitionersAction.lapsed, on: person)
        try Notice.add(
            PracticeLetter.lapsed, to: person, about: id, in: tx, pool: pool, at: now, id: try stock.take())
        for row in try tx.rows(GateSQL.leadsOf, pool, person) {
            try Notice.add(
                PracticeLetter.lapsedLead, to: try row.id("person_id"), about: id, in: tx, pool: pool, at: now,
                id: try stock.take())
        }
        try Outbox.add(
            in: tx, pool: pool, at: now, id: try stock.take(), kind: PractitionersWork.lapsed, once: [id],
            subject: person, payload: ["lapse": id])
    }
}

package enum LapseSubject {}
