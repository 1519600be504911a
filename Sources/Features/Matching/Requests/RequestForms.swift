// SPDX-License-Identifier: EUPL-1.2

package import Kernel
import Practitioners
package import Web

/// The four questions of a request.
package struct RequestForm: Form {
    package let wish: RequestWish?

    package init(reading fields: inout FieldReader) {
        let discipline = fields.choice("discipline", Discipline.self)
        var choices = Choices()
        choices.insert(fields.choices("specialism", Specialism.self))
        if choices.all(Specialism.self).count > DirectoryForm.mostTopics {
            fields.fail("specialism", "choose-at-most", ["most": String(DirectoryForm.mostTopics)])
        }
        choices.insert(fields.choices("time", UsualTime.self))
        let format = fields.choice("format", MeetingFormat.self)
        wish =
            if let discipline, let format { RequestWish(discipline: discipline, format: format, choices: choices) } else
            { nil }
    }
}

extension RequestForm {
    /// What was looked for, so that it is not asked twice.
    static func filled(_ searched: Choices) -> FilledForm {
        func codes<Answer: Choice>(_: Answer.Type) -> [String] { searched.all(Answer.self).map(\.rawValue) }
        let formats = codes(MeetingFormat.self)
        return FilledForm(values: [
            "discipline": codes(Discipline.self), "specialism": codes(Specialism.self), "time": codes(UsualTime.self),
            "format": formats.count == 1 ? formats : [],
        ])
    }
}

/// Accepting, with the offer to pause.
package struct AcceptanceForm: Form {
    package let pausing: Bool

    package init(reading fields: inout FieldReader) {
        pausing = fields.isTicked("pause")
    }
}

package struct RefusalForm: Form {
    package let reason: RefusalReason?
    package let suggested: PersonID?

    package init(reading fields: inout FieldReader) {
        reason = fields.choice("reason", RefusalReason.self)
        let text = fields.fields.first("suggested") ?? ""
        suggested = PersonID(text)
        if !text.isEmpty, text != Self.nobody, suggested == nil { fields.fail("suggested", "not-a-choice") }
    }

    static let nobody = "nobody"
}

/// How and when the two talk for the first time.
package struct ConversationForm: Form {
    package let conversation: FirstConversation?

    enum When: String {
        case agreed
        case at
    }

    package init(reading fields: inout FieldReader) {
        let format = fields.choice("format", MeetingFormat.self)
        let when = fields.choice("when", When.self)
        var day: Day?
        var time: String?
        if when == .at {
            day = fields.day("day")
            time = Self.time(fields.line("time", most: 5))
            if time == nil { fields.fail("time", "not-a-time") }
        }
        conversation = format.map { FirstConversation(format: $0, day: day, time: time) }
    }

    /// `9:30`, `09.30` and `0930` are all half past nine.
    static func time(_ typed: String) -> String? {
        let digits = typed.filter(\.isNumber)
        guard typed.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ":" || $0 == ".") }),
            (3...4).contains(digits.count),
            let number = Int(digits), number / 100 < 24, number % 100 < 60
        else { return nil }
        let text = digits.count == 3 ? "0" + digits : digits
        return text.prefix(2) + ":" + text.suffix(2)
    }
}
