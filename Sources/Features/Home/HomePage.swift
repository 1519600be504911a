// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Kernel
import Web

/// What needs this person, then where things of theirs stand.
enum HomePage {
    static func response(to call: Call<SignedIn>, _ items: [HomeItem]) throws -> Response {
        let needs = items.filter { $0.kind == .needsYou }
        let yours = items.filter { $0.kind == .yours }
        return try call.page(
            "home", title: call.text("home.title"),
            [
                "needs": views(of: needs, call), "has_needs": !needs.isEmpty, "yours": views(of: yours, call),
                "has_yours": !yours.isEmpty, "needs_title": call.text("home.needs", count: needs.count),
            ])
    }

    private static func views(of items: [HomeItem], _ call: Call<SignedIn>) -> [View] {
        items.map { ["words": call.text($0.message, $0.values), "href": $0.href] }
    }
}
