// SPDX-License-Identifier: EUPL-1.2

import Accounts
import HTTPTypes
import Kernel
import SQL
import Seal
import Web

/// The sign-in itself: how it stands, lock, ends, devices, idle time, and the way to the pool's pages.
struct SessionRoutes: Sendable {
    let desk: KeysDesk

    func add(to routes: Routes) {
        routes.room(.get, "/session", for: AnyRoom.self, keepsOpen: false) { call in
            let signIn = call.who.signIn
            return .value(
                try await desk.database.read { reader in
                    guard let share = try RoomSession.share(of: signIn, in: reader) else { throw RoomRefusal.locked }
                    return .object([
                        "session": try SessionView.read(signIn, call.visit, in: reader),
                        "share": CanonicalValue(share),
                    ])
                })
        }
        routes.room(.post, "/lock", for: AnyRoom.self) { call in
            try await once(call) { session, transaction in try session.lock(in: transaction) }
        }
        routes.room(.post, "/logout", for: LockedRoom.self) { call in
            try await once(call) { session, transaction in try session.end(in: transaction) }
        }
        routes.room(.post, "/logout/everywhere", for: LockedRoom.self) { call in
            try await once(call) { session, transaction in try session.endAll(in: transaction) }
        }
        routes.room(.put, "/idle", for: AnyRoom.self) { call in
            let fields = try call.fields("minutes")
            guard let minutes = try? fields.count("minutes", from: 1), minutes <= 120 else {
                throw RoomRefusal.unreadable
            }
            return try await once(call) { session, transaction in try session.setIdle(minutes, in: transaction) }
        }
        routes.room(.get, "/devices", for: AnyRoom.self) { call in
            let signIn = call.who.signIn
            let devices = try await desk.database.read { try RoomDevice.list(of: signIn, now: call.now, in: $0) }
            return .value(.list(devices.map { Self.value($0, isThis: $0.id == signIn.id) }))
        }
        routes.room(.post, "/devices/:id/end", for: KeysRoom.self) { call in
            let other: SignInID = try call.id("id")
            return try await once(call) { session, transaction in try session.end(other, in: transaction) }
        }
        routes.room(.put, "/kit", for: KeysRoom.self) { call in
            let fields = try call.fields("kept")
            guard let kept = try? fields.boolean("kept") else { throw RoomRefusal.unreadable }
            let (pool, person, now) = (call.who.pool, call.who.person, call.now)
            return try await once(call) { _, transaction in
                try transaction.run(SlotSQL.sayKit, pool, person, kept, now)
            }
        }
        routes.room(.post, "/handovers", for: LinkOrKeysRoom.self) { call in
            let fields = try call.fields("code_sha256")
            guard let hash = try? fields.bytes("code_sha256", count: 32) else { throw RoomRefusal.unreadable }
            let signIn = call.who.signIn
            return try await Once(call).run(in: desk.database) { transaction in
                try RoomCodes.toPool(signIn, codeHash: hash, now: call.now, in: transaction)
                return .object(["enter": .string(call.visit.poolOrigin + "/enter")])
            }
        }
    }

    private func once<Who: RoomMember>(
        _ call: RoomCall<Who>, _ work: @escaping @Sendable (RoomSession, Transaction) throws -> Void
    ) async throws -> RoomAnswer {
        let session = RoomSession(call.who.signIn, now: call.now, ids: desk.ids)
        return try await Once(call).run(in: desk.database) { transaction in
            try work(session, transaction)
            return .done
        }
    }

    private static func value(_ device: RoomDevice, isThis: Bool) -> CanonicalValue {
        .object([
            "device": .string(device.device), "id": .string(device.id.text), "room": .boolean(device.hasRoom),
            "seen": .integer(device.seen.seconds), "shared": .boolean(device.isShared),
            "started": .integer(device.started.seconds), "this": .boolean(isThis),
        ])
    }
}
