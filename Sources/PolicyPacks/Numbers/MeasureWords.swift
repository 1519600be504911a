// SPDX-License-Identifier: EUPL-1.2

extension Measure {
    /// The figure as a phrase: "1 hour for every 35 hours of practice", "16 hours in 1 year", "2 of 3 votes".
    package var words: Bilingual {
        guard let per else { return amount.words }
        switch (amount.unit.family, per.unit.family) {
        case (.votes, .votes):
            return Bilingual(en: "\(amount.value) of \(per.words.en)", cy: "\(amount.value) o \(per.words.cy)")
        case (_, .practice):
            return Bilingual(
                en: "\(amount.words.en) for every \(per.words.en)", cy: "\(amount.words.cy) am bob \(per.words.cy)")
        default:
            return Bilingual(en: "\(amount.words.en) in \(per.words.en)", cy: "\(amount.words.cy) mewn \(per.words.cy)")
        }
    }
}

extension Measure.Amount {
    package var words: Bilingual {
        let english = unit.english
        return Bilingual(
            en: "\(value) \(value == 1 ? english.one : english.other)",
            cy: "\(value) \(unit.welsh(WelshNumber(value)))")
    }
}

/// The forms that a Welsh noun takes after a number, as the Unicode CLDR counts them.
private enum WelshNumber {
    case one, two, three, six, other

    init(_ value: Int) {
        switch value {
        case 1: self = .one
        case 2: self = .two
        case 3: self = .three
        case 6: self = .six
        default: self = .other
        }
    }
}

extension MeasureUnit {
    fileprivate var english: (one: String, other: String) {
        switch self {
        case .minutes: ("minute", "minutes")
        case .hours: ("hour", "hours")
        case .days: ("day", "days")
        case .weeks: ("week", "weeks")
        case .workingDays: ("working day", "working days")
        case .months: ("month", "months")
        case .years: ("year", "years")
        case .sessions: ("session", "sessions")
        case .practiceHours: ("hour of practice", "hours of practice")
        case .people: ("person", "people")
        case .votes: ("vote", "votes")
        case .reflections: ("reflection", "reflections")
        }
    }

    /// The noun stays singular after a number, and some of them mutate.
    fileprivate func welsh(_ number: WelshNumber) -> String {
        switch (self, number) {
        case (.minutes, .two): "funud"
        case (.minutes, _): "munud"
        case (.hours, _): "awr"
        case (.days, .two): "ddiwrnod"
        case (.days, _): "diwrnod"
        case (.weeks, _): "wythnos"
        case (.workingDays, .two): "ddiwrnod gwaith"
        case (.workingDays, _): "diwrnod gwaith"
        case (.months, .two): "fis"
        case (.months, _): "mis"
        case (.years, .one): "flwyddyn"
        case (.years, .two): "flynedd"
        case (.years, .three), (.years, .six): "blynedd"
        case (.years, .other): "mlynedd"
        case (.sessions, _): "sesiwn"
        case (.practiceHours, _): "awr o ymarfer"
        case (.people, .two): "berson"
        case (.people, .one): "person"
        case (.people, _): "o bobl"
        case (.votes, .one), (.votes, .two): "bleidlais"
        case (.votes, .six): "phleidlais"
        case (.votes, _): "pleidlais"
        case (.reflections, .two): "fyfyrdod"
        case (.reflections, _): "myfyrdod"
        }
    }
}

extension Direction {
    /// What stands before a figure, or in its place where somebody has to choose it.
    package var words: Bilingual {
        switch self {
        case .greater: Bilingual(en: "at least", cy: "o leiaf")
        case .smaller: Bilingual(en: "at most", cy: "ar y mwyaf")
        case .poolChooses: Bilingual(en: "the pool chooses", cy: "y gronfa sy'n dewis")
        case .organisationChooses: Bilingual(en: "each organisation chooses", cy: "pob sefydliad sy'n dewis")
        }
    }
}

extension NumberScope {
    /// Whom the figure concerns.
    package var words: Bilingual {
        switch self {
        case .externalMember:
            Bilingual(en: "members from outside the organisations", cy: "aelodau o'r tu allan i'r sefydliadau")
        case .internalMember:
            Bilingual(en: "members within an organisation", cy: "aelodau o fewn sefydliad")
        case .credential(let name):
            Bilingual(en: "holders of \(name)", cy: "deiliaid \(name)")
        }
    }
}
