// SPDX-License-Identifier: EUPL-1.2

import Assets
import Kernel
import Mustache

/// Makes the templates of one language: words put in once, at start, so that a page costs no look-up of messages.
///
/// In a template, `[[key]]` stands for a message. Values inside a message come from the view like any other.
enum TemplateLoader {
    /// - Throws: `TemplateError`, naming template and cause: nothing that is missing can show up as a blank page later.
    static func load(_ assets: [Asset], _ catalogue: Catalogue, _ language: Language) throws -> MustacheLibrary {
        MustacheContentTypes.register(StrictHTML(), named: "STRICT_HTML")
        let names = Set(assets.map(\.stem))
        var library = MustacheLibrary()
        for asset in assets {
            let text = asset.text
            for match in text.matches(of: /\{\{[>\x3C]\s*([a-z0-9_]+)\s*\}\}/)
            where !names.contains(String(match.output.1)) {
                throw TemplateError(asset.stem, "no-partial-\(match.output.1)")
            }
            if text.contains("{{{") || text.contains("{{&") { throw TemplateError(asset.stem, "unescaped") }
            let worded = try put(catalogue, language, into: text, of: asset.stem)
            do {
                // Partials reset the content type, so each template says it for itself.
                try library.register("{{% CONTENT_TYPE:STRICT_HTML}}" + worded, named: asset.stem)
            } catch {
                throw TemplateError(asset.stem, "syntax: \(error)")
            }
        }
        return library
    }

    private static func put(
        _ catalogue: Catalogue, _ language: Language, into text: String, of template: String
    ) throws -> String {
        var out = ""
        var rest = text[...]
        while let open = rest.firstRange(of: "[["), let close = rest[open.upperBound...].firstRange(of: "]]") {
            let key = String(rest[open.upperBound..<close.lowerBound])
            guard let message = catalogue.templateText(key, language) else {
                throw TemplateError(template, "no-message-\(key)")
            }
            out += rest[..<open.lowerBound] + message
            rest = rest[close.upperBound...]
        }
        return out + rest
    }
}

/// A template that cannot be used, found at start.
package struct TemplateError: Error, Hashable, CustomStringConvertible {
    package let template: String
    package let cause: String

    init(_ template: String, _ cause: String) {
        self.template = template
        self.cause = cause
    }

    package var description: String { "\(template): \(cause)" }
}
