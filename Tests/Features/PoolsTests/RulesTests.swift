// SPDX-License-Identifier: EUPL-1.2

import Kernel
import Pools
import Testing

@Suite("Rules of roles, deputies, names and settings")
struct RulesTests {
    private static let pool = PoolID(stored: "pool")
    private static let own = PersonID(stored: "self")
    private static let other = PersonID(stored: "other")
    private static let organisation = OrganisationID(stored: "organisation")

    private static func viewer(_ role: Role) -> Viewer {
        Viewer(
            pool: pool, person: own, name: "Viewer", signIn: SignInID(stored: "s"),
            roles: [HeldRole(role: role, organisation: role == .lead ? organisation : nil)])
    }

    @Test("An administrator gives every role, a lead three, nobody else any", arguments: Role.allCases, Role.allCases)
    func giving(asked: Role, given: Role) {
        let mayGive = RoleRules.mayGive(Self.viewer(asked)).contains(given)
        switch asked {
        case .administrator: #expect(mayGive)
        case .lead: #expect(mayGive == [.client, .practitioner, .sponsor].contains(given))
        default: #expect(!mayGive)
        }
    }

    @Test("Nobody gives themselves a role of duty; other roles they may", arguments: Role.allCases)
    func notToYourself(role: Role) {
        let administrator = Self.viewer(.administrator)
        let outcome = Result {
            try RoleRules.check(giving: role, to: Self.own, for: Self.organisation, by: administrator)
        }
        if role.canHaveDeputy {
            #expect(throws: PoolsError.notToYourself) { try outcome.get() }
        } else {
            #expect(throws: Never.self) { try outcome.get() }
        }
    }

    @Test("A lead is a lead of an organisation")
    func leadNeedsOrganisation() {
        #expect(throws: PoolsError.organisationNeeded) {
            try RoleRules.check(giving: .lead, to: Self.other, for: nil, by: Self.viewer(.administrator))
        }
    }

    @Test(
        "A deputy stands in forwards, not wholly in the past, for at most a year and a day",
        arguments: [
            (0, 0, nil), (-10, 0, nil), (0, 365, nil), (1, 0, PoolsError.daysBackwards), (-10, -1, .daysPast),
            (0, 366, .daysTooMany),
        ] as [(Int, Int, PoolsError?)])
    func deputyDays(from: Int, until: Int, error: PoolsError?) {
        let today = Day(number: 20_000)
        let outcome = Result {
            try Deputyship.check(from: today.adding(days: from), until: today.adding(days: until), today: today)
        }
        switch outcome {
        case .success: #expect(error == nil)
        case .failure(let found): #expect(found as? PoolsError == error)
        }
    }

    @Test(
        "User names are made of what folds to ASCII, and the first free one is taken",
        arguments: [
            ("Siân", "Ŵyn", [], "sian.wyn"), ("Siân", "Ŵyn", ["sian.wyn"], "sian.wyn2"),
            ("Siân", "Ŵyn", ["sian.wyn", "sian.wyn2"], "sian.wyn3"), ("Дмитрий", "", [], "person"),
            ("", "O'Neill-Smith", [], "oneill.smith"),
        ] as [(String, String, Set<String>, String)])
    func userNames(given: String, family: String, taken: Set<String>, expected: String) {
        let base = UserName.base(PersonDetails(givenName: given, familyName: family))
        #expect(UserName.free(base: base, taken: taken) == expected)
    }

    @Test(
        "A name in other letters keeps them as its key",
        arguments: [("Siân Ŵyn", "sian wyn"), ("Дмитрий Ŵyn", "дмитрий wyn")])
    func nameKeys(name: String, key: String) {
        #expect(NameKey.of(name) == key)
    }

    @Test("Every setting takes its own default, and no value outside its range", arguments: PoolSetting.allCases)
    func settings(setting: PoolSetting) {
        #expect(setting.takes(setting.standard))
        #expect(PoolSettings().text(setting) == setting.standard)
        switch setting.kind {
        case .number(let range):
            #expect(!setting.takes(String(range.upperBound + 1)))
            #expect(PoolSettings([setting.rawValue: String(range.lowerBound - 1)]).text(setting) == setting.standard)
        case .yesNo, .choice: #expect(!setting.takes("wizard"))
        case .text(let most): #expect(!setting.takes(String(repeating: "x", count: most + 1)))
        }
    }
}
