// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// A column of a list of people that the import understands.
package enum PeopleColumn: String, CaseIterable, Sendable, Hashable {
    case givenName = "first name"
    case familyName = "last name"
    case name
    case email
    case userName = "user name"
    case organisation
    case role
    case jobTitle = "job title"
    case grade
    case department
    case managerEmail = "line manager email"
    case specialisms
    case languages
    case region
    case capacity

    /// The most characters of a cell.
    var most: Int {
        switch self {
        case .givenName, .familyName, .grade, .region: 100
        case .name, .organisation, .jobTitle, .department, .role: 200
        case .email, .managerEmail: 254
        case .userName: 40
        case .specialisms, .languages: 2000
        case .capacity: 20
        }
    }

    /// Recognizes a heading as spreadsheets have it, in English or Welsh, whatever its case, spaces, accents and marks.
    package init?(heading: String) {
        let squeezed = Text.folded(heading).replacing(" ", with: "")
        guard let column = Self.headings[squeezed] else { return nil }
        self = column
    }

    private static let headings: [String: PeopleColumn] = {
        let names: [PeopleColumn: [String]] = [
            .givenName: [
                "firstname", "forename", "forenames", "givenname", "givennames", "preferredname", "knownas",
                "enwcyntaf", "enwaucyntaf",
                "enwbedydd",
            ],
            .familyName: ["lastname", "surname", "familyname", "secondname", "cyfenw", "enwolaf", "enwteuluol"],
            .name: ["name", "fullname", "displayname", "person", "enw", "enwllawn"],
            .email: [
                "email", "emailaddress", "mail", "workemail", "workemailaddress", "ebost", "cyfeiriadebost",
                "ebostgwaith",
            ],
            .userName: ["username", "login", "loginname", "userid", "enwdefnyddiwr"],
            .organisation: [
                "organisation", "organization", "organisationname", "organizationname", "org", "employer", "company",
                "sefydliad",
                "enwsefydliad", "cyflogwr",
            ],
            .role: ["role", "roles", "poolrole", "rol", "rolau", "rolyngronfa"],
            .jobTitle: ["jobtitle", "job", "title", "position", "post", "teitlswydd", "swydd", "teitlyswydd"],
            .grade: ["grade", "band", "payband", "level", "gradd", "graddfa", "bandcyflog"],
            .department: [
                "department", "dept", "division", "directorate", "team", "service", "adran", "cyfarwyddiaeth", "tim",
            ],
            .managerEmail: [
                "linemanageremail", "linemanageremailaddress", "linemanager", "manager", "manageremail",
                "manageremailaddress",
                "reportsto", "ebostrheolwrllinell", "ebostyrheolwrllinell", "rheolwrllinell", "ebostrheolwr",
                "cyfeiriadebostrheolwrllinell",
            ],
            .specialisms: [
                "specialisms", "specialism", "specialties", "specialities", "expertise", "areasofexpertise", "skills",
                "arbenigeddau",
                "arbenigedd", "meysyddarbenigol", "sgiliau",
            ],
            .languages: ["languages", "language", "spokenlanguages", "languagesspoken", "ieithoedd", "iaith"],
            .region: ["region", "regions", "area", "location", "rhanbarth", "ardal", "lleoliad"],
            .capacity: [
                "capacity", "places", "maxclients", "maximumclients", "numberofclients", "capasiti", "lleoedd",
                "nifercleientiaid",
            ],
        ]
        var headings: [String: PeopleColumn] = [:]
        for (column, words) in names {
            for word in words { headings[word] = column }
        }
        return headings
    }()
}

/// The words by which a list may name a role, in English and Welsh.
enum RoleWord {
    /// `nil` for a word that is no role.
    static func read(_ word: String) -> Role? {
        words[Text.folded(word).replacing(" ", with: "")]
    }

    private static let words: [String: Role] = {
        let names: [Role: [String]] = [
            .client: [
                "client", "clients", "coachee", "mentee", "learner", "cleient", "cleientiaid", "mentorai", "dysgwr",
            ],
            .practitioner: [
                "practitioner", "coach", "mentor", "coachmentor", "internalcoach", "externalcoach", "ymarferydd",
                "hyfforddwr",
                "hyfforddwraig", "anogwr", "mentora",
            ],
            .supervisor: ["supervisor", "coachsupervisor", "coachingsupervisor", "goruchwyliwr", "goruchwylydd"],
            .sponsor: ["sponsor", "noddwr", "noddwraig"],
            .guardian: ["guardian", "parent", "gwarcheidwad", "rhiant"],
            .lead: [
                "lead", "organisationallead", "organizationallead", "organisationlead", "orglead", "arweinydd",
                "arweinyddsefydliad",
            ],
            .administrator: [
                "administrator", "admin", "pooladministrator", "pooladmin", "gweinyddwr", "gweinyddwraig",
                "gweinyddwrygronfa",
            ],
            .panel: ["panel", "panelmember", "complaintspanel", "aelodpanel", "aelodorpanel", "panelcwynion"],
            .safeguarding: ["safeguarding", "safeguardinglead", "diogelu", "arweinydddiogelu"],
            .records: ["records", "recordsofficer", "cofnodion", "swyddogcofnodion"],
        ]
        var words: [String: Role] = [:]
        for (role, list) in names {
            for word in list { words[word] = role }
        }
        return words
    }()
}
