// SPDX-License-Identifier: EUPL-1.2

import FoundationEssentials

/// A message or a part of one, as it came from somebody else: whatever its bytes are, reading ends, within bounds and without
/// an error. What makes no sense is taken for text.
package struct MailPart: Sendable {
    /// Parts within parts beyond which nothing is looked into.
    private static let deepest = 6
    /// Parts of one part beyond which the rest is left out.
    private static let mostParts = 50
    private static let mostHeaders = 200

    private let headers: [(name: String, value: String)]
    /// What follows the headers, as it stands.
    package let content: [UInt8]

    /// Reads headers and content; takes at most the first megabyte.
    package init(_ bytes: [UInt8]) {
        var lines = MailLines(bytes.prefix(1 << 20))
        var headers: [(name: String, value: String)] = []
        while let line = lines.next(), !line.isEmpty {
            if line.first == UInt8(ascii: " ") || line.first == UInt8(ascii: "\t") {
                // A folded header goes on; beyond any sensible length it does not.
                if let last = headers.indices.last, headers[last].value.utf8.count < 4096 {
                    headers[last].value += " " + Self.text(line)
                }
            } else if headers.count < Self.mostHeaders, let colon = line.firstIndex(of: UInt8(ascii: ":")) {
                headers.append((Self.text(line[..<colon]).lowercased(), Self.text(line[(colon + 1)...])))
            }
        }
        self.headers = headers
        content = Array(lines.rest)
    }

    /// The first header of a name, without white space at its ends; `nil` if there is none.
    package func header(_ name: String) -> String? {
        headers.first { $0.name == name }?.value
    }

    /// For example `multipart/report`; `text/plain` where nothing is said.
    package var type: String {
        let value = header("content-type") ?? "text/plain"
        return String(value.prefix { $0 != ";" }).trimmingASCII.lowercased()
    }

    /// The parts of a `multipart`, themselves and what is in them, outermost first.
    package func allParts() -> [MailPart] { parts(depth: 0) }

    /// The text of the content, its transfer encoding undone.
    package var text: String {
        let decoded: [UInt8] =
            switch header("content-transfer-encoding")?.lowercased() {
            case "quoted-printable": QuotedPrintable.decode(content)
            case "base64": Data(base64Encoded: Data(content), options: .ignoreUnknownCharacters).map(Array.init) ?? []
            default: content
            }
        return String(decoding: decoded, as: UTF8.self).replacing("\r\n", with: "\n")
    }

    private func parts(depth: Int) -> [MailPart] {
        guard depth < Self.deepest else { return [] }
        if type == "message/rfc822" {
            let inner = MailPart(content)
            return [inner] + inner.parts(depth: depth + 1)
        }
        guard type.hasPrefix("multipart/"), let boundary else { return [] }
        return pieces(between: boundary).flatMap { piece in
            let part = MailPart(Array(piece))
            return [part] + part.parts(depth: depth + 1)
        }
    }

    /// No character that a boundary may have is a semicolon or a quotation mark.
    private var boundary: [UInt8]? {
        let parameters = (header("content-type") ?? "").split(separator: ";").map { String($0).trimmingASCII }
        guard let parameter = parameters.first(where: { $0.lowercased().hasPrefix("boundary=") }) else { return nil }
        let text = parameter.utf8.drop { $0 != UInt8(ascii: "=") }.dropFirst().filter { $0 != UInt8(ascii: "\"") }
        return (1...70).contains(text.count) ? Array(text) : nil
    }

    private func pieces(between boundary: [UInt8]) -> [ArraySlice<UInt8>] {
        let mark = Array("--".utf8) + boundary
        var pieces: [ArraySlice<UInt8>] = []
        var start: Int?
        var lines = MailLines(content[...])
        while true {
            let position = lines.rest.startIndex
            guard let line = lines.next() else { break }
            guard line.starts(with: mark) else { continue }
            let tail = line.dropFirst(mark.count)
            guard
                tail.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }) || tail.starts(with: "--".utf8)
            else { continue }
            if let start { pieces.append(content[start..<position]) }
            if tail.starts(with: "--".utf8) || pieces.count == Self.mostParts { return pieces }
            start = lines.rest.startIndex
        }
        if let start { pieces.append(content[start...]) }  // cut off before its end
        return pieces
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes, as: UTF8.self).trimmingASCII
    }
}

/// Lines ended by CRLF or LF.
struct MailLines {
    private(set) var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) {
        rest = bytes
    }

    mutating func next() -> ArraySlice<UInt8>? {
        guard !rest.isEmpty else { return nil }
        let end = rest.firstIndex(of: 10) ?? rest.endIndex
        let line = rest[..<end]
        rest = rest[(end < rest.endIndex ? end + 1 : end)...]
        return line.last == 13 ? line.dropLast() : line
    }
}

extension String {
    var trimmingASCII: String {
        let bytes = utf8.drop { $0 == 32 || $0 == 9 }
        let count = bytes.reversed().drop { $0 == 32 || $0 == 9 }.count
        return String(decoding: bytes.prefix(count), as: UTF8.self)
    }
}
