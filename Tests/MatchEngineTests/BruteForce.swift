// SPDX-License-Identifier: EUPL-1.2
import MatchEngine

/// What every goal should reach, found by trying every matching. For small rounds only.
struct BruteForce {
    private(set) var best = (matched: 0, score: 0)
    private(set) var maxMin = (matched: 0, minimum: Int.min, score: 0)
    private(set) var signature: [Int] = []
    private(set) var stable: [[Int32]] = []

    private let problem: RoundProblem
    private var left: [Int32]
    private var practitionerOf: [Int32]

    init(_ problem: RoundProblem) {
        self.problem = problem
        left = problem.capacities
        practitionerOf = [Int32](repeating: -1, count: problem.clientCount)
        visit(0)
    }

    private mutating func visit(_ client: Int) {
        if client == problem.clientCount { return judge() }
        visit(client + 1)
        for index in Int(problem.start[client])..<Int(problem.start[client + 1]) {
            let practitioner = problem.pairs[index].practitioner
            if left[Int(practitioner)] == 0 { continue }
            left[Int(practitioner)] -= 1
            practitionerOf[client] = practitioner
            visit(client + 1)
            practitionerOf[client] = -1
            left[Int(practitioner)] += 1
        }
    }

    private mutating func judge() {
        let scores = practitionerOf.enumerated().compactMap { $1 < 0 ? nil : problem.score($0, Int($1)) }
        let total = scores.reduce(0, +)
        if (scores.count, total) > best || best.matched == 0 && scores.isEmpty { best = (scores.count, total) }
        let lowest = scores.min() ?? .min
        if (scores.count, lowest, total) > maxMin || scores.isEmpty && maxMin.matched == 0 {
            maxMin = (scores.count, lowest, total)
        }
        let own = Self.signature(problem, practitionerOf)
        if signature.lexicographicallyPrecedes(own) { signature = own }
        if Self.blockingPairs(problem, practitionerOf) == 0 { stable.append(practitionerOf) }
    }

    /// How many clients have a first, second, … choice; ends with the last that somebody has.
    static func signature(_ problem: RoundProblem, _ practitionerOf: [Int32]) -> [Int] {
        var counts: [Int] = []
        for (client, practitioner) in practitionerOf.enumerated() where practitioner >= 0 {
            guard let own = problem.score(client, Int(practitioner)) else { continue }
            let better = Set(problem.triples.filter { $0.client == client && $0.score > own }.map(\.score)).count
            while counts.count <= better { counts.append(0) }
            counts[better] += 1
        }
        return counts
    }

    /// Pairs who would both rather have each other: clients by score and then lower number, practitioners likewise.
    static func blockingPairs(_ problem: RoundProblem, _ practitionerOf: [Int32]) -> Int {
        func back(_ client: Int, _ practitioner: Int) -> Int {
            problem.index(client: client, practitioner: practitioner).map { Int(problem.practitionerScores[$0]) } ?? 0
        }
        var count = 0
        for (client, practitioner, score) in problem.triples where problem.capacities[practitioner] > 0 {
            let held = Int(practitionerOf[client])
            if held == practitioner { continue }
            if held >= 0 {
                let own = problem.score(client, held) ?? 0
                if own > score || own == score && held < practitioner { continue }
            }
            let holders = practitionerOf.indices.filter { practitionerOf[$0] == practitioner }
            let wouldTake =
                holders.count < problem.capacities[practitioner]
                || holders.contains { (back($0, practitioner), -$0) < (back(client, practitioner), -client) }
            if wouldTake { count += 1 }
        }
        return count
    }
}
