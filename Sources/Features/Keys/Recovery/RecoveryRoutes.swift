// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Kernel
import SQL
import Web

/// Recoveries that wait: one's own, and those that one may approve.
struct RecoveryRoutes: Sendable {
    let desk: KeysDesk

    func add(to routes: Routes) {
        routes.room(.get, "/recoveries", for: KeysRoom.self) { call in
            let list = try await desk.database.read {
                try OpenRecovery.list(for: call.who.signIn, now: call.now, in: $0)
            }
            return .value(.list(list.map(\.value)))
        }
        routes.room(.post, "/recoveries/:id/approve", for: KeysRoom.self) { call in
            let answer = try answer(call)
            return try await Once(call).run(in: desk.database) { try answer.approve(in: $0) }
        }
        routes.room(.post, "/recoveries/:id/stop", for: KeysRoom.self) { call in
            let answer = try answer(call)
            return try await Once(call).run(in: desk.database) { try answer.stop(in: $0) }
        }
    }

    private func answer(_ call: RoomCall<KeysRoom>) throws -> AnswerRecovery {
        AnswerRecovery(signIn: call.who.signIn, recovery: try call.id("id"), now: call.now, entry: desk.ids.id())
    }
}
