// SPDX-License-Identifier: EUPL-1.2

/// The name of one thing: 16 random bytes, written as 22 characters of base64url.
///
/// An id tells nothing, neither order nor time (a UUIDv7 would tell the millisecond); order comes from a time column.
/// `Of` only keeps a person's id from being taken for an engagement's. See `docs/adr/0003-portable-sql.md`.
package struct ID<Of>: Hashable, Sendable, CustomStringConvertible {
    /// The 22 characters as they stand in the database and in addresses.
    package let text: String

    /// Takes a text that comes from outside; `nil` unless it is 22 characters of base64url.
    package init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 22, bytes.allSatisfy(Base64URL.isDigit) else { return nil }
        self.text = String(text)
    }

    /// Takes a text that the database gave back.
    package init(stored text: String) {
        self.text = text
    }

    /// Makes an id of 16 bytes.
    package init(bytes: [UInt8]) {
        self.text = Base64URL.encode(bytes)
    }

    package var description: String { text }
}

package enum PoolKind {}
package enum OrganisationKind {}
package enum PersonKind {}
package enum SignInKind {}
package enum RequestKind {}
package enum EngagementKind {}
package enum JournalKind {}
package enum OutboxKind {}

package typealias PoolID = ID<PoolKind>
package typealias OrganisationID = ID<OrganisationKind>
package typealias PersonID = ID<PersonKind>
package typealias SignInID = ID<SignInKind>
package typealias RequestID = ID<RequestKind>
package typealias EngagementID = ID<EngagementKind>
package typealias JournalID = ID<JournalKind>
package typealias OutboxID = ID<OutboxKind>
