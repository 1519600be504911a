// SPDX-License-Identifier: EUPL-1.2

import Kernel
package import Web

/// What a client chooses after a first conversation.
package struct ChoiceForm: Form {
    enum Answer: String, CaseIterable {
        case goOn = "go-on"
        case notThisTime = "not-this-time"
    }

    let answer: Answer?

    package init(reading fields: inout FieldReader) {
        answer = fields.choice("choice", Answer.self)
    }
}
