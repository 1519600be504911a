// SPDX-License-Identifier: EUPL-1.2

package import HTTPTypes

/// Why the API of the room does not do what was asked: a closed code (`docs/room-api.md`, 3). Refusals of a feature are its own
/// `DomainError`s, whose code after the dot is told in the same place.
package enum RoomRefusal: String, Error, CaseIterable, Sendable {
    case unreadable
    case signInNeeded = "sign_in_needed"
    case locked, proof, login, origin, strength
    case notFound = "not_found"
    /// The nonce of a write stands for another request already.
    case nonce
    case tooLarge = "too_large"
    case tooMany = "too_many"
    case unavailable, fault

    package var status: HTTPResponse.Status {
        switch self {
        case .unreadable: .badRequest
        case .signInNeeded, .locked, .proof, .login: .unauthorized
        case .origin, .strength: .forbidden
        case .notFound: .notFound
        case .nonce: .conflict
        case .tooLarge: .contentTooLarge
        case .tooMany: .tooManyRequests
        case .unavailable: .serviceUnavailable
        case .fault: .internalServerError
        }
    }
}
