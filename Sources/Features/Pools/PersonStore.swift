// SPDX-License-Identifier: EUPL-1.2

package import Kernel
package import SQL

extension Person {
    /// Somebody by id, for features that act for the pool itself (letters, sign-in); pages use `ShowPerson`, which asks who looks.
    package static func find(_ id: PersonID, in reader: Reader, pool: PoolID) throws -> Person? {
        try reader.first(PersonSQL.byID, pool, id).map { try Person(row: $0, pool: pool) }
    }

    /// Somebody by address, however it was typed.
    package static func find(email: String, in reader: Reader, pool: PoolID) throws -> Person? {
        try reader.first(PersonSQL.byEmail, pool, Text.emailKey(email)).map { try Person(row: $0, pool: pool) }
    }

    /// Somebody by user name, however it was typed.
    package static func find(userName: String, in reader: Reader, pool: PoolID) throws -> Person? {
        guard let name = UserName.read(userName) else { return nil }
        return try reader.first(PersonSQL.byUserName, pool, name).map { try Person(row: $0, pool: pool) }
    }

    /// Somebody whom a viewer answers for; `nil` for everybody else.
    package static func seen(_ id: PersonID, by viewer: Viewer, on day: Day, in reader: Reader) throws -> Person? {
        try reader.first(PersonSQL.seen, viewer.pool, id, viewer.person, day).map {
            try Person(row: $0, pool: viewer.pool)
        }
    }

    init(row: Row, pool: PoolID) throws {
        self.init(
            pool: pool,
            id: try row.id("id"),
            details: PersonDetails(
                givenName: try row.text("given_name"), familyName: try row.text("family_name"),
                email: try row.optionalText("email"), userName: try row.optionalText("user_name"),
                organisation: try row.optionalID("organisation_id"), jobTitle: try row.text("job_title"),
                grade: try row.text("grade"), department: try row.text("department"),
                managerEmail: try row.optionalText("manager_email_key"),
                language: try row.optionalText("language").flatMap(Language.init(rawValue:))),
            organisationName: try row.optionalText("organisation_name"),
            version: try row.int("version")
        )
    }
}

extension PersonDetails {
    /// The arguments of `PersonSQL.insert`.
    func insertArguments(pool: PoolID, id: PersonID, at: Timestamp) -> [any SQLConvertible] {
        [pool, id] + columns + [at]
    }

    /// The arguments of `PersonSQL.update`.
    func updateArguments(pool: PoolID, id: PersonID, version: Int) -> [any SQLConvertible] {
        [pool, id] + columns + [version]
    }

    private var columns: [any SQLConvertible] {
        [
            givenName, familyName, nameKey, givenKey, email, email.map(Text.emailKey), userName, organisation, jobTitle,
            grade,
            department, NameKey.of(department), managerEmail.map(Text.emailKey), language?.rawValue,
        ]
    }
}

extension RoleGrant {
    init(row: Row) throws {
        guard let role = Role(rawValue: try row.text("role")) else { throw DatabaseError.bug("unknown-role") }
        self.init(
            id: try row.id("id"), person: try row.id("person_id"),
            personName: PersonDetails(givenName: try row.text("given_name"), familyName: try row.text("family_name"))
                .name,
            role: role, organisation: try row.optionalID("organisation_id"),
            organisationName: try row.optionalText("organisation_name"), givenAt: try row.time("given_at"))
    }
}

extension Deputyship {
    init(row: Row) throws {
        self.init(
            id: try row.id("id"), grant: try row.id("person_role_id"), deputy: try row.id("deputy_id"),
            deputyName: PersonDetails(givenName: try row.text("given_name"), familyName: try row.text("family_name"))
                .name,
            from: try row.day("from_on"), until: try row.day("until_on"))
    }
}
