// SPDX-License-Identifier: EUPL-1.2

/// Reads canonical JSON and nothing else: whatever has a second spelling is refused, and what was read is written again and
/// compared byte for byte, so that signer and verifier cannot see two things in one text (attack test 17).
package struct CanonicalParser {
    private let bytes: Bytes
    private var at = 0

    /// The object that canonical bytes stand for.
    ///
    /// - Throws: `canonical` for everything else.
    package static func object(_ bytes: Bytes, limit: Int = CanonicalLimit.statement) throws(SealError)
        -> CanonicalValue
    {
        try demand(bytes.count <= limit, .canonical)
        var parser = CanonicalParser(bytes: bytes)
        let value = try parser.value(depth: 1)
        try demand(parser.at == bytes.count, .canonical)
        try demand(try value.serialised() == bytes, .canonical)
        return value
    }

    private init(bytes: Bytes) { self.bytes = bytes }

    private mutating func value(depth: Int) throws(SealError) -> CanonicalValue {
        switch peek {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .boolean(true))
        case UInt8(ascii: "f"): return try word("false", .boolean(false))
        default: return .integer(try integer())
        }
    }

    private mutating func object(depth: Int) throws(SealError) -> CanonicalValue {
        try demand(depth <= CanonicalLimit.depth, .canonical)
        var members: [String: CanonicalValue] = [:]
        at += 1
        if accept("}") { return .object(members) }
        repeat {
            let key = try string()
            try demand(key.isCanonicalKey && members[key] == nil && accept(":"), .canonical)
            members[key] = try value(depth: depth + 1)
        } while accept(",")
        try demand(accept("}"), .canonical)
        return .object(members)
    }

    private mutating func array(depth: Int) throws(SealError) -> CanonicalValue {
        try demand(depth <= CanonicalLimit.depth, .canonical)
        var items: [CanonicalValue] = []
        at += 1
        if accept("]") { return .array(items) }
        repeat { items.append(try value(depth: depth + 1)) } while accept(",")
        try demand(accept("]"), .canonical)
        return .array(items)
    }

    private mutating func string() throws(SealError) -> String {
        try demand(accept("\""), .canonical)
        var out = Bytes()
        while let byte = peek, byte != UInt8(ascii: "\"") {
            try demand(byte >= 0x20, .canonical)
            at += 1
            out.append(byte == UInt8(ascii: "\\") ? try escaped() : byte)
        }
        try demand(accept("\""), .canonical)
        guard let text = String(validating: out, as: UTF8.self), text.isNFC else { throw .canonical }
        return text
    }

    private mutating func escaped() throws(SealError) -> UInt8 {
        guard let sign = peek else { throw .canonical }
        at += 1
        switch sign {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): return sign
        case UInt8(ascii: "b"): return 0x08
        case UInt8(ascii: "t"): return 0x09
        case UInt8(ascii: "n"): return 0x0a
        case UInt8(ascii: "f"): return 0x0c
        case UInt8(ascii: "r"): return 0x0d
        case UInt8(ascii: "u"):
            try demand(at + 4 <= bytes.count, .canonical)
            let digits = String(decoding: bytes[at..<at + 4], as: UTF8.self)
            guard let code = UInt8(digits, radix: 16), code < 0x20 else { throw .canonical }
            at += 4
            return code
        default: throw .canonical
        }
    }

    private mutating func integer() throws(SealError) -> Int {
        let digits = bytes[at...].prefix(17).prefix { (0x30...0x39).contains($0) }
        try demand((1...16).contains(digits.count) && (digits.count == 1 || digits.first != 0x30), .canonical)
        at += digits.count
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    private mutating func word(_ text: StaticString, _ value: CanonicalValue) throws(SealError) -> CanonicalValue {
        let expected = Bytes(utf8: "\(text)")
        try demand(bytes[at...].starts(with: expected), .canonical)
        at += expected.count
        return value
    }

    private var peek: UInt8? { at < bytes.count ? bytes[at] : nil }

    private mutating func accept(_ sign: Unicode.Scalar) -> Bool {
        guard peek == UInt8(ascii: sign) else { return false }
        at += 1
        return true
    }
}
