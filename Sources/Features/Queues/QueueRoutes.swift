// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
package import Kernel
package import SQL
package import Web

/// Addresses of what waits for a lead or an administrator.
package struct QueueRoutes: Sendable {
    private let database: any Database
    private let ids: any IDSource

    package init(database: any Database, ids: any IDSource) {
        self.database = database
        self.ids = ids
    }

    package func add(to routes: Routes) {
        routes.get("/queue", for: AsSteward.self) { [database] call in
            try await Self.list(call, database, nil, after: nil)
        }
        routes.get("/queue/from/{place}", for: AsSteward.self) { [database] call in
            try await Self.list(call, database, nil, after: try call.word("place"))
        }
        routes.get("/queue/of/{kind}", for: AsSteward.self) { [database] call in
            try await Self.list(call, database, try Self.kind(call), after: nil)
        }
        routes.get("/queue/of/{kind}/from/{place}", for: AsSteward.self) { [database] call in
            try await Self.list(call, database, try Self.kind(call), after: try call.word("place"))
        }
        routes.get("/queue/of/{kind}/chased/{count}", for: AsSteward.self) { [database] call in
            let count = Int(try call.word("count")) ?? 0
            return try await Self.list(call, database, try Self.kind(call), after: nil, chased: count)
        }
        routes.post("/queue/of/{kind}/chasing", for: AsSteward.self) { [database, ids] call in
            let kind = try Self.kind(call)
            let added = try await ChaseMany(database: database, ids: ids)(
                kind, by: call.who.viewer, at: call.visit.now)
            return call.see("/queue/of/\(kind.rawValue)/chased/\(added)")
        }
    }

    private static func kind(_ call: Call<AsSteward>) throws -> QueueKind {
        guard let kind = QueueKind(rawValue: try call.word("kind")),
            kind.isForLeads || call.who.viewer.has(.administrator)
        else { throw Refusal.notFound }
        return kind
    }

    private static func list(
        _ call: Call<AsSteward>, _ database: any Database, _ kind: QueueKind?, after place: String?, chased: Int? = nil
    ) async throws -> Response {
        let page = try await ListQueue(database: database)(
            of: kind, for: call.who.viewer, on: call.visit.now.day, after: place)
        return try call.page(
            "queue", title: call.text("queues.title"), QueuePages.view(call, page, kind, chased: chased))
    }
}
