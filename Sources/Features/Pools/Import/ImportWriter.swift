// SPDX-License-Identifier: EUPL-1.2

import Journal
import Kernel
import SQL

/// Writes what a planner decided, in the transaction of the import.
struct ImportWriter {
    let pool: PoolID
    /// `nil` for the operator.
    let viewer: Viewer?
    let at: Timestamp
    let transaction: Transaction

    private var actor: JournalActor { viewer.map { JournalActor($0, as: .administrator) } ?? .program }

    /// - Throws: `PoolsError.uploadGone`.
    func drop(_ upload: UploadID) throws {
        guard try transaction.run(ImportSQL.dropUpload, pool, viewer?.person, upload) == 1 else {
            throw PoolsError.uploadGone
        }
    }

    func write(_ plan: ImportPlan, _ planner: inout ImportPlanner) throws {
        try writeOrganisations(plan, &planner)
        try transaction.each(
            PersonSQL.insert, plan.new.map { $0.details.insertArguments(pool: pool, id: $0.id, at: at) })
        let updates = plan.changed.compactMap { person in
            person.details.map { $0.updateArguments(pool: pool, id: person.id, version: person.version) }
        }
        for result in try transaction.each(PersonSQL.update, updates) where result.changed != 1 {
            throw PoolsError.changedMeanwhile
        }
        try writeRoles(plan, &planner)
        let details =
            plan.new.compactMap { $0.detail.isEmpty ? nil : ($0.id, $0.detail) }
            + plan.changed.compactMap { person in person.detail.map { (person.id, $0) } }
        try transaction.each(
            ImportSQL.setDetail,
            details.map { [pool, $0.0, $0.1.specialisms, $0.1.languages, $0.1.region, $0.1.capacity, at] })
        try Journal.record(
            in: transaction, pool: pool, at: at, actor: actor, PoolsAction.personImported,
            on: try plan.new.map { (try planner.nextID(), $0.id) })
        try Journal.record(
            in: transaction, pool: pool, at: at, actor: actor, PoolsAction.personChanged,
            on: try plan.changed.map { (try planner.nextID(), $0.id) })
    }

    /// After the first of several batches: into a pool that was empty, the others would be looked up by plans for nobody.
    func countAnew() throws {
        try transaction.countAnew("person")
        try transaction.countAnew("person_role")
    }

    func finish(_ result: ImportResult, _ planner: inout ImportPlanner) throws -> ImportID {
        let id = try planner.nextID(ImportKind.self)
        try transaction.run(
            ImportSQL.insertImport, pool, id, at, viewer?.person, result.rows, result.imported, result.updated,
            result.unchanged)
        try Journal.record(
            in: transaction, pool: pool, at: at, id: try planner.nextID(), actor: actor, PoolsAction.peopleImported,
            on: id)
        return id
    }

    private func writeOrganisations(_ plan: ImportPlan, _ planner: inout ImportPlanner) throws {
        try transaction.each(
            PoolsSQL.insertOrganisation, plan.organisations.map { [pool, $0.id, $0.name, NameKey.of($0.name), at] })
        try Journal.record(
            in: transaction, pool: pool, at: at, actor: actor, PoolsAction.organisationAdded,
            on: try plan.organisations.map { (try planner.nextID(), $0.id) })
    }

    private func writeRoles(_ plan: ImportPlan, _ planner: inout ImportPlanner) throws {
        var grants: [[any SQLConvertible]] = []
        for person in plan.new {
            for role in person.roles {
                let scope = role.isOfOrganisation ? person.details.organisation : nil
                grants.append(try grant(role, person.id, scope, &planner))
            }
        }
        for person in plan.changed {
            for role in person.roles { grants.append(try grant(role.role, person.id, role.organisation, &planner)) }
        }
        try transaction.each(RoleSQL.give, grants)
    }

    private func grant(
        _ role: Role, _ person: PersonID, _ scope: OrganisationID?, _ planner: inout ImportPlanner
    ) throws -> [any SQLConvertible] {
        [
            pool, try planner.nextID(RoleGrantKind.self), person, role.rawValue, scope, scope?.text ?? "", at,
            viewer?.person,
        ]
    }
}
