// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Kernel
import PolicyPacks
import Web

/// Clause by clause: what the software does about it, what shows that it does, and what is left to people.
enum AssurancePages {
    /// Clauses on a page.
    static let most = 25

    static func overview(_ call: Call<SignedIn>, _ desk: CodesDesk) async throws -> Response {
        let packs = try await adopted(call, desk)
        let language = call.visit.language
        let shown: [View] = packs.filter { !$0.clauses.isEmpty }.map { pack in
            let report = ClauseReport([pack], tests: desk.tests)
            return [
                "title": pack.title[language], "path": "/assurance/\(pack.identity.pack)/1",
                "sum": call.text(
                    "assurance.sum",
                    ["shown": String(report.rows.count { !$0.isMissing }), "all": String(report.rows.count)]),
            ]
        }
        return try call.page(
            "assurance", title: call.text("assurance.title"),
            ["packs": shown, "has_packs": !shown.isEmpty, "standing": PolicyPack.standing[language]])
    }

    static func clauses(
        _ call: Call<SignedIn>, _ desk: CodesDesk, pack name: String, part: Int
    ) async throws -> Response {
        guard let pack = try await adopted(call, desk).first(where: { $0.identity.pack == name }), part >= 1,
            (part - 1) * most < pack.clauses.count
        else { throw Refusal.notFound }
        let language = call.visit.language
        let rows = Dictionary(
            uniqueKeysWithValues: ClauseReport([pack], tests: desk.tests).rows.map { ($0.clause, $0) })
        let some = pack.clauses.dropFirst((part - 1) * most).prefix(most)
        let shown: [View] = some.map { clause in
            let row = rows[clause.id]
            let isMissing = row?.isMissing ?? true
            return [
                "clause": clause.id, "duty": clause.duty[language], "judgement": clause.judgement[language],
                "how": clause.how.map { $0.words[language] }.joined(separator: "; "),
                "controls": clause.controls.map { $0.words[language] }.joined(separator: "; "),
                "is_missing": isMissing,
                "evidence": call.text("assurance.tests", count: row?.tests.count ?? 0),
            ]
        }
        let hasNext = part * most < pack.clauses.count
        return try call.page(
            "assurance_clauses", title: pack.title[language],
            [
                "clauses": shown, "standing": PolicyPack.standing[language], "has_next": hasNext,
                "next": "/assurance/\(name)/\(part + 1)", "has_before": part > 1,
                "before": "/assurance/\(name)/\(part - 1)",
            ])
    }

    private static func adopted(_ call: Call<SignedIn>, _ desk: CodesDesk) async throws -> [PolicyPack] {
        try await desk.policy(of: call.who.viewer.pool).packs(on: call.visit.now.day)
    }
}
