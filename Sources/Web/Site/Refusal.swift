// SPDX-License-Identifier: EUPL-1.2

package import HTTPTypes
import Kernel

/// Why no page of a feature answers a request. The visitor reads the message `refusal.<code>` and nothing else.
package enum Refusal: String, Error, CaseIterable, Sendable {
    case notFound = "not-found"
    case noSuchPool = "no-such-pool"
    case signInNeeded = "sign-in-needed"
    case forbidden
    /// The form is not from this site, or too old.
    case formExpired = "form-expired"
    case unreadable
    case conflict
    case tooLarge = "too-large"
    case tooMany = "too-many"
    case unavailable
    case fault

    package var status: HTTPResponse.Status {
        switch self {
        case .notFound, .noSuchPool: .notFound
        case .signInNeeded: .unauthorized
        case .forbidden, .formExpired: .forbidden
        case .unreadable: .badRequest
        case .conflict: .conflict
        case .tooLarge: .contentTooLarge
        case .tooMany: .tooManyRequests
        case .unavailable: .serviceUnavailable
        case .fault: .internalServerError
        }
    }
}
