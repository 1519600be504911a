// SPDX-License-Identifier: EUPL-1.2

import Matching
import Testing

@Suite("Steps of a request")
struct RequestStepTests {
    /// The whole rule as a table: after which step, by whom, which steps. Written down here once more on purpose.
    static let rule: [RequestStep: [RequestStep.Party: Set<RequestStep>]] = [
        .asked: [
            .client: [.withdrawn], .practitioner: [.accepted, .declined], .program: [.expired],
        ],
        .accepted: [
            .client: [.arranged, .chosen, .notThisTime, .withdrawn], .practitioner: [.arranged, .declined],
            .program: [.lapsed],
        ],
        .arranged: [
            .client: [.arranged, .chosen, .notThisTime, .withdrawn], .practitioner: [.arranged, .declined],
            .program: [.lapsed],
        ],
    ]

    @Test("Each step follows only where the rule says", arguments: RequestStep.allCases)
    func table(before: RequestStep) {
        for party in RequestStep.Party.allCases {
            let allowed = RequestStep.allCases.filter { $0.mayFollow(before, by: party) }
            #expect(Set(allowed) == Self.rule[before]?[party] ?? [], "after \(before) by \(party)")
        }
    }

    @Test("Nothing follows where a request has ended", arguments: RequestStep.allCases.filter { !$0.isOpen })
    func ended(step: RequestStep) {
        for party in RequestStep.Party.allCases {
            #expect(!RequestStep.allCases.contains { $0.mayFollow(step, by: party) })
        }
    }

    @Test("The client can leave from everywhere it is open, and the practitioner too")
    func leaving() {
        for step in RequestStep.allCases where step.isOpen {
            #expect(RequestStep.withdrawn.mayFollow(step, by: .client))
            #expect(RequestStep.declined.mayFollow(step, by: .practitioner))
        }
    }
}
