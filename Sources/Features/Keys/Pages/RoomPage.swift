// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Kernel
import Web

/// What the pool's pages say of the room.
enum RoomPage {
    static func response(to call: Call<SignedIn>, _ standing: RoomStanding) throws -> Response {
        try call.page(
            "room", title: call.text("room.title"),
            [
                "has_keys": standing.seq > 0, "has_recovery": standing.recovery != nil,
                "recovery": standing.recovery.map { call.text("room.recovery", ["moment": call.words(for: $0)]) } ?? "",
                "has_reset": standing.reset != nil,
                "reset": standing.reset.map { call.text("room.reset", ["moment": call.words(for: $0)]) } ?? "",
                "form": FormBuilder(call).view(
                    action: "/room", button: standing.seq > 0 ? "room.open" : "room.make"),
            ])
    }

    static func reset(_ candidate: ResetCandidate, _ call: Call<AsAdministrator>) throws -> Response {
        try call.page(
            "reset_start", title: call.text("reset.title", ["name": candidate.name]),
            [
                "person_id": candidate.person.text, "has_keys": candidate.hasKeys,
                "is_open": candidate.due != nil,
                "open": candidate.due.map { call.text("reset.open", ["moment": call.words(for: $0)]) } ?? "",
                "form": FormBuilder(call).view(action: "/people/\(candidate.person)/reset", button: "reset.press"),
            ])
    }
}
