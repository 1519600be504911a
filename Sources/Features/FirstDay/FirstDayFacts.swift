// SPDX-License-Identifier: EUPL-1.2

import Codes
package import Kernel
package import PolicyPacks
import Pools
import Practitioners
package import SQL

/// What a pool needs before it opens, in the order in which it is done. Each line is ticked by a fact, never by a press.
package enum FirstDayLine: String, CaseIterable, Sendable {
    case organisations, leads, deputies, codes, numbers, edition, services, wording, sponsors, supervisors,
        safeguarding,
        panel, contacts, privacy, invitation

    /// Where it is done.
    package var path: String {
        switch self {
        case .organisations: "/organisations"
        case .leads, .deputies, .supervisors, .safeguarding, .panel: "/people"
        case .codes, .numbers: "/codes"
        case .edition: "/codes/editions"
        case .services, .wording: "/services"
        case .sponsors, .contacts, .privacy: "/settings"
        case .invitation: "/invitations"
        }
    }
}

/// The checklist from an empty pool to "ready to open".
package struct FirstDayFacts: Sendable {
    /// People on a complaints panel at least: one to hear, one to decide, one to stand in.
    static let panel = 3

    package let done: Set<FirstDayLine>

    package var isReady: Bool { done.count == FirstDayLine.allCases.count }

    package static func read(
        in reader: Reader, pool: PoolID, on day: Day, library: PackLibrary
    ) throws -> FirstDayFacts {
        let settings = try PoolSettings.read(in: reader, pool: pool)
        let policy = try PoolPolicy.read(in: reader, pool: pool, library: library)
        let types = try ServiceTypes.read(in: reader, pool: pool)
        func number(_ statement: FirstDaySQL) throws -> Int { try reader.first(statement, pool)?.int("n") ?? 0 }
        func holders(_ role: Role) throws -> Int {
            try reader.first(FirstDaySQL.ofRole, pool, role.rawValue)?.int("n") ?? 0
        }
        func isSaid(_ texts: PoolSetting...) -> Bool { texts.allSatisfy { !settings.text($0).isEmpty } }
        let organisations = try number(.organisations)
        let hasLeads = try organisations > 0 && number(.withoutLead) == 0
        let packs = policy.packs(on: day)
        let hasCode = packs.contains { !$0.clauses.isEmpty }
        let lonely = try reader.first(FirstDaySQL.withoutDeputy, pool, day)?.int("n") ?? 0
        let newest = try CodeEditions.read(in: reader, pool: pool).newest
        let facts: [FirstDayLine: Bool] = [
            .organisations: organisations > 0, .leads: hasLeads, .deputies: hasLeads && lonely == 0, .codes: hasCode,
            .numbers: hasCode && policy.resolution(on: day).open.isEmpty,
            .edition: newest != nil
                && newest?.packs == packs.filter { !$0.clauses.isEmpty }.map(\.identity.description),
            .services: types.isDecided,
            .wording: types.isDecided
                && types.offered.allSatisfy { type in
                    Language.allCases.allSatisfy { !(types[type].words[$0] ?? "").isEmpty }
                },
            .sponsors: settings.text(.sponsors) != "undecided", .supervisors: try holders(.supervisor) > 0,
            .safeguarding: try holders(.safeguarding) > 0, .panel: try holders(.panel) >= panel,
            .contacts: isSaid(.contact, .crisisEnglish, .crisisWelsh),
            .privacy: isSaid(.privacyEnglish, .privacyWelsh), .invitation: try number(.came) > 0,
        ]
        return FirstDayFacts(done: Set(facts.filter(\.value).keys))
    }
}
