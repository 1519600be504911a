// SPDX-License-Identifier: EUPL-1.2

extension Quantity {
    /// What the figure says, in one line.
    package var words: Bilingual {
        switch self {
        case .supervisionRatio:
            Bilingual(
                en: "Supervision for hours of practice",
                cy: "Goruchwyliaeth am oriau ymarfer"
            )
        case .supervisionHours:
            Bilingual(
                en: "Supervision in a stretch of time",
                cy: "Goruchwyliaeth mewn cyfnod o amser"
            )
        case .supervisionSessions:
            Bilingual(
                en: "Meetings with a supervisor or group in a stretch of time",
                cy: "Cyfarfodydd â goruchwyliwr neu grŵp mewn cyfnod o amser"
            )
        case .supervisionBeforeAward:
            Bilingual(
                en: "Supervision before a credential is awarded",
                cy: "Goruchwyliaeth cyn dyfarnu cymhwyster"
            )
        case .supervisionLength:
            Bilingual(
                en: "How long somebody has been supervised before an award",
                cy: "Am ba hyd y bu rhywun dan oruchwyliaeth cyn dyfarniad"
            )
        case .developmentHours:
            Bilingual(
                en: "Professional development in a stretch of time",
                cy: "Datblygiad proffesiynol mewn cyfnod o amser"
            )
        case .developmentCoreHours:
            Bilingual(
                en: "Of it, on the body's core competencies",
                cy: "O hwnnw, ar gymwyseddau craidd y corff"
            )
        case .developmentEthicsHours:
            Bilingual(
                en: "Of it, on ethics",
                cy: "O hwnnw, ar foeseg"
            )
        case .developmentSupervisionHours:
            Bilingual(
                en: "Supervision that may count as development",
                cy: "Goruchwyliaeth a all gyfrif fel datblygiad"
            )
        case .mentorCoachingHours:
            Bilingual(
                en: "Mentor coaching before renewal",
                cy: "Hyfforddi gan fentor cyn adnewyddu"
            )
        case .mentorCoachingLength:
            Bilingual(
                en: "How long that mentor coaching is spread over",
                cy: "Dros ba gyfnod y rhennir yr hyfforddi hwnnw"
            )
        case .renewalCycle:
            Bilingual(
                en: "Time from one renewal of a credential to the next",
                cy: "Amser o un adnewyddiad cymhwyster i'r nesaf"
            )
        case .trainingHours:
            Bilingual(
                en: "Training before a credential",
                cy: "Hyfforddiant cyn cymhwyster"
            )
        case .practiceHours:
            Bilingual(
                en: "Practice before a credential",
                cy: "Ymarfer cyn cymhwyster"
            )
        case .practicePaidHours:
            Bilingual(
                en: "Of it, paid",
                cy: "O hwnnw, â thâl"
            )
        case .practiceRecentHours:
            Bilingual(
                en: "Of it, lately",
                cy: "O hwnnw, yn ddiweddar"
            )
        case .practiceLength:
            Bilingual(
                en: "How long somebody has practised before a credential",
                cy: "Am ba hyd y bu rhywun yn ymarfer cyn cymhwyster"
            )
        case .practiceClients:
            Bilingual(
                en: "Clients before a credential",
                cy: "Cleientiaid cyn cymhwyster"
            )
        case .feedbackClients:
            Bilingual(
                en: "Clients who gave feedback before a credential",
                cy: "Cleientiaid a roddodd adborth cyn cymhwyster"
            )
        case .reflectionsWritten:
            Bilingual(
                en: "Reflections written before a credential",
                cy: "Myfyrdodau a ysgrifennwyd cyn cymhwyster"
            )
        case .groupSize:
            Bilingual(
                en: "Largest group that counts as one entry in a log of hours",
                cy: "Y grŵp mwyaf sy'n cyfrif fel un cofnod mewn log oriau"
            )
        case .complaintWindow:
            Bilingual(
                en: "Time to complain after what happened",
                cy: "Amser i gwyno ar ôl y digwyddiad"
            )
        case .complaintWindowAfterEnd:
            Bilingual(
                en: "Time to complain after the work has ended",
                cy: "Amser i gwyno ar ôl i'r gwaith ddod i ben"
            )
        case .complaintInvestigators:
            Bilingual(
                en: "People who look into a complaint",
                cy: "Pobl sy'n ymchwilio i gŵyn"
            )
        case .complaintPanel:
            Bilingual(
                en: "People on a panel that decides",
                cy: "Pobl ar banel sy'n penderfynu"
            )
        case .complaintMajority:
            Bilingual(
                en: "Votes of a panel that uphold a complaint",
                cy: "Pleidleisiau panel sy'n cadarnhau cwyn"
            )
        case .complaintReview:
            Bilingual(
                en: "Time to a first review by a panel",
                cy: "Amser hyd at adolygiad cyntaf gan banel"
            )
        case .complaintHearing:
            Bilingual(
                en: "Time from that review to a hearing",
                cy: "Amser o'r adolygiad hwnnw i wrandawiad"
            )
        case .complaintEvidence:
            Bilingual(
                en: "How long before a hearing both sides have the evidence",
                cy: "Pa mor hir cyn gwrandawiad y mae'r dystiolaeth gan y ddwy ochr"
            )
        case .appealWindow:
            Bilingual(
                en: "Time to appeal against a finding",
                cy: "Amser i apelio yn erbyn canfyddiad"
            )
        case .recordRetention:
            Bilingual(
                en: "How long records are kept after the end",
                cy: "Am ba hyd y cedwir cofnodion ar ôl y diwedd"
            )
        case .exceptionEmbargo:
            Bilingual(
                en: "Longest time for which telling the client of an exception may wait",
                cy: "Yr amser hwyaf y caiff dweud wrth y cleient am eithriad aros"
            )
        case .requestExpiry:
            Bilingual(
                en: "How long a request waits for an answer",
                cy: "Am ba hyd y mae cais yn aros am ateb"
            )
        }
    }
}
