// SPDX-License-Identifier: EUPL-1.2

package import Kernel

/// What a kind of work may ask of whoever does it, beside the code, which everybody accepts.
package enum ServiceNeed: String, CaseIterable, Sendable, Hashable {
    case credential, supervision, indemnity, briefing
    /// An expertise that the lead confirmed. Seniority is no condition anywhere.
    case expertise

    package var words: String { "service.need.\(rawValue)" }
}

/// A kind of work in one pool: whether it is offered, what it asks for, how it is described, how long it usually is.
package struct ServiceType: Hashable, Sendable {
    package let discipline: Discipline
    package var isOffered: Bool
    package var needs: Set<ServiceNeed>
    /// The pool's own description, empty where the standard words do.
    package var words: [Language: String]
    package var sessions: Int?
    package var months: Int?
    /// Whether the pool has decided; otherwise this is the standard, and asks for nothing.
    package let isDecided: Bool

    package init(
        _ discipline: Discipline, isOffered: Bool, needs: Set<ServiceNeed> = [], words: [Language: String] = [:],
        sessions: Int? = nil, months: Int? = nil, isDecided: Bool = true
    ) {
        self.discipline = discipline
        self.isOffered = isOffered
        self.needs = needs
        self.words = words
        self.sessions = sessions
        self.months = months
        self.isDecided = isDecided
    }

    /// What holds until the pool decides.
    package static func standard(_ discipline: Discipline) -> ServiceType {
        ServiceType(
            discipline, isOffered: discipline == .coaching || discipline == .mentoring, isDecided: false)
    }

    /// What the product suggests when a pool decides for the first time.
    ///
    /// Ethics: wme/WME-2.4, global/GLOBAL-2.14, global/GLOBAL-3.4
    package static func suggested(_ discipline: Discipline) -> ServiceType {
        let (needs, sessions, months): (Set<ServiceNeed>, Int, Int) =
            switch discipline {
            case .coaching: ([.credential, .supervision, .indemnity], 6, 6)
            case .team: ([.credential, .supervision, .indemnity], 6, 9)
            case .mentoring: ([.indemnity, .expertise], 10, 12)
            case .reverse, .mutual: ([.briefing], 6, 6)
            case .peer: ([.briefing], 6, 6)
            case .oneOff: ([.credential, .indemnity], 1, 1)
            }
        return ServiceType(
            discipline, isOffered: standard(discipline).isOffered, needs: needs, sessions: sessions, months: months,
            isDecided: false)
    }
}

/// All kinds of work in one pool.
package struct ServiceTypes: Hashable, Sendable {
    private let decided: [Discipline: ServiceType]

    package init(_ decided: [ServiceType] = []) {
        self.decided = Dictionary(decided.map { ($0.discipline, $0) }, uniquingKeysWith: { first, _ in first })
    }

    package subscript(discipline: Discipline) -> ServiceType { decided[discipline] ?? .standard(discipline) }

    package var offered: [Discipline] { Discipline.allCases.filter { self[$0].isOffered } }

    package var isDecided: Bool { !decided.isEmpty }
}
