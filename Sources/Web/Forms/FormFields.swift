// SPDX-License-Identifier: EUPL-1.2

package import Hummingbird
import NIOCore

/// The fields of a form as they were sent, in order, a name as often as it was sent.
///
/// Read by hand because the framework's decoder refuses a whole form for one field that is not UTF-8, and the person who
/// typed it must be told which.
package struct FormFields: Sendable {
    /// A value; `isText` is false where its bytes are no UTF-8 or hold control characters other than tab and line ends.
    package struct Value: Sendable {
        package let text: String
        package let isText: Bool
        /// The file's name and bytes, for a field of a multipart form that is a file.
        package let file: UploadedFile?
    }

    package private(set) var values: [(name: String, value: Value)] = []

    package init() {}

    /// Fields with known values, for a form shown for the first time.
    package init(_ pairs: [(String, String)]) {
        values = pairs.map { ($0, Value(text: $1, isText: true, file: nil)) }
    }

    package func first(_ name: String) -> String? {
        value(name)?.text
    }

    package func value(_ name: String) -> Value? {
        values.first { $0.name == name }?.value
    }

    package func all(_ name: String) -> [Value] {
        values.filter { $0.name == name }.map(\.value)
    }

    mutating func add(_ name: [UInt8], _ bytes: [UInt8], file: UploadedFile? = nil) {
        let text = String(decoding: bytes, as: UTF8.self)
        let isText = text.utf8.elementsEqual(bytes) && !text.unicodeScalars.contains(where: Self.isControl)
        values.append((String(decoding: name, as: UTF8.self), Value(text: text, isText: isText, file: file)))
    }

    /// Reads the body of a request.
    ///
    /// - Throws: `Refusal.tooLarge` (before reading, where the length is announced) and `Refusal.unreadable`.
    package static func read(_ request: Request, limit: Int) async throws -> FormFields {
        if let announced = request.headers[.contentLength].flatMap({ Int($0) }), announced > limit {
            throw Refusal.tooLarge
        }
        let kind = request.headers[.contentType] ?? ""
        let body: ByteBuffer
        do {
            body = try await request.body.collect(upTo: limit)
        } catch {
            throw Refusal.tooLarge
        }
        let bytes = [UInt8](body.readableBytesView)
        if let boundary = Multipart.boundary(of: kind) { return try Multipart.parse(bytes, boundary: boundary) }
        let isForm = kind.split(separator: ";").first?.lowercased() == "application/x-www-form-urlencoded"
        guard isForm || bytes.isEmpty else { throw Refusal.unreadable }
        return urlEncoded(bytes)
    }

    static func urlEncoded(_ bytes: [UInt8]) -> FormFields {
        var fields = FormFields()
        for pair in bytes.split(separator: UInt8(ascii: "&")) where fields.values.count < 2000 {
            let cut = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
            fields.add(percentDecoded(pair[..<cut]), percentDecoded(pair[cut...].dropFirst()))
        }
        return fields
    }

    private static func percentDecoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            if byte == UInt8(ascii: "%"), index + 2 < bytes.endIndex, let high = hex(bytes[index + 1]),
                let low = hex(bytes[index + 2])
            {
                out.append(high << 4 | low)
                index += 3
            } else {
                out.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
                index += 1
            }
        }
        return out
    }

    private static func hex(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        (scalar.value < 0x20 && scalar != "\t" && scalar != "\n" && scalar != "\r")
            || (0x7F...0x9F).contains(scalar.value)
    }
}
