// SPDX-License-Identifier: EUPL-1.2

/// A signed statement: DSSE v1.0.2 signatures over a canonical body, carried in canonical JSON.
///
/// The type is signed with the body, so no statement passes for one of another kind. The signer's hint (`keyid`) is never trusted,
/// and nothing may be derived from signature bytes, since some engines sign with randomness.
package struct Statement: Sendable {
    package let kind: StatementKind
    package let body: Bytes
    package let value: CanonicalValue
    package let signatures: [Bytes]

    private static let signatureLimit = 16

    /// Reads a statement that must be of the kind expected. Nothing in it is to be believed before `verify(by:)` returned.
    ///
    /// - Throws: `canonical` or `statement`.
    package init(_ bytes: Bytes, kind: StatementKind) throws(SealError) {
        let fields = try Fields(try CanonicalParser.object(bytes), "payload payload_type signatures", else: .statement)
        try demand(try fields.string("payload_type") == kind.type, .statement)
        let items = try fields.array("signatures", upTo: Self.signatureLimit)
        try demand(!items.isEmpty, .statement)
        var signatures: [Bytes] = []
        for item in items {
            let parts = try Fields(item, "keyid sig", else: .statement)
            try demand(Self.isHint(try parts.string("keyid")), .statement)
            signatures.append(try parts.bytes("sig", count: 64))
        }
        self.kind = kind
        self.signatures = signatures
        body = try fields.bytes("payload")
        value = try CanonicalParser.object(body)
    }

    /// Demands that the statement is signed by exactly the keys given: each has its own signature and none is left over.
    ///
    /// - Throws: `signature`.
    package func verify(by publicKeys: [Bytes]) throws(SealError) {
        try demand(!publicKeys.isEmpty && Set(publicKeys).count == publicKeys.count, .signature)
        try demand(signatures.count == publicKeys.count, .signature)
        let message = Self.preAuthentication(kind, body)
        var left = signatures
        for publicKey in publicKeys {
            guard let at = left.firstIndex(where: { Self.holds($0, message, publicKey) }) else { throw .signature }
            left.remove(at: at)
        }
    }

    /// The bytes of a statement over a value, signed by each signer in turn.
    ///
    /// - Throws: `canonical` for a value without canonical form, `statement` for one too large.
    package static func sign(
        _ kind: StatementKind, _ value: CanonicalValue, by signers: [SigningKey]
    ) throws(SealError) -> Bytes {
        let body = try value.serialised()
        let message = preAuthentication(kind, body)
        var signatures: [CanonicalValue] = []
        for signer in signers {
            let hint = CanonicalValue(Bytes(signer.publicKey.prefix(9)))
            signatures.append(.object(["keyid": hint, "sig": CanonicalValue(try signer.sign(message))]))
        }
        try demand((1...signatureLimit).contains(signatures.count), .statement)
        let carrier: CanonicalValue = .object([
            "payload": CanonicalValue(body), "payload_type": .string(kind.type), "signatures": .array(signatures),
        ])
        let bytes = try carrier.serialised()
        try demand(bytes.count <= CanonicalLimit.statement, .statement)
        return bytes
    }

    /// What is signed: "DSSEv1", type and body, each with its length.
    package static func preAuthentication(_ kind: StatementKind, _ body: Bytes) -> Bytes {
        Bytes(utf8: "DSSEv1 \(kind.type.utf8.count) \(kind.type) \(body.count) ") + body
    }

    private static func holds(_ signature: Bytes, _ message: Bytes, _ publicKey: Bytes) -> Bool {
        do {
            try verifySignature(signature, of: message, by: publicKey)
            return true
        } catch {
            return false
        }
    }

    private static func isHint(_ text: String) -> Bool {
        text.utf8.count <= 64 && text.utf8.allSatisfy(Base64URL.isSign)
    }
}
