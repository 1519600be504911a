// SPDX-License-Identifier: EUPL-1.2

extension Control {
    /// What the control does for people, in one line.
    package var words: Bilingual {
        switch self {
        case .aftercare:
            Bilingual(
                en: "Duties that outlive the end: confidence, safe records, agreed follow-up",
                cy: "Dyletswyddau sy'n para ar ôl y diwedd: cyfrinachedd, cofnodion diogel, y camau dilynol a gytunwyd"
            )
        case .agreement:
            Bilingual(
                en: "Nothing starts until every party has assented to the same text",
                cy: "Dim yn dechrau nes bod pob parti wedi cytuno i'r un testun"
            )
        case .attribution:
            Bilingual(
                en: "Material by others carries the name of its author",
                cy: "Mae deunydd gan eraill yn dwyn enw ei awdur"
            )
        case .boundary:
            Bilingual(
                en: "Boundaries agreed in words, and a way to say that one was crossed",
                cy: "Ffiniau wedi'u cytuno mewn geiriau, a ffordd o ddweud bod un wedi'i chroesi"
            )
        case .brand:
            Bilingual(
                en: "Names and logos of bodies only as a verified status allows",
                cy: "Enwau a logos cyrff dim ond fel y mae statws a wiriwyd yn ei ganiatáu"
            )
        case .bulletin:
            Bilingual(
                en: "Changes in law and policy told to members, who confirm that they have read them",
                cy: "Newidiadau yn y gyfraith ac mewn polisi yn cael eu hanfon at aelodau, sy'n cadarnhau eu darllen"
            )
        case .claims:
            Bilingual(
                en: "Texts that promise results or claim what nobody has verified are refused",
                cy: "Gwrthodir testunau sy'n addo canlyniadau neu'n hawlio'r hyn nad oes neb wedi'i wirio"
            )
        case .code:
            Bilingual(
                en: "The code in force is accepted before a member is visible and shown before a client asks",
                cy: "Derbynnir y cod sydd mewn grym cyn i aelod fod yn weladwy, a'i ddangos cyn i gleient ofyn"
            )
        case .complaint:
            Bilingual(
                en: "A formal complaint with stages, clocks and an outcome",
                cy: "Cwyn ffurfiol â chamau, amserlen a chanlyniad"
            )
        case .complaintRoute:
            Bilingual(
                en: "The way to complain is named in the agreement and on every page",
                cy: "Enwir y ffordd o gwyno yn y cytundeb ac ar bob tudalen"
            )
        case .concern:
            Bilingual(
                en: "A worry can be raised early, sealed, about anybody",
                cy: "Gellir codi pryder yn gynnar, dan sêl, am unrhyw un"
            )
        case .conflict:
            Bilingual(
                en: "Ties are declared, and exclude or are decided upon by the client",
                cy: "Datgenir cysylltiadau, sydd naill ai'n eithrio neu'n cael eu penderfynu gan y cleient"
            )
        case .contribution:
            Bilingual(
                en: "What a member gives back to the craft can be recorded",
                cy: "Gellir cofnodi'r hyn y mae aelod yn ei roi'n ôl i'r grefft"
            )
        case .cpd:
            Bilingual(
                en: "Professional development recorded against what is required",
                cy: "Datblygiad proffesiynol wedi'i gofnodi yn erbyn yr hyn sy'n ofynnol"
            )
        case .credential:
            Bilingual(
                en: "Qualifications and accreditations shown only once verified",
                cy: "Dangosir cymwysterau ac achrediadau dim ond ar ôl eu gwirio"
            )
        case .directory:
            Bilingual(
                en: "Only those who meet what their service type asks can be found",
                cy: "Dim ond y rhai sy'n bodloni gofynion eu math o wasanaeth y gellir dod o hyd iddynt"
            )
        case .disclosure:
            Bilingual(
                en: "Nothing reaches a third party without the client's signature for that text and that reader",
                cy: "Dim yn cyrraedd trydydd parti heb lofnod y cleient ar gyfer y testun hwnnw a'r darllenydd hwnnw"
            )
        case .equality:
            Bilingual(
                en: "Prompts, figures and training that keep fairness in view",
                cy: "Anogaeth, ffigurau a hyfforddiant sy'n cadw tegwch mewn golwg"
            )
        case .ethicsAdvice:
            Bilingual(
                en: "Advice on the code can be asked for at any time, with no case opened",
                cy: "Gellir gofyn am gyngor ar y cod unrhyw bryd, heb agor achos"
            )
        case .evaluation:
            Bilingual(
                en: "Feedback is asked of clients and others, never forced",
                cy: "Gofynnir am adborth gan gleientiaid ac eraill, heb orfodi neb byth"
            )
        case .exception:
            Bilingual(
                en: "Lawful and agreed exceptions, countersigned and never without a trace",
                cy: "Eithriadau cyfreithlon a gytunwyd, wedi'u cydlofnodi a byth heb ôl"
            )
        case .fairProcess:
            Bilingual(
                en: "Both sides are heard, cared for and answered by people without a stake",
                cy: "Gwrandewir ar y ddwy ochr, gofalir amdanynt ac atebir hwy gan bobl heb fuddiant"
            )
        case .fitness:
            Bilingual(
                en: "A pause in one step, and a return through two people",
                cy: "Saib mewn un cam, a dychwelyd drwy ddau berson"
            )
        case .goals:
            Bilingual(
                en: "Goals belong to the client, who decides which are shared",
                cy: "Y cleient biau'r nodau, ac sy'n penderfynu pa rai a rennir"
            )
        case .guardian:
            Bilingual(
                en: "A parent, guardian or other responsible adult arranges confidentiality with the person",
                cy: "Mae rhiant, gwarcheidwad neu oedolyn cyfrifol arall yn trefnu cyfrinachedd gyda'r person"
            )
        case .handover:
            Bilingual(
                en: "Work passes to another practitioner by the client's signature",
                cy: "Trosglwyddir y gwaith i ymarferydd arall drwy lofnod y cleient"
            )
        case .incident:
            Bilingual(
                en: "A body is notified of disputes, litigation and bad publicity",
                cy: "Hysbysir corff am anghydfod, ymgyfreitha a chyhoeddusrwydd gwael"
            )
        case .income:
            Bilingual(
                en: "Paid work inside the pool only with recorded approval",
                cy: "Gwaith â thâl o fewn y gronfa dim ond gyda chymeradwyaeth wedi'i chofnodi"
            )
        case .insurance:
            Bilingual(
                en: "Indemnity cover known, in date and true for the work",
                cy: "Yswiriant indemniad yn hysbys, yn gyfredol ac yn wir ar gyfer y gwaith"
            )
        case .ledger:
            Bilingual(
                en: "A trail of who released what to whom, which nobody can quietly change",
                cy: "Llwybr o bwy a ryddhaodd beth i bwy, na all neb ei newid yn dawel"
            )
        case .matching:
            Bilingual(
                en: "People are matched on what the client needs, with reasons shown",
                cy: "Parir pobl ar sail angen y cleient, gan ddangos y rhesymau"
            )
        case .methods:
            Bilingual(
                en: "Approach and methods are on the profile and explained on request",
                cy: "Mae'r dull a'r technegau ar y proffil ac yn cael eu hegluro ar gais"
            )
        case .poolReport:
            Bilingual(
                en: "Figures for the pool from counts large enough to hide everyone",
                cy: "Ffigurau i'r gronfa o gyfrifon digon mawr i guddio pawb"
            )
        case .practiceLog:
            Bilingual(
                en: "Sessions and hours recorded as they happen",
                cy: "Cofnodi sesiynau ac oriau wrth iddynt ddigwydd"
            )
        case .privacy:
            Bilingual(
                en: "Personal data kept for one purpose, by law, and shown to its owner",
                cy: "Data personol at un diben, yn ôl y gyfraith, ac yn weladwy i'w berchennog"
            )
        case .records:
            Bilingual(
                en: "Retention, holds, disposal that reaches every copy, and a certificate",
                cy: "Cadw, atal gwaredu, gwaredu sy'n cyrraedd pob copi, a thystysgrif"
            )
        case .referral:
            Bilingual(
                en: "A way to someone better placed, inside or outside the pool",
                cy: "Ffordd at rywun mwy addas, y tu mewn neu'r tu allan i'r gronfa"
            )
        case .reflection:
            Bilingual(
                en: "A private place and a prompt to reflect",
                cy: "Lle preifat ac anogaeth i fyfyrio"
            )
        case .report:
            Bilingual(
                en: "A report written by client and practitioner together",
                cy: "Adroddiad a ysgrifennir gan y cleient a'r ymarferydd gyda'i gilydd"
            )
        case .review:
            Bilingual(
                en: "At the middle and before more: is this still useful?",
                cy: "Yn y canol a chyn rhagor: a yw hyn yn dal yn ddefnyddiol?"
            )
        case .safeguarding:
            Bilingual(
                en: "A safeguarding lead answers for people at risk",
                cy: "Mae arweinydd diogelu yn atebol am bobl mewn perygl"
            )
        case .sanction:
            Bilingual(
                en: "An upheld breach has effect at once and reaches those who must know",
                cy:
                    "Mae toriad a gadarnhawyd yn cael effaith ar unwaith ac yn cyrraedd y rhai y mae'n rhaid iddynt wybod"
            )
        case .scheduling:
            Bilingual(
                en: "Time and place arranged so that people can speak freely",
                cy: "Trefnu amser a lle fel y gall pobl siarad yn rhydd"
            )
        case .serviceType:
            Bilingual(
                en: "What was agreed, coaching or mentoring or another form, is what is delivered",
                cy: "Yr hyn a gytunwyd, yn hyfforddi, yn fentora neu'n ffurf arall, yw'r hyn a ddarperir"
            )
        case .staffDuty:
            Bilingual(
                en: "People who run the pool are bound by the same confidence",
                cy: "Mae'r bobl sy'n rhedeg y gronfa wedi'u rhwymo gan yr un cyfrinachedd"
            )
        case .supervision:
            Bilingual(
                en: "A qualified supervisor or group, often enough, told to the client",
                cy: "Goruchwyliwr neu grŵp cymwys, yn ddigon aml, a'r cleient yn gwybod"
            )
        case .team:
            Bilingual(
                en: "Work with a team as well as with one person",
                cy: "Gwaith gyda thîm yn ogystal â chydag un person"
            )
        case .termination:
            Bilingual(
                en: "The client can end at any time in one step",
                cy: "Gall y cleient ddod â'r gwaith i ben unrhyw bryd mewn un cam"
            )
        case .vault:
            Bilingual(
                en: "What is said is sealed in the browser; servers and backups hold nothing readable",
                cy: "Selir yr hyn a ddywedir yn y porwr; nid yw gweinyddion na chopïau wrth gefn yn dal dim darllenadwy"
            )
        }
    }
}
