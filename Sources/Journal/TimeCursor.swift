// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// Where a page in time order ends: a moment, then an id.
struct TimeCursor {
    let at: String
    let id: String

    /// Anything that is no cursor stands after every row.
    init(_ text: String?) {
        let text = text ?? ""
        if let time = Timestamp(String(text.prefix(24))), let id = ID<Never>(text.dropFirst(24)) {
            (self.at, self.id) = (time.text, id.text)
        } else {
            (self.at, self.id) = ("9999-12-31T23:59:59.999Z", "~")  // "~" comes after every digit of base64url
        }
    }

    static func text<Of>(_ at: Timestamp, _ id: ID<Of>) -> String { at.text + id.text }
}
