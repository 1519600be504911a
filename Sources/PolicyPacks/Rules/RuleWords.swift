// SPDX-License-Identifier: EUPL-1.2

extension Rule {
    /// The question, in a few words.
    package var words: Bilingual {
        switch self {
        case .conflictAtEntry:
            Bilingual(
                en: "A possible conflict before work starts",
                cy: "Gwrthdaro posibl cyn i'r gwaith ddechrau"
            )
        case .supervisionDuty:
            Bilingual(
                en: "Supervision",
                cy: "Goruchwyliaeth"
            )
        case .supervisionForm:
            Bilingual(
                en: "What counts as supervision",
                cy: "Yr hyn sy'n cyfrif fel goruchwyliaeth"
            )
        case .indemnity:
            Bilingual(
                en: "Indemnity insurance",
                cy: "Yswiriant indemniad"
            )
        case .permissionForm:
            Bilingual(
                en: "The form of a client's permission to share",
                cy: "Ffurf caniatâd cleient i rannu"
            )
        case .permissionFrom:
            Bilingual(
                en: "Whose permission a sharing needs",
                cy: "Caniatâd pwy sydd ei angen i rannu"
            )
        case .limitsAgreed:
            Bilingual(
                en: "Agreement to the limits of confidentiality",
                cy: "Cytundeb i derfynau cyfrinachedd"
            )
        case .dangerThreshold:
            Bilingual(
                en: "Danger that lifts confidentiality",
                cy: "Perygl sy'n codi cyfrinachedd"
            )
        case .earlyEnding:
            Bilingual(
                en: "The client ends before the agreed end",
                cy: "Y cleient yn gorffen cyn y diwedd a gytunwyd"
            )
        case .methodsOpenTo:
            Bilingual(
                en: "Who may ask about methods",
                cy: "Pwy gaiff ofyn am ddulliau"
            )
        case .colleagueConduct:
            Bilingual(
                en: "A colleague seems to act unethically",
                cy: "Mae cydweithiwr i'w weld yn ymddwyn yn anfoesegol"
            )
        case .afterTheEnd:
            Bilingual(
                en: "Confidentiality after the end",
                cy: "Cyfrinachedd ar ôl y diwedd"
            )
        }
    }
}
