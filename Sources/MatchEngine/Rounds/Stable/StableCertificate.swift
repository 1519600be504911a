// SPDX-License-Identifier: EUPL-1.2

/// What proves a stable round: no acceptable pair would both rather have each other. Reading every pair once shows it.
package struct StableCertificate: Sendable {
    package let seed: UInt64

    /// Blocking pairs, plus people matched beyond their list or places; 0 is the proof.
    package func violations(in problem: RoundProblem, practitionerOf: [Int32]) -> Int {
        guard practitionerOf.count == problem.clientCount,
            problem.practitionerScores.count == problem.pairs.count
        else { return 1 }
        var broken = 0
        var taken = [Int32](repeating: 0, count: problem.practitionerCount)
        var leastWelcome = [UInt64](repeating: 0, count: problem.practitionerCount)
        var held = [UInt64](repeating: .max, count: problem.clientCount)
        for client in 0..<problem.clientCount where practitionerOf[client] >= 0 {
            let practitioner = Int(practitionerOf[client])
            guard let index = problem.index(client: client, practitioner: practitioner) else {
                broken += 1
                continue
            }
            taken[practitioner] += 1
            leastWelcome[practitioner] = max(leastWelcome[practitioner], practitionerKey(problem, index, client))
            held[client] = clientKey(problem, index)
        }
        for client in 0..<problem.clientCount {
            for index in Int(problem.start[client])..<Int(problem.start[client + 1]) {
                let practitioner = Int(problem.pairs[index].practitioner)
                if problem.capacities[practitioner] == 0 || clientKey(problem, index) >= held[client] { continue }
                let hasRoom = taken[practitioner] < problem.capacities[practitioner]
                if hasRoom || practitionerKey(problem, index, client) < leastWelcome[practitioner] { broken += 1 }
            }
        }
        for practitioner in 0..<problem.practitionerCount where taken[practitioner] > problem.capacities[practitioner] {
            broken += 1
        }
        return broken
    }

    private func clientKey(_ problem: RoundProblem, _ index: Int) -> UInt64 {
        let pair = problem.pairs[index]
        let lot = Preferences.lot(seed: seed, person: Int(pair.practitioner), isClient: false)
        return Preferences.key(score: pair.score, lot: lot, party: Int(pair.practitioner))
    }

    private func practitionerKey(_ problem: RoundProblem, _ index: Int, _ client: Int) -> UInt64 {
        let lot = Preferences.lot(seed: seed, person: client, isClient: true)
        return Preferences.key(score: problem.practitionerScores[index], lot: lot, party: client)
    }
}
