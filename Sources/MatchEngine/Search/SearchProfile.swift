// SPDX-License-Identifier: EUPL-1.2

/// What the directory knows of a practitioner, as numbers from the pool's closed lists.
package struct SearchProfile: Sendable, Equatable {
    package struct Language: Sendable, Equatable {
        package var language: Int
        package var degree: Int

        package init(_ language: Int, degree: Int = 1) {
            self.language = language
            self.degree = degree
        }
    }

    package var id: Int32
    package var pool: Int32
    package var organisation: Int32
    package var regions: [Int]
    package var sectors: [Int]
    package var goals: [Int]
    package var languages: [Language]
    package var modes: [Int]
    package var slots: [Int]
    package var adjustments: [Int]
    package var level: Int
    package var rating: Int
    package var freePlaces: Int
    /// The gate: what the service type requires is in date, not paused, not hidden.
    package var isVisible: Bool

    package init(
        id: Int32, pool: Int32 = 0, organisation: Int32 = 0, regions: [Int] = [], sectors: [Int] = [],
        goals: [Int] = [], languages: [Language] = [], modes: [Int] = [], slots: [Int] = [], adjustments: [Int] = [],
        level: Int = 1, rating: Int = 0, freePlaces: Int = 1, isVisible: Bool = true
    ) {
        self.id = id
        self.pool = pool
        self.organisation = organisation
        self.regions = regions
        self.sectors = sectors
        self.goals = goals
        self.languages = languages
        self.modes = modes
        self.slots = slots
        self.adjustments = adjustments
        self.level = level
        self.rating = rating
        self.freePlaces = freePlaces
        self.isVisible = isVisible
    }
}

/// Which field does not fit the shape of the index.
package enum SearchError: Error, Equatable {
    case outOfRange(field: String)
    /// An id occurs twice in the profiles of a new index.
    case duplicate(id: Int32)
}

extension SearchProfile {
    /// - Throws: `SearchError.outOfRange` with the first field that the shape has no bit for.
    func validate(_ shape: SearchShape) throws(SearchError) {
        func check(_ values: [Int], _ count: Int, _ field: String) throws(SearchError) {
            for value in values where value < 0 || value >= count { throw .outOfRange(field: field) }
        }
        try check(regions, shape.regions, "region")
        if !shape.severalRegions, regions.count != 1 { throw .outOfRange(field: "region") }
        try check(sectors, shape.sectors, "sectors")
        try check(goals, shape.goals, "goals")
        try check(modes, shape.modes, "modes")
        try check(slots, shape.slots, "slots")
        try check(adjustments, shape.adjustments, "adjustments")
        for spoken in languages {
            try check([spoken.language], shape.languages, "langs")
            if spoken.degree < 1 || spoken.degree > shape.languageDegrees { throw .outOfRange(field: "langs") }
        }
        if level < 1 || level > shape.levels { throw .outOfRange(field: "level") }
        if rating < 0 || rating > shape.largestRating { throw .outOfRange(field: "rating") }
        if freePlaces < 0 { throw .outOfRange(field: "cap") }
        if id < 0 { throw .outOfRange(field: "id") }
    }

    /// Calls `body` with each slice in which the profile has a bit.
    func forEachSlice(_ map: SliceMap, _ body: (Int) -> Void) {
        if isVisible, freePlaces > 0 { body(map.open) }
        for goal in goals { body(map.goals + goal) }
        for sector in sectors { body(map.sectors + sector) }
        for spoken in languages {
            for degree in 1...spoken.degree { body(map.language(spoken.language, degree: degree)) }
        }
        for mode in modes { body(map.modes + mode) }
        for slot in slots { body(map.slots + slot) }
        if map.shape.severalRegions {
            for region in regions { body(map.regions + region) }
        } else if let region = regions.first {
            for bit in 0..<map.regionBits where region >> bit & 1 == 1 { body(map.regions + bit) }
        }
        for bit in 0..<map.levelBits where level >> bit & 1 == 1 { body(map.levels + bit) }
        for bit in 0..<map.ratingBits where rating >> bit & 1 == 1 { body(map.rating + bit) }
        for adjustment in adjustments { body(map.adjustments + adjustment) }
    }
}
