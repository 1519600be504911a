// SPDX-License-Identifier: EUPL-1.2

import Kernel
import Practitioners
import Web

/// View models of programmes.
enum ProgrammePages {
    static func lists(_ call: Call<SignedIn>, _ lists: ProgrammeLists) -> View {
        let viewer = call.who.viewer
        let isClient = viewer.has(.client)
        let open = lists.open.flatMap { programme -> [View] in
            var lines: [View] = []
            if isClient { lines.append(line(programme, call, href: "application")) }
            if viewer.has(.practitioner) { lines.append(line(programme, call, href: "offer")) }
            return lines
        }
        return [
            "run": lists.run.map { line($0, call, href: "") }, "has_run": !lists.run.isEmpty, "open": open,
            "has_open": !open.isEmpty, "is_empty": lists.run.isEmpty && open.isEmpty,
            "may_make": viewer.has(.administrator) || viewer.has(.lead),
        ]
    }

    private static func line(_ programme: Programme, _ call: Call<SignedIn>, href: String) -> View {
        let path = "/programmes/\(programme.id)" + (href.isEmpty ? "" : "/" + href)
        return [
            "href": path, "name": programme.terms.name,
            "what": href.isEmpty ? "" : call.text("programmes.list.\(href)"), "has_what": !href.isEmpty,
            "phase": call.text(programme.phase(on: call.visit.now.day).words), "days": days(programme, call),
        ]
    }

    /// The days of a programme in one sentence.
    static func days<Who>(_ programme: Programme, _ call: Call<Who>) -> String {
        let terms = programme.terms
        return call.text(
            "programmes.days",
            [
                "opens": call.words(for: terms.opensOn), "closes": call.words(for: terms.closesOn),
                "begins": call.words(for: terms.beginsOn), "ends": call.words(for: terms.endsOn),
            ])
    }

    static func run(_ call: Call<AsSteward>, _ run: RunProgramme) -> View {
        let (programme, terms) = (run.programme, run.programme.terms)
        let solving = run.rounds.contains { $0.outcome == nil }
        let facts: [(String, String)] = [
            ("programmes.fact.phase", call.text(programme.phase(on: call.visit.now.day).words)),
            ("programmes.fact.days", days(programme, call)),
            ("programmes.fact.discipline", call.text(terms.discipline.words)),
            ("programmes.fact.sessions", String(terms.sessions)),
            (
                "programmes.fact.organisations",
                run.organisations.isEmpty
                    ? call.text("programmes.everybody") : run.organisations.joined(separator: ", ")
            ),
            (
                "programmes.fact.grades",
                terms.grades.isEmpty ? call.text("programmes.all_grades") : terms.grades.joined(separator: ", ")
            ),
            ("programmes.fact.wishes", call.text(terms.wishes.words)),
            ("programmes.fact.naming", call.text(terms.naming.words)),
        ]
        let counts: [(String, Int)] = [
            ("applications", run.applications), ("offers", run.offers), ("places", run.places),
            ("asked", run.standing.asked), ("talking", run.standing.talking), ("chosen", run.standing.chosen),
            ("waiting", run.standing.waiting),
        ]
        return [
            "programme_id": programme.id.text, "about": PractitionerPages.paragraphs(terms.about),
            "facts": facts.map { ["label": call.text($0.0), "value": $0.1] as View },
            "counts": counts.map { ["label": call.text("programmes.count.\($0.0)"), "value": String($0.1)] as View },
            "rounds": run.rounds.map { round($0, call) }, "has_rounds": !run.rounds.isEmpty,
            "can_draft": !solving && run.applications > 0 && run.offers > 0, "is_solving": solving,
        ]
    }

    private static func round(_ round: RoundLine, _ call: Call<AsSteward>) -> View {
        let state =
            round.publishedAt != nil
            ? "programmes.round.published"
            : round.outcome.map { "programmes.outcome.\($0.rawValue)" } ?? "programmes.outcome.solving"
        return [
            "round_id": round.id.text,
            "round_title": call.text(
                round.isRematch ? "programmes.round.rematch" : "programmes.round.name",
                ["number": String(round.number)]),
            "round_state": call.text(state), "made_on": round.madeAt.day.text,
            "made_words": call.words(for: round.madeAt.day),
        ]
    }

    static func form(
        _ call: Call<AsSteward>, _ id: ProgrammeID?, _ organisations: [(id: OrganisationID, name: String)],
        _ filled: FilledForm
    ) -> View {
        let isAdministrator = call.who.viewer.has(.administrator)
        let names = organisations.map { ($0.id.text, $0.name) }
        var form = FormBuilder(call, filled)
        form.line("name", "programmes.form.name")
        form.text("about", "programmes.form.about", optional: true, rows: 4)
        form.radios("discipline", "programmes.form.discipline", PractitionerPages.options(Discipline.self, call))
        if id == nil {
            let whole = isAdministrator ? [(ProgrammeForm.pool, call.text("programmes.form.owner.pool"))] : []
            form.radios("owner", "programmes.form.owner", whole + names)
        } else {
            form.hidden("version", filled.fields.first("version") ?? "")
        }
        if isAdministrator { form.ticks("organisation", "programmes.form.organisations", names) }
        form.line("grades", "programmes.form.grades", optional: true)
        for part in ["opens_on", "closes_on", "begins_on", "ends_on"] { form.day(part, "programmes.form." + part) }
        form.number("sessions", "programmes.form.sessions")
        form.radios("wishes", "programmes.form.wishes", WishSides.allCases.map { ($0.rawValue, call.text($0.words)) })
        form.radios("naming", "programmes.form.naming", NamingSides.allCases.map { ($0.rawValue, call.text($0.words)) })
        form.ticks("only_free", "programmes.form.only_free", [("yes", call.text("programmes.form.only_free.yes"))])
        let action = id.map { "/programmes/\($0)/terms" } ?? "/programmes/new"
        var view = form.view(action: action, button: "programmes.form.save")
        view["back_href"] = id.map { "/programmes/\($0)" } ?? "/programmes"
        view["back_words"] = call.text("programmes.title")
        return view
    }
}
