// SPDX-License-Identifier: EUPL-1.2

import Kernel
import Practitioners
import Web

/// View models of applying, offering and naming.
enum TakingPages {
    static func application(_ call: Call<AsClient>, _ own: OwnApplication, _ filled: FilledForm) -> View {
        let any = [("", call.text("matching.find.any"))]
        func options<Answer: Choice>(_ list: Answer.Type) -> [(String, String)] {
            PractitionerPages.options(list, call)
        }
        var form = FormBuilder(call, filled)
        form.ticks("specialism", "programmes.apply.specialism", options(Specialism.self), optional: false)
        form.ticks("language", "programmes.apply.language", options(SpokenLanguage.self), optional: false)
        form.ticks("format", "programmes.apply.format", options(MeetingFormat.self), optional: false)
        form.ticks("time", "programmes.apply.time", options(UsualTime.self))
        form.radios("region", "programmes.apply.region", any + options(Region.self), optional: true)
        form.radios("sector", "programmes.apply.sector", any + options(Sector.self), optional: true)
        let path = "/programmes/\(own.programme.id)"
        let phase = own.programme.phase(on: call.visit.now.day)
        var view = form.view(
            action: path + "/application",
            button: own.choices == nil ? "programmes.apply.button" : "programmes.apply.again")
        view.merge(common(call, own.programme)) { own, _ in own }
        view["has_applied"] = own.choices != nil
        view["is_eligible"] = own.isEligible
        view["can_apply"] = own.isEligible && phase == .open
        view["can_name"] =
            own.choices != nil && own.programme.terms.naming != .nobody && (phase == .open || phase == .matching)
        view["seen_by_others"] = own.programme.terms.naming == .both
        return view
    }

    static func offer(_ call: Call<AsPractitioner>, _ own: OwnOffer, _ filled: FilledForm) -> View {
        var form = FormBuilder(call, filled)
        form.number("places", "programmes.offer.places")
        let topics = own.profile?.all(Specialism.self) ?? []
        if !topics.isEmpty {
            form.ticks("liked", "programmes.offer.liked", topics.map { ($0.rawValue, call.text($0.words)) })
        }
        let path = "/programmes/\(own.programme.id)"
        let phase = own.programme.phase(on: call.visit.now.day)
        let fits = own.profile?.contains(own.programme.terms.discipline) ?? false
        var view = form.view(
            action: path + "/offer", button: own.places == nil ? "programmes.offer.button" : "programmes.offer.again")
        view.merge(common(call, own.programme)) { own, _ in own }
        view["has_offered"] = own.places != nil
        view["offered"] = call.text("programmes.offer.offered", count: own.places ?? 0)
        view["is_listed"] = own.profile != nil
        view["does_not_fit"] = own.profile != nil && !fits
        view["can_offer"] = own.profile != nil && fits && phase == .open
        view["can_name"] =
            own.places != nil && own.programme.terms.naming == .both && (phase == .open || phase == .matching)
        view["most"] = call.text("programmes.offer.most", count: own.mostPlaces)
        return view
    }

    static func names(_ call: Call<SignedIn>, _ list: NamingList, _ filled: FilledForm?) -> View {
        var form = FormBuilder(call, filled ?? FilledForm())
        form.hidden("named", "")
        let path = "/programmes/\(list.programme.id)"
        var view = form.view(action: path + "/names", button: "programmes.names.button")
        view["people"] = list.people.map { person -> View in
            let name = "place_\(person.person)"
            let error = filled?.error(name)
            return [
                "field": name, "name": person.name, "organisation": person.organisation,
                "has_organisation": !person.organisation.isEmpty,
                "value": filled.map { $0.fields.first(name) ?? "" } ?? person.place.map(String.init) ?? "",
                "is_wrong": error != nil,
                "message": error.map { call.text("field." + $0.code, $0.values) } ?? "",
                "profile": "/practitioners/\(person.person)", "has_profile": list.byClient,
            ]
        }
        view["has_people"] = !list.people.isEmpty
        view["by_client"] = list.byClient
        view["back_href"] = path + (list.byClient ? "/application" : "/offer")
        view["programme_name"] = list.programme.terms.name
        return view
    }

    private static func common<Who>(_ call: Call<Who>, _ programme: Programme) -> View {
        let phase = programme.phase(on: call.visit.now.day)
        return [
            "programme_id": programme.id.text, "about_text": PractitionerPages.paragraphs(programme.terms.about),
            "days": ProgrammePages.days(programme, call),
            "allowance": call.text("programmes.allowance", count: programme.terms.sessions),
            "phase": call.text(phase.words), "is_closed": phase != .open,
            "discipline": call.text(programme.terms.discipline.words),
        ]
    }
}
