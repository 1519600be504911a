// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Hummingbird
import Kernel
import NIOCore
import Web

/// Addresses of claims: a practitioner's own, and those that somebody checks.
struct ClaimRoutes: Sendable {
    let desk: PractitionerDesk

    func add(to routes: Routes) {
        addOwn(to: routes)
        addChecking(to: routes)
    }

    private func addOwn(to routes: Routes) {
        routes.get("/practice/claims", for: AsPractitioner.self) { [desk] call in
            try ClaimPages.list(call, try await desk.claims(of: call.who.viewer))
        }
        routes.get("/practice/new-claim/{kind}", for: AsPractitioner.self) { call in
            try ClaimPages.make(call, try Self.kind(call), FilledForm())
        }
        routes.post("/practice/new-claim/{kind}", for: AsPractitioner.self, form: ClaimForm.self) { call, filled in
            try ClaimPages.make(call, try Self.kind(call), filled)
        } _: { [desk] call, form in
            let id = try await desk.claim(try form.details(try Self.kind(call)), by: call.who.viewer)
            return call.see("/practice/claims/\(id)")
        }
        routes.get("/practice/claims/{id}", for: AsPractitioner.self) { [desk] call in
            try await Self.own(call, desk, FilledForm())
        }
        routes.post("/practice/claims/{id}/evidence", for: AsPractitioner.self, form: EvidenceForm.self) {
            [desk] call, filled in
            try await Self.own(call, desk, filled)
        } _: { [desk] call, form in
            let id = try call.id("id", ClaimSubject.self)
            guard let file = form.file else { throw Refusal.unreadable }
            try await desk.add(file, to: id, by: call.who.viewer)
            return call.see("/practice/claims/\(id)")
        }
        routes.post("/practice/claims/{id}/withdrawal", for: AsPractitioner.self, form: ClaimVersionForm.self) {
            [desk] call, filled in
            try await Self.own(call, desk, filled)
        } _: { [desk] call, form in
            try await desk.withdraw(try call.id("id"), version: form.version, by: call.who.viewer)
            return call.see("/practice/claims")
        }
    }

    private func addChecking(to routes: Routes) {
        routes.get("/claims/{id}", for: AsSteward.self) { [desk] call in try await Self.check(call, desk, FilledForm())
        }
        routes.post("/claims/{id}/verification", for: AsSteward.self, form: VerificationForm.self) {
            [desk] call, filled in
            try await Self.check(call, desk, filled)
        } _: { [desk] call, form in
            guard let method = form.method else { throw Refusal.unreadable }
            try await desk.verify(try call.id("id"), version: form.version, how: method, by: call.who.viewer)
            return call.see("/claims/\(try call.id("id", ClaimSubject.self))")
        }
        routes.post("/claims/{id}/refusal", for: AsSteward.self, form: ClaimVersionForm.self) { [desk] call, filled in
            try await Self.check(call, desk, filled)
        } _: { [desk] call, form in
            try await desk.refuse(try call.id("id"), version: form.version, by: call.who.viewer)
            return call.see("/claims/\(try call.id("id", ClaimSubject.self))")
        }
        routes.get("/claims/{id}/evidence/{evidence}", for: AsSteward.self) { [desk] call in
            let file = try await desk.evidence(
                try call.id("evidence"), of: try call.id("id"), for: call.who.viewer)
            return Response(
                status: .ok,
                headers: [
                    .contentType: "application/octet-stream",
                    .contentDisposition: "attachment; filename=\"evidence.\(file.kind.rawValue)\"",
                    .cacheControl: "no-store",
                ],
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: file.bytes)))
        }
    }

    private static func kind(_ call: Call<AsPractitioner>) throws -> ClaimKind {
        guard let kind = ClaimKind(rawValue: try call.word("kind")) else { throw Refusal.notFound }
        return kind
    }

    private static func own(
        _ call: Call<AsPractitioner>, _ desk: PractitionerDesk, _ filled: FilledForm
    ) async throws -> Response {
        let full = try await desk.claim(try call.id("id"), for: call.who.viewer)
        guard full.claim.person == call.who.viewer.person else { throw PractitionersError.notFound }
        return try ClaimPages.own(call, full, filled)
    }

    private static func check(
        _ call: Call<AsSteward>, _ desk: PractitionerDesk, _ filled: FilledForm
    ) async throws -> Response {
        let full = try await desk.claim(try call.id("id"), for: call.who.viewer)
        let name = try await desk.steward(of: full.claim.person, for: call.who.viewer).name
        return try ClaimPages.check(call, full, name: name, filled)
    }
}
