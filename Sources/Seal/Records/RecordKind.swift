// SPDX-License-Identifier: EUPL-1.2

/// What a record is. The kind is in clear, its text is padded, so that the server learns at most a class of length.
package enum RecordKind: String, CaseIterable, Sendable {
    case action, agreement, `case`, complaint, conflict, evaluation, file, goal, journal, message, note, reason, reply
    case report, request

    /// Most bytes of a text: a file of one megabyte and what is said about it.
    package static let bodyLimit = 1_114_112

    /// Kinds that a person without keys may write.
    var isOneTime: Bool { self == .complaint || self == .request }

    /// Kinds whose readers are named by a document outside the roster.
    var isByParties: Bool { isOneTime || self == .agreement || self == .reply }

    private var floor: Int {
        switch self {
        case .message: 512
        case .report: 8192
        case .complaint, .reply: 16_384
        default: 4096
        }
    }

    private var isFixed: Bool { self == .complaint || self == .reply }

    /// What a text of `size` bytes measures once padded, its length included: PADMÉ over a floor (Nikitin et al., 2019, algorithm 1),
    /// at most twelve per cent more. A complaint and its reply always measure the same.
    ///
    /// - Throws: `record` for a text that is too long.
    package func paddedSize(of size: Int) throws(SealError) -> Int {
        try demand((0...Self.bodyLimit).contains(size), .record)
        let whole = size + 4
        if whole <= floor { return floor }
        try demand(!isFixed, .record)
        return Self.rounded(whole)
    }

    /// Whether some text of this kind measures so much once padded.
    package func isPaddedSize(_ size: Int) -> Bool {
        if size == floor { return true }
        let range = floor...Self.rounded(Self.bodyLimit + 4)
        return !isFixed && range.contains(size) && Self.rounded(size) == size
    }

    /// Keeps as many leading bits of a size as its exponent has bits, rounding up.
    private static func rounded(_ size: Int) -> Int {
        let exponent = Int.bitWidth - 1 - size.leadingZeroBitCount
        let mask = (1 << (exponent - (Int.bitWidth - exponent.leadingZeroBitCount))) - 1
        return (size + mask) & ~mask
    }

    /// Length, text, zeros.
    ///
    /// - Throws: `record` for a text that is too long.
    package func padded(_ body: Bytes) throws(SealError) -> Bytes {
        let size = try paddedSize(of: body.count)
        return UInt32(body.count).bytes + body + Bytes(repeating: 0, count: size - 4 - body.count)
    }

    /// The text.
    ///
    /// - Throws: `record` unless length, size and zeros are exactly what padding makes (attack test 44).
    package func unpadded(_ padded: Bytes) throws(SealError) -> Bytes {
        guard let length = UInt32(bytes: padded.prefix(4)) else { throw .record }
        let size = Int(length)
        try demand(size <= Self.bodyLimit && size + 4 <= padded.count, .record)
        let expected = try paddedSize(of: size)
        try demand(expected == padded.count && padded[(4 + size)...].reduce(0, |) == 0, .record)
        return Bytes(padded[4..<4 + size])
    }
}
