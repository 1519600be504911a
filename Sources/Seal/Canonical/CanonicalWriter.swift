// SPDX-License-Identifier: EUPL-1.2

extension CanonicalValue {
    /// The canonical bytes of an object.
    ///
    /// - Throws: `canonical` if this is no object, or holds what CJ cannot: another form than NFC, a key or number out of
    ///   range, more than 16 levels.
    package func serialised() throws(SealError) -> Bytes {
        guard case .object = self else { throw .canonical }
        var out = Bytes()
        try write(to: &out, depth: 1)
        return out
    }

    private func write(to out: inout Bytes, depth: Int) throws(SealError) {
        switch self {
        case .boolean(let value): out += Bytes(utf8: value ? "true" : "false")
        case .integer(let value):
            try demand((0...CanonicalLimit.integer).contains(value), .canonical)
            out += Bytes(utf8: String(value))
        case .string(let text):
            try demand(text.isNFC, .canonical)
            Self.write(text, to: &out)
        case .array(let items):
            try demand(depth <= CanonicalLimit.depth, .canonical)
            out.append(UInt8(ascii: "["))
            for (at, item) in items.enumerated() {
                if at > 0 { out.append(UInt8(ascii: ",")) }
                try item.write(to: &out, depth: depth + 1)
            }
            out.append(UInt8(ascii: "]"))
        case .object(let members):
            try demand(depth <= CanonicalLimit.depth, .canonical)
            out.append(UInt8(ascii: "{"))
            for (at, member) in members.sorted(by: { $0.key < $1.key }).enumerated() {
                try demand(member.key.isCanonicalKey, .canonical)
                if at > 0 { out.append(UInt8(ascii: ",")) }
                Self.write(member.key, to: &out)
                out.append(UInt8(ascii: ":"))
                try member.value.write(to: &out, depth: depth + 1)
            }
            out.append(UInt8(ascii: "}"))
        }
    }

    /// The shortest escape that JSON has for a sign that needs one, every other sign as it is (RFC 8785, section 3.2.2.2).
    private static func write(_ text: String, to out: inout Bytes) {
        out.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case 0x22, 0x5c: out += [0x5c, byte]
            case 0x08: out += Bytes(utf8: "\\b")
            case 0x09: out += Bytes(utf8: "\\t")
            case 0x0a: out += Bytes(utf8: "\\n")
            case 0x0c: out += Bytes(utf8: "\\f")
            case 0x0d: out += Bytes(utf8: "\\r")
            case 0..<0x20: out += Bytes(utf8: "\\u00" + (byte < 16 ? "0" : "") + String(byte, radix: 16))
            default: out.append(byte)
            }
        }
        out.append(UInt8(ascii: "\""))
    }
}
