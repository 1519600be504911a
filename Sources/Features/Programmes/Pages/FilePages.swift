// SPDX-License-Identifier: EUPL-1.2

import Kernel
package import Web

/// A file of applications or offers.
package struct TakingForm: Form {
    package static let bodyLimit = TakingFile.mostBytes + (64 << 10)

    package let side: FileSide?
    package let bytes: [UInt8]

    package init(reading fields: inout FieldReader) {
        side = fields.choice("side", FileSide.self)
        bytes = fields.fields.value("list")?.file?.bytes ?? []
        if bytes.isEmpty { fields.fail("list", "no-file") }
    }
}

/// View models of files.
enum FilePages {
    /// How many errors a page shows; the count says how many there are.
    private static let shown = 100

    static func view(
        _ call: Call<AsSteward>, _ programme: Programme, _ filled: FilledForm, _ done: TakenFile?
    ) -> View {
        var form = FormBuilder(call, filled)
        form.radios("side", "programmes.file.side", FileSide.allCases.map { ($0.rawValue, call.text($0.words)) })
        form.file("list", "programmes.file.list", accept: ".csv,.tsv,.txt,text/csv,text/plain")
        var view = form.view(action: "/programmes/\(programme.id)/file", button: "programmes.file.button")
        let errors = done?.errors ?? []
        view["programme_id"] = programme.id.text
        view["programme_name"] = programme.terms.name
        view["is_done"] = done != nil && errors.isEmpty
        view["taken"] = call.text("programmes.file.taken", count: done?.taken ?? 0)
        view["is_refused"] = !errors.isEmpty
        view["refused"] = call.text("programmes.file.refused", count: errors.count)
        view["faults"] = errors.prefix(shown).map { error -> View in
            ["row": String(error.row), "words": call.text("programmes.fault." + error.fault.rawValue)]
        }
        return view
    }
}
