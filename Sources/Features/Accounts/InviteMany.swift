// SPDX-License-Identifier: EUPL-1.2

import Journal
import Kernel
import SQL

/// A steward invites many people at once: those of a list who have an address, were not invited and have not come. The
/// mails go one after the other, as many an hour as the pool's setting says.
struct InviteMany: Sendable {
    /// How many people one press takes at most.
    static let most = 20_000
    /// How many stand in one transaction, so that other writers get their turn.
    private static let chunk = 250

    let viewer: Viewer
    let organisation: OrganisationID?
    let now: Timestamp
    let ids: any IDSource

    /// How many were invited.
    func run(in database: any Database) async throws -> Int {
        let people = try await database.read { reader in
            try ListInvitees(viewer: viewer, state: .notInvited, organisation: organisation, after: nil, now: now)
                .run(in: reader, limit: Self.most).items.filter { $0.email != nil }.map(\.id)
        }
        var invited = 0
        for start in stride(from: 0, to: people.count, by: Self.chunk) {
            let new = people[start..<min(start + Self.chunk, people.count)].map { NewInvitation($0, ids) }
            invited += try await database.write { transaction in try invite(new, in: transaction) }
        }
        return invited
    }

    private func invite(_ new: [NewInvitation], in transaction: Transaction) throws -> Int {
        let numbers = try InvitationNumbers(pool: viewer.pool, in: transaction)
        let next = try transaction.first(InvitationSQL.pace, viewer.pool, now)?.time("next_at") ?? now
        var at = max(next, now)
        var invited = 0
        for invitation in new {
            // Read again under the pace's lock: another steward may have been first.
            let invitee = try InviteeDetails.of(invitation.person, for: viewer, now: now, in: transaction)
            guard invitee.email != nil, invitee.came == nil, !invitee.hasOpenInvitation else { continue }
            try invitation.write(
                number: invitee.number + 1, at: at, by: viewer, as: .steward(viewer), now: now, numbers, in: transaction
            )
            at = Timestamp(milliseconds: at.milliseconds + numbers.interval)
            invited += 1
        }
        try transaction.run(InvitationSQL.setPace, viewer.pool, at)
        return invited
    }
}
