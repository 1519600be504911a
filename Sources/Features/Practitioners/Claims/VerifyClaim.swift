// SPDX-License-Identifier: EUPL-1.2

import Journal
package import Kernel
import Pools
import Queues
package import SQL

extension PractitionerDesk {
    /// Says that a claim is true, and how one made sure. Two who do it at once do not both: the version that was read goes along.
    ///
    /// Ethics: global/GLOBAL-1.6, wme/WME-4.0
    ///
    /// - Throws: `PractitionersError.notFound`, `.ownCase` for one's own claim, `.changedMeanwhile`.
    package func verify(_ claim: ClaimID, version: Int, how method: VerificationMethod, by viewer: Viewer) async throws
    {
        try await judge(claim, version, .verified, method, by: viewer)
    }

    /// Says that a claim cannot be confirmed, or cannot any more.
    ///
    /// - Throws: as `verify`.
    package func refuse(_ claim: ClaimID, version: Int, by viewer: Viewer) async throws {
        try await judge(claim, version, .refused, nil, by: viewer)
    }

    private func judge(
        _ claim: ClaimID, _ version: Int, _ step: ClaimStep, _ method: VerificationMethod?, by viewer: Viewer
    ) async throws {
        let (now, entry, stock) = (time.now, ids.id(JournalKind.self), GateStock(ids, people: 1))
        try await database.write { tx in
            let found = try Self.checkable(claim, by: viewer, on: now.day, in: tx)
            guard found.person != viewer.person else { throw PractitionersError.ownCase }
            try Self.take(step, version, found, method, by: viewer, at: now, in: tx)
            let kind: QueueKind = found.details.kind.isConfirmedByLead ? .expertise : .claim
            try Queue.done(kind, claim, in: tx, pool: viewer.pool, at: now, by: viewer.person)
            try Queue.done(.renewal, claim, in: tx, pool: viewer.pool, at: now, by: viewer.person)
            try Journal.record(
                in: tx, pool: viewer.pool, at: now, id: entry, actor: Self.actor(viewer),
                step == .verified ? PractitionersAction.claimVerified : .claimRefused, on: claim)
            try Gates.judge(found.person, in: tx, pool: viewer.pool, at: now, stock)
        }
    }

    /// Takes back one's own claim.
    ///
    /// - Throws: `PractitionersError.notFound`, `.changedMeanwhile`.
    package func withdraw(_ claim: ClaimID, version: Int, by viewer: Viewer) async throws {
        let (now, entry, stock) = (time.now, ids.id(JournalKind.self), GateStock(ids, people: 1))
        try await database.write { tx in
            guard let found = try ClaimStore.claim(claim, in: tx, pool: viewer.pool), found.person == viewer.person
            else { throw PractitionersError.notFound }
            try Self.take(.withdrawn, version, found, nil, by: viewer, at: now, in: tx)
            for kind in [QueueKind.claim, .expertise, .renewal] {
                try Queue.done(kind, claim, in: tx, pool: viewer.pool, at: now, by: viewer.person)
            }
            try Journal.record(
                in: tx, pool: viewer.pool, at: now, id: entry, actor: JournalActor(viewer.person),
                PractitionersAction.claimWithdrawn, on: claim)
            try Gates.judge(viewer.person, in: tx, pool: viewer.pool, at: now, stock)
        }
    }

    /// A claim that the viewer may check: any for an administrator, an expertise of their own people for a lead.
    ///
    /// - Throws: `PractitionersError.notFound`.
    package static func checkable(
        _ claim: ClaimID, by viewer: Viewer, on day: Day, in reader: Reader
    ) throws -> Claim {
        guard let found = try ClaimStore.claim(claim, in: reader, pool: viewer.pool), found.step != .withdrawn,
            viewer.has(.administrator) || found.details.kind.isConfirmedByLead,
            try Person.seen(found.person, by: viewer, on: day, in: reader) != nil
        else { throw PractitionersError.notFound }
        return found
    }

    static func actor(_ viewer: Viewer) -> JournalActor {
        JournalActor(viewer, as: viewer.has(.administrator) ? .administrator : .lead)
    }

    private static func take(
        _ step: ClaimStep, _ version: Int, _ claim: Claim, _ method: VerificationMethod?, by viewer: Viewer,
        at now: Timestamp, in tx: Transaction
    ) throws {
        guard let number = try tx.first(ClaimSQL.move, viewer.pool, claim.id, version)?.int("version"),
            step.mayFollow(claim.step)
        else { throw PractitionersError.changedMeanwhile }
        let deputyFor = step == .withdrawn ? nil : actor(viewer).deputyFor
        try tx.run(
            ClaimSQL.addStep, viewer.pool, claim.id, number, step.rawValue, now, viewer.person, deputyFor,
            method?.rawValue)
    }
}
