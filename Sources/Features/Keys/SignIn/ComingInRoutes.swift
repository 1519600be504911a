// SPDX-License-Identifier: EUPL-1.2

import Accounts
import HTTPTypes
import Kernel
import SQL
import Seal
import Web

/// Coming in: by a code from the pool's pages, or by a way to one's keys.
struct ComingInRoutes: Sendable {
    /// Each network, and each name from each network: nobody can use up another's.
    private static let perNetwork = RateLimits.Rule(burst: 60, perMinute: 30)
    private static let perName = RateLimits.Rule(burst: 12, perMinute: 6)

    let desk: KeysDesk
    let limits: RateLimits

    func add(to routes: Routes) {
        routes.room(.get, "", for: RoomAnyone.self) { call in
            .value(.object(["min_client": 1, "now": .integer(call.now.seconds), "versions": .array([1])]))
        }
        routes.room(.post, "/arrivals", for: RoomAnyone.self) { call in
            try await limit(call, name: "")
            let fields = try call.fields("code proof")
            let (code, proof) = try Self.readable { (try fields.string("code"), try Self.proofKey(fields)) }
            let start = StartRoom(pool: call.visit.site.id, proofKey: proof, now: call.now, ids: desk.ids)
            return .value(
                try await desk.database.write { transaction in
                    guard let opened = try start.arrive(code: code, in: transaction) else { throw RoomRefusal.login }
                    return .object([
                        "session": try SessionView.read(opened.signIn, call.visit, in: transaction),
                        "share": CanonicalValue(opened.share), "token": .string(opened.token),
                    ])
                })
        }
        routes.room(.post, "/login/params", for: RoomAnyone.self) { call in
            let fields = try call.fields("name")
            let name = try Self.readable { try fields.string("name") }
            guard (1...254).contains(name.utf8.count), !name.utf8.contains(0) else { throw RoomRefusal.unreadable }
            try await limit(call, name: Text.emailKey(name))
            return .value(try await LoginParameters(name, call.visit, desk).run(in: desk.database))
        }
        routes.room(.post, "/login", for: RoomAnyone.self) { call in
            let fields = try call.fields("key kind login resume? shared")
            let key = (try? fields.string("key")) ?? ""  // read again, and refused, below
            try await limit(call, name: key)
            return .value(try await LogIn(call, desk).run(in: desk.database))
        }
    }

    private func limit(_ call: RoomCall<RoomAnyone>, name: String) async throws {
        let network = call.visit.network
        do {
            try await limits.take("room-login|\(network)", Self.perNetwork, call.now)
            if !name.isEmpty { try await limits.take("room-login|\(network)|\(name)", Self.perName, call.now) }
        } catch {
            throw RoomRefusal.tooMany
        }
    }

    private static func proofKey(_ fields: Fields) throws -> Bytes {
        let proof = try fields.bytes("proof", count: 32)
        try CurveChecks.signingKey(proof)
        return proof
    }

    private static func readable<Value>(_ work: () throws -> Value) throws -> Value {
        do { return try work() } catch { throw RoomRefusal.unreadable }
    }
}
