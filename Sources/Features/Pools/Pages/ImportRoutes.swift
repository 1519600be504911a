// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Kernel
import SQL
import Web

/// Addresses of the import: upload, preview, confirm, done. Each is a plain page and works without scripts.
struct ImportRoutes: Sendable {
    let database: any Database
    let ids: any IDSource

    func add(to routes: Routes) {
        addUpload(to: routes)
        addPreview(to: routes)
        routes.get("/people-imports/{id}", for: AsAdministrator.self) { [database] call in
            let done = try await ShowImport(database: database)(try call.id("id"), for: call.who.viewer)
            return try ImportPages.done(call, done)
        }
    }

    private func addUpload(to routes: Routes) {
        routes.get("/people-import", for: AsAdministrator.self) { call in try ImportPages.upload(call, FilledForm()) }
        routes.post("/people-import", for: AsAdministrator.self, form: UploadForm.self) { call, filled in
            try ImportPages.upload(call, FilledForm(errors: filled.errors))
        } _: { [database, ids] call, form in
            try await Uploads(database: database, ids: ids).keep(
                form.bytes, named: form.fileName, for: call.who.viewer, at: call.visit.now)
            return call.see("/people-import/preview")
        }
    }

    private func addPreview(to routes: Routes) {
        routes.get("/people-import/preview", for: AsAdministrator.self) { [database, ids] call in
            let viewer = call.who.viewer
            let upload = try await Uploads(database: database, ids: ids).kept(for: viewer)
            let result = try await ImportPeople(database: database, ids: ids).preview(
                upload.file, pool: viewer.pool, by: viewer.person)
            return try ImportPages.preview(call, upload, result)
        }
        routes.post(
            "/people-import/preview", for: AsAdministrator.self, form: UploadChoiceForm.self,
            again: { _, _ in throw Refusal.unreadable }
        ) { [database, ids] call, form in
            let viewer = call.who.viewer
            let upload = try await Uploads(database: database, ids: ids).kept(for: viewer)
            guard upload.id == form.upload else { throw PoolsError.uploadGone }
            let running = RunningImport(
                importer: ImportPeople(database: database, ids: ids), upload: upload, call: call)
            if upload.file.drafts.count > RunningImport.longRows { return try running.told() }
            return try await running.atOnce()
        }
        routes.post(
            "/people-import/cancel", for: AsAdministrator.self, form: UploadChoiceForm.self,
            again: { _, _ in throw Refusal.unreadable }
        ) { [database, ids] call, form in
            if let upload = form.upload {
                try await Uploads(database: database, ids: ids).drop(upload, for: call.who.viewer)
            }
            return call.see("/people-import")
        }
    }
}
