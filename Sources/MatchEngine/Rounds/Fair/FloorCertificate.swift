// SPDX-License-Identifier: EUPL-1.2

/// What proves a `max-min` round: a cover that bounds the size, a smaller one of all pairs above the floor, so that no
/// higher floor keeps the size, and the duals of the total above the floor.
package struct FloorCertificate: Sendable {
    /// Clients and practitioners such that each pair has one of them.
    struct Cover: Sendable {
        var clients: [Bool]
        var practitioners: [Bool]

        init(_ split: RoundSplit) {
            clients = split.isScarce.map { !$0 }
            practitioners = split.isInDemand
        }

        /// Without an open client who has no pair left with an open practitioner.
        init(_ split: RoundSplit, withoutClient client: Int, _ problem: RoundProblem) {
            self.init(split)
            clients[client] = false
        }

        /// With the few clients whom a practitioner in demand can still take, in place of the practitioner.
        init(_ split: RoundSplit, withoutPractitioner practitioner: Int, _ problem: RoundProblem, floor: Int32) {
            self.init(split)
            practitioners[practitioner] = false
            for client in 0..<problem.clientCount where split.isScarce[client] {
                if let index = problem.index(client: client, practitioner: practitioner),
                    problem.pairs[index].score >= floor
                {
                    clients[client] = true
                }
            }
        }

        func size(_ problem: RoundProblem) -> Int {
            clients.reduce(0) { $0 + ($1 ? 1 : 0) }
                + zip(practitioners, problem.capacities).reduce(0) { $0 + ($1.0 ? Int($1.1) : 0) }
        }

        func covers(_ problem: RoundProblem, above floor: Int32?) -> Bool {
            for client in 0..<problem.clientCount where !clients[client] {
                for index in Int(problem.start[client])..<Int(problem.start[client + 1]) {
                    let pair = problem.pairs[index]
                    if let floor, pair.score <= floor { continue }
                    let practitioner = Int(pair.practitioner)
                    if problem.capacities[practitioner] > 0, !practitioners[practitioner] { return false }
                }
            }
            return true
        }
    }

    let whole: RoundSplit
    package let floor: Int32
    let above: Cover?
    let best: BestCertificate

    /// How many conditions the placing breaks; 0 is the proof.
    package func violations(in problem: RoundProblem, practitionerOf: [Int32]) -> Int {
        let matched = practitionerOf.reduce(0) { $0 + ($1 >= 0 ? 1 : 0) }
        var broken = best.violations(in: problem, practitionerOf: practitionerOf)
        let bound = Cover(whole)
        if bound.size(problem) != matched || !bound.covers(problem, above: nil) { broken += 1 }
        if let above {
            if above.size(problem) >= matched || !above.covers(problem, above: floor) { broken += 1 }
        } else if matched > 0, problem.pairs.contains(where: { $0.score > floor }) {
            broken += 1
        }
        return broken
    }
}
