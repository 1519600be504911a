// SPDX-License-Identifier: EUPL-1.2

import Kernel
import Practitioners
import Web

/// View models of requests.
enum RequestPages {
    static func ask(_ call: Call<AsClient>, _ shown: PublicProfile, _ filled: FilledForm) -> View {
        let choices = shown.profile.choices
        func options<Answer: Choice>(_ list: [Answer]) -> [(String, String)] {
            list.map { ($0.rawValue, call.text($0.words)) }
        }
        var form = FormBuilder(call, filled)
        form.radios("discipline", "matching.ask.discipline", options(choices.all(Discipline.self)))
        form.ticks("specialism", "matching.ask.specialism", options(choices.all(Specialism.self)))
        let times = choices.all(UsualTime.self)
        form.ticks("time", "matching.ask.time", options(times.isEmpty ? UsualTime.allCases : times))
        form.radios("format", "matching.ask.format", options(choices.all(MeetingFormat.self)))
        var view = form.view(action: "/practitioners/\(shown.person)/request", button: "matching.ask.button")
        view["button"] = call.text("matching.ask.button", ["name": shown.name])
        view["name"] = shown.name
        view["person_id"] = shown.person.text
        return view
    }

    static func lists(_ call: Call<SignedIn>, sent: [MatchRequest], received: [MatchRequest]) -> View {
        [
            "sent": sent.map { line($0, call) }, "has_sent": !sent.isEmpty, "received": received.map { line($0, call) },
            "has_received": !received.isEmpty, "is_empty": sent.isEmpty && received.isEmpty,
            "is_client": call.who.viewer.has(.client),
        ]
    }

    static func page(_ call: Call<SignedIn>, _ full: RequestInFull, _ acceptance: FilledForm = FilledForm()) -> View {
        let request = full.request
        let viewer = call.who.viewer
        let isClient = request.isClient(viewer)
        let other = request.otherName(for: viewer)
        let role = isClient ? "client" : "practitioner"
        let conversation = full.conversation
        var view: View = acceptForm(call, request, acceptance)
        view.merge([
            "request_id": request.id.text, "other": other, "is_client": isClient, "is_practitioner": !isClient,
            "stands": call.text("matching.stands.\(role).\(request.step.rawValue)", ["name": other]),
            "organisation": request.clientOrganisation ?? "",
            "shows_organisation": !isClient && request.clientOrganisation != nil,
            "discipline": call.text(request.discipline.words), "format": call.text(request.format.words),
            "topics": items(request.choices.all(Specialism.self), call),
            "has_topics": !request.choices.all(Specialism.self).isEmpty,
            "times": items(request.choices.all(UsualTime.self), call),
            "has_times": !request.choices.all(UsualTime.self).isEmpty,
            "made_on": request.madeAt.day.text, "made_words": call.words(for: request.madeAt.day),
            "answer_by": request.answerBy.day.text, "answer_words": call.words(for: request.answerBy.day),
            "is_asked": request.step == .asked, "is_found": request.isFound && request.step.isOpen,
            "can_accept": !isClient && request.step == .asked, "can_decline": !isClient && request.step.isOpen,
            "can_withdraw": isClient && request.step.isOpen, "can_arrange": request.step.holdsPlace,
            "can_choose": isClient && request.step.holdsPlace,
            "places": call.text("practitioners.places.free", count: full.placesFree),
            "has_email": full.otherEmail != nil, "email": full.otherEmail ?? "",
            "has_conversation": conversation != nil && request.step.holdsPlace,
            "conversation": conversation.map { words($0, call) } ?? "",
            "has_reason": isClient && full.reason != nil,
            "reason": full.reason.map { call.text($0.words, ["name": request.practitionerName]) } ?? "",
            "has_suggested": isClient && full.suggested != nil, "suggested_id": full.suggested?.person.text ?? "",
            "suggested": full.suggested?.name ?? "", "is_chosen": request.step == .chosen,
            "looks_on": isClient && !request.step.isOpen && request.step != .chosen,
        ]) { _, new in new }
        return view
    }

    static func refusal(
        _ call: Call<SignedIn>, _ request: MatchRequest, _ others: [DirectoryResult], _ filled: FilledForm
    ) -> View {
        var form = FormBuilder(call, filled)
        form.radios(
            "reason", "matching.decline.reason",
            RefusalReason.allCases.map { ($0.rawValue, call.text("\($0.words).choice")) })
        let people = others.map {
            ($0.person.text, [$0.name, $0.organisation].compactMap { $0 }.joined(separator: ", "))
        }
        if !people.isEmpty {
            form.radios(
                "suggested", "matching.decline.suggested",
                [(RefusalForm.nobody, call.text("matching.decline.nobody"))] + people,
                optional: true)
        }
        var view = form.view(action: "/requests/\(request.id)/refusal", button: "matching.decline.button")
        view["request_id"] = request.id.text
        view["name"] = request.clientName
        return view
    }

    static func conversation(_ call: Call<SignedIn>, _ full: RequestInFull, _ filled: FilledForm) -> View {
        var form = FormBuilder(call, filled)
        form.radios("format", "matching.arrange.format", PractitionerPages.options(MeetingFormat.self, call))
        form.radios(
            "when", "matching.arrange.when",
            [("agreed", call.text("matching.arrange.agreed")), ("at", call.text("matching.arrange.at"))])
        form.day("day", "matching.arrange.day", optional: true)
        form.line("time", "matching.arrange.time", optional: true)
        var view = form.view(action: "/requests/\(full.request.id)/conversation", button: "matching.arrange.button")
        view["request_id"] = full.request.id.text
        view["name"] = full.request.otherName(for: call.who.viewer)
        return view
    }

    private static func acceptForm(_ call: Call<SignedIn>, _ request: MatchRequest, _ filled: FilledForm) -> View {
        var form = FormBuilder(call, filled)
        form.ticks("pause", "matching.accept.pause", [("yes", call.text("matching.accept.pause.yes"))], optional: false)
        return form.view(action: "/requests/\(request.id)/acceptance", button: "matching.accept.button")
    }

    private static func line(_ request: MatchRequest, _ call: Call<SignedIn>) -> View {
        let viewer = call.who.viewer
        let role = request.isClient(viewer) ? "client" : "practitioner"
        let other = request.otherName(for: viewer)
        return [
            "request_id": request.id.text, "other": other, "made_on": request.madeAt.day.text,
            "made_words": call.words(for: request.madeAt.day),
            "stands": call.text("matching.stands.\(role).\(request.step.rawValue)", ["name": other]),
        ]
    }

    private static func items<Answer: Choice>(_ answers: [Answer], _ call: Call<SignedIn>) -> [View] {
        answers.map { ["words": call.text($0.words)] }
    }

    private static func words(_ conversation: FirstConversation, _ call: Call<SignedIn>) -> String {
        let format = call.text(conversation.format.words)
        guard let day = conversation.day, let time = conversation.time else {
            return call.text("matching.conversation.agreed", ["format": format])
        }
        return call.text("matching.conversation.at", ["format": format, "day": call.words(for: day), "time": time])
    }
}
