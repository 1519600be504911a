// SPDX-License-Identifier: EUPL-1.2

package import Kernel
import Seal

/// What this feature refuses.
package enum KeysError: String, DomainError, CaseIterable {
    case notFound = "keys.not-found"
    /// The person has keys already.
    case exists = "keys.exists"
    /// Somebody else was first: the log, the keys or the ways in have moved on.
    case stale = "keys.stale"
    /// A public key that stands somewhere already.
    case keyUsed = "keys.key-used"
    /// Not yet: a wait has not passed, or somebody has not done their part.
    case waiting = "keys.waiting"
    case over = "keys.over"

    package var code: String { rawValue }

    package var kind: ErrorKind {
        switch self {
        case .notFound: .notFound
        case .exists, .stale, .keyUsed, .waiting, .over: .conflict
        }
    }
}

/// A statement, slot or bundle that is not what it must be; says which member and which refusal of `docs/formats.md`, 17.
struct KeysRefused: Error, Hashable {
    let member: String
    let reason: SealError
}

extension KeysRefused: DomainError {
    var code: String { "keys.refused" }
    var kind: ErrorKind { .invalid([FieldError(member, reason.rawValue)]) }
}

/// Turns a refusal of `Seal` into one that names the member.
func refusing<Value>(_ member: String, _ work: () throws -> Value) throws -> Value {
    do { return try work() } catch let error as SealError { throw KeysRefused(member: member, reason: error) }
}

/// Throws unless the condition holds.
func demand(_ condition: Bool, _ error: @autoclosure () -> any Error) throws {
    if !condition { throw error() }
}
