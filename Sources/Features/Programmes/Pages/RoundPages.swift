// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Kernel
import MatchEngine
import Web

/// View models of rounds: comparing goals, and solving them again.
enum RoundPages {
    static func title<Who>(_ call: Call<Who>, _ shown: RoundComparison) -> String {
        call.text(
            shown.round.isRematch ? "programmes.round.rematch_of" : "programmes.round.of",
            ["number": String(shown.round.number), "name": shown.programme.terms.name])
    }

    static func goal<Who>(_ goal: RoundGoal, _ call: Call<Who>) -> String {
        call.text("programmes.goal." + goal.rawValue)
    }

    static func comparison(_ call: Call<AsSteward>, _ shown: RoundComparison) throws -> Response {
        let best = shown.results.first { $0.goal == .best }?.measure
        let clients = shown.figures?.clients ?? 0
        let can = shown.round.canBeEdited
        var view: View = [
            "round_id": shown.round.id.text, "programme_id": shown.programme.id.text,
            "programme_name": shown.programme.terms.name, "version": String(shown.round.version),
            "is_solved": shown.round.outcome == .solved, "is_editable": can,
            "is_published": shown.round.publishedAt != nil,
            "outcome": shown.round.outcome.map { call.text("programmes.outcome.\($0.rawValue).told") } ?? "",
            "is_not_solved": shown.round.outcome != .solved,
            "figures": figures(call, shown), "has_figures": shown.figures != nil,
            "goals": shown.results.map { goalRow($0, best, clients, shown, call) },
            "rank_heads": rankHeads(shown, call), "ranks": shown.results.map { rankRow($0, clients, shown, call) },
            "legend": legend(shown, call), "facets": GroupFacet.allCases.compactMap { facet($0, shown, call) },
            "has_draft": shown.draft != nil,
        ]
        view["draft"] =
            shown.draft.map { draft in
                call.text(
                    "programmes.draft.stands",
                    [
                        "goal": goal(draft.goal, call), "matched": String(draft.measure.matched),
                        "clients": String(clients), "score": String(draft.measure.score),
                    ])
            } ?? ""
        return try call.page("round", title: title(call, shown), view)
    }

    private static func figures(_ call: Call<AsSteward>, _ shown: RoundComparison) -> [View] {
        guard let figures = shown.figures else { return [] }
        let facts: [(String, String)] = [
            ("clients", String(figures.clients)), ("practitioners", String(figures.practitioners)),
            ("places", String(figures.places)), ("pairs", String(figures.pairs)), ("seed", String(shown.round.seed)),
            ("hash", figures.hash),
        ]
        return facts.map { ["label": call.text("programmes.figure.\($0.0)"), "value": $0.1] as View }
    }

    private static func goalRow(
        _ result: GoalResult, _ best: RoundMeasure?, _ clients: Int, _ shown: RoundComparison, _ call: Call<AsSteward>
    ) -> View {
        let measure = result.measure
        let price = best?.price(of: measure)
        return [
            "goal": goal(result.goal, call), "goal_code": result.goal.rawValue,
            "meaning": call.text("programmes.goal.\(result.goal.rawValue).meaning"),
            "matched": String(measure.matched), "width": String(percent(measure.matched, of: clients)),
            "share": "\(percent(measure.matched, of: clients)) %", "score": String(measure.score),
            "worst": measure.worst.map(String.init) ?? "–", "first": String(measure.ranks.first ?? 0),
            "lost": price.map { EditPages.price($0, call) } ?? "",
            "proof": call.text("programmes.proof.\(result.certificate)"),
            "took": call.text("programmes.milliseconds", ["number": String(result.milliseconds)]),
            "is_current": shown.draft?.goal == result.goal,
            "can_choose": shown.round.canBeEdited
                && shown.draft?.goal != result.goal,
            "round_id": shown.round.id.text, "version": String(shown.round.version),
        ]
    }

    /// Ranks beyond the fourth stand together: a table of forty columns says nothing.
    static let rankColumns = 4

    private static func rankCounts(_ measure: RoundMeasure, _ clients: Int) -> [Int] {
        var counts = Array(repeating: 0, count: rankColumns + 2)
        for (rank, count) in measure.ranks.enumerated() { counts[min(rank, rankColumns)] += count }
        counts[rankColumns + 1] = max(0, clients - measure.matched)
        return counts
    }

    private static func rankWords(_ column: Int, _ call: Call<AsSteward>) -> String {
        if column == rankColumns { return call.text("programmes.rank.later") }
        if column > rankColumns { return call.text("programmes.rank.nobody") }
        return call.text("programmes.rank", ["number": String(column + 1)])
    }

    private static func rankHeads(_ shown: RoundComparison, _ call: Call<AsSteward>) -> [View] {
        (0..<(rankColumns + 2)).map { ["words": rankWords($0, call)] }
    }

    private static func legend(_ shown: RoundComparison, _ call: Call<AsSteward>) -> [View] {
        (0..<(rankColumns + 2)).map { ["words": rankWords($0, call), "tone": "r\($0)"] }
    }

    private static func rankRow(
        _ result: GoalResult, _ clients: Int, _ shown: RoundComparison, _ call: Call<AsSteward>
    ) -> View {
        let counts = rankCounts(result.measure, clients)
        var from = 0.0
        let bars = counts.enumerated().map { column, count -> View in
            let width = clients == 0 ? 0 : Double(count * 1_000) / Double(clients)
            defer { from += width }
            return ["x": tenths(from), "width": tenths(width), "tone": "r\(column)"]
        }
        return [
            "goal": goal(result.goal, call), "bars": bars, "cells": counts.map { ["number": String($0)] as View },
        ]
    }

    private static func facet(_ facet: GroupFacet, _ shown: RoundComparison, _ call: Call<AsSteward>) -> View? {
        let own = shown.groups.filter { $0.share.facet == facet }
        guard !own.isEmpty else { return nil }
        var labels: [String] = []
        for group in own where !labels.contains(group.share.label) { labels.append(group.share.label) }
        let chosen = shown.draft?.goal ?? .best
        func share(_ label: String, _ goal: RoundGoal) -> GroupShare? {
            own.first { $0.goal == goal && $0.share.label == label }?.share
        }
        func name(_ label: String) -> String {
            if label.isEmpty { return call.text("programmes.group.others") }
            return facet == .language ? call.text("choice." + label) : label
        }
        return [
            "facet": call.text(facet.words),
            "about": call.text("programmes.group.chart", ["goal": goal(chosen, call)]),
            "heads": shown.results.map { ["words": goal($0.goal, call)] as View },
            "bars": labels.compactMap { label -> View? in
                guard let share = share(label, chosen) else { return nil }
                return [
                    "name": name(label), "width": String(percent(share.matched, of: share.clients)),
                    "value": "\(percent(share.matched, of: share.clients)) %",
                ]
            },
            "rows": labels.map { label -> View in
                [
                    "name": name(label), "clients": String(share(label, chosen)?.clients ?? 0),
                    "cells": shown.results.map { result -> View in
                        guard let share = share(label, result.goal) else { return ["number": "–"] }
                        return [
                            "number": call.text(
                                "programmes.group.cell",
                                [
                                    "share": String(percent(share.matched, of: share.clients)),
                                    "first": String(percent(share.firstChoice, of: share.clients)),
                                ])
                        ]
                    },
                ]
            },
        ]
    }

    static func repeatPage(
        _ call: Call<AsSteward>, _ shown: RoundComparison, _ done: RoundRepeat?
    ) throws -> Response {
        try call.page(
            "round_repeat", title: call.text("programmes.repeat.title"),
            [
                "round_id": shown.round.id.text, "round_title": title(call, shown),
                "can_repeat": shown.figures != nil, "is_done": done != nil, "holds": done?.holds ?? false,
                "figures": figures(call, shown),
                "goals": (done?.goals ?? []).map { again -> View in
                    [
                        "goal": goal(again.goal, call), "stored": String(again.stored.score),
                        "again": String(again.again.score), "matched": String(again.again.matched),
                        "same": call.text(again.isSame ? "programmes.repeat.same" : "programmes.repeat.differs"),
                    ]
                },
            ])
    }

    static func percent(_ part: Int, of whole: Int) -> Int { whole == 0 ? 0 : (part * 100 + whole / 2) / whole }

    private static func tenths(_ number: Double) -> String {
        let whole = Int((number * 10).rounded())
        return "\(whole / 10).\(whole % 10)"
    }
}
