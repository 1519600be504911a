// SPDX-License-Identifier: EUPL-1.2

import Accounts
import Kernel
import SQL
import Seal
import Web

/// The session S of `docs/room-api.md`, 5: what the room's pages need to know of the person and the sign-in.
enum SessionView {
    /// Roles whose keys open what others entrusted to them: a passphrase on top of the kit is what they are offered first.
    private static let guarded: Set<Role> = [.practitioner, .supervisor, .panel, .safeguarding]

    static func read(_ signIn: RoomSignIn, _ visit: RoomVisit, in reader: Reader) throws -> CanonicalValue {
        let (pool, person, now) = (signIn.pool, signIn.person, visit.now)
        guard let row = try reader.first(SessionSQL.person, pool, person) else { throw RoomRefusal.signInNeeded }
        let roles = try reader.rows(SessionSQL.roles, pool, person, now.day).map { try $0.text("role") }
        let seq = try reader.first(SessionSQL.keys, pool, person)?.optionalInt("seq") ?? 0
        let held = Set(roles.compactMap(Role.init(rawValue:)))
        let language = try row.optionalText("chosen_language") ?? (try row.optionalText("language")) ?? "en"
        let name = try row.text("given_name") + " " + (try row.text("family_name"))
        var members: [String: CanonicalValue] = [
            "email": .plain(try row.optionalText("email") ?? ""), "ends": .integer(signIn.expires.seconds),
            "has_keys": .boolean(seq > 0), "id": .string(signIn.id.text),
            "idle_ends": .integer(signIn.seen.adding(minutes: signIn.idleMinutes).seconds),
            "idle_minutes": .integer(signIn.idleMinutes),
            "kit_kept": .boolean(try reader.first(SlotSQL.kit, pool, person)?.bool("is_kept") ?? false),
            "known": .array(try known(row, visit).map(CanonicalValue.plain)), "language": .string(language),
            "name": .plain(name), "passphrase": .string(held.isDisjoint(with: guarded) ? "offer" : "default"),
            "pool": .string(pool.text), "pool_name": .plain(visit.site.name),
            "roles": .array(roles.map { .string($0) }), "seq": .integer(seq),
            "strength": .string(signIn.strength.rawValue), "user": .string(person.text),
        ]
        members["recovery"] = try OpenRecovery.own(of: signIn, now: now, in: reader)?.value
        members["reset"] = try OpenReset.own(of: signIn, now: now, in: reader)?.value
        return .object(members)
    }

    /// Words that a passphrase must not be made of.
    private static func known(_ row: Row, _ visit: RoomVisit) throws -> [String] {
        let email = try row.optionalText("email")?.split { $0 == "@" || $0 == "." }.map(String.init) ?? []
        let names = [
            try row.text("given_name"), try row.text("family_name"), try row.optionalText("user_name"),
            try row.optionalText("organisation"), visit.site.name,
        ].compactMap { $0 }
        return (email + names).filter { $0.count > 2 }
    }
}
