// SPDX-License-Identifier: EUPL-1.2

import Kernel
import SQL
import Seal

/// All ways in of a person, with their bundle, as they are put together: first keys, a rotation, a reset.
struct KeySet: Sendable {
    static let mostPasskeys = 8

    let slots: [SlotDraft]
    let bundle: BundleDraft
    let isKitKept: Bool

    /// Reads the members `slots`, `bundle` and `kit_kept` of a body.
    ///
    /// - Throws: `KeysRefused`.
    init(_ fields: Fields, pool: PoolID, person: PersonID, stretching: Stretching) throws {
        bundle = try BundleDraft(fields["bundle"], pool: pool, person: person)
        let given = try refusing("slots") { try fields.array("slots", upTo: Self.mostPasskeys + 2) }
        slots = try given.map { try SlotDraft($0, pool: pool, person: person) }
        isKitKept = try refusing("kit_kept") { try fields.boolean("kit_kept") }
        let names = slots.map(\.name)
        let (unique, keys, epoch) = (Set(names), Set(slots.map(\.authKey)), bundle.epoch)
        let isWhole = unique.count == names.count && keys.count == names.count && unique.isSuperset(of: ["pw", "kit"])
        let isOne = slots.allSatisfy { $0.epoch == epoch && ($0.stretching ?? stretching) == stretching }
        guard isWhole, isOne else { throw KeysRefused(member: "slots", reason: .slot) }
    }

    /// Takes the place of everything that was there.
    ///
    /// - Throws: `KeysError.keyUsed`.
    func store(for person: PersonID, pool: PoolID, now: Timestamp, in transaction: Transaction) throws {
        try transaction.run(SlotSQL.removeAll, pool, person)
        try Self.put(slots, for: person, pool: pool, now: now, in: transaction)
        try transaction.run(SlotSQL.putBundle, pool, person, bundle.epoch, bundle.bytes, now)
        try transaction.run(SlotSQL.sayKit, pool, person, isKitKept, now)
    }

    static func put(
        _ slots: [SlotDraft], for person: PersonID, pool: PoolID, now: Timestamp, in transaction: Transaction
    ) throws {
        for slot in slots {
            try transaction.run(
                SlotSQL.put, pool, person, slot.name, slot.kind.rawValue, Seal.Base64URL.text(slot.authKey),
                slot.epoch, slot.needsPhrase, slot.stretching.map { Seal.Base64URL.text($0.salt) }, slot.bytes, now)
        }
    }
}

/// What a person's device needs to open their keys, as it is told after signing in.
struct StoredKeys: Sendable {
    let epoch: Int
    let bundle: CanonicalValue
    let slots: [CanonicalValue]

    static func read(of person: PersonID, pool: PoolID, in reader: Reader) throws -> StoredKeys? {
        guard let row = try reader.first(SlotSQL.bundle, pool, person) else { return nil }
        let slots = try reader.rows(SlotSQL.all, pool, person).map { row -> CanonicalValue in
            .object([
                "auth_pk": .string(try row.text("auth_key")),
                "slot": try CanonicalParser.object(try row.bytes("slot")),
            ])
        }
        return StoredKeys(
            epoch: try row.int("epoch"), bundle: try CanonicalParser.object(try row.bytes("bundle")), slots: slots)
    }
}
