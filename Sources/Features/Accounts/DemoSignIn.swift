// SPDX-License-Identifier: EUPL-1.2

import Kernel
import SQL
import Web

/// In a demonstration, and nowhere else, a link that signs in as somebody by being followed. Outside of it the route is
/// not there.
struct DemoSignIn: Sendable {
    let needs: AccountsNeeds

    func add(to routes: Routes) {
        routes.get("/demo/enter/:person", for: Anyone.self) { call in
            let person: PersonID = try call.id("person")
            let start = StartSignIn(on: call.visit, isShared: false, ids: needs.ids)
            let entered = try await needs.database.write { transaction in
                guard try transaction.first(ContactSQL.person, start.pool, person, start.now) != nil else {
                    throw AccountsError.notFound
                }
                return try start.run(for: person, in: transaction)
            }
            return entered.response(to: call.visit, path: "/home")
        }
    }
}
