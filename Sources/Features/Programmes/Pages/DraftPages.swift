// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Kernel
import MatchEngine
import Web

/// The page of the draft that a lead works on: where it stands, what the last edit cost, every edit with its price.
enum DraftPages {
    static func draft(
        _ call: Call<AsSteward>, _ shown: RoundComparison, _ names: [PersonID: PersonLine]
    ) throws -> Response {
        guard let draft = shown.draft else { throw ProgrammesError.notFound }
        let clients = shown.figures?.clients ?? 0
        let can = shown.round.canBeEdited
        return try call.page(
            "round_draft", title: call.text("programmes.draft.title"),
            [
                "round_id": shown.round.id.text, "round_title": RoundPages.title(call, shown),
                "version": String(shown.round.version), "is_editable": can,
                "is_published": shown.round.publishedAt != nil,
                "stands": call.text(
                    "programmes.draft.stands",
                    [
                        "goal": RoundPages.goal(draft.goal, call), "matched": String(draft.measure.matched),
                        "clients": String(clients), "score": String(draft.measure.score),
                    ]),
                "has_price": shown.edits.count > 1,
                "price": shown.edits.last.map { EditPages.price($0.price, call) } ?? "",
                "last": shown.edits.last.map { words($0, names, call) } ?? "",
                "total": total(shown).map { EditPages.price($0, call) } ?? "", "has_total": total(shown) != nil,
                "edits": shown.edits.reversed().map { line($0, shown, names, call) },
                "has_edits": !shown.edits.isEmpty,
            ])
    }

    /// What all edits together cost against the goal as it was solved.
    private static func total(_ shown: RoundComparison) -> RoundPrice? {
        guard let draft = shown.draft, let solved = shown.results.first(where: { $0.goal == draft.goal }) else {
            return nil
        }
        return solved.measure.price(of: draft.measure)
    }

    private static func line(
        _ edit: EditLine, _ shown: RoundComparison, _ names: [PersonID: PersonLine], _ call: Call<AsSteward>
    ) -> View {
        var view = EditPages.line(edit, shown.edits, shown.round.canBeEdited, call)
        view["what"] = words(edit, names, call)
        view["round_id"] = shown.round.id.text
        view["version"] = String(shown.round.version)
        return view
    }

    private static func words(
        _ edit: EditLine, _ names: [PersonID: PersonLine], _ call: Call<AsSteward>
    ) -> String {
        func name(_ person: PersonID?) -> String { person.flatMap { names[$0]?.name } ?? "" }
        return switch edit.kind {
        case "goal": call.text("programmes.edit.goal", ["goal": edit.goal.map { RoundPages.goal($0, call) } ?? ""])
        case "undo": call.text("programmes.edit.undo", ["number": String(edit.undoes ?? 0)])
        case "swap":
            call.text("programmes.edit.swap_of", ["client": name(edit.client), "other": name(edit.otherClient)])
        default:
            call.text(
                "programmes.edit.\(edit.kind)_of",
                ["client": name(edit.client), "practitioner": name(edit.practitioner)])
        }
    }
}

extension ProgrammeDesk {
    /// The names that the edits of a round speak of.
    func namesOfEdits(_ shown: RoundComparison, pool: PoolID) async throws -> [PersonID: PersonLine] {
        let people = shown.edits.flatMap { [$0.client, $0.practitioner, $0.otherClient, $0.otherPractitioner] }
        return try await names(of: people.compactMap { $0 }, pool: pool)
    }
}
