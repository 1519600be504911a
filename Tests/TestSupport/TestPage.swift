// SPDX-License-Identifier: EUPL-1.2

import Foundation
package import HTTPTypes

/// What a test wanted to find on a page and did not.
package struct NotOnPage: Error, CustomStringConvertible {
    package let description: String
}

/// A page as a test sees it: words, links, forms. Reads the plain HTML that our templates write, not any HTML.
package struct TestPage: Sendable {
    package let path: String
    package let status: HTTPResponse.Status
    package let headers: HTTPFields
    package let html: String

    /// What a person would read: the main part without tags, white space folded.
    package var words: String {
        let start = html.range(of: "<main")?.lowerBound ?? html.startIndex
        let end = html.range(of: "</main>")?.lowerBound ?? html.endIndex
        return Self.plain(String(html[start..<end]))
    }

    package var heading: String {
        Self.first(#"<h1[^>]*>(.*?)</h1>"#, in: html).map(Self.plain) ?? ""
    }

    package func has(_ text: String) -> Bool { words.contains(text) }

    package func href(words: String) throws -> String {
        for match in Self.all(#"<a\b([^>]*)>(.*?)</a>"#, in: html) where Self.plain(match[2]) == words {
            if let href = Self.attribute("href", of: match[1]) { return href }
        }
        throw NotOnPage(description: "no link \"\(words)\" on \(path): \(self.words.prefix(400))")
    }

    package var links: [String] {
        Self.all(#"<a\b([^>]*)>"#, in: html).compactMap { Self.attribute("href", of: $0[1]) }
    }

    func fieldName(label: String) throws -> String {
        for match in Self.all(#"<label\b([^>]*)>(.*?)</label>"#, in: html)
        where Self.plain(match[2]) == label || Self.plain(match[2]).hasPrefix(label + " (") {
            if let id = Self.attribute("for", of: match[1]), let name = name(ofID: id) { return name }
            if let name = Self.attribute("name", of: match[2]) { return name }
        }
        throw NotOnPage(description: "no field \"\(label)\" on \(path): \(words.prefix(400))")
    }

    func option(words: String) throws -> (name: String, value: String, isRadio: Bool) {
        for match in Self.all(#"<input\b([^>]*)>\s*<label\b[^>]*>(.*?)</label>"#, in: html)
        where Self.plain(match[2]) == words {
            if let name = Self.attribute("name", of: match[1]), let value = Self.attribute("value", of: match[1]) {
                return (name, value, Self.attribute("type", of: match[1]) == "radio")
            }
        }
        throw NotOnPage(description: "no option \"\(words)\" on \(path): \(self.words.prefix(400))")
    }

    func checked(_ name: String) -> [String] {
        Self.all(#"<input\b([^>]*)>"#, in: html).compactMap { match in
            Self.attribute("name", of: match[1]) == name && Self.has("checked", match[1])
                ? Self.attribute("value", of: match[1]) : nil
        }
    }

    package func value(ofField name: String) -> String? {
        for match in Self.all(#"<input\b([^>]*)>"#, in: html) where Self.attribute("name", of: match[1]) == name {
            return Self.attribute("value", of: match[1])
        }
        return Self.all(#"<textarea\b([^>]*)>\n?(.*?)</textarea>"#, in: html)
            .first { Self.attribute("name", of: $0[1]) == name }.map { Self.unescaped($0[2]) }
    }

    /// One field of a form as the page has it.
    package struct Field: Hashable, Sendable {
        /// The type of an input, `textarea` or `select`.
        package let type: String
        package let name: String
        package let value: String
        package let isSent: Bool
    }

    package struct Form: Sendable {
        package let action: String
        package let isPost: Bool
        package let fields: [Field]
    }

    /// Every form of the page.
    package var forms: [Form] {
        Self.all(#"<form\b([^>]*)>(.*?)</form>"#, in: html).map { match in
            Form(
                action: Self.attribute("action", of: match[1]) ?? path,
                isPost: Self.attribute("method", of: match[1]) == "post", fields: Self.everyField(of: match[2]))
        }
    }

    private static func everyField(of form: String) -> [Field] {
        let sent = fields(of: form)
        var found = all(#"<input\b([^>]*)>"#, in: form).compactMap { match in
            attribute("name", of: match[1]).map { name in
                let type = attribute("type", of: match[1]) ?? "text"
                let isSent = !["checkbox", "radio"].contains(type) || has("checked", match[1])
                return Field(type: type, name: name, value: attribute("value", of: match[1]) ?? "", isSent: isSent)
            }
        }
        for type in ["textarea", "select"] {
            found += all("<\(type)\\b([^>]*)>", in: form).compactMap { match in
                attribute("name", of: match[1]).map { name in
                    Field(type: type, name: name, value: sent.first { $0.0 == name }?.1 ?? "", isSent: true)
                }
            }
        }
        return found
    }

    func form(button words: String) throws -> (action: String, fields: [(String, String)]) {
        for match in Self.all(#"<form\b([^>]*)>(.*?)</form>"#, in: html) {
            for button in Self.all(#"<button\b([^>]*)>(.*?)</button>"#, in: match[2])
            where Self.plain(button[2]) == words {
                var fields = Self.fields(of: match[2])
                if let name = Self.attribute("name", of: button[1]) {
                    fields.append((name, Self.attribute("value", of: button[1]) ?? ""))
                }
                return (Self.attribute("action", of: match[1]) ?? path, fields)
            }
        }
        throw NotOnPage(description: "no button \"\(words)\" on \(path): \(self.words.prefix(400))")
    }

    private static func fields(of form: String) -> [(String, String)] {
        var fields: [(String, String)] = []
        for match in all(#"<input\b([^>]*)>"#, in: form) {
            guard let name = attribute("name", of: match[1]) else { continue }
            let type = attribute("type", of: match[1]) ?? "text"
            if ["checkbox", "radio"].contains(type), !has("checked", match[1]) { continue }
            fields.append((name, attribute("value", of: match[1]) ?? ""))
        }
        for match in all(#"<textarea\b([^>]*)>\n?(.*?)</textarea>"#, in: form) {
            if let name = attribute("name", of: match[1]) { fields.append((name, unescaped(match[2]))) }
        }
        for match in all(#"<select\b([^>]*)>(.*?)</select>"#, in: form) {
            guard let name = attribute("name", of: match[1]) else { continue }
            let options = all(#"<option\b([^>]*)>"#, in: match[2])
            let chosen = options.first { has("selected", $0[1]) } ?? options.first
            fields.append((name, chosen.flatMap { attribute("value", of: $0[1]) } ?? ""))
        }
        return fields
    }

    private func name(ofID id: String) -> String? {
        for match in Self.all(#"<(?:input|textarea|select)\b([^>]*)>"#, in: html)
        where Self.attribute("id", of: match[1]) == id {
            return Self.attribute("name", of: match[1])
        }
        return nil
    }

    private static func has(_ word: String, _ attributes: String) -> Bool {
        first("\\s(\(word))(\\s|$|=)", in: attributes) != nil
    }

    private static func attribute(_ name: String, of attributes: String) -> String? {
        first("(?:^|\\s)\(name)=\"([^\"]*)\"", in: attributes).map(unescaped)
    }

    private static func plain(_ html: String) -> String {
        unescaped(html.replacing(/<[^>]*>/, with: " ")).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static func unescaped(_ text: String) -> String {
        text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&#96;", with: "`").replacing("&amp;", with: "&")
    }

    private static func first(_ pattern: String, in text: String) -> String? {
        all(pattern, in: text).first?[1]
    }

    /// All matches with their groups.
    private static func all(_ pattern: String, in text: String) -> [[String]] {
        guard let regex = try? NSRegularExpression(pattern: pattern, options: [.dotMatchesLineSeparators]) else {
            return []
        }
        let whole = NSRange(text.startIndex..., in: text)
        return regex.matches(in: text, range: whole).map { match in
            (0..<match.numberOfRanges).map { index in
                Range(match.range(at: index), in: text).map { String(text[$0]) } ?? ""
            }
        }
    }
}
