// SPDX-License-Identifier: EUPL-1.2

/// Base64url without padding (RFC 4648, section 5), in the one form that each value has.
package enum Base64URL {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
    private static let values: [UInt8] = {
        var table = [UInt8](repeating: 0xff, count: 256)
        for (value, sign) in alphabet.enumerated() { table[Int(sign)] = UInt8(value) }
        return table
    }()

    /// The text of bytes.
    package static func text(_ bytes: some Collection<UInt8>) -> String {
        var out = Bytes()
        out.reserveCapacity((bytes.count * 4 + 2) / 3)
        var (buffer, bits) = (0 as UInt32, 0)
        for byte in bytes {
            buffer = buffer << 8 | UInt32(byte)
            bits += 8
            while bits >= 6 {
                bits -= 6
                out.append(alphabet[Int(buffer >> UInt32(bits)) & 63])
            }
        }
        if bits > 0 { out.append(alphabet[Int(buffer << UInt32(6 - bits)) & 63]) }
        return String(decoding: out, as: UTF8.self)
    }

    /// The bytes of a text.
    ///
    /// - Throws: `encoding` for padding, another alphabet, bits left over, or another length than asked for.
    package static func bytes(_ text: String, count: Int? = nil) throws(SealError) -> Bytes {
        let signs = text.utf8
        try demand(signs.count % 4 != 1, .encoding)
        var out = Bytes()
        out.reserveCapacity(signs.count * 3 / 4)
        var (buffer, bits) = (0 as UInt32, 0)
        for sign in signs {
            let value = values[Int(sign)]
            try demand(value != 0xff, .encoding)
            buffer = buffer << 6 | UInt32(value)
            bits += 6
            if bits >= 8 {
                bits -= 8
                out.append(UInt8(truncatingIfNeeded: buffer >> UInt32(bits)))
            }
        }
        try demand(buffer & ((1 << UInt32(bits)) - 1) == 0, .encoding)
        if let count { try demand(out.count == count, .encoding) }
        return out
    }

    /// Whether a byte is a sign of the alphabet.
    static func isSign(_ byte: UInt8) -> Bool { values[Int(byte)] != 0xff }

    /// Whether a text is an id: 16 bytes as 22 characters.
    package static func isID(_ text: String) -> Bool {
        text.utf8.count == 22 && (try? bytes(text, count: 16)) != nil  // the refusal is the answer
    }
}
