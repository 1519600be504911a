// SPDX-License-Identifier: EUPL-1.2

/// The proof that goes with each request of a sign-in (`req.v1`): a stolen token is worth nothing without the key, and a proof
/// stands for one method, path, body and token only.
package struct RequestProof: Equatable, Sendable {
    package let method: String
    package let path: String
    package let bodyHash: Bytes
    package let tokenHash: Bytes
    /// The key under which a repeated write is recognised.
    package let nonce: String
    package let at: Int

    private static let methods = ["DELETE", "GET", "POST", "PUT"]

    package init(method: String, path: String, bodyHash: Bytes, tokenHash: Bytes, nonce: String, at: Int) {
        (self.method, self.path, self.bodyHash) = (method, path, bodyHash)
        (self.tokenHash, self.nonce, self.at) = (tokenHash, nonce, at)
    }

    private init(_ value: CanonicalValue) throws(SealError) {
        let fields = try Fields(value, "at body_sha256 method nonce path token_sha256", else: .request)
        self.init(
            method: try fields.string("method"), path: try fields.string("path"),
            bodyHash: try fields.bytes("body_sha256", count: 32),
            tokenHash: try fields.bytes("token_sha256", count: 32),
            nonce: try fields.id("nonce"), at: try fields.count("at"))
        try demand(Self.methods.contains(method), .request)
        try demand(path.utf8.first == UInt8(ascii: "/") && path.utf8.count <= 2048, .request)
        try demand(path.utf8.allSatisfy { (0x21...0x7e).contains($0) }, .request)
    }

    package var value: CanonicalValue {
        .object([
            "at": .integer(at), "body_sha256": CanonicalValue(bodyHash), "method": .string(method),
            "nonce": .string(nonce), "path": .string(path), "token_sha256": CanonicalValue(tokenHash),
        ])
    }

    /// The request as it came, and the server's clock.
    package struct Expected: Sendable {
        package let method: String
        package let path: String
        package let body: Bytes
        package let token: Bytes
        package let now: Int

        package init(method: String, path: String, body: Bytes, token: Bytes, now: Int) {
            (self.method, self.path, self.body, self.token, self.now) = (method, path, body, token, now)
        }
    }

    /// The proof of a request. That a nonce counts once is the caller's to keep.
    ///
    /// - Throws: `request` when it is for another request or out of time, `signature`, or the refusals of a statement.
    package static func verify(
        _ bytes: Bytes, _ expected: Expected, by publicKey: Bytes
    ) throws(SealError) -> RequestProof {
        let statement = try Statement(bytes, kind: .req)
        let proof = try RequestProof(statement.value)
        try demand(proof.method == expected.method && proof.path == expected.path, .request)
        try demand(proof.bodyHash == sha256(expected.body) && proof.tokenHash == sha256(expected.token), .request)
        try demand(Login.isNear(proof.at, expected.now), .request)
        try statement.verify(by: [publicKey])
        return proof
    }
}
