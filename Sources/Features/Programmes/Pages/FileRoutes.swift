// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Hummingbird
import Kernel
import Web

extension ProgrammesRoutes {
    /// Files in, tables out.
    func addFiles(to routes: Routes) {
        routes.get("/programmes/{id}/file", for: AsSteward.self) { [desk] call in
            try await Self.file(call, desk, FilledForm(), nil)
        }
        routes.post("/programmes/{id}/file", for: AsSteward.self, form: TakingForm.self) { [desk] call, filled in
            try await Self.file(call, desk, FilledForm(errors: filled.errors), nil)
        } _: { [desk] call, form in
            guard let side = form.side else { throw Refusal.unreadable }
            let done = try await desk.takeOrTell(
                TakingFile(form.bytes), of: side, into: try call.id("id"),
                names: ChoiceNames(call.pages.catalogue), by: call.who.viewer)
            return try await Self.file(call, desk, FilledForm(), done)
        }
        for table in RoundTable.allCases {
            routes.get("/rounds/{id}/\(table.rawValue)", for: AsSteward.self) { [desk] call in
                let text = try await desk.table(table, of: try call.id("id"), for: call.who.viewer)
                return Response(
                    status: .ok,
                    headers: [
                        .contentType: "text/csv; charset=utf-8",
                        .contentDisposition: "attachment; filename=\"\(table.rawValue)\"",
                    ], body: .init(byteBuffer: ByteBuffer(string: text)))
            }
        }
    }

    private static func file(
        _ call: Call<AsSteward>, _ desk: ProgrammeDesk, _ filled: FilledForm, _ done: TakenFile?
    ) async throws -> Response {
        let run = try await desk.run(try call.id("id"), for: call.who.viewer)
        var response = try call.page(
            "programme_file", title: call.text("programmes.file.title"),
            FilePages.view(call, run.programme, filled, done))
        if let done, !done.errors.isEmpty { response.status = .unprocessableContent }
        return response
    }
}
