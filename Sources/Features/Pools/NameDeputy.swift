// SPDX-License-Identifier: EUPL-1.2

import Journal
package import Kernel
package import SQL

/// Names somebody who stands in for a role of duty from one day to another, or ends that before its last day.
///
/// The holder may, and an administrator; it is written down either way.
package struct NameDeputy: Sendable {
    private let database: any Database
    private let ids: any IDSource

    package init(database: any Database, ids: any IDSource) {
        self.database = database
        self.ids = ids
    }

    /// - Parameter deputy: address or user name, as typed.
    /// - Throws: `PoolsError.notFound`, `.roleHasNoDeputy`, `.noSuchDeputy`, `.deputyIsHolder`, those of `Deputyship.check`.
    package func callAsFunction(
        _ deputy: String, for grant: RoleGrantID, from: Day, until: Day, by viewer: Viewer, at: Timestamp
    ) async throws -> RoleGrant {
        let id = ids.id(DeputyKind.self)
        let entry = ids.id(JournalKind.self)
        try Deputyship.check(from: from, until: until, today: at.day)
        return try await database.write { transaction in
            let found = try Self.grant(grant, viewer, at.day, transaction)
            guard found.role.canHaveDeputy else { throw PoolsError.roleHasNoDeputy }
            let person =
                try Person.find(email: deputy, in: transaction, pool: viewer.pool)
                ?? Person.find(userName: deputy, in: transaction, pool: viewer.pool)
            guard let person else { throw PoolsError.noSuchDeputy }
            if person.id == found.person { throw PoolsError.deputyIsHolder }
            try transaction.run(PersonSQL.touch, viewer.pool, found.person)
            try transaction.run(
                RoleSQL.nameDeputy, viewer.pool, id, grant, person.id, from, until, at, viewer.person)
            try Journal.record(
                in: transaction, pool: viewer.pool, at: at, id: entry, actor: Self.actor(viewer, found),
                PoolsAction.deputyNamed,
                on: id)
            return found
        }
    }

    /// - Throws: `PoolsError.notFound`, `.changedMeanwhile` where it has ended.
    package func end(_ deputy: DeputyID, by viewer: Viewer, at: Timestamp) async throws -> RoleGrant {
        let entry = ids.id(JournalKind.self)
        return try await database.write { transaction in
            guard let row = try transaction.first(RoleSQL.deputy, viewer.pool, deputy) else {
                throw PoolsError.notFound
            }
            let found = try Self.grant(try Deputyship(row: row).grant, viewer, at.day, transaction)
            guard try transaction.run(RoleSQL.endDeputy, viewer.pool, deputy, at, viewer.person) == 1 else {
                throw PoolsError.changedMeanwhile
            }
            try Journal.record(
                in: transaction, pool: viewer.pool, at: at, id: entry, actor: Self.actor(viewer, found),
                PoolsAction.deputyEnded,
                on: deputy)
            return found
        }
    }

    private static func actor(_ viewer: Viewer, _ grant: RoleGrant) -> JournalActor {
        grant.person == viewer.person ? JournalActor(viewer.person) : JournalActor(viewer, as: .administrator)
    }

    private static func grant(_ id: RoleGrantID, _ viewer: Viewer, _ day: Day, _ reader: Reader) throws -> RoleGrant {
        guard let row = try reader.first(RoleSQL.grant, viewer.pool, id, viewer.person, day) else {
            throw PoolsError.notFound
        }
        let grant = try RoleGrant(row: row)
        guard grant.person == viewer.person || viewer.has(.administrator) else { throw PoolsError.notFound }
        return grant
    }
}
