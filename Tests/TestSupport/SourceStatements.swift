// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Testing

/// One statement of the program, as it stands in the sources.
package struct SourceStatement: Sendable, CustomTestStringConvertible {
    /// The file, from the root of the repository.
    package let file: String
    /// `EnumSQL.case`
    package let name: String
    package let text: String

    package var testDescription: String { name }

    /// Every statement of every `enum …: String, SQLStatement` under `Sources`: a raw value is a literal, so that what the
    /// sources say is what runs, and no list has to be kept.
    package static let all: [SourceStatement] = {
        let sources = repositoryRoot.appending(path: "Sources")
        let files = FileManager.default.enumerator(atPath: sources.path)?.compactMap { $0 as? String } ?? []
        return files.filter { $0.hasSuffix(".swift") }.sorted().flatMap { path in
            let text = (try? String(contentsOf: sources.appending(path: path), encoding: .utf8)) ?? ""
            return read(text, file: "Sources/" + path)
        }
    }()

    private static func read(_ source: String, file: String) -> [SourceStatement] {
        let enumeration = /enum (\w+): String,[^{]*SQLStatement\s*\{/
        let statement = /case (\w+) =\s*(?:"""\n(?<block>.*?)"""|"(?<line>[^"\n]+)")/.dotMatchesNewlines()
        return source.matches(of: enumeration).flatMap { found in
            let body = bracedBody(source[found.range.upperBound...])
            return body.matches(of: statement).map { match in
                let text = match.output.block ?? match.output.line ?? ""
                return SourceStatement(file: file, name: "\(found.output.1).\(match.output.1)", text: String(text))
            }
        }
    }

    /// What stands before the brace that closes what is open.
    private static func bracedBody(_ text: Substring) -> Substring {
        var depth = 1
        for index in text.indices {
            if text[index] == "{" { depth += 1 }
            if text[index] == "}" { depth -= 1 }
            if depth == 0 { return text[..<index] }
        }
        return text
    }
}
