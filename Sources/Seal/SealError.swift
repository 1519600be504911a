// SPDX-License-Identifier: EUPL-1.2

/// Why something was refused: a closed list, the same on both sides, that never carries content (`docs/formats.md`, "Refusals").
package enum SealError: String, Error, CaseIterable, Sendable {
    case encoding, canonical, statement, signature, key, sealed
    case kit, floor, slot, keys, history, login, request, compare, proof
    case roster, grant, record, chain, receipt
    /// The generator of randomness failed; nothing may be made.
    case randomness
}

/// Throws the refusal unless the condition holds.
func demand(_ condition: Bool, _ error: SealError) throws(SealError) {
    guard condition else { throw error }
}

/// Turns whatever a library throws into one refusal, so that no cause leaks.
func refusing<Value>(_ error: SealError, _ work: () throws -> Value) throws(SealError) -> Value {
    let refusal = error
    do { return try work() } catch { throw refusal }
}
