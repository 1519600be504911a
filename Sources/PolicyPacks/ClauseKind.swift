// SPDX-License-Identifier: EUPL-1.2

/// How the product meets a clause; a clause has one or more.
package enum ClauseKind: String, CaseIterable, Sendable {
    /// Refused until the condition is met.
    case gate
    /// Evidence is kept.
    case record
    /// Asked again on a clock.
    case review
    /// There is a way to put it right.
    case remedy
    /// Always open; a test proves that nothing blocks it.
    case right

    /// Whether only a test that names the clause itself shows this kind met. A control shared by twenty clauses says
    /// little about one refusal or one right; it says enough about records, reviews and remedies, which are alike.
    package var needsItsOwnTest: Bool {
        switch self {
        case .gate, .right: true
        case .record, .review, .remedy: false
        }
    }

    package var words: Bilingual {
        switch self {
        case .gate: Bilingual(en: "refused until met", cy: "gwrthodir nes ei fodloni")
        case .record: Bilingual(en: "evidence kept", cy: "cedwir tystiolaeth")
        case .review: Bilingual(en: "asked again on a clock", cy: "gofynnir eto yn ei bryd")
        case .remedy: Bilingual(en: "a way to put it right", cy: "ffordd o unioni'r sefyllfa")
        case .right: Bilingual(en: "always open", cy: "ar agor bob amser")
        }
    }
}
