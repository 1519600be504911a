// SPDX-License-Identifier: EUPL-1.2

import Kernel
import SQL
import Seal
import Web

/// New keys that wait for those who vouch: the statement under the new key's own signature, slots and bundle.
struct PendingKeys: Sendable {
    let carrier: CanonicalValue
    let admit: AdmitKeys
    let set: KeySet
    let bytes: Bytes

    /// - Throws: `KeysRefused`.
    init(_ body: CanonicalValue, pool: PoolID, person: PersonID, now: Timestamp) throws {
        let fields = try refusing("statement") {
            try Fields(body, "bundle kit_kept slots statement", else: .keys)
        }
        let carrier = fields["statement"] ?? .done
        self.carrier = carrier
        let admit = try AdmitKeys(carrier, pool: pool, person: person, now: now)
        self.admit = admit
        try refusing("statement") {
            guard admit.keys.reason == .reset else { throw SealError.keys }
            try admit.statement.verify(by: [admit.keys.signKey])
        }
        set = try KeySet(fields, pool: pool, person: person, stretching: admit.keys.stretching)
        bytes = try body.serialised()
    }

    init(stored bytes: Bytes, pool: PoolID, person: PersonID, now: Timestamp) throws {
        try self.init(
            CanonicalParser.object(bytes, limit: 1_048_576), pool: pool, person: person, now: now)
    }

    /// The statement with everybody's signature, its own first.
    func carrier(with signatures: [Bytes]) throws -> CanonicalValue {
        let all = admit.statement.signatures + signatures
        return .object([
            "payload": CanonicalValue(admit.statement.body), "payload_type": .string(StatementKind.keys.type),
            "signatures": .array(all.map { .object(["keyid": "", "sig": CanonicalValue($0)]) }),
        ])
    }
}
