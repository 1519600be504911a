// SPDX-License-Identifier: EUPL-1.2

package import Codes
package import Kernel

/// What somebody lacks for a kind of work that they offer.
package enum GateLack: String, CaseIterable, Sendable, Hashable, Comparable {
    case code, credential, supervision, indemnity, briefing, expertise

    package init(_ need: ServiceNeed) {
        switch need {
        case .credential: self = .credential
        case .supervision: self = .supervision
        case .indemnity: self = .indemnity
        case .briefing: self = .briefing
        case .expertise: self = .expertise
        }
    }

    package var words: String { "gate.lack.\(rawValue)" }

    package static func < (left: GateLack, right: GateLack) -> Bool { left.rawValue < right.rawValue }
}

/// What decides, of one person on one day.
package struct GateFacts: Sendable {
    package struct Verified: Sendable {
        package let id: ClaimID
        package let kind: ClaimKind
        package let title: String
        package let from: Day?
        package let until: Day?

        package init(id: ClaimID, kind: ClaimKind, title: String = "", from: Day? = nil, until: Day? = nil) {
            self.id = id
            self.kind = kind
            self.title = title
            self.from = from
            self.until = until
        }

        func isGood(on day: Day) -> Bool {
            (from.map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true)
        }
    }

    package let offers: [Discipline]
    /// The number of the newest edition of the code that they accepted, 0 for none.
    package let accepted: Int
    package let claims: [Verified]

    package init(offers: [Discipline], accepted: Int = 0, claims: [Verified] = []) {
        self.offers = offers
        self.accepted = accepted
        self.claims = claims
    }
}

/// What follows: for which work somebody can be found, what is lacking for the rest, when time alone changes it.
package struct Gate: Hashable, Sendable {
    package let services: Set<Discipline>
    package let lacks: Set<GateLack>
    /// Codes of specialisms that their lead confirmed.
    package let expertise: Set<String>
    package let nextOn: Day?

    package var isOpen: Bool { !services.isEmpty }
}

package enum GateRules {
    /// Days before something runs out on which it is brought to mind.
    package static let notice = 30

    /// For each kind of work, whether what the pool asks for it is in order on a day. A pure function of what it is given, so that
    /// what held on a day can be found again.
    ///
    /// Ethics: wme/WME-1, wme/WME-2.4, global/GLOBAL-2.14, global/GLOBAL-3.4
    package static func judge(_ facts: GateFacts, _ types: ServiceTypes, _ editions: CodeEditions, on day: Day) -> Gate
    {
        let good = facts.claims.filter { $0.isGood(on: day) }
        let met = Set(good.compactMap(\.kind.answers))
        var (services, lacks): (Set<Discipline>, Set<GateLack>) = ([], [])
        let hasCode = facts.accepted >= editions.neededToStay(on: day)
        if !hasCode { lacks.insert(.code) }
        for discipline in facts.offers where types[discipline].isOffered {
            let missing = types[discipline].needs.subtracting(met)
            lacks.formUnion(missing.map(GateLack.init))
            if missing.isEmpty, hasCode { services.insert(discipline) }
        }
        return Gate(
            services: services, lacks: lacks, expertise: Set(good.filter { $0.kind == .expertise }.map(\.title)),
            nextOn: nextDay(facts, editions, after: day))
    }

    /// Claims that run out within the notice and that no other of the same kind outlasts.
    package static func runningOut(_ facts: GateFacts, on day: Day) -> [GateFacts.Verified] {
        facts.claims.filter { claim in
            guard let until = claim.until, day <= until, until <= day.adding(days: notice) else { return false }
            return !facts.claims.contains { other in
                other.kind == claim.kind && other.title == claim.title && other.id != claim.id
                    && (other.until.map { $0 > until } ?? true)
            }
        }
    }

    private static func nextDay(_ facts: GateFacts, _ editions: CodeEditions, after day: Day) -> Day? {
        let turns = facts.claims.flatMap { claim in
            [claim.from, claim.until?.adding(days: 1), claim.until?.adding(days: -notice)].compactMap { $0 }
        }
        return (turns + [editions.nextDue(after: day, accepted: facts.accepted)].compactMap { $0 })
            .filter { $0 > day }.min()
    }
}
