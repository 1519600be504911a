// SPDX-License-Identifier: EUPL-1.2

import Journal
package import Kernel
package import PolicyPacks
import SQL

extension CodesDesk {
    /// States a figure of the pool's own, from today on. It may only be stricter than what an adopted pack asks for.
    ///
    /// - Throws: `CodesError.laxer`, `.unitDoesNotFit`.
    package func choose(_ key: NumberKey, _ measure: Measure, by viewer: Viewer) async throws {
        let (now, id, entry) = (time.now, ids.id(AdoptionKind.self), ids.id(JournalKind.self))
        let actor = JournalActor(viewer, as: .administrator)
        let pool = viewer.pool
        try await database.write { [library] tx in
            let packs = try PoolPolicy.read(in: tx, pool: pool, library: library).packs(on: now.day)
            let number = Resolution(packs, numberChoices: [NumberChoice(key, measure)])
            switch number.refused.first?.reason {
            case .laxerThan?: throw CodesError.laxer
            case .unitDoesNotFit?: throw CodesError.unitDoesNotFit
            case .notAnAnswer?: throw CodesError.notFound
            case nil: break
            }
            try tx.run(
                CodesSQL.endFigure, pool, key.quantity.rawValue, key.scopeKey, now.day.adding(days: -1), now)
            try tx.run(
                CodesSQL.addFigure, pool, id, key.quantity.rawValue, key.scopeKey, measure.amount.value,
                measure.amount.unit.rawValue, measure.per?.value, measure.per?.unit.rawValue, now.day, now,
                viewer.person)
            try Journal.record(
                in: tx, pool: pool, at: now, id: entry, actor: actor, CodesAction.figureChosen, on: pool)
        }
    }

    /// Gives an answer of the pool's own to a question on which documents differ, from today on.
    ///
    /// - Throws: `CodesError.laxer`, `.notFound`.
    package func choose(_ rule: Rule, _ option: RuleOption, by viewer: Viewer) async throws {
        let (now, id, entry) = (time.now, ids.id(AdoptionKind.self), ids.id(JournalKind.self))
        let actor = JournalActor(viewer, as: .administrator)
        let pool = viewer.pool
        try await database.write { [library] tx in
            let packs = try PoolPolicy.read(in: tx, pool: pool, library: library).packs(on: now.day)
            switch Resolution(packs, ruleChoices: [RuleChoice(rule, option)]).refused.first?.reason {
            case .laxerThan?: throw CodesError.laxer
            case .unitDoesNotFit?, .notAnAnswer?: throw CodesError.notFound
            case nil: break
            }
            try tx.run(CodesSQL.endAnswer, pool, rule.rawValue, now.day.adding(days: -1), now)
            try tx.run(CodesSQL.addAnswer, pool, id, rule.rawValue, option.id, now.day, now, viewer.person)
            try Journal.record(
                in: tx, pool: pool, at: now, id: entry, actor: actor, CodesAction.answerChosen, on: pool)
        }
    }
}
