// SPDX-License-Identifier: EUPL-1.2

import Kernel
import SQL

/// Decides, batch by batch, what each row of a file comes to against the people who are there.
///
/// Who a row is: by its address; else by its user name; else, without either, the one person without an address who has that
/// name in that organisation. So a list that is imported again meets the people of the first time.
struct ImportPlanner {
    private let pool: PoolID
    /// Who imports, where a person does: nobody gives themselves a role of duty.
    private let importer: PersonID?
    private let file: PeopleFile
    private var ids: ImportIDs
    /// By key; those to be made too.
    private var organisations: [String: OrganisationID] = [:]
    private var namedBefore: Set<String> = []
    /// People whom a row has already been.
    private var met: Set<PersonID> = []
    /// Names within organisations of rows without address or user name.
    private var namesMet: Set<String> = []
    private(set) var errors: [ImportError] = []

    init(pool: PoolID, importer: PersonID?, file: PeopleFile, ids: ImportIDs, in reader: Reader) throws {
        self.pool = pool
        self.importer = importer
        self.file = file
        self.ids = ids
        for row in try reader.rows(PoolsSQL.organisationKeys, pool) {
            organisations[try row.text("name_key")] = try row.id("id")
        }
        for draft in file.drafts where !draft.userName.isEmpty { namedBefore.insert(draft.userName) }
    }

    mutating func nextID<Of>(_: Of.Type = Of.self) throws -> ID<Of> { try ids.next() }

    mutating func plan(_ drafts: ArraySlice<PersonDraft>, in reader: Reader) throws -> ImportPlan {
        var plan = ImportPlan()
        for draft in drafts where !draft.organisation.isEmpty { try meetOrganisation(draft.organisation, &plan) }
        let found = try people(for: Array(drafts), reader)
        let known = found.compactMap { $0 }
        let roles = try rolesHeld(by: known.map(\.id), reader)
        let details = try detailsKept(for: known.map(\.id), where: drafts.contains { !$0.detail.isEmpty }, reader)
        for (draft, person) in zip(drafts, found) {
            if let person {
                try meet(person, draft, roles[person.id, default: []], details[person.id] ?? ImportDetail(), &plan)
            } else {
                try add(draft, &plan)
            }
        }
        try giveUserNames(&plan, reader)
        return plan
    }

    private mutating func meetOrganisation(_ name: String, _ plan: inout ImportPlan) throws {
        let key = NameKey.of(name)
        guard organisations[key] == nil else { return }
        let id = try ids.next(OrganisationKind.self)
        organisations[key] = id
        plan.organisations.append((id, name))
    }

    private func organisation(of draft: PersonDraft) -> OrganisationID? {
        draft.organisation.isEmpty ? nil : organisations[NameKey.of(draft.organisation)]
    }

    /// Who each row is, as far as they are there.
    private mutating func people(for drafts: [PersonDraft], _ reader: Reader) throws -> [Person?] {
        var found = [Person?](repeating: nil, count: drafts.count)
        try lookUp(
            ImportSQL.byEmail, drafts, reader, { !$0.email.isEmpty }, { _, draft in [Text.emailKey(draft.email)] }
        ) { index, people in
            found[index] = people.first
        }
        var taken: [Int] = []
        try lookUp(ImportSQL.byUserName, drafts, reader, { !$0.userName.isEmpty }, { _, draft in [draft.userName] }) {
            index, people in
            guard let person = people.first else { return }
            let byEmail = found[index]
            // A user name that is somebody else's, or an address other than the one that this person has.
            if byEmail != nil ? byEmail?.id != person.id : !drafts[index].email.isEmpty && person.details.email != nil {
                taken.append(index)
            } else {
                found[index] = person
            }
        }
        for index in taken { fail(drafts[index], .userName, .userNameTaken) }
        var several: [Int] = []
        try lookUp(
            ImportSQL.byName, drafts, reader, { $0.email.isEmpty && $0.userName.isEmpty },
            { planner, draft in [draft.nameKey, planner.organisation(of: draft)?.text ?? ""] }
        ) { index, people in
            if people.count > 1 { several.append(index) } else { found[index] = people.first }
        }
        for index in several { fail(drafts[index], .name, .severalMatch) }
        return found
    }

    private func lookUp(
        _ statement: ImportSQL, _ drafts: [PersonDraft], _ reader: Reader, _ applies: (PersonDraft) -> Bool,
        _ arguments: (ImportPlanner, PersonDraft) -> [String], _ take: (Int, [Person]) -> Void
    ) throws {
        let indices = drafts.indices.filter { applies(drafts[$0]) }
        if indices.isEmpty { return }
        let results = try reader.each(
            statement, indices.map { index in [pool] + arguments(self, drafts[index]).map { $0 as any SQLConvertible } }
        )
        for (index, result) in zip(indices, results) where !result.rows.isEmpty {
            take(index, try result.rows.map { try Person(row: $0, pool: pool) })
        }
    }

    private func rolesHeld(by people: [PersonID], _ reader: Reader) throws -> [PersonID: Set<ImportPlan.ScopedRole>] {
        let results = try reader.each(RoleSQL.rolesOf, people.map { [pool, $0] })
        var held: [PersonID: Set<ImportPlan.ScopedRole>] = [:]
        for (person, result) in zip(people, results) {
            for row in result.rows {
                guard let role = Role(rawValue: try row.text("role")) else { continue }
                let scope = try row.text("scope_key")
                held[person, default: []].insert(
                    .init(role: role, organisation: scope.isEmpty ? nil : ID(stored: scope)))
            }
        }
        return held
    }

    private func detailsKept(for people: [PersonID], where needed: Bool, _ reader: Reader) throws -> [PersonID:
        ImportDetail]
    {
        guard needed else { return [:] }
        let results = try reader.each(ImportSQL.detailOf, people.map { [pool, $0] })
        var kept: [PersonID: ImportDetail] = [:]
        for (person, result) in zip(people, results) {
            kept[person] = try result.rows.first.map(ImportDetail.init(row:))
        }
        return kept
    }

    /// A row about somebody who is there.
    private mutating func meet(
        _ person: Person, _ draft: PersonDraft, _ held: Set<ImportPlan.ScopedRole>, _ kept: ImportDetail,
        _ plan: inout ImportPlan
    ) throws {
        guard met.insert(person.id).inserted else { return fail(draft, .name, .personTwice) }
        let details = person.details.with(draft, organisation: organisation(of: draft))
        let detail = kept.with(draft.detail)
        let roles = try scoped(draft.roles, details.organisation, draft).filter { !held.contains($0) }
        if person.id == importer, roles.contains(where: \.role.canHaveDeputy) { fail(draft, .role, .notToYourself) }
        if details == person.details, roles.isEmpty, detail == kept {
            plan.unchanged += 1
        } else {
            plan.changed.append(
                .init(
                    id: person.id, version: person.version, details: details == person.details ? nil : details,
                    roles: roles,
                    detail: detail == kept ? nil : detail))
        }
    }

    /// A row about somebody new. Without a role in the list they are a client: a person without any could do nothing.
    private mutating func add(_ draft: PersonDraft, _ plan: inout ImportPlan) throws {
        let organisation = organisation(of: draft)
        if draft.email.isEmpty, draft.userName.isEmpty,
            !namesMet.insert(draft.nameKey + "\u{1F}" + (organisation?.text ?? "")).inserted
        {
            return fail(draft, .name, .personTwice)
        }
        let roles = draft.roles.isEmpty ? [.client] : draft.roles
        _ = try scoped(roles, organisation, draft)
        let details = PersonDetails(givenName: "", familyName: "").with(draft, organisation: organisation)
        plan.new.append(.init(id: try ids.next(), details: details, roles: roles, detail: draft.detail))
    }

    private mutating func scoped(
        _ roles: [Role], _ organisation: OrganisationID?, _ draft: PersonDraft
    ) throws -> [ImportPlan.ScopedRole] {
        if organisation == nil, roles.contains(where: \.isOfOrganisation) { fail(draft, .role, .organisationNeeded) }
        return roles.map { .init(role: $0, organisation: $0.isOfOrganisation ? organisation : nil) }
    }

    /// User names for new people without an address, in the order of the file.
    private mutating func giveUserNames(_ plan: inout ImportPlan, _ reader: Reader) throws {
        let indices = plan.new.indices.filter {
            plan.new[$0].details.email == nil && plan.new[$0].details.userName == nil
        }
        if indices.isEmpty { return }
        let bases = indices.map { UserName.base(plan.new[$0].details) }
        let unknown = Array(Set(bases)).sorted()
        let results = try reader.each(PersonSQL.userNamesFrom, unknown.map { [pool, $0, NameKey.end(of: $0)] })
        for result in results {
            for row in result.rows { namedBefore.insert(try row.text("user_name")) }
        }
        for (index, base) in zip(indices, bases) {
            let person = plan.new[index]
            var details = person.details
            let name = UserName.free(base: base, taken: namedBefore)
            namedBefore.insert(name)
            details.userName = name
            plan.new[index] = .init(id: person.id, details: details, roles: person.roles, detail: person.detail)
        }
    }

    private mutating func fail(_ draft: PersonDraft, _ column: PeopleColumn, _ fault: ImportFault) {
        errors.append(ImportError(row: draft.row, column: file.heading(column), fault: fault))
    }
}
