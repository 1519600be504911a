// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Kernel
import PolicyPacks
import SQL
import Web

/// What the pool follows, what binds therefore and who asks for it, what is left to choose.
enum CodesPages {
    static func overview(_ call: Call<AsAdministrator>, _ desk: CodesDesk) async throws -> Response {
        let today = call.visit.now.day
        let policy = try await desk.policy(of: call.who.viewer.pool)
        let resolution = policy.resolution(on: today)
        let adopted = policy.packs(on: today)
        let others = desk.library.newest.filter { pack in !adopted.contains { $0.identity.pack == pack.identity.pack } }
        let open = resolution.open.map { figure($0, call) }
        return try call.page(
            "codes", title: call.text("codes.title"),
            [
                "adopted": adopted.map { pack($0, call) }, "has_adopted": !adopted.isEmpty,
                "others": others.map { pack($0, call) }, "has_others": !others.isEmpty,
                "open": open, "has_open": !open.isEmpty,
                "figures": resolution.numbers.filter { !$0.isOpenToPool }.map { figure($0, call) },
                "has_figures": resolution.numbers.contains { !$0.isOpenToPool },
                "answers": resolution.rules.map { answer($0, call) }, "has_answers": !resolution.rules.isEmpty,
                "standing": PolicyPack.standing[call.visit.language],
            ])
    }

    /// A pack before it is adopted, or while it is.
    static func preview(_ call: Call<AsAdministrator>, _ desk: CodesDesk, pack name: String) async throws -> Response {
        let today = call.visit.now.day
        guard let shown = desk.library.edition(of: name, on: today) else { throw Refusal.notFound }
        let policy = try await desk.policy(of: call.who.viewer.pool)
        let adopted = policy.packs(on: today)
        let resolution = AdoptionPreview(
            adopted, adding: shown, numberChoices: policy.numberChoices.filter { $0.span.contains(today) },
            ruleChoices: policy.ruleChoices.filter { $0.span.contains(today) })
        let language = call.visit.language
        let isAdopted = adopted.contains { $0.identity == shown.identity }
        let comparable = desk.library.newest.filter { $0.identity.pack != name && !$0.clauses.isEmpty }
        var view = pack(shown, call)
        view.merge([
            "is_adopted": isAdopted, "standing": PolicyPack.standing[language],
            "note": shown.source.note?[language] ?? "", "has_note": shown.source.note != nil,
            "publisher": shown.source.publisher, "source": shown.source.title, "address": shown.source.address,
            "clauses": call.text("codes.clauses", count: shown.clauses.count),
            "changes": resolution.numbers.map { change -> View in
                [
                    "words": figureWords(change.key, call), "before": figures(change.before, call),
                    "after": figures(change.after, call),
                ]
            }, "has_changes": !resolution.numbers.isEmpty && !isAdopted,
            "newly": resolution.newlyOpen.map { ["words": figureWords($0, call)] as View },
            "has_newly": !resolution.newlyOpen.isEmpty && !isAdopted,
            "has_overtaken": !resolution.overtaken.isEmpty && !isAdopted,
            "comparisons": comparable.map { other -> View in
                ["title": other.title[language], "path": "/codes/compare/\(name)/\(other.identity.pack)"]
            }, "has_comparisons": !comparable.isEmpty,
        ]) { _, new in new }
        return try call.page("codes_pack", title: shown.title[language], view)
    }

    static func editions(
        _ call: Call<AsAdministrator>, _ desk: CodesDesk, _ filled: FilledForm
    ) async throws -> Response {
        let pool = call.who.viewer.pool
        let editions = try await desk.database.read { try CodeEditions.read(in: $0, pool: pool) }
        var form = FormBuilder(call, filled)
        form.day("accept_by", "codes.edition.accept_by")
        let view = form.view(action: "/codes/editions", button: "codes.edition.announce")
        let shown: [View] = editions.all.map { edition in
            [
                "words": call.text("codes.edition.number", ["number": String(edition.number)]),
                "announced": call.words(for: edition.announcedAt.day), "accept_by": call.words(for: edition.acceptBy),
                "packs": titles(edition, desk, call),
            ]
        }
        return try call.page(
            "codes_editions", title: call.text("codes.editions.title"),
            [
                "form": view, "has_errors": view["has_errors"] as? Bool ?? false, "editions": shown,
                "has_editions": !shown.isEmpty,
            ])
    }

    static func titles<Who>(_ edition: CodeEdition, _ desk: CodesDesk, _ call: Call<Who>) -> String {
        desk.library.packs(of: edition).map { "\($0.title[call.visit.language]) (\($0.identity.edition))" }
            .joined(separator: " · ")
    }

    static func pack<Who>(_ pack: PolicyPack, _ call: Call<Who>) -> View {
        [
            "title": pack.title[call.visit.language], "pack": pack.identity.pack, "edition": pack.identity.edition,
            "from": pack.inForce.from.map { call.words(for: $0) } ?? "", "has_from": pack.inForce.from != nil,
            "is_unverified": pack.datesUnverified, "pack_path": "/codes/packs/\(pack.identity.pack)",
        ]
    }

    static func figureWords<Who>(_ key: NumberKey, _ call: Call<Who>) -> String {
        let words = key.quantity.words[call.visit.language]
        guard let scope = key.scope else { return words }
        return "\(words), \(scope.words[call.visit.language])"
    }

    static func figures<Who>(_ figures: [BindingFigure], _ call: Call<Who>) -> String {
        figures.isEmpty
            ? call.text("codes.figure.none")
            : figures.map { $0.measure.words[call.visit.language] }.joined(separator: " + ")
    }

    private static func figure(_ number: ResolvedNumber, _ call: Call<AsAdministrator>) -> View {
        let language = call.visit.language
        let scope = number.key.scopeKey.isEmpty ? "all" : number.key.scopeKey.replacing("/", with: ":")
        let direction = number.direction.map { $0.words[language] + " " } ?? ""
        let origins = Set(number.demanded.flatMap(\.origins).map { origin($0) }).sorted().joined(separator: ", ")
        let left = Set(number.leftToPool.map { origin($0) }).sorted().joined(separator: ", ")
        return [
            "words": figureWords(number.key, call),
            "value": number.inForce.isEmpty
                ? call.text(number.isOpenToPool ? "codes.figure.open" : "codes.figure.organisation")
                : direction + figures(number.inForce, call),
            "origin": number.choice != nil
                ? call.text("codes.origin.pool") : origins.isEmpty ? left : origins,
            "has_origin": number.choice != nil || !origins.isEmpty || !left.isEmpty,
            "is_unverified": number.inForce.contains(where: \.isUnverified),
            "path": "/codes/figures/\(number.key.quantity.rawValue)/\(scope)",
        ]
    }

    private static func answer(_ rule: ResolvedRule, _ call: Call<AsAdministrator>) -> View {
        let language = call.visit.language
        return [
            "words": rule.rule.words[language], "value": rule.inForce?.words[language] ?? "",
            "origin": rule.choice != nil
                ? call.text("codes.origin.pool")
                : Set(rule.origins.map { origin($0) }).sorted().joined(separator: ", "),
            "path": "/codes/answers/\(rule.rule.rawValue)",
        ]
    }

    static func origin(_ origin: PackOrigin) -> String {
        origin.clause ?? "\(origin.pack.pack) \(origin.pack.edition)"
    }
}
