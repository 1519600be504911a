// SPDX-License-Identifier: EUPL-1.2

package import Journal
package import Kernel
package import SQL

extension ServiceTypes {
    package static func read(in reader: Reader, pool: PoolID) throws -> ServiceTypes {
        ServiceTypes(
            try reader.rows(ServiceSQL.all, pool).compactMap { row in
                guard let discipline = Discipline(rawValue: try row.text("discipline")) else { return nil }
                return ServiceType(
                    discipline, isOffered: try row.bool("is_offered"),
                    needs: Set(
                        try row.text("needs").split(separator: " ").compactMap { ServiceNeed(rawValue: "\($0)") }),
                    words: [.english: try row.text("words_en"), .welsh: try row.text("words_cy")],
                    sessions: try row.optionalInt("sessions"), months: try row.optionalInt("months"))
            })
    }
}

extension PractitionerDesk {
    package func services(of pool: PoolID) async throws -> ServiceTypes {
        try await database.read { try ServiceTypes.read(in: $0, pool: pool) }
    }

    /// Decides about one kind of work. Who can be found for it is judged anew at once, some hundred people at a time.
    package func save(_ type: ServiceType, by viewer: Viewer) async throws {
        try await save([type], pool: viewer.pool, actor: JournalActor(viewer, as: .administrator))
    }

    package func save(_ types: [ServiceType], pool: PoolID, actor: JournalActor) async throws {
        let (now, entry, item) = (time.now, ids.id(JournalKind.self), ids.id(OutboxKind.self))
        try await database.write { tx in
            try tx.each(
                ServiceSQL.save,
                types.map { type in
                    [
                        pool, type.discipline.rawValue, type.isOffered,
                        ServiceNeed.allCases.filter(type.needs.contains).map(\.rawValue).joined(separator: " "),
                        type.words[.english] ?? "", type.words[.welsh] ?? "", type.sessions, type.months, now,
                        actor.person,
                    ]
                })
            try Journal.record(
                in: tx, pool: pool, at: now, id: entry, actor: actor, PractitionersAction.serviceTypeSaved, on: pool)
            try Outbox.add(
                in: tx, pool: pool, at: now, id: item, kind: PractitionersWork.gatesWalk, once: [item], subject: pool)
        }
    }
}
