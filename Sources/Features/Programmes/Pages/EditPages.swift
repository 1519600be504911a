// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Kernel
import MatchEngine
import Web

/// View models of a draft and its edits.
enum EditPages {
    /// What something costs, in words.
    static func price<Who>(_ price: RoundPrice, _ call: Call<Who>) -> String {
        let places =
            price.places > 0
            ? call.text("programmes.price.places", count: price.places)
            : price.places < 0 ? call.text("programmes.price.more_places", count: -price.places) : ""
        let points =
            price.score > 0
            ? call.text("programmes.price.points", count: price.score)
            : price.score < 0 ? call.text("programmes.price.more_points", count: -price.score) : ""
        let words = [places, points].filter { !$0.isEmpty }.joined(separator: " ")
        return words.isEmpty ? call.text("programmes.price.nothing") : words
    }

    static func atLeast<Who>(_ price: PairPrice?, _ call: Call<Who>) -> String {
        switch price {
        case nil: call.text("programmes.price.unknown")
        case .isMatched: call.text("programmes.price.nothing")
        case .atLeast(let score) where score <= 0: call.text("programmes.price.tie")
        case .atLeast(let score): call.text("programmes.price.at_least", count: score)
        case .costsAPlace: call.text("programmes.price.a_place")
        }
    }

    static func line(
        _ edit: EditLine, _ all: [EditLine], _ isEditable: Bool, _ call: Call<AsSteward>
    ) -> View {
        let isUndone = all.contains { $0.undoes == edit.number }
        let what =
            switch edit.kind {
            case "goal":
                call.text("programmes.edit.goal", ["goal": edit.goal.map { RoundPages.goal($0, call) } ?? ""])
            case "undo": call.text("programmes.edit.undo", ["number": String(edit.undoes ?? 0)])
            default: call.text("programmes.edit." + edit.kind)
            }
        return [
            "number": String(edit.number), "what": what, "price": price(edit.price, call),
            "at": edit.madeAt.text, "at_words": call.words(for: edit.madeAt.day), "is_undone": isUndone,
            "client": edit.client?.text ?? "", "has_client": edit.client != nil,
            "can_undo": isEditable && !isUndone && edit.kind != "undo" && edit.kind != "goal",
        ]
    }

    static func pairs(_ call: Call<AsSteward>, _ page: DraftPage, onlyWithNobody: Bool) throws -> Response {
        try call.page(
            "round_pairs", title: call.text(onlyWithNobody ? "programmes.without.title" : "programmes.pairs.title"),
            [
                "round_id": page.round.id.text,
                "round_title": call.text(
                    "programmes.round.of",
                    ["number": String(page.round.number), "name": page.programme.terms.name]),
                "lines": page.pairs.map { pair($0, call) }, "has_lines": !page.pairs.isEmpty,
                "has_next": page.next != nil, "next": page.next.map(String.init) ?? "",
                "list": onlyWithNobody ? "without" : "pairs", "is_all": !onlyWithNobody,
                "with_nobody": call.text("programmes.with_nobody", count: page.withNobody),
                "has_with_nobody": page.withNobody > 0 && !onlyWithNobody,
            ])
    }

    private static func pair(_ pair: DraftPair, _ call: Call<AsSteward>) -> View {
        [
            "client_id": pair.client.text, "client_name": pair.clientName, "practitioner": pair.practitionerName,
            "is_with": pair.practitioner != nil, "points": String(pair.points),
            "rank": call.text("programmes.rank", ["number": String(pair.rank)]), "is_pinned": pair.isPinned,
        ]
    }

    static func client(_ call: Call<AsSteward>, _ shown: ClientInDraft) throws -> Response {
        let with = shown.client.practitioner
        return try call.page(
            "round_client", title: shown.client.clientName,
            [
                "round_id": shown.round.id.text, "version": String(shown.round.version),
                "client_id": shown.client.client.text, "is_with": with != nil, "is_editable": shown.round.canBeEdited,
                "practitioner_id": with?.text ?? "", "practitioner": shown.client.practitionerName,
                "points": String(shown.client.points), "is_pinned": shown.client.isPinned,
                "can_pin": with != nil && !shown.client.isPinned && shown.round.canBeEdited,
                "rank": call.text("programmes.rank", ["number": String(shown.client.rank)]),
                "parts": shown.parts.map { part -> View in
                    ["words": call.text(part.part.words), "points": String(part.points)]
                },
                "has_parts": !shown.parts.isEmpty,
                "alternatives": shown.alternatives.map { alternative -> View in
                    [
                        "name": alternative.name, "practitioner_id": alternative.practitioner.text,
                        "organisation": alternative.organisation, "points": String(alternative.points),
                        "rank": call.text("programmes.rank", ["number": String(alternative.rank)]),
                        "price": atLeast(alternative.price, call), "is_forbidden": alternative.isForbidden,
                        "can_give": shown.round.canBeEdited && !alternative.isForbidden,
                        "round_id": shown.round.id.text, "version": String(shown.round.version),
                        "client_id": shown.client.client.text,
                    ]
                },
                "has_alternatives": !shown.alternatives.isEmpty,
                "swaps": shown.swaps.map { swap -> View in
                    [
                        "other_id": swap.client.text, "name": swap.name, "practitioner": swap.practitionerName,
                        "round_id": shown.round.id.text, "version": String(shown.round.version),
                        "client_id": shown.client.client.text,
                    ]
                },
                "has_swaps": !shown.swaps.isEmpty && shown.round.canBeEdited,
                "has_bottleneck": shown.bottleneck != nil,
                "bottleneck": shown.bottleneck.map { bottleneck in
                    call.text(
                        "programmes.bottleneck",
                        [
                            "clients": String(bottleneck.clients.count), "places": String(bottleneck.places),
                            "practitioners": String(bottleneck.practitioners.count),
                        ])
                } ?? "",
                "accepts_nobody": shown.bottleneck?.practitioners.isEmpty ?? false,
                "in_demand": shown.inDemand.map { ["name": $0] as View }, "has_in_demand": !shown.inDemand.isEmpty,
            ])
    }

    static func publication(_ call: Call<AsSteward>, _ shown: RoundComparison) throws -> Response {
        try call.page(
            "round_publication", title: call.text("programmes.publish.title"),
            [
                "round_id": shown.round.id.text, "round_title": RoundPages.title(call, shown),
                "version": String(shown.round.version), "can_publish": shown.round.canBeEdited && shown.draft != nil,
                "is_published": shown.round.publishedAt != nil,
                "pairs": call.text("programmes.publish.pairs", count: shown.draft?.measure.matched ?? 0),
                "without": call.text(
                    "programmes.with_nobody",
                    count: max(0, (shown.figures?.clients ?? 0) - (shown.draft?.measure.matched ?? 0))),
            ])
    }
}
