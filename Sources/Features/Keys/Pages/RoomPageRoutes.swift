// SPDX-License-Identifier: EUPL-1.2

import Accounts
import Hummingbird
import Kernel
import SQL
import Web

/// The pages of the pool that lead to the room. The way there is a link with a code that works once, shown after a press: a form
/// never leads to another origin.
struct RoomPageRoutes: Sendable {
    let desk: KeysDesk

    func add(to routes: Routes) {
        routes.get("/room", for: SignedIn.self) { call in
            let (viewer, now) = (call.who.viewer, call.visit.now)
            let standing = try await desk.database.read { try RoomStanding.read(of: viewer, now: now, in: $0) }
            return try RoomPage.response(to: call, standing)
        }
        routes.post("/room", for: SignedIn.self) { call in
            guard let room = desk.place.room(of: call.visit.site) else { throw Refusal.notFound }
            let viewer = call.who.viewer
            let hasKeys = try await desk.database.read {
                try LoggedKeys.newest(of: viewer.person, pool: viewer.pool, in: $0) != nil
            }
            let code = try await RoomCodes.toRoom(viewer, now: call.visit.now, ids: desk.ids, in: desk.database)
            let page = hasKeys ? "/sign-in#" : "/keys#"
            return try call.page(
                "room_open", title: call.text("room.open.title"),
                ["href": room + call.visit.base + page + code, "minutes": String(RoomCodes.minutes)])
        }
        routes.get("/people/:id/reset", for: AsAdministrator.self) { call in
            let person: PersonID = try call.id("id")
            let found = try await desk.database.read { reader in
                try ResetCandidate.find(person, for: call.who.viewer, in: reader)
            }
            return try RoomPage.reset(found, call)
        }
        routes.post("/people/:id/reset", for: AsAdministrator.self) { call in
            let (viewer, now) = (call.who.viewer, call.visit.now)
            let person: PersonID = try call.id("id")
            let begin = BeginReset(for: person, pool: viewer.pool, by: viewer.person, now: now, ids: desk.ids)
            try await desk.database.write { transaction in
                guard try ResetCandidate.find(person, for: viewer, in: transaction).hasKeys else {
                    throw KeysError.notFound
                }
                try begin.run(in: transaction)
            }
            return call.see("/people/\(person)/reset")
        }
    }
}
