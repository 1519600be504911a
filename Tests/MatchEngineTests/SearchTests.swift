// SPDX-License-Identifier: EUPL-1.2
import MatchEngine
import Testing

/// The published rule, word for word and one practitioner at a time.
enum PlainSearch {
    static func score(_ profile: SearchProfile, _ query: SearchQuery) -> Int? {
        let weights = query.weights
        func speaks(_ wanted: SearchProfile.Language) -> Bool {
            profile.languages.contains { $0.language == wanted.language && $0.degree >= wanted.degree }
        }
        guard profile.isVisible, profile.freePlaces > 0,
            query.goals.contains(where: { profile.goals.contains($0.goal) }),
            query.languages.contains(where: speaks), query.modes.contains(where: profile.modes.contains),
            query.adjustments.allSatisfy(profile.adjustments.contains),
            !query.excludedOrganisations.contains(profile.organisation), !query.excludedIDs.contains(profile.id),
            query.pool == nil || query.pool == profile.pool
        else { return nil }
        let sameRegion = query.region.map(profile.regions.contains) ?? false
        if query.modes == [0], !sameRegion { return nil }
        var score = profile.rating * weights.rating
        for wanted in query.goals where profile.goals.contains(wanted.goal) { score += weights.goal * wanted.weight }
        if let sector = query.sector, profile.sectors.contains(sector) { score += weights.sector }
        if sameRegion { score += weights.region }
        if let first = query.languages.first, speaks(first) { score += weights.firstLanguage }
        score += weights.slot * query.slots.filter(profile.slots.contains).count
        if let level = query.level, level == profile.level { score += weights.level }
        if let level = query.level, abs(level - profile.level) == 1 { score += weights.adjacentLevel }
        return score
    }

    static func top(_ count: Int, _ profiles: [SearchProfile], _ query: SearchQuery) -> [SearchHitText] {
        profiles.compactMap { profile in score(profile, query).map { SearchHitText(profile.id, $0) } }
            .sorted { ($1.score, $0.id) < ($0.score, $1.id) }
            .prefix(count).map { $0 }
    }
}

struct SearchHitText: Equatable {
    var id: Int32
    var score: Int

    init(_ id: Int32, _ score: Int) {
        self.id = id
        self.score = score
    }

    init(_ hit: SearchHit) { self.init(hit.id, hit.score) }
}

/// Random directories of any shape.
struct RandomDirectory {
    let shape: SearchShape
    var dice: Dice

    init(seed: Int) {
        dice = Dice(seed)
        let several = dice.isHit(50)
        shape = SearchShape(
            goals: dice.roll(1...70), sectors: dice.roll(1...8), languages: dice.roll(1...5),
            languageDegrees: dice.roll(1...3), modes: 3, slots: dice.roll(1...42), regions: dice.roll(1...9),
            severalRegions: several, levels: dice.roll(1...6), largestRating: dice.roll(0...10),
            adjustments: dice.roll(0...3)
        )
    }

    private mutating func some(_ count: Int, _ percent: Int) -> [Int] {
        (0..<count).filter { _ in dice.isHit(percent) }
    }

    mutating func profile(_ id: Int32) -> SearchProfile {
        let regions = shape.severalRegions ? some(shape.regions, 40) : [dice.roll(0...(shape.regions - 1))]
        let languages = some(shape.languages, 50).map {
            SearchProfile.Language($0, degree: dice.roll(1...shape.languageDegrees))
        }
        return SearchProfile(
            id: id, pool: Int32(dice.roll(0...2)), organisation: Int32(dice.roll(0...4)), regions: regions,
            sectors: some(shape.sectors, 30), goals: some(shape.goals, 15), languages: languages,
            modes: some(3, 60), slots: some(shape.slots, 30), adjustments: some(shape.adjustments, 70),
            level: dice.roll(1...shape.levels), rating: dice.roll(0...shape.largestRating),
            freePlaces: dice.roll(0...3), isVisible: dice.isHit(90)
        )
    }

    mutating func query() -> SearchQuery {
        let goals = Array(Set((0..<dice.roll(1...8)).map { _ in dice.roll(0...(shape.goals - 1)) })).sorted()
        let languages = Array(Set((0..<dice.roll(1...2)).map { _ in dice.roll(0...(shape.languages - 1)) })).sorted()
        let modes = [[0], [1], [0, 1], [1, 2], [0, 1, 2]][dice.roll(0...4)]
        let region = modes == [0] || dice.isHit(80) ? dice.roll(0...(shape.regions - 1)) : nil
        var query = SearchQuery(
            pool: dice.isHit(20) ? Int32(dice.roll(0...3)) : nil,
            goals: goals.map { .init($0, weight: dice.roll(0...3)) },
            sector: dice.isHit(80) ? dice.roll(0...(shape.sectors - 1)) : nil,
            languages: languages.map { .init($0, degree: dice.roll(1...shape.languageDegrees)) }, region: region,
            modes: modes, slots: some(shape.slots, 12), adjustments: some(shape.adjustments, 20),
            level: dice.isHit(80) ? dice.roll(1...shape.levels) : nil,
            excludedOrganisations: some(5, 15).map(Int32.init), excludedIDs: some(30, 10).map(Int32.init)
        )
        if dice.isHit(30) {
            query.weights.goal = dice.roll(0...20)
            query.weights.slot = dice.roll(0...9)
            query.weights.rating = dice.roll(0...4)
            query.weights.region = dice.roll(0...40)
        }
        return query
    }
}

@Suite("Directory search")
struct SearchTests {
    @Test("The answer is the top of the plain ranking, whatever the shape and the updates", arguments: 0..<30)
    func againstPlainSearch(seed: Int) throws {
        var directory = RandomDirectory(seed: seed)
        let count = [0, 1, 40, 700, 1_500][seed % 5]
        var known: [Int32: SearchProfile] = [:]
        for id in 0..<Int32(count) { known[id] = directory.profile(id) }
        let index = try DirectoryIndex(shape: directory.shape, profiles: Array(known.values))
        for round in 0..<6 {
            for _ in 0..<15 {
                let query = directory.query()
                let top = [1, 5, 20, 200][directory.dice.roll(0...3)]
                let truth = PlainSearch.top(top, Array(known.values), query)
                let answer = try index.search(query, top: top).map(SearchHitText.init)
                #expect(answer == truth, "seed \(seed) round \(round)")
                for hit in answer.prefix(3) {
                    #expect(index.reasons(for: hit.id, in: query)?.score == hit.score)
                }
            }
            try change(&directory, &known, index)
            #expect(index.count == known.count)
        }
    }

    private func change(
        _ directory: inout RandomDirectory, _ known: inout [Int32: SearchProfile], _ index: DirectoryIndex
    ) throws {
        for _ in 0..<40 {
            let id = Int32(directory.dice.roll(0...max(60, known.count * 2)))
            switch directory.dice.roll(0...3) {
            case 0:
                index.remove(id: id)
                known[id] = nil
            case 1:
                let isOpen = directory.dice.isHit(50)
                index.setOpen(isOpen, id: id)
                known[id]?.isVisible = isOpen
                known[id]?.freePlaces = isOpen ? 1 : 0
            default:
                let profile = directory.profile(id)
                try index.update(profile)
                known[id] = profile
            }
        }
    }

    @Test("A seed orders equal scores by lot, the same way each time, and keeps the scores")
    func seeds() throws {
        var directory = RandomDirectory(seed: 4)
        let profiles = (0..<Int32(900)).map { directory.profile($0) }
        let plain = try DirectoryIndex(shape: directory.shape, profiles: profiles)
        let seeded = try DirectoryIndex(shape: directory.shape, seed: 11, profiles: profiles)
        let again = try DirectoryIndex(shape: directory.shape, seed: 11, profiles: profiles.reversed())
        var differs = false
        for _ in 0..<40 {
            let query = directory.query()
            let answer = try seeded.search(query, top: 30)
            #expect(try again.search(query, top: 30) == answer)
            let byNumber = try plain.search(query, top: 30)
            #expect(byNumber.map(\.score) == answer.map(\.score))
            differs = differs || byNumber != answer
        }
        #expect(differs)
    }

    @Test("What does not fit the closed lists is refused and changes nothing")
    func outOfRange() throws {
        let index = DirectoryIndex(expecting: 0)
        let good = SearchProfile(id: 1, regions: [3], goals: [5], languages: [.init(0)], modes: [1])
        try index.append(good)
        var bad = good
        bad.goals = [120]
        #expect(throws: SearchError.outOfRange(field: "goals")) { try index.update(bad) }
        #expect(throws: SearchError.duplicate(id: 1)) { try index.append(good) }
        let query = SearchQuery(goals: [.init(5, weight: 1)], languages: [.init(0)], modes: [1])
        #expect(try index.search(query, top: 5).map(\.id) == [1])
        var wrong = query
        wrong.level = 6
        #expect(throws: SearchError.outOfRange(field: "level")) { try index.search(wrong, top: 5) }
    }

    @Test("The index of the published shape stays under 40 bytes a practitioner")
    func memory() throws {
        let index = DirectoryIndex(expecting: 0)
        for id in 0..<Int32(100_000) { try index.append(SearchProfile(id: id, regions: [0])) }
        index.trim()
        #expect(index.bytes < 40 * index.count)
    }
}
