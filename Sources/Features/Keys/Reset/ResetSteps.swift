// SPDX-License-Identifier: EUPL-1.2

import Accounts
import Journal
import Kernel
import Pools
import SQL
import Seal
import Web

/// What is done to a reset on its way; each step is one write.
struct ResetSteps: Sendable {
    private let visit: RoomVisit
    private let signIn: RoomSignIn
    private let id: ResetID
    private let session: RoomSession
    private let ids: (entry: JournalID, mail: OutboxID)

    private var pool: PoolID { signIn.pool }
    private var now: Timestamp { visit.now }

    init<Who: RoomMember>(_ call: RoomCall<Who>, _ desk: KeysDesk) throws {
        visit = call.visit
        signIn = call.who.signIn
        id = try call.id("id")
        session = RoomSession(signIn, now: call.now, ids: desk.ids)
        ids = (desk.ids.id(), desk.ids.id())
    }

    /// The new keys, under their own signature, naming those who shall vouch.
    func putKeys(_ pending: PendingKeys, in transaction: Transaction) throws -> CanonicalValue {
        let reset = try own(in: transaction)
        try pending.admit.checkTime()
        guard reset.attestations.isEmpty else { throw KeysError.over }
        let named = pending.admit.keys.attesters
        let isRight = named.allSatisfy { holder in
            reset.attesters.contains { $0.person.text == holder.user && $0.seq == holder.k }
        }
        guard isRight, named.count == reset.needed else { throw KeysRefused(member: "statement", reason: .keys) }
        try transaction.run(ResetSQL.put, pool, id, pending.bytes)
        return try find(in: transaction).view(for: signIn, now: now).value
    }

    /// Somebody vouches: their signature over the same bytes.
    func attest(_ carrier: CanonicalValue, in transaction: Transaction) throws -> CanonicalValue {
        let reset = try find(in: transaction)
        guard reset.person != signIn.person, let attester = reset.attesters.first(where: { $0.person == signIn.person })
        else { throw KeysError.notFound }
        guard let pending = reset.pending else { throw KeysError.waiting }
        let signature = try refusing("statement") {
            let statement = try Statement(try carrier.serialised(), kind: .keys)
            guard statement.body == pending.admit.statement.body else { throw SealError.keys }
            guard pending.admit.keys.attesters.contains(KeyHolder(user: signIn.person.text, k: attester.seq)) else {
                throw SealError.keys
            }
            try statement.verify(by: [attester.signKey])
            return statement.signatures.first ?? []
        }
        try transaction.run(ResetSQL.attest, pool, id, signIn.person, Seal.Base64URL.text(signature), now)
        try record(
            in: transaction, pool: pool, at: now, id: ids.entry, actor: JournalActor(signIn.person),
            KeysAction.resetAttested, on: id)
        return try find(in: transaction).view(for: signIn, now: now).value
    }

    /// The log takes the statement; what was there before is gone, and every other sign-in with it.
    func finish(in transaction: Transaction) throws -> CanonicalValue {
        let reset = try own(in: transaction)
        guard let pending = reset.pending, now >= reset.due, reset.isAttested else { throw KeysError.waiting }
        var keys: [Bytes] = []
        var signatures: [Bytes] = []
        for holder in pending.admit.keys.attesters {
            let person = PersonID(stored: holder.user)
            guard let newest = try LoggedKeys.newest(of: person, pool: pool, in: transaction), newest.seq == holder.k
            else { throw KeysError.stale }
            keys.append(newest.signKey)
            signatures.append(reset.attestations[person] ?? [])
        }
        let admit = try AdmitKeys(
            pending.carrier(with: signatures), pool: pool, person: signIn.person, now: now)
        let place = try admit.run(attesters: keys, in: transaction)
        let epoch = try transaction.first(SlotSQL.bundle, pool, signIn.person)?.int("epoch") ?? 0
        guard pending.set.bundle.epoch == epoch + 1 else { throw KeysError.stale }
        try pending.set.store(for: signIn.person, pool: pool, now: now, in: transaction)
        try session.endOthers(in: transaction)
        try session.strengthen(in: transaction)
        try end("done", .reset, letter: .resetDone, in: transaction)
        let view = try SessionView.read(RoomSignIn(signIn, strength: .keys), visit, in: transaction)
        return .object(["cp": place.point, "leaf": .integer(place.leaf), "session": view])
    }

    /// Whoever still has the keys ends it.
    func stop(in transaction: Transaction) throws -> CanonicalValue {
        _ = try own(in: transaction)
        try end("stopped", .resetStopped, letter: .changed, in: transaction)
        return .done
    }

    private func end(
        _ reason: String, _ action: KeysAction, letter: KeysLetter, in transaction: Transaction
    ) throws {
        try transaction.run(ResetSQL.end, pool, id, now, reason)
        try record(
            in: transaction, pool: pool, at: now, id: ids.entry, actor: JournalActor(signIn.person), action, on: id)
        try Notice.add(letter, to: signIn.person, about: id, in: transaction, pool: pool, at: now, id: ids.mail)
    }

    private func find(in reader: Reader) throws -> OpenReset {
        try OpenReset.find(id, for: signIn, now: now, in: reader)
    }

    private func own(in reader: Reader) throws -> OpenReset {
        let reset = try find(in: reader)
        guard reset.person == signIn.person else { throw KeysError.notFound }
        return reset
    }
}
