// SPDX-License-Identifier: EUPL-1.2

/// A round ready to be solved for one goal. Preparing sorts; solving decides and proves.
package struct PreparedRound {
    private enum Work {
        case best(CostLists)
        case maxMin(CostLists)
        case stable(Preferences)
        case rankMaximal(RankedLists)
    }

    package let problem: RoundProblem
    package let goal: RoundGoal
    package let seed: UInt64
    private let work: Work

    /// - Parameter seed: decides between equals; 0 keeps the order of numbers where the goal has strict preferences.
    /// - Throws: `RoundError.practitionerScoresMissing`, `.cancelled`.
    package init(
        _ problem: RoundProblem, goal: RoundGoal, seed: UInt64 = 0, control: RoundControl = RoundControl()
    ) throws(RoundError) {
        try control.checkpoint(.sorting)
        self.problem = problem
        self.goal = goal
        self.seed = seed
        switch goal {
        case .best: work = .best(CostLists(problem: problem, scale: CostScale(problem: problem, seed: seed)))
        case .maxMin: work = .maxMin(CostLists(problem: problem, scale: CostScale(problem: problem, seed: seed)))
        case .stable, .stablePractitioner: work = .stable(try Preferences(problem: problem, goal: goal, seed: seed))
        case .rankMaximal: work = .rankMaximal(RankedLists(problem: problem, seed: seed))
        }
    }

    /// Solves the round and checks its certificate. A prepared round is used up by solving.
    ///
    /// - Throws: `RoundError.cancelled`; `.certificateFailed` instead of an unproved result.
    package consuming func solve(control: RoundControl = RoundControl()) throws(RoundError) -> RoundResult {
        let practitionerOf: [Int32]
        let certificate: RoundCertificate
        switch work {
        case .best(let lists):
            let solution = try BestRound(problem: problem, control: control).solve(lists)
            practitionerOf = solution.practitionerOf
            certificate = .best(solution.certificate)
        case .maxMin(let lists):
            let solution = try FloorRound(problem: problem, control: control).solve(lists)
            practitionerOf = solution.practitionerOf
            certificate = .maxMin(solution.certificate)
        case .stable(let preferences):
            practitionerOf = try StableRound(preferences: preferences, control: control).solve()
            certificate = .stable(StableCertificate(seed: seed))
        case .rankMaximal(let lists):
            let solution = try RankRound(problem: problem, control: control).solve(lists)
            practitionerOf = solution.practitionerOf
            certificate = .rankMaximal(solution.certificate)
        }
        try control.checkpoint(.proving)
        guard certificate.violations(in: problem, practitionerOf: practitionerOf) == 0 else { throw .certificateFailed }
        return RoundResult(
            goal: goal, seed: seed, problem: problem, practitionerOf: practitionerOf, certificate: certificate
        )
    }
}
