// SPDX-License-Identifier: EUPL-1.2

/// What proves a `best` round, checkable by reading every pair once and without trusting any solver.
///
/// Size: each pair has an open client or a practitioner in demand, so open clients plus places in demand bound every
/// matching (König 1931), and the matching reaches the bound. Score: within either part no pair costs less than its
/// two duals allow, held pairs cost exactly that, and nobody who could still change sides has a dual of the wrong sign
/// (linear-programming duality); costs rank scores first and the seeded lots second (`CostScale`).
package struct BestCertificate: Sendable {
    let scale: CostScale
    let split: RoundSplit
    let clientDual: [Int]
    let practitionerDual: [Int]
    /// Pairs with a lower score were left out (`max-min`).
    var floor: Int32 = .min

    /// What the pair costs beyond what its duals allow; nil when the pair would cost somebody a place.
    func reducedCost(client: Int, practitioner: Int, score: Int32) -> Int? {
        if split.isInDemand[practitioner] != split.isScarce[client] { return nil }
        let cost = scale.cost(score: score, client: client, practitioner: Int32(truncatingIfNeeded: practitioner))
        return cost + practitionerDual[practitioner] - clientDual[client]
    }

    /// How many conditions the placing breaks; 0 is the proof.
    package func violations(in problem: RoundProblem, practitionerOf: [Int32]) -> Int {
        guard practitionerOf.count == problem.clientCount else { return 1 }
        var broken = 0
        var taken = [Int32](repeating: 0, count: problem.practitionerCount)
        for client in 0..<problem.clientCount {
            let held = practitionerOf[client]
            var holds = held < 0
            for index in Int(problem.start[client])..<Int(problem.start[client + 1]) {
                let pair = problem.pairs[index]
                if pair.score < floor || problem.capacities[Int(pair.practitioner)] == 0 { continue }
                let reduced = reducedCost(client: client, practitioner: Int(pair.practitioner), score: pair.score)
                if pair.practitioner == held {
                    holds = true
                    taken[Int(held)] += 1
                    if reduced != 0 { broken += 1 }
                } else if let reduced {
                    if reduced < 0 { broken += 1 }
                } else if split.isScarce[client] {
                    broken += 1
                }
            }
            if !holds { broken += 1 }
            if split.isScarce[client] {
                if clientDual[client] > 0 || held < 0 && clientDual[client] != 0 { broken += 1 }
            } else if held < 0 {
                broken += 1
            }
        }
        for practitioner in 0..<problem.practitionerCount {
            let capacity = problem.capacities[practitioner]
            let dual = practitionerDual[practitioner]
            if taken[practitioner] > capacity { broken += 1 }
            if split.isInDemand[practitioner] {
                if taken[practitioner] != capacity { broken += 1 }
            } else if dual < 0 || taken[practitioner] < capacity && dual != 0 {
                broken += 1
            }
        }
        return broken
    }
}
