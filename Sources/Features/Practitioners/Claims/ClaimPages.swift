// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Kernel
import Web

/// Claims as pages.
enum ClaimPages {
    static func list(_ call: Call<AsPractitioner>, _ claims: [Claim]) throws -> Response {
        let lines = claims.map { line($0, call) }
        return try call.page(
            "claims", title: call.text("claim.title"),
            [
                "claims": lines, "has_claims": !lines.isEmpty,
                "kinds": ClaimKind.allCases.map { kind -> View in
                    ["words": call.text(kind.words), "path": "/practice/new-claim/\(kind.rawValue)"]
                },
            ])
    }

    static func make(_ call: Call<AsPractitioner>, _ kind: ClaimKind, _ filled: FilledForm) throws -> Response {
        var form = FormBuilder(call, filled)
        if kind == .expertise {
            form.radios("title", "claim.expertise", PractitionerPages.options(Specialism.self, call))
        } else {
            form.line("title", "claim.\(kind == .supervision ? "supervision" : "name")")
            form.line("issuer", kind == .indemnity ? "claim.insurer" : "claim.issuer", optional: true)
            form.line("number", "claim.number", optional: true)
        }
        form.day("from", "claim.from", optional: true)
        form.day("until", "claim.until", optional: !kind.needsLastDay)
        let view = form.view(action: "/practice/new-claim/\(kind.rawValue)", button: "claim.make")
        return try call.page(
            "claim_new", title: call.text(kind.words),
            ["form": view, "has_errors": view["has_errors"] as? Bool ?? false])
    }

    static func own(_ call: Call<AsPractitioner>, _ full: ClaimInFull, _ filled: FilledForm) throws -> Response {
        var upload = FormBuilder(call, filled)
        upload.file("evidence", "claim.evidence", accept: ".pdf,.png,.jpg,.jpeg,application/pdf,image/png,image/jpeg")
        let form = upload.view(action: "/practice/claims/\(full.claim.id)/evidence", button: "claim.evidence.add")
        var view = detail(full, call)
        view.merge([
            "form": form, "has_errors": form["has_errors"] as? Bool ?? false,
            "can_add": full.evidence.count < 5 && full.claim.step != .withdrawn,
            "can_withdraw": full.claim.step != .withdrawn,
        ]) { _, new in new }
        return try call.page("claim_own", title: title(full.claim.details, call), view)
    }

    static func check(
        _ call: Call<AsSteward>, _ full: ClaimInFull, name: String, _ filled: FilledForm
    ) throws -> Response {
        let claim = full.claim
        var form = FormBuilder(call, filled)
        form.hidden("version", String(claim.version))
        form.radios(
            "method", "claim.method", VerificationMethod.allCases.map { ($0.rawValue, call.text($0.words)) })
        let verify = form.view(action: "/claims/\(claim.id)/verification", button: "claim.verify")
        let isOther = claim.person != call.who.viewer.person
        var view = detail(full, call)
        view.merge([
            "name": name, "form": verify, "has_errors": verify["has_errors"] as? Bool ?? false,
            "can_verify": isOther && ClaimStep.verified.mayFollow(claim.step),
            "can_refuse": isOther && ClaimStep.refused.mayFollow(claim.step),
            "admission_path": "/practitioners/\(claim.person)/admission",
        ]) { _, new in new }
        return try call.page("claim_check", title: title(claim.details, call), view)
    }

    static func line<Who>(_ claim: Claim, _ call: Call<Who>) -> View {
        [
            "title": title(claim.details, call), "kind": call.text(claim.details.kind.words),
            "step": call.text("claim.step.\(claim.step.rawValue)"), "is_verified": claim.step == .verified,
            "claim_id": claim.id.text,
            "until": claim.details.until.map { call.text("claim.good_until", ["day": call.words(for: $0)]) } ?? "",
            "has_until": claim.details.until != nil,
            "is_over": claim.details.until.map { $0 < call.visit.now.day } ?? false,
        ]
    }

    static func title<Who>(_ details: ClaimDetails, _ call: Call<Who>) -> String {
        guard details.kind == .expertise, let specialism = Specialism(rawValue: details.title) else {
            return details.title
        }
        return call.text(specialism.words)
    }

    private static func detail<Who>(_ full: ClaimInFull, _ call: Call<Who>) -> View {
        let claim = full.claim
        let details = claim.details
        let rows: [(String, String?)] = [
            ("claim.kind", call.text(details.kind.words)), ("claim.issuer", details.issuer),
            ("claim.number", details.number), ("claim.from", details.from.map { call.words(for: $0) }),
            ("claim.until", details.until.map { call.words(for: $0) }),
        ]
        return [
            "rows": rows.compactMap { label, value -> View? in
                guard let value, !value.isEmpty else { return nil }
                return ["label": call.text(label), "value": value]
            },
            "step": call.text("claim.step.\(claim.step.rawValue)"), "is_verified": claim.step == .verified,
            "step_by": call.text(
                "claim.step.by", ["name": claim.stepBy, "day": call.words(for: claim.stepAt.day)]),
            "method": claim.method.map { call.text($0.words) } ?? "", "has_method": claim.method != nil,
            "version": String(claim.version), "claim_id": claim.id.text,
            "evidence": full.evidence.map { file -> View in
                [
                    "file_name": file.name, "size": String(max(1, file.size / 1024)),
                    "evidence_path": "/claims/\(claim.id)/evidence/\(file.id)",
                ]
            }, "has_evidence": !full.evidence.isEmpty,
        ]
    }
}
