// SPDX-License-Identifier: EUPL-1.2

import Kernel
import Matching
import Practitioners
import Web

/// View models.
enum EngagementPages {
    static func choice(_ call: Call<SignedIn>, _ request: MatchRequest, _ filled: FilledForm) -> View {
        var form = FormBuilder(call, filled)
        let name = ["name": request.practitionerName]
        form.radios(
            "choice", "engagements.choice.question",
            ChoiceForm.Answer.allCases.map { ($0.rawValue, call.text("engagements.choice.\($0.rawValue)", name)) })
        var view = form.view(action: "/requests/\(request.id)/choice", button: "engagements.choice.button")
        view["request_id"] = request.id.text
        view["name"] = request.practitionerName
        return view
    }

    static func list(_ call: Call<SignedIn>, _ all: [EngagementView]) -> View {
        [
            "engagements": all.map { line($0, call) }, "has_engagements": !all.isEmpty,
            "is_client": call.who.viewer.has(.client),
        ]
    }

    static func page(_ call: Call<SignedIn>, _ shown: EngagementView) -> View {
        var view = line(shown, call)
        view.merge([
            "discipline": call.text(shown.discipline.words), "is_open": shown.step.isOpen,
            "next": call.text(
                "engagements.next.\(shown.isClient ? "client" : "practitioner")", ["name": shown.otherName]),
            "client": shown.clientName, "practitioner": shown.practitionerName, "has_email": shown.otherEmail != nil,
            "email": shown.otherEmail ?? "",
        ]) { _, new in new }
        return view
    }

    private static func line(_ shown: EngagementView, _ call: Call<SignedIn>) -> View {
        [
            "engagement_id": shown.id.text, "other": shown.otherName, "begun_on": shown.begunAt.day.text,
            "begun_words": call.words(for: shown.begunAt.day),
            "stands": call.text("engagements.stands.\(shown.step.rawValue)"),
        ]
    }
}
