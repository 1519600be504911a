// SPDX-License-Identifier: EUPL-1.2

package import SQL

// GRDB has a type named `SQL`, which hides the module of that name in every file that imports GRDB.
package typealias PortableDatabase = Database
typealias PortableRow = Row
typealias PortableError = DatabaseError
