// SPDX-License-Identifier: EUPL-1.2

/// How many values each closed list of a directory has, hence which bits a profile takes.
package struct SearchShape: Sendable, Equatable {
    package var goals: Int
    package var sectors: Int
    package var languages: Int
    /// Degrees of mastery, from 1; a profile with degree 2 is found by whoever asks for degree 1 or 2.
    package var languageDegrees: Int
    package var modes: Int
    package var slots: Int
    package var regions: Int
    /// Whether a practitioner may work in more than one region; one region takes fewer bits.
    package var severalRegions: Bool
    package var levels: Int
    package var largestRating: Int
    /// Adjustments that a practitioner can offer; a wish for one is a hard filter.
    package var adjustments: Int

    package init(
        goals: Int = 120, sectors: Int = 24, languages: Int = 20, languageDegrees: Int = 1, modes: Int = 3,
        slots: Int = 42, regions: Int = 40, severalRegions: Bool = false, levels: Int = 5, largestRating: Int = 10,
        adjustments: Int = 0
    ) {
        self.goals = goals
        self.sectors = sectors
        self.languages = languages
        self.languageDegrees = languageDegrees
        self.modes = modes
        self.slots = slots
        self.regions = regions
        self.severalRegions = severalRegions
        self.levels = levels
        self.largestRating = largestRating
        self.adjustments = adjustments
    }
}

/// The place of each bit of a profile in the index.
struct SliceMap {
    let shape: SearchShape
    /// Visible, not paused, with a free place: the gate, in one bit.
    let open = 0
    let goals: Int
    let sectors: Int
    let languages: Int
    let modes: Int
    let slots: Int
    let regions: Int
    let levels: Int
    let rating: Int
    let adjustments: Int
    let count: Int
    let regionBits: Int
    let levelBits: Int
    let ratingBits: Int

    init(_ shape: SearchShape) {
        self.shape = shape
        regionBits = shape.severalRegions ? shape.regions : Self.bits(shape.regions - 1)
        levelBits = Self.bits(shape.levels)
        ratingBits = Self.bits(shape.largestRating)
        goals = 1
        sectors = goals + shape.goals
        languages = sectors + shape.sectors
        modes = languages + shape.languages * shape.languageDegrees
        slots = modes + shape.modes
        regions = slots + shape.slots
        levels = regions + regionBits
        rating = levels + levelBits
        adjustments = rating + ratingBits
        count = adjustments + shape.adjustments
    }

    func language(_ language: Int, degree: Int) -> Int { languages + (degree - 1) * shape.languages + language }

    private static func bits(_ largest: Int) -> Int { max(0, Int.bitWidth - max(largest, 0).leadingZeroBitCount) }
}
