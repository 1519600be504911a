// SPDX-License-Identifier: EUPL-1.2

package import Kernel
package import Practitioners
package import Web

/// View models of the search.
package enum DirectoryPages {
    package static func view(
        _ call: Call<AsClient>, _ found: (query: DirectoryQuery, page: Page<DirectoryResult>)?,
        _ filled: FilledForm? = nil,
        isFirst: Bool = true, offered: [Discipline] = ServiceTypes().offered
    ) -> View {
        var view = form(
            call, offered, filled ?? DirectoryForm.filled(found?.query ?? DirectoryQuery(seed: 0)),
            isBegun: found != nil)
        let page = found?.page ?? Page(items: [], next: nil)
        view["is_searched"] = found != nil
        for key in ["is_waiting", "can_wait"] { view[key] = false }
        view["position"] = ""
        view["is_open"] = found == nil || filled != nil
        view["results"] = page.items.map { result($0, call) }
        view["has_results"] = !page.items.isEmpty
        view["has_next"] = page.next != nil
        view["next"] = page.next ?? ""
        view["count"] = count(page, call, isFirst: isFirst)
        return view
    }

    /// Never how many there are in the pool: it would have to be counted, and it would tell about the pool.
    private static func count(_ page: Page<DirectoryResult>, _ call: Call<AsClient>, isFirst: Bool) -> String {
        if page.items.isEmpty { return call.text(page.next == nil ? "matching.find.nobody" : "matching.find.further") }
        if page.next != nil { return call.text("matching.find.more_than", count: page.items.count) }
        return isFirst ? call.text("matching.find.found", count: page.items.count) : call.text("matching.find.last")
    }

    private static func result(_ result: DirectoryResult, _ call: Call<AsClient>) -> View {
        [
            "name": result.name, "person_id": result.person.text, "organisation": result.organisation ?? "",
            "has_organisation": result.organisation != nil, "job_title": result.jobTitle,
            "has_job_title": !result.jobTitle.isEmpty,
            "opening": opening(result.opening), "reasons": result.reasons.map { ["reason": words($0, call)] as View },
            "has_reasons": !result.reasons.isEmpty,
        ]
    }

    static func words<Who>(_ reason: Reason, _ call: Call<Who>) -> String {
        switch reason {
        case .has(let code):
            let own = "reason." + code
            if call.pages.catalogue.has(own) { return call.text(own) }
            let facet = code.prefix { $0 != "." }
            return call.text("reason.\(facet)", ["words": call.text("choice." + code)])
        case .speaks(let language, let fluently):
            return call.text(
                fluently ? "reason.speaks.fluently" : "reason.speaks.well", ["language": call.text(language.words)])
        }
    }

    /// The first words of a text, cut between words.
    private static func opening(_ text: String) -> String {
        guard text.count >= 240, let space = text.lastIndex(where: \.isWhitespace) else { return text }
        return text[..<space] + "…"
    }

    private static func form(
        _ call: Call<AsClient>, _ offered: [Discipline], _ filled: FilledForm, isBegun: Bool
    ) -> View {
        func options<Answer: Choice>(_ list: Answer.Type) -> [(String, String)] {
            PractitionerPages.options(list, call)
        }
        let any = [("", call.text("matching.find.any"))]
        var main = FormBuilder(call, filled)
        main.radios("discipline", "matching.find.discipline", any + offered.map { ($0.rawValue, call.text($0.words)) })
        main.ticks("specialism", "matching.find.specialism", options(Specialism.self), optional: false)
        main.radios("language", "matching.find.language", any + options(SpokenLanguage.self))
        main.ticks("format", "matching.find.format", options(MeetingFormat.self), optional: false)
        main.ticks(
            "own_team", "matching.find.own_team", [("yes", call.text("matching.find.own_team.yes"))], optional: false)
        var more = FormBuilder(call, filled)
        more.ticks("time", "matching.find.time", options(UsualTime.self), optional: false)
        more.radios("region", "matching.find.region", any + options(Region.self))
        more.radios("sector", "matching.find.sector", any + options(Sector.self))
        more.ticks("adjustment", "matching.find.adjustment", options(Adjustment.self), optional: false)
        more.ticks("free", "matching.find.fee", [("yes", call.text("matching.find.fee.free"))], optional: false)
        let mainView = main.view(action: "/find", button: isBegun ? "matching.find.again" : "matching.find.button")
        let moreView = more.view(action: "/find", button: "matching.find.button")
        var view = mainView
        view["main"] = ["fields": mainView["fields"] ?? []]
        view["more"] = ["fields": moreView["fields"] ?? []]
        return view
    }
}
