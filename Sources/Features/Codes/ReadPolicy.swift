// SPDX-License-Identifier: EUPL-1.2

package import Kernel
package import PolicyPacks
package import SQL

extension PoolPolicy {
    /// What a pool has decided, day by day, in any transaction that needs it. What a newer program no longer knows is left out.
    package static func read(in reader: Reader, pool: PoolID, library: PackLibrary) throws -> PoolPolicy {
        let adoptions = try reader.rows(CodesSQL.adoptions, pool).compactMap { row -> Adoption? in
            try span(row).map { Adoption(pack: try row.text("pack"), span: $0) }
        }
        let figures = try reader.rows(CodesSQL.figures, pool).compactMap { row -> NumberChoice? in
            guard let span = try span(row), let key = try NumberKey(row: row), let measure = try Measure(row: row)
            else {
                return nil
            }
            return NumberChoice(key, measure, span: span)
        }
        let answers = try reader.rows(CodesSQL.answers, pool).compactMap { row -> RuleChoice? in
            guard let span = try span(row), let rule = Rule(rawValue: try row.text("question")),
                let option = rule.option(try row.text("answer"))
            else { return nil }
            return RuleChoice(rule, option, span: span)
        }
        return PoolPolicy(adoptions, in: library, numberChoices: figures, ruleChoices: answers)
    }

    private static func span(_ row: Row) throws -> DaySpan? {
        DaySpan(from: try row.day("from_on"), until: try row.optionalDay("until_on"))
    }
}

extension NumberKey {
    /// The scope as it stands in tables and addresses: a key of its own for everybody.
    package var scopeKey: String { scope?.description ?? "" }

    package init?(quantity: String, scopeKey: String) {
        guard let quantity = Quantity(rawValue: quantity) else { return nil }
        if scopeKey.isEmpty {
            self.init(quantity)
        } else {
            guard let scope = NumberScope(scopeKey) else { return nil }
            self.init(quantity, scope)
        }
    }

    fileprivate init?(row: Row) throws {
        self.init(quantity: try row.text("quantity"), scopeKey: try row.text("scope"))
    }
}

extension Measure {
    fileprivate init?(row: Row) throws {
        guard let unit = MeasureUnit(rawValue: try row.text("unit")) else { return nil }
        var per: Amount?
        if let value = try row.optionalInt("per_amount") {
            guard let unit = MeasureUnit(rawValue: try row.text("per_unit")) else { return nil }
            per = Amount(value, unit)
        }
        self.init(Amount(try row.int("amount"), unit), per: per)
    }
}

extension CodesDesk {
    package func policy(of pool: PoolID) async throws -> PoolPolicy {
        try await database.read { [library] in try PoolPolicy.read(in: $0, pool: pool, library: library) }
    }
}
