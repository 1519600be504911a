// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Kernel
import SQL
import Seal
import Web

/// One's own keys, the ways to them, and the log that everybody's keys stand in.
struct OwnKeysRoutes: Sendable {
    let desk: KeysDesk

    func add(to routes: Routes) {
        routes.room(.post, "/keys", for: LinkOrKeysRoom.self) { call in
            let make = try MakeKeys(call, desk)
            return try await translating {
                try await Once(call).run(in: desk.database) { try make.run(in: $0) }
            }
        }
        routes.room(.get, "/slots", for: RecoverOrKeysRoom.self) { call in
            let signIn = call.who.signIn
            return .value(
                try await desk.database.read { reader in
                    guard try OpenRecovery.isOpen(for: signIn, now: call.now, in: reader) else {
                        throw KeysError.waiting
                    }
                    guard let stored = try StoredKeys.read(of: signIn.person, pool: signIn.pool, in: reader) else {
                        throw KeysError.notFound
                    }
                    return .object([
                        "bundle": stored.bundle, "epoch": .integer(stored.epoch), "slots": .array(stored.slots),
                    ])
                })
        }
        routes.room(.put, "/slots", for: RecoverOrKeysRoom.self) { call in
            let change = try ChangeSlots(call, desk)
            return try await translating {
                try await Once(call).run(in: desk.database) { try change.run(in: $0) }
            }
        }
        routes.room(.post, "/confirm", for: KeysRoom.self) { call in
            let (pool, now, nonce) = (call.who.pool, call.now, desk.ids.id(LoginNonceKind.self))
            try await desk.database.write { transaction in
                try transaction.run(
                    SlotSQL.addNonce, pool, nonce, now.adding(seconds: KeysTimes.nonceSeconds))
            }
            return .value(.object(["at": .integer(now.seconds), "nonce": .string(nonce.text)]))
        }
        routes.room(.get, "/log/checkpoint", for: AnyRoom.self, keepsOpen: false) { call in
            let point = try await desk.database.read { try KeyLog.point(pool: call.who.pool, in: $0) }
            return .value(.object(["cp": .object(["root": .string(point.root), "size": .integer(point.size)])]))
        }
        routes.room(.get, "/log/entries", for: AnyRoom.self, keepsOpen: false) { call in
            let after = try call.number("after", in: 0...Int(Int32.max), or: 0)
            let most = try call.number("limit", in: 1...1000, or: 1000)
            let found = try await desk.database.read {
                try KeyLog.entries(pool: call.who.pool, from: after, most: most, in: $0)
            }
            return .lines(found.entries, size: found.size)
        }
    }

    /// A public key that signs in for somebody already cannot do so for another.
    private func translating<Value>(_ work: () async throws -> Value) async throws -> Value {
        do { return try await work() } catch DatabaseError.unique("key_slot__pool_id_auth_key__key") {
            throw KeysError.keyUsed
        }
    }
}
