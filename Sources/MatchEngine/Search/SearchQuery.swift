// SPDX-License-Identifier: EUPL-1.2

/// What counts for how much. The defaults are the published rule of the directory.
package struct SearchWeights: Sendable, Equatable {
    package var goal = 12
    package var sector = 15
    package var region = 10
    package var firstLanguage = 8
    package var slot = 3
    package var level = 10
    package var adjacentLevel = 5
    package var rating = 1

    package init() {}
}

/// What a client looks for.
///
/// Hard: one wanted goal, one language at its degree, one mode, every adjustment, a free place, nobody excluded, and
/// the same region where the only mode is in person (mode 0). The rest only adds to the score.
package struct SearchQuery: Sendable, Equatable {
    package struct Goal: Sendable, Equatable {
        package var goal: Int
        package var weight: Int

        package init(_ goal: Int, weight: Int) {
            self.goal = goal
            self.weight = weight
        }
    }

    package var id: Int
    /// The pool to search; nil is every pool of the index.
    package var pool: Int32?
    package var goals: [Goal]
    package var sector: Int?
    /// In order of preference; `degree` is the least mastery asked for.
    package var languages: [SearchProfile.Language]
    package var region: Int?
    package var modes: [Int]
    package var slots: [Int]
    package var adjustments: [Int]
    package var level: Int?
    package var excludedOrganisations: [Int32]
    package var excludedIDs: [Int32]
    package var weights: SearchWeights

    package init(
        id: Int = 0, pool: Int32? = nil, goals: [Goal], sector: Int? = nil, languages: [SearchProfile.Language],
        region: Int? = nil, modes: [Int], slots: [Int] = [], adjustments: [Int] = [], level: Int? = nil,
        excludedOrganisations: [Int32] = [], excludedIDs: [Int32] = [], weights: SearchWeights = SearchWeights()
    ) {
        self.id = id
        self.pool = pool
        self.goals = goals
        self.sector = sector
        self.languages = languages
        self.region = region
        self.modes = modes
        self.slots = slots
        self.adjustments = adjustments
        self.level = level
        self.excludedOrganisations = excludedOrganisations
        self.excludedIDs = excludedIDs
        self.weights = weights
    }

    /// In person only: then the region is a condition, not a preference.
    var needsRegion: Bool { modes == [0] }

    /// - Throws: `SearchError.outOfRange` with the first field that the shape has no bit for, or whose weights could
    ///   add up to 4,096 or more.
    package func check(_ shape: SearchShape) throws(SearchError) {
        func check(_ values: [Int], _ count: Int, _ field: String) throws(SearchError) {
            for value in values where value < 0 || value >= count { throw .outOfRange(field: field) }
        }
        for wanted in goals {
            try check([wanted.goal], shape.goals, "goals")
            if wanted.weight < 0 || wanted.weight > 100 { throw .outOfRange(field: "goals") }
        }
        for (index, wanted) in goals.enumerated() where goals[..<index].contains(where: { $0.goal == wanted.goal }) {
            throw .outOfRange(field: "goals")
        }
        for (index, slot) in slots.enumerated() where slots[..<index].contains(slot) {
            throw .outOfRange(field: "slots")
        }
        if let sector { try check([sector], shape.sectors, "sector") }
        if let region { try check([region], shape.regions, "region") }
        if needsRegion, region == nil { throw .outOfRange(field: "region") }
        for wanted in languages {
            try check([wanted.language], shape.languages, "langs")
            if wanted.degree < 1 || wanted.degree > shape.languageDegrees { throw .outOfRange(field: "langs") }
        }
        try check(modes, shape.modes, "modes")
        try check(slots, shape.slots, "slots")
        try check(adjustments, shape.adjustments, "adjustments")
        if let level, level < 1 || level > shape.levels { throw .outOfRange(field: "level") }
        let all = [
            weights.goal, weights.sector, weights.region, weights.firstLanguage, weights.slot, weights.level,
            weights.adjacentLevel, weights.rating,
        ]
        if all.contains(where: { $0 < 0 || $0 > 1_000 }) || weights.adjacentLevel > weights.level {
            throw .outOfRange(field: "weights")
        }
        let most =
            goals.reduce(0) { $0 + weights.goal * $1.weight } + weights.sector + weights.region
            + weights.firstLanguage + weights.slot * slots.count + weights.level + weights.rating * shape.largestRating
        if most >= 1 << VerticalCounters.mostBits { throw .outOfRange(field: "weights") }
    }
}

/// One answer: who, and with how many points.
package struct SearchHit: Sendable, Equatable {
    package var id: Int32
    package var score: Int
}
