// SPDX-License-Identifier: EUPL-1.2

/// The kinds of signed statements. With `Label` this is the one registry: what is not here does not exist, all are different, and
/// none is the beginning of another (tested).
package enum StatementKind: String, CaseIterable, Sendable {
    case agreement, confirmed, consent, disposal, envelope, exception, grant, handover, head, hold, keys
    case legalDemand = "legal_demand"
    case login, panel, release, req, roster, verify, withdraw

    /// The media type that a statement of this kind is signed under.
    package var type: String { "application/vnd.confidant.\(rawValue).v1+json" }
}

/// The labels that keep key derivation, wrapping and hashing for one purpose apart from every other.
package enum Label: String, CaseIterable, Sendable {
    case accountKey = "ak/v1"
    case slotPassphrase = "slot/pw/v1"
    case authPassphrase = "auth/pw/v1"
    case slotKit = "slot/kit/v1"
    case authKit = "auth/kit/v1"
    case slotPasskey = "slot/prf/v1"
    case authPasskey = "auth/prf/v1"
    case passphraseSalt = "pwsalt"
    case bundle = "bundle/v1"
    case device = "device/v1"
    case invitation = "invite/v1"
    case verifyWords = "words/v1"
    case phoneCommit = "phone/commit/v1"
    case phoneWords = "phone/words/v1"
    case record = "record/v1"
    case wrap = "wrap/v1"
    case commit = "commit/v1"
    case oneTimeAuthor = "onetime/v1"
    case receiptReply = "receipt/reply/v1"
    case receiptAuth = "receipt/auth/v1"
    case receiptMailbox = "receipt/box/v1"
    case unknownSalt = "unknown/salt/v1"
    case unknownAuth = "unknown/auth/v1"

    package var bytes: Bytes { Bytes(utf8: rawValue) }
}
