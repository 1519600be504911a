// SPDX-License-Identifier: EUPL-1.2

package import Kernel

/// What the pool refuses.
package enum PoolsError: String, DomainError, CaseIterable {
    case notFound = "pools.not-found"
    case changedMeanwhile = "pools.changed-meanwhile"
    case shortNameTaken = "pools.short-name-taken"
    case hostTaken = "pools.host-taken"
    case organisationTaken = "pools.organisation-taken"
    case emailTaken = "pools.email-taken"
    case userNameTaken = "pools.user-name-taken"
    case addressNotYours = "pools.address-not-yours"
    case organisationNeeded = "pools.organisation-needed"
    case organisationNotYours = "pools.organisation-not-yours"
    case roleNotYours = "pools.role-not-yours"
    case roleHeldAlready = "pools.role-held-already"
    case notToYourself = "pools.not-to-yourself"
    case lastAdministrator = "pools.last-administrator"
    case roleHasNoDeputy = "pools.role-has-no-deputy"
    case noSuchDeputy = "pools.no-such-deputy"
    case deputyIsHolder = "pools.deputy-is-holder"
    case daysBackwards = "pools.days-backwards"
    case daysPast = "pools.days-past"
    case daysTooMany = "pools.days-too-many"
    case uploadGone = "pools.upload-gone"

    package var code: String { rawValue }

    package var kind: ErrorKind {
        switch self {
        case .notFound: .notFound
        case .changedMeanwhile, .shortNameTaken, .hostTaken, .lastAdministrator, .roleHasNoDeputy, .uploadGone:
            .conflict
        case .organisationTaken: .invalid([FieldError("name", "organisation-taken")])
        case .emailTaken: .invalid([FieldError("email", "email-taken")])
        case .userNameTaken: .invalid([FieldError("user_name", "user-name-taken")])
        case .addressNotYours: .invalid([FieldError("email", "address-not-yours")])
        case .organisationNeeded: .invalid([FieldError("organisation", "choose-one")])
        case .organisationNotYours: .invalid([FieldError("organisation", "not-a-choice")])
        case .roleNotYours: .invalid([FieldError("role", "role-not-yours")])
        case .roleHeldAlready: .invalid([FieldError("role", "role-held-already")])
        case .notToYourself: .invalid([FieldError("role", "not-to-yourself")])
        case .noSuchDeputy: .invalid([FieldError("deputy", "no-such-person")])
        case .deputyIsHolder: .invalid([FieldError("deputy", "deputy-is-holder")])
        case .daysBackwards: .invalid([FieldError("until", "days-backwards")])
        case .daysPast: .invalid([FieldError("until", "days-past")])
        case .daysTooMany: .invalid([FieldError("until", "days-too-many", ["most": String(Deputyship.mostDays)])])
        }
    }
}
