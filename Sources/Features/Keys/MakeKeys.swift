// SPDX-License-Identifier: EUPL-1.2

import Accounts
import Journal
import Kernel
import Pools
import SQL
import Seal
import Web

/// First keys, or new ones after a suspected compromise: the statement enters the log, slots and bundle take the place of what was
/// there, all in one transaction. A connection that is lost in the middle leaves the old keys or the new ones.
struct MakeKeys: Sendable {
    private let visit: RoomVisit
    private let signIn: RoomSignIn
    private let admit: AdmitKeys
    private let set: KeySet
    private let confirmation: Confirmation?
    private let unknown: UnknownPerson
    private let session: RoomSession
    private let invitation: InvitationProof?
    private let ids: (entry: JournalID, mail: OutboxID)

    /// - Throws: `KeysRefused`, `RoomRefusal.strength`, `.unreadable`.
    init(_ call: RoomCall<LinkOrKeysRoom>, _ desk: KeysDesk) throws {
        let fields = try call.fields("bundle confirm? invitation? kit_kept slots statement")
        let signIn = call.who.signIn
        self.signIn = signIn
        visit = call.visit
        admit = try AdmitKeys(
            fields["statement"] ?? .done, pool: signIn.pool, person: signIn.person, now: call.now)
        set = try KeySet(fields, pool: signIn.pool, person: signIn.person, stretching: admit.keys.stretching)
        unknown = desk.unknown
        session = RoomSession(signIn, now: call.now, ids: desk.ids)
        ids = (desk.ids.id(), desk.ids.id())
        invitation = try fields["invitation"].map { try InvitationProof($0, signIn.person, pool: signIn.pool) }
        switch (admit.keys.reason, signIn.strength) {
        case (.create, .link), (.create, .keys): confirmation = nil
        case (.rotate, .keys): confirmation = try Confirmation(fields["confirm"], for: signIn)
        default: throw RoomRefusal.strength
        }
    }

    func run(in transaction: Transaction) throws -> CanonicalValue {
        let place = try admit.run(in: transaction)
        if !place.isOld { try replace(in: transaction) }
        let now = RoomSignIn(signIn, strength: .keys)
        return .object([
            "cp": place.point, "leaf": .integer(place.leaf),
            "session": try SessionView.read(now, visit, in: transaction),
        ])
    }

    private func replace(in transaction: Transaction) throws {
        try admit.checkTime()
        let (pool, person, now) = (signIn.pool, signIn.person, visit.now)
        let epoch = try transaction.first(SlotSQL.bundle, pool, person)?.int("epoch") ?? 0
        guard set.bundle.epoch == epoch + 1 else { throw KeysError.stale }
        try confirmation?.check(visit, unknown: unknown, in: transaction)
        try set.store(for: person, pool: pool, now: now, in: transaction)
        try invitation?.keep(now: now, in: transaction)
        let isFirst = admit.keys.reason == .create
        if isFirst { try session.strengthen(in: transaction) } else { try session.endOthers(in: transaction) }
        try record(
            in: transaction, pool: pool, at: now, id: ids.entry, actor: JournalActor(person),
            isFirst ? KeysAction.made : .rotated, on: person)
        try Notice.add(
            isFirst ? KeysLetter.made : .rotated, to: person, about: person, once: [admit.keys.seq], in: transaction,
            pool: pool, at: now, id: ids.mail)
    }
}
