// SPDX-License-Identifier: EUPL-1.2

import Assets
package import HTTPTypes
package import Hummingbird
import Kernel
import Mustache

/// A name that a template uses and its view does not have; thrown in debug builds only.
package struct MissingNames: Error, Hashable {
    package let template: String
    package let names: [String]
}

/// Renders pages: template, words, layout.
package struct Pages: Sendable {
    package let catalogue: Catalogue
    package let files: StaticFiles
    private let libraries: [Language: MustacheLibrary]
    private let frame: @Sendable (Visit, Catalogue) -> View

    /// Loads and checks every template and catalogue inside the program.
    ///
    /// - Parameter frame: what the layout shows around each page (navigation), which the composition root knows.
    /// - Throws: `TemplateError`, `CatalogueError`.
    package init(frame: @escaping @Sendable (Visit, Catalogue) -> View = { _, _ in ["nav": [View]()] }) throws {
        catalogue = try Catalogue()
        let templates = Asset.all(under: "Sources/", ending: ".mustache")
        var libraries: [Language: MustacheLibrary] = [:]
        for language in Language.allCases {
            libraries[language] = try TemplateLoader.load(templates, catalogue, language)
        }
        self.libraries = libraries
        self.frame = frame
        files = StaticFiles()
    }

    /// A whole page as a response.
    ///
    /// - Parameters:
    ///   - title: plain words; the pool's name is put behind it.
    ///   - view: what the template names.
    package func respond(
        _ template: String, title: String, status: HTTPResponse.Status = .ok, _ view: View, to visit: Visit
    ) throws -> Response {
        let html = try render(template, title: title, view, for: visit)
        return Response(
            status: status,
            headers: [.contentType: "text/html; charset=utf-8", .contentLanguage: visit.language.rawValue],
            body: .init(byteBuffer: ByteBuffer(string: html))
        )
    }

    package func render(_ template: String, title: String, _ view: View, for visit: Visit) throws -> String {
        var values = view
        values["title"] = title
        values["pool_name"] = visit.site.name
        values["lang"] = visit.language.rawValue
        values["other_lang"] = visit.language.other.rawValue
        values["base"] = visit.base
        values["other_path"] = (visit.language == .english ? "/cy" : "") + visit.path
        values["form_token"] = visit.formToken
        values["style_path"] = files.path("Sources/Web/Styles/quiet.css")
        let (contact, crisis) = (visit.site.contact, visit.site.crisis[visit.language] ?? "")
        values["pool_contact"] = contact
        values["has_contact"] = !contact.isEmpty
        values["pool_crisis"] = crisis
        values["has_crisis"] = !crisis.isEmpty
        values["has_contacts"] = !contact.isEmpty || !crisis.isEmpty
        values["viewer_name"] = visit.viewer?.name ?? ""
        values["is_signed_in"] = visit.viewer != nil
        values["is_client"] = visit.viewer?.has(.client) ?? false
        values.merge(frame(visit, catalogue)) { own, _ in own }
        if values["has_errors"] == nil { values["has_errors"] = false }
        let root = RootView(values)
        let html = libraries[visit.language]?.render(root, withTemplate: template) ?? ""
        #if DEBUG
            if !root.missing.isEmpty { throw MissingNames(template: template, names: root.missing) }
        #endif
        return html
    }
}
