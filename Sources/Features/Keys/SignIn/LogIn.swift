// SPDX-License-Identifier: EUPL-1.2

import Accounts
import Journal
import Kernel
import SQL
import Seal
import Web

/// Somebody shows a way to their keys without showing a secret (`protocol.md` 2.2).
///
/// Whatever is amiss (nobody of that id, another key, an old nonce, another origin) is refused alike, after the same statements and one
/// verification.
struct LogIn: Sendable {
    private let visit: RoomVisit
    private let login: SignedLogin
    private let unknown: UnknownPerson
    private let start: StartRoom
    private let resume: String?
    private let isShared: Bool
    private let recovery: BeginRecovery

    /// - Throws: `RoomRefusal.unreadable`, `.login`.
    init(_ call: RoomCall<RoomAnyone>, _ desk: KeysDesk) throws {
        let fields = try call.fields("key kind login resume? shared")
        let (kind, isShared): (String, Bool)
        do { (kind, isShared) = (try fields.string("kind"), try fields.boolean("shared")) } catch {
            throw RoomRefusal.unreadable
        }
        visit = call.visit
        self.isShared = isShared
        login = try SignedLogin(kind: kind, key: fields["key"], login: fields["login"])
        guard login.purpose == .signIn || (login.purpose == .recover && login.kind == .kit) else {
            throw RoomRefusal.login
        }
        unknown = desk.unknown
        resume = fields["resume"] == nil ? nil : try? fields.string("resume")
        start = StartRoom(pool: visit.site.id, proofKey: login.proof, now: visit.now, ids: desk.ids)
        recovery = BeginRecovery(pool: visit.site.id, now: visit.now, ids: desk.ids)
    }

    func run(in database: any Database) async throws -> CanonicalValue {
        let (pool, person) = (visit.site.id, PersonID(stored: login.user))
        let (way, needsPhrase) = try await database.read { [login] reader in
            (
                try reader.first(SlotSQL.way, pool, person, Seal.Base64URL.text(login.key)),
                try reader.first(SlotSQL.needsPhrase, pool, person)?.bool("needs_phrase") ?? true
            )
        }
        let holds = try login.verified(visit, wayIn: way, unknown: unknown)
        // The kit alone is a whole way in only where nothing else was asked for.
        let isAllowed = login.kind != .kit || login.purpose == .recover || !needsPhrase
        return try await database.write { transaction in
            try login.takeNonce(pool: pool, now: visit.now, in: transaction)
            guard holds, isAllowed else { throw RoomRefusal.login }
            return try enter(person, needsPhrase: needsPhrase, in: transaction)
        }
    }

    private func enter(_ person: PersonID, needsPhrase: Bool, in transaction: Transaction) throws -> CanonicalValue {
        let waits = login.purpose == .recover && needsPhrase
        let opened = try start.enter(
            person, strength: waits ? .recover : .keys, resuming: resume, device: visit.device, isShared: isShared,
            in: transaction)
        let isOpen = waits ? try recovery.run(for: person, in: transaction) : true
        var answer: [String: CanonicalValue] = [
            "session": try SessionView.read(opened.signIn, visit, in: transaction),
            "share": CanonicalValue(opened.share), "token": .string(opened.token),
        ]
        if isOpen, let stored = try StoredKeys.read(of: person, pool: visit.site.id, in: transaction) {
            answer["bundle"] = stored.bundle
            answer["slots"] = .array(stored.slots)
        }
        return .object(answer)
    }
}
