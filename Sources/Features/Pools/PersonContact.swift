// SPDX-License-Identifier: EUPL-1.2

package import Kernel
package import SQL

/// What people change about themselves: where and in which language to write to them. Called within the transaction of
/// whoever has checked that they may.
package enum PersonContact {
    /// Another address takes the place of the one before.
    ///
    /// - Throws: `DatabaseError.unique("person__pool_id_email_key__key")` where it belongs to somebody else of the
    ///   pool.
    package static func set(email: String, of person: PersonID, pool: PoolID, in transaction: Transaction) throws {
        try transaction.run(PersonContactSQL.setEmail, pool, person, email, Text.emailKey(email))
    }

    /// The language of their letters.
    package static func set(language: Language, of person: PersonID, pool: PoolID, in transaction: Transaction) throws {
        try transaction.run(PersonContactSQL.setLanguage, pool, person, language.rawValue)
    }
}

enum PersonContactSQL: String, SQLStatement {
    case setEmail = """
        UPDATE person SET email = $3, email_key = $4, version = version + 1 WHERE pool_id = $1 AND id = $2
        """
    case setLanguage = """
        UPDATE person SET language = $3, version = version + 1
        WHERE pool_id = $1 AND id = $2 AND language IS DISTINCT FROM $3
        """
}
