// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Web

/// A page with one form: where it came from, what it is about, the fields.
enum FormPage {
    /// - Parameters:
    ///   - title: plain words.
    ///   - back: address and words of the page before.
    ///   - lead: words between heading and form, empty for none.
    static func response<Who>(
        to call: Call<Who>, title: String, back: (href: String, words: String), lead: String = "", form: View
    ) throws -> Response {
        try call.page(
            "pools_form", title: title,
            [
                "back_href": back.href, "back_words": back.words, "has_lead": !lead.isEmpty, "lead": lead, "form": form,
                "has_errors": form["has_errors"] as? Bool ?? false,
            ])
    }
}
