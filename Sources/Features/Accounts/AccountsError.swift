// SPDX-License-Identifier: EUPL-1.2

package import Kernel

/// What this feature refuses.
package enum AccountsError: String, DomainError, CaseIterable {
    case notFound = "accounts.not-found"
    /// The user name or the code is wrong, used or too old; which of them is not said.
    case codeWrong = "accounts.code-wrong"
    /// The link to confirm an address is used, too old, or of somebody else.
    case addressLinkWrong = "accounts.address-link-wrong"
    /// The address belongs to somebody else of the pool: told only to whoever reads its mail.
    case addressTaken = "accounts.address-taken"
    /// They have no address that a mail could go to.
    case noAddress = "accounts.no-address"
    case cameAlready = "accounts.came-already"

    package var code: String { rawValue }

    package var kind: ErrorKind {
        switch self {
        case .notFound: .notFound
        case .codeWrong: .invalid([FieldError("code", "code-wrong")])
        case .addressLinkWrong, .addressTaken, .noAddress, .cameAlready: .conflict
        }
    }
}
