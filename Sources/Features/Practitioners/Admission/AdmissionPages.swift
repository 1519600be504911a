// SPDX-License-Identifier: EUPL-1.2

import Codes
import Hummingbird
import Kernel
import PolicyPacks
import SQL
import Web

/// The way in and back, as pages.
enum AdmissionPages {
    /// The newest edition of the code, to be read and accepted.
    static func code(
        _ call: Call<AsPractitioner>, _ desk: PractitionerDesk, _ filled: FilledForm
    ) async throws -> Response {
        let viewer = call.who.viewer
        let (editions, accepted) = try await desk.database.read { reader in
            (
                try CodeEditions.read(in: reader, pool: viewer.pool),
                try CodesDesk.accepted(by: viewer.person, in: reader, pool: viewer.pool)
            )
        }
        let newest = editions.newest
        let packs = newest.flatMap { edition in desk.codes.map { $0.packs(of: edition) } } ?? []
        let language = call.visit.language
        let mine = accepted.first
        let isAccepted = (mine?.number ?? 0) >= editions.neededToEnter
        var form = FormBuilder(call, filled)
        form.hidden("number", String(newest?.number ?? 0))
        form.ticks("read", "code.read", [("yes", call.text("code.read.yes"))], optional: false)
        form.ticks("consequences", "code.consequences", [("yes", call.text("code.consequences.yes"))], optional: false)
        let view = form.view(action: "/practice/code", button: "code.accept")
        return try call.page(
            "practice_code", title: call.text("code.title"),
            [
                "packs": packs.map { pack -> View in
                    [
                        "pack_title": pack.title[language], "edition": pack.identity.edition,
                        "address": pack.source.address, "publisher": pack.source.publisher,
                        "assurance_path": "/assurance/\(pack.identity.pack)/1",
                    ]
                },
                "has_code": newest != nil, "is_accepted": isAccepted, "can_accept": newest != nil && !isAccepted,
                "accepted": mine.map {
                    call.text(
                        "code.accepted",
                        ["number": String($0.number), "day": call.words(for: $0.acceptedAt.day)])
                } ?? "",
                "has_accepted": mine != nil, "standing": PolicyPack.standing[language],
                "accept_by": newest.map { call.text("code.by", ["day": call.words(for: $0.acceptBy)]) } ?? "",
                "form": view, "has_errors": view["has_errors"] as? Bool ?? false,
            ])
    }

    /// What is still to be done before somebody can be found, ticked by facts.
    static func application(_ call: Call<AsPractitioner>, _ desk: PractitionerDesk) async throws -> Response {
        let own = try await desk.ownPractice(of: call.who.viewer)
        let isPublished = own.published != nil
        var steps: [View] = [
            step(call, "profile", isPublished, "/practice/profile"),
            step(call, "code", own.hasCode, "/practice/code"),
            step(call, "claims", own.lacks.subtracting([.code]).isEmpty, "/practice/claims"),
        ]
        steps.append(step(call, "applied", own.admission != nil || !own.standing.isApplicant, "/practice/application"))
        steps.append(
            step(call, "approved", own.admission?.approval != nil || !own.standing.isApplicant, "/practice/application")
        )
        return try call.page(
            "practice_application", title: call.text("application.title"),
            [
                "steps": steps, "standing": call.text(own.standing.words),
                "lacks": own.lacks.sorted().map { ["words": call.text($0.words)] as View },
                "has_lacks": !own.lacks.isEmpty, "is_listed": !own.standing.isApplicant,
                "can_apply": own.standing.isApplicant && own.admission == nil && isPublished && own.hasCode,
                "has_applied": own.admission != nil,
            ])
    }

    private static func step(_ call: Call<AsPractitioner>, _ name: String, _ isDone: Bool, _ path: String) -> View {
        [
            "words": call.text("application.step.\(name)"), "is_done": isDone, "path": path,
            "is_link": path != "/practice/application",
        ]
    }

    static func steward(
        _ call: Call<AsSteward>, _ desk: PractitionerDesk, _ filled: FilledForm
    ) async throws -> Response {
        let viewer = call.who.viewer
        let found = try await desk.steward(of: try call.id("id"), for: viewer)
        let isOther = found.person != viewer.person
        let isAdministrator = viewer.has(.administrator)
        let (admission, hidden) = (found.admission, found.hidden)
        let path = "/practitioners/\(found.person)"
        let isLapse = filled.fields.first("name") == nil
        var reference = FormBuilder(call, isLapse ? FilledForm() : filled)
        reference.line("name", "admission.reference.name")
        var lapse = FormBuilder(call, isLapse ? filled : FilledForm())
        lapse.radios(
            "decision", "admission.lapse.decision",
            ["go-on", "stop"].map { ($0, call.text("admission.lapse.\($0)")) })
        lapse.day("until", "admission.lapse.until", optional: true)
        var view: View = [
            "person_path": path, "standing": call.text(found.standing.words),
            "is_listed": !found.standing.isApplicant,
            "facts": facts(found, call), "has_admission": admission != nil,
            "steps": admission.map { steps($0, call) } ?? [],
            "has_steps": !(admission?.steps.isEmpty ?? true),
            "reference": reference.view(action: "\(path)/reference", button: "admission.reference.note"),
            "can_note": admission != nil && isOther,
            "can_induct": admission != nil && isOther && !(admission?.hasInduction ?? true) && found.rules.hasInduction,
            "can_approve": admission != nil && isOther && admission?.approval == nil,
            "can_decline": admission != nil && isOther,
            "can_list": admission?.approval != nil && isAdministrator && found.standing.isApplicant,
            "can_hide": isAdministrator && hidden == nil && !found.standing.isApplicant,
            "can_approve_return": hidden != nil && hidden?.approvedAt == nil && isOther,
            "can_unhide": hidden?.approvedAt != nil && isAdministrator, "is_hidden": hidden != nil,
            "lapse": lapse.view(action: "\(path)/lapse-decision", button: "admission.lapse.button"),
            "has_lapse": found.lapse != nil, "can_decide": found.lapse != nil && isOther,
            "lapse_words": found.lapse.map { lapseWords($0, call) } ?? "",
            "claims": found.claims.map { ClaimPages.line($0, call) }, "has_claims": !found.claims.isEmpty,
            "has_errors": !filled.errors.isEmpty, "can_check": isAdministrator,
        ]
        view["needs"] =
            found.rules.references > 0
            ? call.text("admission.needs.references", count: found.rules.references) : ""
        view["has_needs"] = found.rules.references > 0
        return try call.page("admission", title: found.name, view)
    }

    private static func facts(_ found: StewardPractice, _ call: Call<AsSteward>) -> [View] {
        var facts: [(String, Bool)] = [
            ("admission.fact.profile", found.isPublished),
            ("admission.fact.code", found.accepted >= found.neededToEnter),
        ]
        let lacks = found.gate?.lacks.subtracting([.code]).sorted() ?? []
        if lacks.isEmpty { facts.append(("admission.fact.claims", true)) }
        facts += lacks.map { ("gate.lack.\($0.rawValue)", false) }
        return facts.map { ["words": call.text($0.0), "is_done": $0.1] }
    }

    private static func steps(_ admission: Admission, _ call: Call<AsSteward>) -> [View] {
        admission.steps.map { step in
            [
                "words": call.text("admission.step.\(step.step.rawValue)", ["detail": step.detail]),
                "by": call.text("claim.step.by", ["name": step.byName, "day": call.words(for: step.at.day)]),
            ]
        }
    }

    private static func lapseWords(_ lapse: Lapse, _ call: Call<AsSteward>) -> String {
        let lacks = lapse.lacks.sorted().map { call.text($0.words) }.joined(separator: ", ")
        return call.text(
            "admission.lapse.words",
            [
                "day": call.words(for: lapse.beganOn), "lacks": lacks,
                "last": call.words(for: lapse.beganOn.adding(days: Lapse.grace)),
            ])
    }

    static func ties(_ call: Call<SignedIn>, _ desk: PractitionerDesk, _ filled: FilledForm) async throws -> Response {
        let ties = try await desk.ties(of: call.who.viewer)
        var form = FormBuilder(call, filled)
        form.radios("kind", "tie.kind", TieKind.allCases.map { ($0.rawValue, call.text($0.words)) })
        form.line("email", "tie.email", type: "email")
        let view = form.view(action: "/ties", button: "tie.declare")
        return try call.page(
            "ties", title: call.text("tie.title"),
            [
                "ties": ties.map { tie -> View in
                    ["other": tie.other, "kind": call.text(tie.kind.words), "tie_id": tie.id.text]
                }, "has_ties": !ties.isEmpty, "form": view, "has_errors": view["has_errors"] as? Bool ?? false,
            ])
    }
}
