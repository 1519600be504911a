// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Kernel
import PolicyPacks
import Web

/// Stating a figure or an answer of the pool's own.
enum ChoosePages {
    static func figure(
        _ call: Call<AsAdministrator>, _ desk: CodesDesk, _ key: NumberKey, _ filled: FilledForm?
    ) async throws -> Response {
        let resolution = try await desk.policy(of: call.who.viewer.pool).resolution(on: call.visit.now.day)
        let number = resolution.number(key.quantity, key.scope)
        var form = FormBuilder(call, filled ?? FigureForm.filled(number?.choice))
        let units = MeasureUnit.allCases.filter { key.quantity.families.contains($0.family) }
        form.number("amount", "codes.figure.amount")
        form.radios("unit", "codes.figure.unit", units.map { ($0.rawValue, call.text("codes.unit.\($0.rawValue)")) })
        form.number("per_amount", "codes.figure.per_amount", optional: true)
        let stretches: [MeasureUnit] = [.months, .years, .practiceHours]
        form.radios(
            "per_unit", "codes.figure.per_unit",
            [("", call.text("codes.figure.per_none"))]
                + stretches.map { ($0.rawValue, call.text("codes.unit.\($0.rawValue)")) }, optional: true)
        let demanded = number?.demanded ?? []
        let scope = key.scopeKey.isEmpty ? "all" : key.scopeKey.replacing("/", with: ":")
        return try page(
            call, title: CodesPages.figureWords(key, call),
            lead: demanded.isEmpty
                ? call.text("codes.choose.free")
                : call.text(
                    "codes.choose.stricter",
                    [
                        "least": (number?.direction?.words[call.visit.language] ?? "") + " "
                            + CodesPages.figures(demanded, call)
                    ]),
            form.view(action: "/codes/figures/\(key.quantity.rawValue)/\(scope)", button: "codes.choose.button"))
    }

    static func answer(
        _ call: Call<AsAdministrator>, _ desk: CodesDesk, _ rule: Rule, _ filled: FilledForm?
    ) async throws -> Response {
        let language = call.visit.language
        let resolved = try await desk.policy(of: call.who.viewer.pool).resolution(on: call.visit.now.day).rule(rule)
        let start = FilledForm(values: ["answer": resolved?.inForce.map { [$0.id] } ?? []])
        var form = FormBuilder(call, filled ?? start)
        form.radios("answer", "codes.answer", rule.options.map { ($0.id, $0.words[language]) })
        return try page(
            call, title: rule.words[language],
            lead: resolved?.demanded.map { call.text("codes.choose.stricter", ["least": $0.words[language]]) }
                ?? call.text("codes.choose.free"),
            form.view(action: "/codes/answers/\(rule.rawValue)", button: "codes.choose.button"))
    }

    private static func page(
        _ call: Call<AsAdministrator>, title: String, lead: String, _ form: View
    ) throws -> Response {
        try call.page(
            "codes_choose", title: title,
            ["lead": lead, "form": form, "has_errors": form["has_errors"] as? Bool ?? false])
    }
}
