// SPDX-License-Identifier: EUPL-1.2

/// As many clients as possible, then the highest floor under all scores, then the highest total above that floor.
///
/// The floor is found by bisection over completions that start from the last matching that held (the bottleneck
/// assignment problem: Gabow and Tarjan, *Algorithms for two bottleneck optimization problems*, 1988). Counting alone
/// gives an upper bound that is usually exact: an open client needs one pair, a practitioner in demand as many as
/// places.
struct FloorRound {
    let problem: RoundProblem
    let control: RoundControl

    struct Solution {
        var practitionerOf: [Int32]
        var certificate: FloorCertificate
    }

    /// - Throws: `RoundError.cancelled`, `.certificateFailed`.
    func solve(_ lists: CostLists) throws(RoundError) -> Solution {
        let best = BestRound(problem: problem, control: control)
        let clients = try best.bid(lists, effort: BestRound.clientEffort)
        var held = Cardinality(lists: lists, capacities: problem.capacities, from: clients)
        let left = try held.complete(control)
        let whole = RoundSplit(held, left: left)
        if whole.size == 0 {
            let solution = try best.solve(lists, split: whole, from: clients)
            let certificate = FloorCertificate(whole: whole, floor: .min, above: nil, best: solution.certificate)
            return Solution(practitionerOf: solution.practitionerOf, certificate: certificate)
        }
        var low = lowestHeld(held)
        var high = Int32(truncatingIfNeeded: lists.scale.top)
        var above: FloorCertificate.Cover?
        var atFloor: RoundSplit?
        (high, above) = bound(lists, whole, from: low, to: high)
        var probe = high
        while low < high || atFloor == nil {
            let trial = Cardinality(
                lists: lists, capacities: problem.capacities, dearest: lists.scale.dearest(score: probe)
            )
            trial.keep(held)
            let leftOver = try trial.complete(control)
            if trial.size == whole.size {
                low = lowestHeld(trial)
                atFloor = RoundSplit(trial, left: leftOver)
                held = trial
            } else {
                high = probe - 1
                above = FloorCertificate.Cover(RoundSplit(trial, left: leftOver))
            }
            if low >= high, atFloor == nil || low > probe { (high, atFloor) = (low, nil) }
            probe = low + (high - low + 1) / 2
        }
        lists.cut(dearerThan: lists.scale.dearest(score: low))
        var solution = try best.solve(lists, split: atFloor, from: clients.followCut() ? clients : nil)
        solution.certificate.floor = low
        let certificate = FloorCertificate(whole: whole, floor: low, above: above, best: solution.certificate)
        return Solution(practitionerOf: solution.practitionerOf, certificate: certificate)
    }

    private func lowestHeld(_ matching: Cardinality) -> Int32 {
        var lowest = Int32.max
        for client in 0..<problem.clientCount {
            guard let practitioner = matching.practitioner(of: client),
                let index = problem.index(client: client, practitioner: practitioner)
            else { continue }
            lowest = min(lowest, problem.pairs[index].score)
        }
        return lowest
    }

    /// The highest floor that counting does not exclude, with what excludes the next one.
    private func bound(
        _ lists: CostLists, _ whole: RoundSplit, from low: Int32, to high: Int32
    ) -> (Int32, FloorCertificate.Cover?) {
        var low = low
        var high = high
        var above: FloorCertificate.Cover?
        while low < high {
            let middle = low + (high - low + 1) / 2
            if let cover = obstacle(lists, whole, floor: middle) {
                high = middle - 1
                above = cover
            } else {
                low = middle
            }
        }
        return (high, above)
    }

    /// A cover smaller than the matching for the pairs at or above a floor, if counting single people shows one.
    private func obstacle(_ lists: CostLists, _ whole: RoundSplit, floor: Int32) -> FloorCertificate.Cover? {
        let dearest = lists.scale.dearest(score: floor)
        var reachable = [Int32](repeating: 0, count: problem.practitionerCount)
        for client in 0..<problem.clientCount {
            var hasOpenPair = whole.isScarce[client]
            for index in Int(lists.start[client])..<Int(lists.end[client]) {
                let entry = lists.entries.base[index]
                if lists.cost(entry) > dearest { break }
                let practitioner = lists.party(entry)
                if whole.isScarce[client] {
                    reachable[practitioner] += 1
                } else if !whole.isInDemand[practitioner], problem.capacities[practitioner] > 0 {
                    hasOpenPair = true
                    break
                }
            }
            if !hasOpenPair { return FloorCertificate.Cover(whole, withoutClient: client, problem) }
        }
        for practitioner in 0..<problem.practitionerCount
        where whole.isInDemand[practitioner] && reachable[practitioner] < problem.capacities[practitioner] {
            return FloorCertificate.Cover(whole, withoutPractitioner: practitioner, problem, floor: floor)
        }
        return nil
    }
}
