// SPDX-License-Identifier: EUPL-1.2

import Kernel
import SQL
import Seal
import Web

/// What a device needs before it can sign in: the person's id, the salt of the passphrase, a nonce. For a name that nobody has, or
/// whose bearer has no keys, the same statements run and an answer of the same form comes, the same each time (attack test 38).
struct LoginParameters: Sendable {
    let visit: RoomVisit
    let name: String
    private let nonce: ID<LoginNonceKind>
    private let invented: (user: String, salt: Bytes)

    init(_ name: String, _ visit: RoomVisit, _ desk: KeysDesk) throws {
        self.visit = visit
        self.name = name
        nonce = desk.ids.id()
        let key = Text.emailKey(name)
        let salt = try desk.unknown.stretching(for: "salt|\(visit.site.id)|\(key)").salt
        let user = try desk.unknown.stretching(for: "user|\(visit.site.id)|\(key)").salt
        invented = (PersonID(name)?.text ?? Seal.Base64URL.text(user), salt)
    }

    func run(in database: any Database) async throws -> CanonicalValue {
        let (pool, now) = (visit.site.id, visit.now)
        let found = try await database.write { [name, nonce] transaction -> (user: String, salt: String)? in
            let row = try transaction.first(SlotSQL.parameters, pool, Text.trimmed(name), Text.emailKey(name))
            try transaction.run(SlotSQL.forgetNonces, pool, now.adding(minutes: -10))
            try transaction.run(SlotSQL.addNonce, pool, nonce, now.adding(seconds: KeysTimes.nonceSeconds))
            return try row.map { (try $0.text("person_id"), try $0.text("kdf_salt")) }
        }
        let salt = try found.map { try Seal.Base64URL.bytes($0.salt, count: 16) } ?? invented.salt
        return .object([
            "at": .integer(now.seconds), "kdf": try Stretching(salt: salt).value, "nonce": .string(nonce.text),
            "user": .string(found?.user ?? invented.user),
        ])
    }
}

enum LoginNonceKind {}
