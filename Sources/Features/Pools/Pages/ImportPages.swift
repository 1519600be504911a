// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Kernel
import Web

/// What the import shows.
enum ImportPages {
    /// How many rows and errors a page shows; the counts say how many there are.
    private static let shown = (rows: 5, errors: 200)
    /// Stands in the rendered page where the lines of a running import go.
    private static let gap = "\u{E000}"

    static func upload(_ call: Call<AsAdministrator>, _ filled: FilledForm) throws -> Response {
        var form = FormBuilder(call, filled)
        form.file("list", "import.file", accept: ".csv,.tsv,.txt,text/csv,text/plain")
        let view = form.view(action: "/people-import", button: "import.upload")
        return try call.page(
            "people_import", title: call.text("import.title"),
            ["form": view, "has_errors": view["has_errors"] as? Bool ?? false])
    }

    static func preview(_ call: Call<AsAdministrator>, _ upload: Upload, _ result: ImportResult) throws -> Response {
        let file = upload.file
        var confirm = FormBuilder(call)
        confirm.hidden("upload", upload.id.text)
        return try call.page(
            "people_import_preview", title: call.text("import.preview.title"),
            [
                "file_name": upload.fileName, "has_file_name": !upload.fileName.isEmpty, "is_clean": result.isClean,
                "counts": counts(call, result.rows, result.imported, result.updated, result.unchanged),
                "rows": file.drafts.prefix(shown.rows).map { row($0, call) }, "has_rows": !file.drafts.isEmpty,
                "errors_title": call.text("import.errors", count: result.errors.count),
                "faults": result.errors.prefix(shown.errors).map { fault($0, call) },
                "has_more_faults": result.errors.count > shown.errors,
                "has_ignored": !result.ignoredColumns.isEmpty, "ignored": result.ignoredColumns.joined(separator: ", "),
                "confirm": confirm.view(action: "/people-import/preview", button: "import.confirm"),
                "cancel": confirm.view(action: "/people-import/cancel", button: "import.cancel", quietButton: true),
            ])
    }

    static func done(_ call: Call<AsAdministrator>, _ done: ImportDone) throws -> Response {
        try call.page(
            "people_import_done", title: call.text("import.done.title"),
            ["counts": counts(call, done.rows, done.imported, done.updated, done.unchanged)])
    }

    /// The page around a running import: what stands before its lines, and after.
    static func running(_ call: Call<AsAdministrator>) throws -> (head: String, foot: String) {
        let html = try call.pages.render(
            "people_import_running", title: call.text("import.running.title"), ["steps": gap], for: call.visit)
        let parts = html.split(separator: gap, maxSplits: 1, omittingEmptySubsequences: false)
        return (String(parts.first ?? ""), String(parts.dropFirst().first ?? ""))
    }

    static func step(_ call: Call<AsAdministrator>, _ done: Int, _ total: Int) -> String {
        "<li>" + StrictHTML.escape(call.text("import.running.step", ["done": String(done), "total": String(total)]))
            + "</li>\n"
    }

    static func outcome(_ call: Call<AsAdministrator>, _ id: ImportID?) throws -> String {
        let (words, link, path) =
            id.map { ("import.running.done", "import.running.see", "/people-imports/\($0)") }
            ?? ("import.running.refused", "import.running.again", "/people-import/preview")
        return "<li><strong>" + StrictHTML.escape(call.text(words)) + "</strong> <a href=\"\(call.visit.base)\(path)\">"
            + StrictHTML.escape(call.text(link)) + "</a></li>\n"
    }

    private static func counts(
        _ call: Call<AsAdministrator>, _ rows: Int, _ imported: Int, _ updated: Int, _ unchanged: Int
    ) -> [View] {
        [("rows", rows), ("imported", imported), ("updated", updated), ("unchanged", unchanged)].map {
            ["label": call.text("import.count.\($0.0)"), "value": String($0.1)]
        }
    }

    private static func row(_ draft: PersonDraft, _ call: Call<AsAdministrator>) -> View {
        [
            "row": String(draft.row), "name": draft.name, "email": draft.email.isEmpty ? draft.userName : draft.email,
            "organisation": draft.organisation,
            "roles": draft.roles.map { call.text("role.\($0.rawValue)") }.joined(separator: ", "),
        ]
    }

    private static func fault(_ error: ImportError, _ call: Call<AsAdministrator>) -> View {
        ["row": String(error.row), "column": error.column, "words": call.text("import.fault.\(error.fault.rawValue)")]
    }
}
