// SPDX-License-Identifier: EUPL-1.2

package import Assets
import Foundation
package import Kernel

/// All words that people read, in both languages.
///
/// Each module has a `Messages.json`: `{"key": {"en": "…", "cy": "…"}}`, a message with `{{name}}` where a value goes. A message that
/// counts has its forms instead: `{"en": {"one": "…", "other": "…"}, "cy": {"zero": …, "one": …, "two": …, "few": …, "many": …, "other": …}}`.
package struct Catalogue: Sendable {
    enum Message: Sendable {
        case text(String)
        case counted([PluralForm: String])
    }

    private var messages: [Language: [String: Message]] = [.english: [:], .welsh: [:]]

    /// Reads the catalogues inside the program.
    ///
    /// - Throws: `CatalogueError` for a file that is no catalogue, a key without one of the languages, a key given twice, a
    ///   missing plural form, or a value that one language names and the other does not.
    package init(_ assets: [Asset] = Asset.all(under: "Sources/", ending: "Messages.json")) throws {
        for asset in assets {
            guard let file = try? JSONDecoder().decode([String: [String: Entry]].self, from: Data(asset.bytes)) else {
                throw CatalogueError.unreadable(asset.path)
            }
            for (key, entry) in file {
                for language in Language.allCases {
                    guard let message = entry[language.rawValue]?.message(language) else {
                        throw CatalogueError.missing(key, language)
                    }
                    guard messages[language, default: [:]].updateValue(message, forKey: key) == nil else {
                        throw CatalogueError.twice(key)
                    }
                }
                if values(of: key, .english) != values(of: key, .welsh) { throw CatalogueError.valuesDiffer(key) }
            }
        }
    }

    package var keys: Set<String> { Set(messages[.english, default: [:]].keys) }

    package func has(_ key: String) -> Bool { messages[.english]?[key] != nil }

    /// A message with its values filled in. A key that is not there shows as itself in brackets, and a test fails.
    package func text(
        _ key: String, _ language: Language, _ values: [String: String] = [:], count: Int? = nil
    ) -> String {
        guard var text = form(key, language, count) else { return "[\(key)]" }
        for (name, value) in values { text = text.replacing("{{\(name)}}", with: value) }
        if let count { text = text.replacing("{{count}}", with: String(count)) }
        return text
    }

    /// The message as it goes into a template: escaped, its values left to be filled by the template's view.
    func templateText(_ key: String, _ language: Language) -> String? {
        guard case .text(let text) = messages[language]?[key] else { return nil }
        return StrictHTML.escape(text)
    }

    private func form(_ key: String, _ language: Language, _ count: Int?) -> String? {
        switch messages[language]?[key] {
        case .text(let text): text
        case .counted(let forms): forms[PluralForm(of: count ?? 0, in: language)] ?? forms[.other]
        case nil: nil
        }
    }

    private func values(of key: String, _ language: Language) -> Set<String> {
        let texts: [String] =
            switch messages[language]?[key] {
            case .text(let text): [text]
            case .counted(let forms): Array(forms.values)
            case nil: []
            }
        return Set(texts.flatMap { $0.matches(of: /\{\{([a-z_]+)\}\}/).map { String($0.output.1) } }).subtracting([
            "count"
        ])
    }
}

/// What is wrong with a catalogue.
package enum CatalogueError: Error, Hashable {
    case unreadable(String)
    case missing(String, Language)
    case twice(String)
    case valuesDiffer(String)
}

/// A message in one language as it stands in the file.
private enum Entry: Decodable {
    case text(String)
    case forms([String: String])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let text = try? container.decode(String.self) {
            self = .text(text)
        } else {
            self = .forms(try container.decode([String: String].self))
        }
    }

    /// `nil` where a plural form that the language has is missing.
    func message(_ language: Language) -> Catalogue.Message? {
        switch self {
        case .text(let text):
            return text.isEmpty ? nil : .text(text)
        case .forms(let texts):
            var forms: [PluralForm: String] = [:]
            for form in PluralForm.forms(of: language) {
                guard let text = texts[form.rawValue] else { return nil }
                forms[form] = text
            }
            return .counted(forms)
        }
    }
}
