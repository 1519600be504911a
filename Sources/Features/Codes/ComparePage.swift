// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Kernel
import PolicyPacks
import Web

/// Two packs side by side.
enum ComparePage {
    static func response(
        _ call: Call<AsAdministrator>, _ desk: CodesDesk, _ left: String, _ right: String
    ) throws -> Response {
        let today = call.visit.now.day
        guard let one = desk.library.edition(of: left, on: today), let two = desk.library.edition(of: right, on: today),
            left != right
        else { throw Refusal.notFound }
        let comparison = PackComparison(one, two)
        let language = call.visit.language
        func names(_ clauses: [Clause]) -> String {
            clauses.isEmpty ? "–" : clauses.map(\.id).joined(separator: ", ")
        }
        return try call.page(
            "codes_compare", title: call.text("codes.compare.title"),
            [
                "left": one.title[language], "right": two.title[language],
                "standing": PolicyPack.standing[language],
                "numbers": comparison.numbers.map { row -> View in
                    [
                        "words": CodesPages.figureWords(row.key, call), "left_value": value(row.left, call),
                        "right_value": value(row.right, call), "verdict": words(row.verdict, call),
                    ]
                }, "has_numbers": !comparison.numbers.isEmpty,
                "rules": comparison.rules.map { row -> View in
                    [
                        "words": row.rule.words[language], "left_value": row.left?.option.words[language] ?? "–",
                        "right_value": row.right?.option.words[language] ?? "–", "verdict": words(row.verdict, call),
                    ]
                }, "has_rules": !comparison.rules.isEmpty,
                "controls": comparison.controls.map { row -> View in
                    [
                        "words": row.control.words[language], "left_value": names(row.left),
                        "right_value": names(row.right),
                    ]
                },
            ])
    }

    private static func value(_ number: PackNumber?, _ call: Call<AsAdministrator>) -> String {
        guard let number else { return "–" }
        let direction = number.direction.words[call.visit.language]
        return number.measure.map { "\(direction) \($0.words[call.visit.language])" } ?? direction
    }

    private static func words(_ verdict: PackComparison.Verdict, _ call: Call<AsAdministrator>) -> String {
        call.text("codes.verdict.\(verdict.rawValue)")
    }
}
