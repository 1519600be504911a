// SPDX-License-Identifier: EUPL-1.2

/// Signing in without showing a secret (`login.v1`).
package struct Login: Equatable, Sendable {
    /// `signIn` with a passphrase or passkey, `recover` with the kit alone, `confirm` before a weighty act.
    package enum Purpose: String, CaseIterable, Sendable {
        case confirm, recover
        case signIn = "sign_in"
    }

    package let origin: String
    package let pool: String
    package let user: String
    package let nonce: String
    package let at: Int
    package let purpose: Purpose
    /// The public key that the new sign-in is bound to.
    package let proof: Bytes

    /// Seconds between the time in a statement and the clock that judges it.
    package static let tolerance = 60

    package init(
        origin: String, pool: String, user: String, nonce: String, at: Int, purpose: Purpose, proof: Bytes
    ) {
        (self.origin, self.pool, self.user, self.nonce) = (origin, pool, user, nonce)
        (self.at, self.purpose, self.proof) = (at, purpose, proof)
    }

    private init(_ value: CanonicalValue) throws(SealError) {
        let fields = try Fields(value, "at nonce origin pool proof purpose user", else: .login)
        guard let purpose = Purpose(rawValue: try fields.string("purpose")) else { throw .login }
        self.init(
            origin: try fields.string("origin"), pool: try fields.id("pool"), user: try fields.id("user"),
            nonce: try fields.id("nonce"), at: try fields.count("at"), purpose: purpose,
            proof: try fields.bytes("proof", count: 32))
        try demand(Self.isOrigin(origin), .login)
        try CurveChecks.signingKey(proof)
    }

    package var value: CanonicalValue {
        .object([
            "at": .integer(at), "nonce": .string(nonce), "origin": .string(origin), "pool": .string(pool),
            "proof": CanonicalValue(proof), "purpose": .string(purpose.rawValue), "user": .string(user),
        ])
    }

    /// What the server asked for, and its clock.
    package struct Expected: Sendable {
        package let origin: String
        package let pool: String
        package let user: String
        package let nonce: String
        package let purpose: Purpose
        package let now: Int

        package init(origin: String, pool: String, user: String, nonce: String, purpose: Purpose, now: Int) {
            (self.origin, self.pool, self.user) = (origin, pool, user)
            (self.nonce, self.purpose, self.now) = (nonce, purpose, now)
        }
    }

    /// The sign-in that a statement asks for. That a nonce is used once is the caller's to keep.
    ///
    /// - Throws: `login` when it is for something else or out of time, `signature`, or the refusals of a statement.
    package static func verify(_ bytes: Bytes, _ expected: Expected, by publicKey: Bytes) throws(SealError) -> Login {
        let statement = try Statement(bytes, kind: .login)
        let login = try Login(statement.value)
        try demand(login.origin == expected.origin && login.pool == expected.pool, .login)
        try demand(login.user == expected.user && login.nonce == expected.nonce, .login)
        try demand(login.purpose == expected.purpose && isNear(login.at, expected.now), .login)
        try statement.verify(by: [publicKey])
        return login
    }

    /// Whether two times are near enough, at any size of either.
    static func isNear(_ time: Int, _ now: Int) -> Bool {
        time.magnitude <= CanonicalLimit.integer.magnitude && now.magnitude <= CanonicalLimit.integer.magnitude
            && abs(time - now) <= tolerance
    }

    /// Scheme, host and port as a browser writes them: at most 253 signs of host, at most five digits of port.
    static func isOrigin(_ text: String) -> Bool {
        text.utf8.allSatisfy { $0 < 0x80 }
            && text.wholeMatch(of: /https?:\/\/[a-z0-9.\-]{1,253}(:[0-9]{1,5})?/) != nil
    }
}
