// SPDX-License-Identifier: EUPL-1.2

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
        SourceText.all.flatMap { read($0.text, file: $0.path) }
    }()

    private static func read(_ source: String, file: String) -> [SourceStatement] {
        let enumeration = /enum (\w+): String,[^{]*SQLStatement\s*\{/
        let statement = /case (\w+) =\s*(?:"""\n(?<block>.*?)"""|"(?<line>[^"\n]+)")/.dotMatchesNewlines()
        return source.matches(of: enumeration).flatMap { found in
            let body = SourceText.bracedBody(source[found.range.upperBound...])
            return body.matches(of: statement).map { match in
                let text = match.output.block ?? match.output.line ?? ""
                return SourceStatement(file: file, name: "\(found.output.1).\(match.output.1)", text: String(text))
            }
        }
    }
}
