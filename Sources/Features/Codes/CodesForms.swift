// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PolicyPacks
import Web

/// A figure of the pool's own.
struct FigureForm: Form {
    let measure: Measure?

    init(reading fields: inout FieldReader) {
        let amount = fields.number("amount", 0...Measure.greatest)
        let unit = fields.choice("unit", MeasureUnit.self)
        let per = fields.number("per_amount", 1...Measure.greatest, optional: true)
        let perUnit = fields.choice("per_unit", MeasureUnit.self, optional: true)
        if (per == nil) != (perUnit == nil) {
            fields.fail(per == nil ? "per_amount" : "per_unit", "codes-both-or-none")
        }
        guard let amount, let unit else {
            measure = nil
            return
        }
        var stretch: Measure.Amount?
        if let per, let perUnit { stretch = Measure.Amount(per, perUnit) }
        measure = Measure(Measure.Amount(amount, unit), per: stretch)
    }

    static func filled(_ measure: Measure?) -> FilledForm {
        guard let measure else { return FilledForm() }
        return FilledForm(values: [
            "amount": [String(measure.amount.value)], "unit": [measure.amount.unit.rawValue],
            "per_amount": measure.per.map { [String($0.value)] } ?? [],
            "per_unit": measure.per.map { [$0.unit.rawValue] } ?? [],
        ])
    }
}

/// An answer of the pool's own, by its name.
struct AnswerForm: Form {
    let answer: String

    init(reading fields: inout FieldReader) {
        answer = fields.line("answer", most: 64, optional: true)
        if answer.isEmpty { fields.fail("answer", "choose-one") }
    }
}

/// Until when members may accept.
struct EditionForm: Form {
    let acceptBy: Day?

    init(reading fields: inout FieldReader) {
        acceptBy = fields.day("accept_by")
    }
}
