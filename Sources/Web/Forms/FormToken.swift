// SPDX-License-Identifier: EUPL-1.2

import Crypto
package import Kernel

/// The secret that each form carries, so that only pages of this site can send one.
///
/// It is an HMAC under the installation's form key over the sign-in, or over the pool for people who are not signed in, whose
/// forms are also held to the site's own `Origin`.
package struct FormToken: Sendable {
    private let key: [UInt8]

    package init(key: [UInt8]) {
        self.key = key
    }

    package func token(pool: PoolID, viewer: Viewer?) -> String {
        let subject = "form/v1|\(pool)|" + (viewer.map { "in|\($0.signIn)" } ?? "out")
        let code = HMAC<SHA256>.authenticationCode(for: Array(subject.utf8), using: SymmetricKey(data: key))
        return Base64URL.encode(code)
    }

    /// Compares in constant time.
    package static func matches(_ sent: String?, _ expected: String) -> Bool {
        let left = Array((sent ?? "").utf8)
        let right = Array(expected.utf8)
        guard left.count == right.count else { return false }
        return zip(left, right).reduce(0 as UInt8) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
