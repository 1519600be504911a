// SPDX-License-Identifier: EUPL-1.2

/// One query running over the index, 512 rows at a time.
///
/// First only the wanted goals are read: the rows whose goals can still lead into the answer are a threshold of few
/// bits (`BitThreshold`), and most blocks end there or at the same test with the richest other bits. What is left
/// passes the hard filters. Many rows are counted in vertical counters, bit `n` of 512 sums being one block; few are
/// counted one by one. After each part of the score the rows that cannot reach the worst of the best so far are
/// dropped.
struct SearchScan {
    /// Up to so many rows of a block are cheaper one by one.
    private static let few = 8

    private let plan: SearchPlan
    private let query: SearchQuery
    private let pool: UInt16?
    private var best: TopHits
    private var threshold: BitThreshold
    private var sharper: BitThreshold
    /// Two thirds of what goals and other strong bits can add up to.
    private var richness: BitThreshold
    private var counters: VerticalCounters
    private let excludedIDs: [Int32]

    init(
        plan: SearchPlan, query: SearchQuery, pool: UInt16?, top: Int, seed: UInt64,
        scratch: UnsafeMutablePointer<Block>
    ) {
        self.plan = plan
        self.query = query
        self.pool = pool
        counters = VerticalCounters(scratch: scratch)
        best = TopHits(top, seed: seed)
        threshold = BitThreshold(weights: plan.goals.map(\.weight))
        sharper = BitThreshold(weights: plan.strong.map(\.weight))
        richness = sharper
        richness.raise(to: plan.strong.reduce(0) { $0 + $1.weight } * 2 / 3)
        excludedIDs = query.excludedIDs
    }

    mutating func run(_ index: DirectoryIndex) -> [SearchHit] {
        index.ids.withUnsafeBufferPointer { ids in
            index.organisations.withUnsafeBufferPointer { organisations in
                index.pools.withUnsafeBufferPointer { pools in
                    let people = People(ids: ids, organisations: organisations, pools: pools)
                    if let first = index.chunks.first {
                        scan(UnsafePointer(first.base), first.blocks, 0, people, .richOnly)
                        scan(UnsafePointer(first.base), first.blocks, 0, people, .rest)
                    }
                    var firstRow = DirectoryIndex.chunkRows
                    for chunk in index.chunks.dropFirst() {
                        scan(UnsafePointer(chunk.base), chunk.blocks, firstRow, people, .all)
                        firstRow += DirectoryIndex.chunkRows
                    }
                }
            }
        }
        return best.sorted()
    }

    /// What the index knows of each row beside the bits.
    private struct People {
        let ids: UnsafeBufferPointer<Int32>
        let organisations: UnsafeBufferPointer<Int32>
        let pools: UnsafeBufferPointer<UInt16>
    }

    /// The first chunk is read twice: rows with most of what is wanted first, because they set a high mark that spares
    /// counting most of the others.
    private enum Pass { case richOnly, rest, all }

    private mutating func scan(
        _ chunk: UnsafePointer<Block>, _ blocks: Int, _ firstRow: Int, _ people: People, _ pass: Pass
    ) {
        for block in 0..<blocks {
            let base = chunk + block
            threshold.raise(to: best.leastScore &- plan.mostAfterGoals &- plan.constant)
            var rows = base[0] & Self.promising(threshold.subsets, plan.goals, base, blocks)
            if rows.isEmpty { continue }
            if pass != .all {
                let rich = Self.promising(richness.subsets, plan.strong, base, blocks)
                rows &= pass == .richOnly ? rich : ~rich
            }
            sharper.raise(to: best.leastScore &- plan.mostAfterStrong &- plan.constant)
            if sharper.isSelective {
                rows &= Self.promising(sharper.subsets, plan.strong, base, blocks)
                if rows.isEmpty { continue }
            }
            for group in plan.anyOf {
                var one = Block.zero
                for slice in group { one |= base[slice &* blocks] }
                rows &= one
            }
            for slice in plan.allOf { rows &= base[slice &* blocks] }
            if let region = plan.equalRegion {
                rows &= Self.equal(base, blocks, region.slice, region.bits, region.value)
            }
            let left = rows.population
            if left == 0 { continue }
            let row = firstRow &+ block &* DirectoryIndex.blockRows
            if left > Self.few, best.leastScore > 0 { count(base, blocks, &rows) }
            for lane in 0..<8 {
                var left = rows[lane]
                while left != 0 {
                    finish(base, blocks, lane, left.trailingZeroBitCount, row, people)
                    left &= left &- 1
                }
            }
        }
    }

    /// The rows with one of the sets of bits.
    @inline(__always)
    private static func promising(
        _ subsets: [Int], _ bits: [(slice: Int, weight: Int)], _ base: UnsafePointer<Block>, _ blocks: Int
    ) -> Block {
        var rows = Block.zero
        for subset in subsets {
            var all = ~Block.zero
            var left = subset
            while left != 0 {
                all &= base[bits[left.trailingZeroBitCount].slice &* blocks]
                left &= left &- 1
            }
            rows |= all
        }
        return rows
    }

    /// Adds up the points of the rows, dropping those that fall behind, until few are left.
    private mutating func count(_ base: UnsafePointer<Block>, _ blocks: Int, _ rows: inout Block) {
        let least = best.leastScore &- plan.constant
        counters.reset()
        for goal in plan.goals { counters.add(base[goal.slice &* blocks], goal.weight) }
        for planned in plan.steps {
            switch planned.step {
            case .bit(let slice, let weight):
                counters.add(base[slice &* blocks], weight)
            case .equal(let slice, let bits, let value, let weight):
                counters.add(Self.equal(base, blocks, slice, bits, value), weight)
            case .level(let slice, let bits, let value, let weight, let adjacent):
                let beside =
                    Self.equal(base, blocks, slice, bits, value &- 1)
                    | Self.equal(base, blocks, slice, bits, value &+ 1)
                counters.add(Self.equal(base, blocks, slice, bits, value), weight)
                counters.add(beside, adjacent)
            case .count(let slices, let weight): counters.addCount(of: slices, base, blocks, weight)
            case .number(let slice, let bits, let weight):
                counters.addNumber(in: slice, bits, base, blocks, weight)
            }
            // As long as only strong bits have been added, their threshold has dropped everybody already.
            if planned.mostAfter >= plan.mostAfterStrong { continue }
            counters.keep(&rows, atLeast: least &- planned.mostAfter)
            if rows.population <= Self.few { return }
        }
    }

    @inline(__always)
    private static func equal(_ base: UnsafePointer<Block>, _ blocks: Int, _ slice: Int, _ bits: Int, _ value: Int)
        -> Block
    {
        var mask = ~Block.zero
        for bit in 0..<bits {
            let one = base[(slice &+ bit) &* blocks]
            mask &= value >> bit & 1 == 1 ? one : ~one
        }
        return mask
    }

    /// Counts one row by itself and lets it into the answer if it is good enough.
    private mutating func finish(
        _ base: UnsafePointer<Block>, _ blocks: Int, _ lane: Int, _ bit: Int, _ firstRow: Int, _ people: People
    ) {
        let row = RowBits(base: base, blocks: blocks, lane: lane, bit: bit)
        let least = best.leastScore
        var score = plan.constant
        for goal in plan.goals { score &+= row.one(goal.slice) &* goal.weight }
        if score &+ plan.mostAfterGoals < least { return }
        for planned in plan.steps {
            switch planned.step {
            case .bit(let slice, let weight): score &+= row.one(slice) &* weight
            case .equal(let slice, let bits, let value, let weight):
                if row.number(slice, bits) == value { score &+= weight }
            case .level(let slice, let bits, let value, let weight, let adjacent):
                let level = row.number(slice, bits)
                if level == value {
                    score &+= weight
                } else if level == value &- 1 || level == value &+ 1 {
                    score &+= adjacent
                }
            case .count(let slices, let weight):
                var count = 0
                for slice in slices { count &+= row.one(slice) }
                score &+= count &* weight
            case .number(let slice, let bits, let weight): score &+= row.number(slice, bits) &* weight
            }
            if score &+ planned.mostAfter < least { return }
        }
        let place = firstRow &+ lane &* 64 &+ bit
        if isExcluded(place, people) { return }
        best.insert(SearchHit(id: people.ids[place], score: score))
    }

    private func isExcluded(_ row: Int, _ people: People) -> Bool {
        if let pool, people.pools[row] != pool { return true }
        return query.excludedOrganisations.contains(people.organisations[row]) || excludedIDs.contains(people.ids[row])
    }
}
