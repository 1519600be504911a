// SPDX-License-Identifier: EUPL-1.2

import Kernel
import Practitioners

/// By what clients are told apart when a lead asks whom a goal serves.
package enum GroupFacet: String, CaseIterable, Sendable {
    case organisation, department, grade, language

    package var words: String { "programmes.group." + rawValue }
}

/// How one group of clients fares under a goal.
package struct GroupShare: Sendable {
    package let facet: GroupFacet
    /// The group's name; of a language its code.
    package let label: String
    package let clients: Int
    package let matched: Int
    package let firstChoice: Int
    package let score: Int

    /// Groups smaller than this are shown together, so that a figure tells on nobody.
    package static let least = 5
    static let most = 24

    /// The groups of every client of a round.
    struct Labels {
        private let labels: [(facet: GroupFacet, labels: [String])]

        init(_ people: ProgrammePeople, _ input: RoundInput) {
            var byID: [PersonID: Applicant] = [:]
            for applicant in people.applicants { byID[applicant.person] = applicant }
            let clients = input.clients.map { byID[$0] }
            labels = GroupFacet.allCases.map { facet in
                (
                    facet: facet,
                    labels: Self.grouped(clients.map { $0.map { Self.label($0, facet) } ?? "" })
                )
            }
        }

        func shares(_ practitionerOf: [Int32], _ input: RoundInput) -> [GroupShare] {
            labels.flatMap { facet, labels -> [GroupShare] in
                var sums: [String: (clients: Int, matched: Int, first: Int, score: Int)] = [:]
                for (client, label) in labels.enumerated() {
                    var sum = sums[label] ?? (0, 0, 0, 0)
                    sum.clients += 1
                    let practitioner = Int(practitionerOf[client])
                    if practitioner >= 0, let index = input.index(client: client, practitioner: practitioner) {
                        sum.matched += 1
                        sum.score += Int(input.joint(input.pairs[index]))
                        if input.rank(client: client, index: index) == 1 { sum.first += 1 }
                    }
                    sums[label] = sum
                }
                guard sums.count > 1 else { return [] }
                return sums.sorted { $0.key < $1.key }.map { label, sum in
                    GroupShare(
                        facet: facet, label: label, clients: sum.clients, matched: sum.matched,
                        firstChoice: sum.first, score: sum.score)
                }
            }
        }

        /// Small groups, those without a name and whatever goes beyond a table become one, with an empty label.
        private static func grouped(_ labels: [String]) -> [String] {
            var sizes: [String: Int] = [:]
            for label in labels { sizes[label, default: 0] += 1 }
            let kept = sizes.filter { !$0.key.isEmpty && $0.value >= GroupShare.least }
                .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(GroupShare.most).map(\.key)
            let names = Set(kept)
            let rest = labels.count { !names.contains($0) }
            // A rest of fewer than the least would be told by subtraction: the smallest group that was kept joins it.
            let joined = rest > 0 && rest < GroupShare.least ? kept.last : nil
            return labels.map { names.contains($0) && $0 != joined ? $0 : "" }
        }

        private static func label(_ client: Applicant, _ facet: GroupFacet) -> String {
            switch facet {
            case .organisation: client.organisation
            case .department: client.department
            case .grade: client.grade
            case .language: client.choices.contains(SpokenLanguage.cy) ? SpokenLanguage.cy.code : SpokenLanguage.en.code
            }
        }
    }
}
