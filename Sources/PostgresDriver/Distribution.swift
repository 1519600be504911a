// SPDX-License-Identifier: EUPL-1.2

/// Where a server has the Citus extension: which tables are spread over its workers by pool, and which stand on each of them.
///
/// A table whose primary key begins with `pool_id` is distributed by it, all of them side by side; so a statement about one pool
/// stays on one worker, and foreign keys hold. Every other table becomes a reference table.
enum Distribution {
    /// The column that tells pools apart.
    static let column = "pool_id"

    /// One table as the server knows it.
    struct Table: Hashable, Sendable {
        let name: String
        let primaryKey: [String]
        /// Tables that its foreign keys refer to.
        let references: Set<String>
        let isDistributed: Bool
    }

    /// Why a schema cannot be distributed. A test over the schema keeps this from ever being thrown.
    enum Fault: Error, Hashable {
        /// A table that stands whole on each worker refers to one that is spread.
        case referenceToSpread(table: String, target: String)
        /// These refer to each other in a ring.
        case ring([String])
    }

    /// What to run, in order: tables that others refer to come first.
    ///
    /// - Throws: `Fault`.
    static func statements(for tables: [Table]) throws(Fault) -> [String] {
        for table in tables.sorted(by: { $0.name < $1.name }) where !isSpread(table) {
            if let target = tables.filter({ isSpread($0) && table.references.contains($0.name) }).map(\.name).min() {
                throw .referenceToSpread(table: table.name, target: target)
            }
        }
        return try ordered(tables).filter { !$0.isDistributed }.map(statement)
    }

    private static func isSpread(_ table: Table) -> Bool {
        table.primaryKey.first == column
    }

    private static func ordered(_ tables: [Table]) throws(Fault) -> [Table] {
        var left = tables.sorted { (isSpread($0) ? 1 : 0, $0.name) < (isSpread($1) ? 1 : 0, $1.name) }
        var done: [Table] = []
        while !left.isEmpty {
            let names = Set(left.map(\.name))
            guard let index = left.firstIndex(where: { $0.references.subtracting([$0.name]).isDisjoint(with: names) })
            else { throw .ring(names.sorted()) }
            done.append(left.remove(at: index))
        }
        return done
    }

    private static func statement(_ table: Table) -> String {
        isSpread(table)
            ? "SELECT create_distributed_table('\(table.name)', '\(column)', colocate_with => 'default')"
            : "SELECT create_reference_table('\(table.name)')"
    }
}
