// SPDX-License-Identifier: EUPL-1.2

package import Journal
import Kernel
import Pools
import Practitioners
import SQL

extension EngagementDesk {
    /// Something that the pool asks for has run out with a practitioner: the clients of work that runs are told so, in neutral words.
    package func lapseHandler() -> OutboxHandler {
        .database(PractitionersWork.lapsed) { [time, ids] item in
            let now = time.now
            let letters = (0..<Self.mostClients).map { _ in ids.id(OutboxKind.self) }
            return .done { tx in
                guard let lapse: ID<LapseSubject> = item.payload.id("lapse") else { return }
                let practitioner = item.subject(PersonKind.self)
                // Where it has been put right meanwhile there is nothing to tell.
                guard try BookingGate.lapse(of: practitioner, in: tx, pool: item.pool) != nil else { return }
                let clients = try tx.rows(EngagementSQL.clientsOf, item.pool, practitioner, Self.mostClients)
                for (row, letter) in zip(clients, letters) {
                    try Notice.add(
                        EngagementLetter.lapsed, to: try row.id("person_id"), about: lapse, in: tx, pool: item.pool,
                        at: now, id: letter)
                }
            }
        }
    }

    /// More than anybody can have at a time.
    private static let mostClients = 2 * Profile.mostPlaces
}
