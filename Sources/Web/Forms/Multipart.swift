// SPDX-License-Identifier: EUPL-1.2

/// A file that somebody sent with a form.
package struct UploadedFile: Sendable {
    /// As the browser named it, without parts of a path; only ever shown, never used as a path.
    package let name: String
    package let bytes: [UInt8]
}

/// `multipart/form-data` (RFC 7578), which a form needs to send a file without scripts. No library for it is to be had here.
enum Multipart {
    /// The boundary out of a content type; `nil` if it is of another kind.
    static func boundary(of contentType: String) -> [UInt8]? {
        let parts = contentType.split(separator: ";").map { $0.drop { $0 == " " } }
        guard parts.first?.lowercased() == "multipart/form-data",
            let parameter = parts.dropFirst().first(where: { $0.lowercased().hasPrefix("boundary=") })
        else { return nil }
        let value = parameter.dropFirst("boundary=".count)
        let bare = value.hasPrefix("\"") ? value.dropFirst().prefix { $0 != "\"" } : value
        return (1...70).contains(bare.utf8.count) ? Array(bare.utf8) : nil
    }

    /// - Throws: `Refusal.unreadable` where a part has no end or no name, or there are more than a thousand.
    static func parse(_ body: [UInt8], boundary: [UInt8]) throws -> FormFields {
        var fields = FormFields()
        let mark = Array("\r\n--".utf8) + boundary
        // The first boundary stands at the very start, without the line end that belongs to the others.
        let bytes = Array("\r\n".utf8) + body
        guard var start = find(mark, in: bytes, from: 0) else { throw Refusal.unreadable }
        for _ in 0..<1000 {
            let head = start + mark.count
            if bytes[head...].starts(with: Array("--".utf8)) { return fields }
            guard let blank = find(Array("\r\n\r\n".utf8), in: bytes, from: head),
                let end = find(mark, in: bytes, from: blank + 2)
            else { throw Refusal.unreadable }
            let headers = String(decoding: bytes[head..<blank], as: UTF8.self)
            guard let name = parameter("name", of: headers) else { throw Refusal.unreadable }
            let content = blank + 4 <= end ? Array(bytes[(blank + 4)..<end]) : []
            if let fileName = parameter("filename", of: headers) {
                let shown = fileName.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
                fields.add(Array(name.utf8), Array(shown.utf8), file: UploadedFile(name: shown, bytes: content))
            } else {
                fields.add(Array(name.utf8), content)
            }
            start = end
        }
        throw Refusal.unreadable
    }

    private static func parameter(_ name: String, of headers: String) -> String? {
        for line in headers.split(whereSeparator: \.isNewline) where line.lowercased().hasPrefix("content-disposition:")
        {
            for part in line.split(separator: ";").dropFirst() {
                let trimmed = part.drop { $0 == " " }
                if trimmed.lowercased().hasPrefix(name + "=\"") {
                    let value = trimmed.dropFirst(name.count + 2)
                    return value.firstIndex(of: "\"").map { String(value[..<$0]) }
                }
            }
        }
        return nil
    }

    private static func find(_ needle: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        guard let first = needle.first, bytes.count >= needle.count else { return nil }
        var index = start
        let last = bytes.count - needle.count
        while index <= last {
            if bytes[index] == first, bytes[index..<(index + needle.count)].elementsEqual(needle) { return index }
            index += 1
        }
        return nil
    }
}
