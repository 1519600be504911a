// SPDX-License-Identifier: EUPL-1.2

import TestSupport

/// One code that a person, an operator or a log may meet, as the sources have it.
struct ErrorCode: Hashable {
    let code: String
    /// The words that stand in the source: what an operator reads, or the comment above the case.
    let words: String
    let path: String
}

/// Every code of the program, read from its sources: a new enumeration of errors is in the list without anybody adding it.
struct ErrorCodes {
    /// Cases of enumerations, by the name of the enumeration.
    private(set) var cases: [String: [ErrorCode]] = [:]
    /// What commands tell an operator.
    private(set) var operators: [ErrorCode] = []
    /// Codes in a text of their own, such as `"packs.bad-json"`.
    private(set) var packs: [ErrorCode] = []
    private(set) var databases: [ErrorCode] = []
    /// Codes of fields that a source names.
    private(set) var fields: Set<String> = []
    /// Enumerations that say they are errors of a feature.
    private(set) var features: [String] = []

    private static let plain: Set<String> = ["SealError", "Refusal", "ImportFault", "OutboxFault"]

    init() {
        for (path, text) in SourceText.all {
            readEnumerations(text, path)
            for match in text.matches(of: /OperatorError\(\s*"([a-z.-]+)",\s*"([^"]+)"/) {
                operators.append(ErrorCode(code: String(match.output.1), words: Self.open(match.output.2), path: path))
            }
            if path.hasSuffix("OperatorError.swift") {
                for match in text.matches(of: /self\.init\(\s*"([a-z.-]+)",\s*"([^"]+)"/) {
                    operators.append(
                        ErrorCode(code: String(match.output.1), words: Self.open(match.output.2), path: path))
                }
            }
            if path.hasPrefix("Sources/PolicyPacks") {
                packs += text.matches(of: /case \.\w+: "(packs\.[a-z-]+)"/).map {
                    ErrorCode(code: String($0.output.1), words: "", path: path)
                }
            }
            if path.hasSuffix("/DatabaseError.swift") {
                databases += text.matches(of: /"(database\.[^"]+)"/).map {
                    ErrorCode(code: Self.open($0.output.1), words: "", path: path)
                }
            }
            fields.formUnion(text.matches(of: /FieldError\(\s*[\w"]+,\s*"([a-z-]+)"/).map { String($0.output.1) })
        }
    }

    private mutating func readEnumerations(_ text: String, _ path: String) {
        for found in text.matches(of: /(?:enum|struct) (\w+)(?:: ([^{]*))\{/) {
            let (name, heads) = (String(found.output.1), found.output.2)
            let isFeature = heads.contains("DomainError")
            if isFeature { features.append(name) }
            guard isFeature || Self.plain.contains(name) else { continue }
            let body = SourceText.bracedBody(text[found.range.upperBound...])
            cases[name, default: []] += Self.cases(in: body, path)
            cases[name, default: []] += body.matches(of: /var code: String \{ "([a-z.-]+)" \}/).map {
                ErrorCode(code: String($0.output.1), words: "", path: path)
            }
        }
    }

    private static func cases(in body: Substring, _ path: String) -> [ErrorCode] {
        var comment: [String] = []
        var found: [ErrorCode] = []
        for line in body.split(separator: "\n", omittingEmptySubsequences: false) {
            let text = line.drop { $0 == " " }
            if text.hasPrefix("///") {
                comment.append(String(text.dropFirst(3).drop { $0 == " " }))
                continue
            }
            if text.hasPrefix("case "), !text.hasPrefix("case .") {
                for part in text.dropFirst(5).split(separator: ",") {
                    let sides = part.split(separator: "=").map { $0.filter { $0 != " " && $0 != "\"" } }
                    guard let code = sides.last else { continue }
                    found.append(ErrorCode(code: code, words: comment.joined(separator: " "), path: path))
                }
            }
            comment = []
        }
        return found
    }

    /// Shows where a value is filled in.
    private static func open(_ text: Substring) -> String {
        String(text).replacing(/\\\([^()]*(?:\([^()]*\))*[^()]*\)/, with: "…")
    }
}
