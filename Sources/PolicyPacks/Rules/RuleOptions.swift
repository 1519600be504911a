// SPDX-License-Identifier: EUPL-1.2

extension Rule {
    /// The answers, from the mildest to the strictest for whoever offers the service.
    package var options: [RuleOption] {
        switch self {
        case .conflictAtEntry:
            [
                RuleOption(
                    id: "manage",
                    words: Bilingual(
                        en: "declared, talked over and managed",
                        cy: "ei ddatgan, ei drafod a'i reoli"
                    )
                ),
                RuleOption(
                    id: "refuse",
                    words: Bilingual(
                        en: "no arrangement is made",
                        cy: "ni wneir trefniant"
                    )
                ),
            ]
        case .supervisionDuty:
            [
                RuleOption(
                    id: "recommended",
                    words: Bilingual(
                        en: "recommended",
                        cy: "argymhellir"
                    )
                ),
                RuleOption(
                    id: "required",
                    words: Bilingual(
                        en: "required",
                        cy: "gofynnol"
                    )
                ),
            ]
        case .supervisionForm:
            [
                RuleOption(
                    id: "peer-group",
                    words: Bilingual(
                        en: "a peer group counts",
                        cy: "mae grŵp cymheiriaid yn cyfrif"
                    )
                ),
                RuleOption(
                    id: "one-to-one",
                    words: Bilingual(
                        en: "only one to one counts",
                        cy: "un i un yn unig sy'n cyfrif"
                    )
                ),
            ]
        case .indemnity:
            [
                RuleOption(
                    id: "recommended",
                    words: Bilingual(
                        en: "recommended",
                        cy: "argymhellir"
                    )
                ),
                RuleOption(
                    id: "required",
                    words: Bilingual(
                        en: "required",
                        cy: "gofynnol"
                    )
                ),
            ]
        case .permissionForm:
            [
                RuleOption(
                    id: "express",
                    words: Bilingual(
                        en: "said expressly",
                        cy: "ei roi'n bendant"
                    )
                ),
                RuleOption(
                    id: "written",
                    words: Bilingual(
                        en: "in writing, saying what may be shared",
                        cy: "yn ysgrifenedig, gan ddweud beth y ceir ei rannu"
                    )
                ),
            ]
        case .permissionFrom:
            [
                RuleOption(
                    id: "client",
                    words: Bilingual(
                        en: "the client's",
                        cy: "y cleient"
                    )
                ),
                RuleOption(
                    id: "everyone-involved",
                    words: Bilingual(
                        en: "the client's and that of anybody else it concerns",
                        cy: "y cleient ac unrhyw un arall y mae'n ymwneud ag ef"
                    )
                ),
            ]
        case .limitsAgreed:
            [
                RuleOption(
                    id: "where-possible",
                    words: Bilingual(
                        en: "agreed where it can be",
                        cy: "cytuno lle bo modd"
                    )
                ),
                RuleOption(
                    id: "in-writing",
                    words: Bilingual(
                        en: "agreed in writing before work starts",
                        cy: "cytuno'n ysgrifenedig cyn dechrau"
                    )
                ),
            ]
        case .dangerThreshold:
            [
                RuleOption(
                    id: "as-agreed",
                    words: Bilingual(
                        en: "the conditions named in the agreement",
                        cy: "yr amodau a enwir yn y cytundeb"
                    )
                ),
                RuleOption(
                    id: "compelling-evidence",
                    words: Bilingual(
                        en: "compelling evidence that the danger is serious",
                        cy: "tystiolaeth gref fod y perygl yn ddifrifol"
                    )
                ),
            ]
        case .earlyEnding:
            [
                RuleOption(
                    id: "agreed-terms",
                    words: Bilingual(
                        en: "fees or notice in the agreement may follow, and are shown first",
                        cy: "gall ffioedd neu rybudd yn y cytundeb ddilyn, ac fe'u dangosir yn gyntaf"
                    )
                ),
                RuleOption(
                    id: "unconditional",
                    words: Bilingual(
                        en: "nothing follows from it",
                        cy: "nid oes dim yn dilyn"
                    )
                ),
            ]
        case .methodsOpenTo:
            [
                RuleOption(
                    id: "client",
                    words: Bilingual(
                        en: "the client",
                        cy: "y cleient"
                    )
                ),
                RuleOption(
                    id: "client-and-sponsor",
                    words: Bilingual(
                        en: "the client and the sponsor",
                        cy: "y cleient a'r noddwr"
                    )
                ),
            ]
        case .colleagueConduct:
            [
                RuleOption(
                    id: "may-challenge",
                    words: Bilingual(
                        en: "may be challenged",
                        cy: "gellir ei herio"
                    )
                ),
                RuleOption(
                    id: "must-challenge",
                    words: Bilingual(
                        en: "is challenged, then reported",
                        cy: "caiff ei herio, yna ei adrodd"
                    )
                ),
            ]
        case .afterTheEnd:
            [
                RuleOption(
                    id: "as-agreed",
                    words: Bilingual(
                        en: "for as long as agreed",
                        cy: "cyhyd ag y cytunwyd"
                    )
                ),
                RuleOption(
                    id: "for-ever",
                    words: Bilingual(
                        en: "for ever",
                        cy: "am byth"
                    )
                ),
            ]
        }
    }
}
