// SPDX-License-Identifier: EUPL-1.2

import Codes
package import Journal
import Kernel
import SQL

extension PractitionerDesk {
    /// How many people are judged in one transaction.
    package static let batch = 200

    /// What time does to gates: somebody's next day has come, the day of an edition is over, a kind of work asks for something else.
    package func gateHandlers() -> [OutboxHandler] {
        [dueHandler(), walkHandler(PractitionersWork.gatesWalk), walkHandler(CodesWork.due)]
    }

    private func dueHandler() -> OutboxHandler {
        .database(PractitionersWork.gateDue) { [time, ids] item in
            let (now, stock) = (time.now, GateStock(ids, people: 1))
            return .done { tx in
                try Gates.judge(item.subject(PersonKind.self), in: tx, pool: item.pool, at: now, stock)
            }
        }
    }

    private func walkHandler(_ work: some OutboxWork) -> OutboxHandler {
        .database(work) { [time, ids] item in
            let (now, stock, next) = (time.now, GateStock(ids, people: Self.batch), ids.id(OutboxKind.self))
            return .done { tx in
                let cause = item.payload.code("cause") ?? item.id.text
                let after = item.payload.code("after").map { $0 + "-" } ?? ""
                guard
                    let last = try Gates.judge(
                        from: after, through: "~", most: Self.batch, in: tx, pool: item.pool, at: now, stock)
                else { return }
                let (person, start) = (PersonID(stored: last), ID<Never>(stored: cause))
                try Outbox.add(
                    in: tx, pool: item.pool, at: now, id: next, kind: PractitionersWork.gatesWalk,
                    once: [start, person], subject: item.pool,
                    payload: ["after": person, "cause": start])
            }
        }
    }
}
