// SPDX-License-Identifier: EUPL-1.2

package import SQL
import Synchronization

/// A real database that can be made to be away.
package final class GatedDatabase: Database {
    private let inner: any Database
    private let away = Mutex(false)

    package init(_ inner: any Database) {
        self.inner = inner
    }

    package var isAway: Bool {
        get { away.withLock { $0 } }
        set { away.withLock { $0 = newValue } }
    }

    package var engine: DatabaseEngine { inner.engine }

    package func read<Value: Sendable>(_ body: @escaping @Sendable (Reader) throws -> Value) async throws -> Value {
        if isAway { throw DatabaseError.unavailable }
        return try await inner.read(body)
    }

    package func write<Value: Sendable>(
        _ isolation: Isolation, _ body: @escaping @Sendable (Transaction) throws -> Value
    ) async throws -> Value {
        if isAway { throw DatabaseError.unavailable }
        return try await inner.write(isolation, body)
    }

    package func migrate(_ body: @escaping @Sendable (any SQLConnection) throws -> Void) async throws {
        try await inner.migrate(body)
    }

    package func close() async {
        await inner.close()
    }
}
