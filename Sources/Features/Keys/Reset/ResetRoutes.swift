// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Kernel
import SQL
import Seal
import Web

/// Resets: the steps of whoever lost everything, and of those who vouch.
struct ResetRoutes: Sendable {
    let desk: KeysDesk

    func add(to routes: Routes) {
        routes.room(.post, "/resets", for: LinkRoom.self) { call in
            let signIn = call.who.signIn
            let begin = BeginReset(
                for: signIn.person, pool: signIn.pool, by: signIn.person, now: call.now, ids: desk.ids)
            return try await Once(call).run(in: desk.database) { transaction in
                try begin.run(in: transaction)
                return try OpenReset.own(of: signIn, now: call.now, in: transaction)?.value ?? .done
            }
        }
        routes.room(.get, "/resets", for: LinkOrKeysRoom.self) { call in
            let list = try await desk.database.read {
                try OpenReset.list(for: call.who.signIn, now: call.now, in: $0)
            }
            return .value(.list(list.map(\.value)))
        }
        routes.room(.put, "/resets/:id/keys", for: LinkRoom.self) { call in
            let steps = try ResetSteps(call, desk)
            let signIn = call.who.signIn
            let pending = try PendingKeys(call.body, pool: signIn.pool, person: signIn.person, now: call.now)
            return try await Once(call).run(in: desk.database) { try steps.putKeys(pending, in: $0) }
        }
        routes.room(.post, "/resets/:id/attestations", for: KeysRoom.self) { call in
            let steps = try ResetSteps(call, desk)
            let carrier = try call.fields("statement")["statement"] ?? .done
            return try await Once(call).run(in: desk.database) { try steps.attest(carrier, in: $0) }
        }
        routes.room(.post, "/resets/:id/finish", for: LinkRoom.self) { call in
            let steps = try ResetSteps(call, desk)
            return try await Once(call).run(in: desk.database) { try steps.finish(in: $0) }
        }
        routes.room(.post, "/resets/:id/stop", for: KeysRoom.self) { call in
            let steps = try ResetSteps(call, desk)
            return try await Once(call).run(in: desk.database) { try steps.stop(in: $0) }
        }
    }
}
