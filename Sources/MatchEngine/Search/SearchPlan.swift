// SPDX-License-Identifier: EUPL-1.2

/// A query as slices to read: filters first, then what adds to the score, richest first for what it costs to read, each
/// step with the most that can still follow.
struct SearchPlan {
    /// One addition to the score of the rows in a mask.
    enum Step {
        case bit(slice: Int, weight: Int)
        /// The rows whose number in binary slices is `value`.
        case equal(slice: Int, bits: Int, value: Int, weight: Int)
        /// The rows at a level, and those one beside it.
        case level(slice: Int, bits: Int, value: Int, weight: Int, adjacent: Int)
        /// As many times the weight as the row has bits of these slices.
        case count(slices: [Int], weight: Int)
        /// The number in binary slices itself, times the weight.
        case number(slice: Int, bits: Int, weight: Int)
    }

    /// Goals with their points; one of them is needed.
    let goals: [(slice: Int, weight: Int)]
    /// Of each of these groups one slice is needed.
    let anyOf: [[Int]]
    let allOf: [Int]
    let equalRegion: (slice: Int, bits: Int, value: Int)?
    let steps: [(step: Step, mostAfter: Int)]
    /// Points that everybody has who passes the filters.
    let constant: Int
    let most: Int
    let mostAfterGoals: Int
    /// The goals and the richest other single bits, for a second, sharper test before anything is counted.
    let strong: [(slice: Int, weight: Int)]
    let mostAfterStrong: Int

    init(_ query: SearchQuery, _ map: SliceMap) {
        let weights = query.weights
        goals = query.goals
            .map { (slice: map.goals + $0.goal, weight: weights.goal * $0.weight) }
            .sorted { $0.weight > $1.weight }
        anyOf = [
            query.languages.map { map.language($0.language, degree: $0.degree) }, query.modes.map { map.modes + $0 },
        ]
        var allOf = query.adjustments.map { map.adjustments + $0 }
        var equalRegion: (slice: Int, bits: Int, value: Int)?
        var constant = 0
        var steps: [(step: Step, cost: Int, most: Int)] = []
        if let sector = query.sector {
            steps.append((.bit(slice: map.sectors + sector, weight: weights.sector), 1, weights.sector))
        }
        if let first = query.languages.first {
            let slice = map.language(first.language, degree: first.degree)
            steps.append((.bit(slice: slice, weight: weights.firstLanguage), 1, weights.firstLanguage))
        }
        if let region = query.region {
            let slice = map.shape.severalRegions ? map.regions + region : map.regions
            let step: Step =
                map.shape.severalRegions
                ? .bit(slice: slice, weight: weights.region)
                : .equal(slice: slice, bits: map.regionBits, value: region, weight: weights.region)
            if !query.needsRegion {
                steps.append((step, map.shape.severalRegions ? 1 : map.regionBits, weights.region))
            } else {
                constant += weights.region
                if map.shape.severalRegions {
                    allOf.append(slice)
                } else {
                    equalRegion = (slice, map.regionBits, region)
                }
            }
        }
        if !query.slots.isEmpty, weights.slot > 0 {
            let slices = query.slots.map { map.slots + $0 }
            steps.append((.count(slices: slices, weight: weights.slot), slices.count, weights.slot * slices.count))
        }
        if let level = query.level {
            let step = Step.level(
                slice: map.levels, bits: map.levelBits, value: level, weight: weights.level,
                adjacent: weights.adjacentLevel
            )
            steps.append((step, map.levelBits, weights.level))
        }
        if weights.rating > 0, map.ratingBits > 0 {
            let most = weights.rating * map.shape.largestRating
            steps.append(
                (.number(slice: map.rating, bits: map.ratingBits, weight: weights.rating), map.ratingBits, most))
        }
        steps.sort { $0.most * $1.cost > $1.most * $0.cost }
        var after = steps.reduce(0) { $0 + $1.most }
        mostAfterGoals = after
        self.steps = steps.map { planned in
            after -= planned.most
            return (step: planned.step, mostAfter: after)
        }
        let bits = steps.compactMap { planned -> (slice: Int, weight: Int)? in
            guard case .bit(let slice, let weight) = planned.step else { return nil }
            return (slice, weight)
        }
        let richest = bits.sorted { $0.weight > $1.weight }.prefix(max(0, BitThreshold.mostBits - goals.count))
        strong = goals + richest
        mostAfterStrong = mostAfterGoals - richest.reduce(0) { $0 + $1.weight }
        self.allOf = allOf
        self.equalRegion = equalRegion
        self.constant = constant
        most = constant + goals.reduce(0) { $0 + $1.weight } + mostAfterGoals
    }
}
