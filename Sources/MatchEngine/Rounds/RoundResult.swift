// SPDX-License-Identifier: EUPL-1.2

/// A finished round; its certificate has been checked, or it would not exist.
package struct RoundResult: Sendable {
    package let goal: RoundGoal
    package let seed: UInt64
    /// For each client the practitioner, or -1.
    package let practitionerOf: [Int32]
    package let matched: Int
    package let score: Int
    /// Clients with a first choice, a second, …; the last number is not 0. Scores that tie share a rank.
    package let signature: [Int]
    /// The lowest score among the matched; nil when nobody is.
    package let minimum: Int?
    package let certificate: RoundCertificate

    init(
        goal: RoundGoal, seed: UInt64, problem: RoundProblem, practitionerOf: [Int32], certificate: RoundCertificate
    ) {
        self.goal = goal
        self.seed = seed
        self.practitionerOf = practitionerOf
        self.certificate = certificate
        var matched = 0
        var score = 0
        var minimum: Int?
        var signature: [Int] = []
        var scratch: [Int32] = []
        for client in 0..<problem.clientCount where practitionerOf[client] >= 0 {
            guard let index = problem.index(client: client, practitioner: Int(practitionerOf[client])) else { continue }
            let own = problem.pairs[index].score
            matched += 1
            score += Int(own)
            minimum = min(minimum ?? .max, Int(own))
            let rank = problem.rank(client: client, score: own, &scratch)
            while signature.count < rank { signature.append(0) }
            signature[rank - 1] += 1
        }
        self.matched = matched
        self.score = score
        self.minimum = minimum
        self.signature = signature
    }
}

/// The proof that came with a result, by kind; every kind can be checked again from the problem alone.
package enum RoundCertificate: Sendable {
    case best(BestCertificate)
    case stable(StableCertificate)
    case maxMin(FloorCertificate)
    case rankMaximal(RankCertificate)

    /// The word for files and pages.
    package var kind: String {
        switch self {
        case .best: "dual"
        case .stable: "no-blocking-pair"
        case .maxMin: "floor-and-dual"
        case .rankMaximal: "staged-covers"
        }
    }

    /// How many conditions the matching breaks; 0 is the proof.
    package func violations(in problem: RoundProblem, practitionerOf: [Int32]) -> Int {
        switch self {
        case .best(let proof): proof.violations(in: problem, practitionerOf: practitionerOf)
        case .stable(let proof): proof.violations(in: problem, practitionerOf: practitionerOf)
        case .maxMin(let proof): proof.violations(in: problem, practitionerOf: practitionerOf)
        case .rankMaximal(let proof): proof.violations(in: problem, practitionerOf: practitionerOf)
        }
    }
}

extension RoundProblem {
    /// The dense rank of a score in a client's list, from 1; equal scores share a rank.
    func rank(client: Int, score: Int32) -> Int {
        var better: [Int32] = []
        return rank(client: client, score: score, &better)
    }

    /// The same, with scratch space that the caller uses again.
    func rank(client: Int, score: Int32, _ better: inout [Int32]) -> Int {
        better.removeAll(keepingCapacity: true)
        for index in Int(start[client])..<Int(start[client + 1]) where pairs[index].score > score {
            better.append(pairs[index].score)
        }
        better.sort()
        var rank = 1
        for index in better.indices where index == 0 || better[index] != better[index - 1] { rank += 1 }
        return rank
    }
}
