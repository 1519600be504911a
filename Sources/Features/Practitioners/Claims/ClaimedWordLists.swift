// SPDX-License-Identifier: EUPL-1.2

extension ClaimedWords {
    /// Professional bodies and awarding bodies of this field, by name and by letters, folded.
    static let bodies: [[String]] = [
        ["icf"], ["international", "coaching", "federation"], ["international", "coach", "federation"],
        ["emcc"], ["european", "mentoring", "and", "coaching", "council"], ["association", "for", "coaching"],
        ["iicm"], ["international", "institute", "of", "coaching", "and", "mentoring"], ["apecs"], ["bps"],
        ["british", "psychological", "society"], ["cipd"], ["cmi"], ["chartered", "management", "institute"],
        ["ilm"], ["institute", "of", "leadership", "and", "management"], ["ircm"], ["hcpc"], ["bacp"],
        ["cymdeithas", "hyfforddi"], ["cyngor", "mentora", "a", "hyfforddi", "ewrop"],
    ]

    /// Marks and titles that stand for a credential. A star stands for any ending.
    static let credentials: [String] =
        [
            "acc", "pcc", "mcc", "eia", "esia", "fcipd", "mcipd", "cpsychol", "phd", "dphil", "dr", "prof", "professor",
            "doctor", "doctorate",
        ] + general

    /// Words that say that there is a credential without saying which: any verified claim answers them.
    static let general: [String] = [
        "accredit*", "certif*", "chartered", "licensed", "qualified", "credentialed", "credentialled", "registered",
        "achrededig*", "hachredu", "achrediad*", "ardystiedig", "tystysgrif*", "siartredig", "trwyddedig", "cymwysedig",
        "gymwysedig", "cofrestredig",
    ]

    /// Results that nobody can promise.
    static let promises: [[String]] = [
        ["guarantee*"], ["100%"], ["proven", "results"], ["proven", "to"], ["i", "promise"], ["will", "transform"],
        ["will", "change", "your", "life"], ["get", "you", "promoted"], ["get", "you", "the", "job"],
        ["always", "works"], ["never", "fails"], ["risk", "free"], ["cure*"], ["success", "rate"],
        ["results", "in", "weeks"], ["you", "will", "succeed"],
        ["gwarant*"], ["warant*"], ["rwy'n", "addo"], ["rwyn", "addo"], ["dwi'n", "addo"], ["addewid", "o"],
        ["canlyniadau", "profedig"], ["canlyniadau", "sicr"], ["newid", "eich", "bywyd"], ["trawsnewid", "eich"],
        ["bob", "amser", "yn", "gweithio"], ["byth", "yn", "methu"], ["cyfradd", "llwyddo"],
        ["byddwch", "yn", "llwyddo"],
        ["iacha*"],
    ]
}
