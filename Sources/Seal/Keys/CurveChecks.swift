// SPDX-License-Identifier: EUPL-1.2

/// What a public key or a signature must be before any library is asked.
///
/// Every engine accepts a signature under the identity point for every message, and the HPKE of the library seals to points of
/// small order; so these checks stand in front of each verification and each key agreement (RFC 8032 5.1.3, RFC 9180 7.1.4).
package enum CurveChecks {
    /// - Throws: `key` unless the bytes are a canonical Edwards point of large order.
    package static func signingKey(_ raw: some Collection<UInt8>) throws(SealError) {
        try demand(isSoundPoint(Bytes(raw)), .key)
    }

    /// - Throws: `key` unless the bytes are a canonical Montgomery coordinate of large order.
    package static func agreementKey(_ raw: some Collection<UInt8>) throws(SealError) {
        let raw = Bytes(raw)
        try demand(raw.count == 32 && raw.last.map { $0 & 0x80 == 0 } == true, .key)
        try demand(isBelow(raw, prime) && !smallMontgomery.contains(raw), .key)
    }

    /// - Throws: `signature` unless R is a sound point and S is reduced.
    package static func signature(_ raw: some Collection<UInt8>) throws(SealError) {
        try demand(raw.count == 64, .signature)
        try demand(isSoundPoint(Bytes(raw.prefix(32))) && isBelow(Bytes(raw.suffix(32)), order), .signature)
    }

    private static func isSoundPoint(_ raw: Bytes) -> Bool {
        guard raw.count == 32, let top = raw.last else { return false }
        let y = raw.dropLast() + [top & 0x7f]
        return isBelow(Bytes(y), prime) && !smallEdwards.contains(Bytes(y))
    }

    /// Whether a number is smaller than another, both with the least significant byte first.
    private static func isBelow(_ number: Bytes, _ bound: Bytes) -> Bool {
        number.reversed().lexicographicallyPrecedes(bound.reversed())
    }

    private static let prime: Bytes = [0xed] + Bytes(repeating: 0xff, count: 30) + [0x7f]
    private static let order: Bytes =
        [
            0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14,
        ] + Bytes(repeating: 0, count: 15) + [0x10]

    private static let zero = Bytes(repeating: 0, count: 32)
    private static let one: Bytes = [1] + Bytes(repeating: 0, count: 31)
    private static let minusOne: Bytes = [0xec] + Bytes(repeating: 0xff, count: 30) + [0x7f]

    /// y of the points of order 1, 2, 4, 8 and 8, without the sign bit, which makes two encodings of each.
    private static let smallEdwards: Set<Bytes> = [
        one, minusOne, zero,
        [
            0x26, 0xe8, 0x95, 0x8f, 0xc2, 0xb2, 0x27, 0xb0, 0x45, 0xc3, 0xf4, 0x89, 0xf2, 0xef, 0x98, 0xf0,
            0xd5, 0xdf, 0xac, 0x05, 0xd3, 0xc6, 0x33, 0x39, 0xb1, 0x38, 0x02, 0x88, 0x6d, 0x53, 0xfc, 0x05,
        ],
        [
            0xc7, 0x17, 0x6a, 0x70, 0x3d, 0x4d, 0xd8, 0x4f, 0xba, 0x3c, 0x0b, 0x76, 0x0d, 0x10, 0x67, 0x0f,
            0x2a, 0x20, 0x53, 0xfa, 0x2c, 0x39, 0xcc, 0xc6, 0x4e, 0xc7, 0xfd, 0x77, 0x92, 0xac, 0x03, 0x7a,
        ],
    ]

    /// u of the points of order 1, 2, 4 and 8 on the curve and its twist.
    private static let smallMontgomery: Set<Bytes> = [
        zero, one, minusOne,
        [
            0xe0, 0xeb, 0x7a, 0x7c, 0x3b, 0x41, 0xb8, 0xae, 0x16, 0x56, 0xe3, 0xfa, 0xf1, 0x9f, 0xc4, 0x6a,
            0xda, 0x09, 0x8d, 0xeb, 0x9c, 0x32, 0xb1, 0xfd, 0x86, 0x62, 0x05, 0x16, 0x5f, 0x49, 0xb8, 0x00,
        ],
        [
            0x5f, 0x9c, 0x95, 0xbc, 0xa3, 0x50, 0x8c, 0x24, 0xb1, 0xd0, 0xb1, 0x55, 0x9c, 0x83, 0xef, 0x5b,
            0x04, 0x44, 0x5c, 0xc4, 0x58, 0x1c, 0x8e, 0x86, 0xd8, 0x22, 0x4e, 0xdd, 0xd0, 0x9f, 0x11, 0x57,
        ],
    ]
}
