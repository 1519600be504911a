// SPDX-License-Identifier: EUPL-1.2

import Accounts
import Journal
import Kernel
import Pools
import SQL
import Seal
import Web

/// Another passphrase, a new kit, a passkey more or less: the same user key under other ways, in one write.
struct ChangeSlots: Sendable {
    private let visit: RoomVisit
    private let signIn: RoomSignIn
    private let epoch: Int
    private let put: [SlotDraft]
    private let remove: [String]
    private let confirmation: Confirmation?
    private let unknown: UnknownPerson
    private let session: RoomSession
    private let ids: (entry: JournalID, mail: OutboxID)

    /// - Throws: `KeysRefused`, `RoomRefusal.strength`, `.unreadable`.
    init(_ call: RoomCall<RecoverOrKeysRoom>, _ desk: KeysDesk) throws {
        let fields = try call.fields("confirm? epoch put remove")
        let signIn = call.who.signIn
        self.signIn = signIn
        visit = call.visit
        do { epoch = try fields.count("epoch", from: 1) } catch { throw RoomRefusal.unreadable }
        let slots = try refusing("put") { try fields.array("put", upTo: KeySet.mostPasskeys + 2) }
        put = try slots.map { try SlotDraft($0, pool: signIn.pool, person: signIn.person) }
        remove = try refusing("remove") {
            try fields.array("remove", upTo: KeySet.mostPasskeys).map { value in
                guard case .string(let text) = value else { throw SealError.slot }
                return SlotDraft.name(credential: try Seal.Base64URL.bytes(text))
            }
        }
        guard Set(put.map(\.name)).count == put.count, put.allSatisfy({ [epoch] in $0.epoch == epoch }) else {
            throw KeysRefused(member: "put", reason: .slot)
        }
        confirmation = signIn.strength == .keys ? try Confirmation(fields["confirm"], for: signIn) : nil
        unknown = desk.unknown
        session = RoomSession(signIn, now: call.now, ids: desk.ids)
        ids = (desk.ids.id(), desk.ids.id())
    }

    func run(in transaction: Transaction) throws -> CanonicalValue {
        let (pool, person, now) = (signIn.pool, signIn.person, visit.now)
        guard try transaction.first(SlotSQL.bundle, pool, person)?.int("epoch") == epoch else { throw KeysError.stale }
        if let confirmation {
            try confirmation.check(visit, unknown: unknown, in: transaction)
        } else {
            try OpenRecovery.finish(signIn, now: now, entry: ids.entry, in: transaction)
            try session.strengthen(in: transaction)
        }
        try checkStretching(in: transaction)
        for name in remove + put.map(\.name) { try transaction.run(SlotSQL.remove, pool, person, name) }
        try KeySet.put(put, for: person, pool: pool, now: now, in: transaction)
        guard try transaction.rows(SlotSQL.all, pool, person).count <= KeySet.mostPasskeys + 2 else {
            throw KeysRefused(member: "put", reason: .slot)
        }
        if confirmation != nil {
            try record(
                in: transaction, pool: pool, at: now, id: ids.entry, actor: JournalActor(person),
                KeysAction.waysChanged, on: person)
        }
        try Notice.add(
            KeysLetter.changed, to: person, about: person, once: [ids.mail], in: transaction, pool: pool, at: now,
            id: ids.mail)
        return .object(["session": try SessionView.read(RoomSignIn(signIn, strength: .keys), visit, in: transaction)])
    }

    /// Salt and iterations are those of the key statement for as long as its keys are.
    private func checkStretching(in reader: Reader) throws {
        guard let slot = put.first(where: { $0.stretching != nil }), let stretching = slot.stretching else { return }
        let salt = try reader.rows(SlotSQL.all, signIn.pool, signIn.person)
            .first { try $0.text("name") == "pw" }
            .map { try Slot(try CanonicalParser.object(try $0.bytes("slot"))) }
        guard case .passphrase(let before, _)? = salt?.about.params, before == stretching else {
            throw KeysRefused(member: "put", reason: .floor)
        }
    }
}
