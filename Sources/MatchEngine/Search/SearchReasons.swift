// SPDX-License-Identifier: EUPL-1.2

/// Why somebody is in the answer: what adds up to the score, from the data and never from a guess.
package struct SearchReasons: Sendable, Equatable {
    package enum Part: Sendable, Equatable {
        case goal(Int)
        case sector(Int)
        case region(Int)
        case firstLanguage(Int)
        case slot(Int)
        case sameLevel(Int)
        case adjacentLevel(Int)
        case rating(Int)
    }

    package struct Item: Sendable, Equatable {
        package var part: Part
        package var points: Int
    }

    package var id: Int32
    package var items: [Item]
    /// The language and mode that made the two compatible, the client's first wish first.
    package var language: Int?
    package var mode: Int?

    package var score: Int { items.reduce(0) { $0 + $1.points } }
}

extension DirectoryIndex {
    /// The parts of a practitioner's score for a query; they add up to the score of the search. Nil for a stranger.
    package func reasons(for id: Int32, in query: SearchQuery) -> SearchReasons? {
        guard let row = row(of: id) else { return nil }
        let weights = query.weights
        var items: [SearchReasons.Item] = []
        func add(_ part: SearchReasons.Part, _ points: Int) {
            if points > 0 { items.append(SearchReasons.Item(part: part, points: points)) }
        }
        for wanted in query.goals where has(map.goals + wanted.goal, row: row) {
            add(.goal(wanted.goal), weights.goal * wanted.weight)
        }
        if let sector = query.sector, has(map.sectors + sector, row: row) { add(.sector(sector), weights.sector) }
        if let region = query.region, isIn(region, row) { add(.region(region), weights.region) }
        if let first = query.languages.first, has(map.language(first.language, degree: first.degree), row: row) {
            add(.firstLanguage(first.language), weights.firstLanguage)
        }
        for slot in query.slots where has(map.slots + slot, row: row) { add(.slot(slot), weights.slot) }
        if let wanted = query.level {
            let level = number(map.levels, map.levelBits, row)
            if level == wanted { add(.sameLevel(level), weights.level) }
            if abs(level - wanted) == 1 { add(.adjacentLevel(level), weights.adjacentLevel) }
        }
        let rating = number(map.rating, map.ratingBits, row)
        add(.rating(rating), weights.rating * rating)
        let language = query.languages.first { has(map.language($0.language, degree: $0.degree), row: row) }
        let mode = query.modes.first { has(map.modes + $0, row: row) }
        return SearchReasons(id: id, items: items, language: language?.language, mode: mode)
    }

    private func isIn(_ region: Int, _ row: Int) -> Bool {
        shape.severalRegions ? has(map.regions + region, row: row) : number(map.regions, map.regionBits, row) == region
    }

    private func number(_ slice: Int, _ bits: Int, _ row: Int) -> Int {
        (0..<bits).reduce(0) { $0 + (has(slice + $1, row: row) ? 1 << $1 : 0) }
    }
}
