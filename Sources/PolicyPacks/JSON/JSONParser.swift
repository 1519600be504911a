// SPDX-License-Identifier: EUPL-1.2

/// Reads RFC 8259 text strictly: valid UTF-8, no byte-order mark, no key twice, nothing after the value, at most 32 deep.
///
/// The bound on depth keeps a hostile upload from exhausting the stack. Foundation's decoder is not used because it
/// neither says where an error is nor notices a repeated key.
struct JSONParser {
    private static let deepest = 32

    private let bytes: [UInt8]
    private var index = 0
    private var line = 1
    private var lineStart = 0

    /// - Throws: `JSONSyntaxError` with the position of the first fault.
    static func parse(_ bytes: [UInt8]) throws(JSONSyntaxError) -> JSONNode {
        var parser = JSONParser(bytes)
        try parser.checkEncoding()
        parser.skipSpace()
        let node = try parser.value(depth: 1)
        parser.skipSpace()
        if parser.index < bytes.count { throw parser.fault("nothing may follow the value") }
        return node
    }

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    private mutating func checkEncoding() throws(JSONSyntaxError) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { throw fault("a byte-order mark is not allowed") }
        guard String(validating: bytes, as: UTF8.self) == nil else { return }
        // Find the first line that is not UTF-8, so that the message can point there.
        var number = 1
        for text in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            if String(validating: text, as: UTF8.self) == nil { break }
            number += 1
        }
        throw JSONSyntaxError(message: "not UTF-8", position: TextPosition(line: number, column: 1))
    }

    private mutating func value(depth: Int) throws(JSONSyntaxError) -> JSONNode {
        guard depth <= Self.deepest else { throw fault("nested deeper than \(Self.deepest)") }
        let start = position
        let parsed: JSONValue
        guard let first = peek else { throw fault("the text ends where a value should stand") }
        switch first {
        case UInt8(ascii: "{"): parsed = try object(depth: depth)
        case UInt8(ascii: "["): parsed = try array(depth: depth)
        case UInt8(ascii: "\""): parsed = .string(try string())
        case UInt8(ascii: "t"): parsed = try word("true", .boolean(true))
        case UInt8(ascii: "f"): parsed = try word("false", .boolean(false))
        case UInt8(ascii: "n"): parsed = try word("null", .null)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): parsed = .number(try number())
        default: throw fault("no value begins like this")
        }
        return JSONNode(value: parsed, position: start)
    }

    private mutating func object(depth: Int) throws(JSONSyntaxError) -> JSONValue {
        index += 1
        var members: [JSONMember] = []
        var keys: Set<String> = []
        skipSpace()
        if take("}") { return .object(members) }
        while true {
            skipSpace()
            let start = position
            guard peek == UInt8(ascii: "\"") else { throw fault("a key in quotation marks should stand here") }
            let key = try string()
            guard keys.insert(key).inserted else {
                throw JSONSyntaxError(message: "key \(key) stands twice in one object", position: start)
            }
            skipSpace()
            guard take(":") else { throw fault("a colon should follow the key \(key)") }
            skipSpace()
            members.append(JSONMember(key: key, position: start, value: try value(depth: depth + 1)))
            skipSpace()
            if take("}") { return .object(members) }
            guard take(",") else { throw fault("a comma or the end of the object should stand here") }
        }
    }

    private mutating func array(depth: Int) throws(JSONSyntaxError) -> JSONValue {
        index += 1
        var items: [JSONNode] = []
        skipSpace()
        if take("]") { return .array(items) }
        while true {
            skipSpace()
            items.append(try value(depth: depth + 1))
            skipSpace()
            if take("]") { return .array(items) }
            guard take(",") else { throw fault("a comma or the end of the list should stand here") }
        }
    }

    private mutating func string() throws(JSONSyntaxError) -> String {
        index += 1
        var text: [UInt8] = []
        while let byte = peek {
            switch byte {
            case UInt8(ascii: "\""):
                index += 1
                return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"):
                index += 1
                text.append(contentsOf: try escape().utf8)
            case 0..<0x20:
                throw fault("a control character stands in a text")
            default:
                text.append(byte)
                index += 1
            }
        }
        throw fault("the text ends inside quotation marks")
    }

    private mutating func escape() throws(JSONSyntaxError) -> String {
        let letter = peek
        index += 1
        switch letter {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return String(try escapedScalar())
        default:
            index -= 1
            throw fault("no such escape")
        }
    }

    private mutating func escapedScalar() throws(JSONSyntaxError) -> Character {
        let first = try hexadecimal()
        var code = UInt32(first)
        if (0xD800...0xDBFF).contains(first) {
            guard take("\\"), take("u") else { throw fault("half of a surrogate pair") }
            let second = try hexadecimal()
            guard (0xDC00...0xDFFF).contains(second) else { throw fault("half of a surrogate pair") }
            code = 0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00)
        }
        guard let scalar = Unicode.Scalar(code) else { throw fault("half of a surrogate pair") }
        return Character(scalar)
    }

    private mutating func hexadecimal() throws(JSONSyntaxError) -> UInt16 {
        var code: UInt16 = 0
        for _ in 0..<4 {
            guard let byte = peek, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw fault("four hexadecimal digits should stand here")
            }
            code = code << 4 | UInt16(digit)
            index += 1
        }
        return code
    }

    private mutating func number() throws(JSONSyntaxError) -> String {
        let start = index
        _ = take("-")
        if take("0") {
            if isDigit(peek) { throw fault("a number may not begin with 0") }
        } else {
            try digits()
        }
        if take(".") { try digits() }
        if take("e") || take("E") {
            _ = take("+") || take("-")
            try digits()
        }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private mutating func digits() throws(JSONSyntaxError) {
        guard isDigit(peek) else { throw fault("a digit should stand here") }
        while isDigit(peek) { index += 1 }
    }

    private mutating func word(_ text: String, _ value: JSONValue) throws(JSONSyntaxError) -> JSONValue {
        guard bytes[index...].starts(with: text.utf8) else { throw fault("no value begins like this") }
        index += text.utf8.count
        return value
    }

    private mutating func skipSpace() {
        while let byte = peek {
            switch byte {
            case UInt8(ascii: "\n"):
                index += 1
                line += 1
                lineStart = index
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): index += 1
            default: return
            }
        }
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard peek == UInt8(ascii: character) else { return false }
        index += 1
        return true
    }

    private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

    private var position: TextPosition { TextPosition(line: line, column: index - lineStart + 1) }

    private func isDigit(_ byte: UInt8?) -> Bool {
        guard let byte else { return false }
        return (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private func fault(_ message: String) -> JSONSyntaxError {
        JSONSyntaxError(message: message, position: position)
    }
}
