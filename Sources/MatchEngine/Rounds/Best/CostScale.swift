// SPDX-License-Identifier: EUPL-1.2

/// How a score becomes a cost that solvers can add up: exact in the score, and drawn by lot where scores tie.
///
/// A cost is `weight * (top - score) / step + lot`, with lots in `0...largestLot` taken from the published seed and the
/// pair. `weight` exceeds the sum of all lots that one matching can hold, so a least-cost matching always has the
/// best total score, and the lots only choose among equals. That makes a result repeatable and free of favour for low
/// numbers, and it keeps searches short: without lots, ties form plateaus that every search has to cross.
struct CostScale {
    let top: Int
    let step: Int
    let weight: Int
    let lotMask: UInt64
    let seed: UInt64
    /// Bits of an entry that name the other party; the cost has the rest.
    let partyBits: UInt64
    /// More pairs than this no matching has.
    let pairsAtMost: Int
    /// The largest cost in the round.
    let range: Int

    var largestLot: Int { Int(lotMask) }

    init(problem: RoundProblem, seed: UInt64) {
        var highest = Int(Int32.min)
        var lowest = Int(Int32.max)
        for pair in problem.pairs {
            highest = max(highest, Int(pair.score))
            lowest = min(lowest, Int(pair.score))
        }
        if problem.pairs.isEmpty { (lowest, highest) = (0, 0) }
        top = highest
        step = Self.commonStep(problem.pairs, top: highest)
        self.seed = seed
        let spread = (highest - lowest) / step
        let parties = max(problem.clientCount, problem.practitionerCount, 2)
        partyBits = UInt64(Self.bits(parties))
        let places = problem.capacities.reduce(0) { $0 + Int($1) }
        pairsAtMost = max(1, min(problem.clientCount, places))
        // A dual price can add up as many costs as there are pairs; all of it must stay below 2^62.
        let costBits = min(62 - Self.bits(parties) - 2, 64 - Int(partyBits))
        let lotBits = max(0, min(8, costBits - Self.bits(spread) - Self.bits(pairsAtMost)))
        lotMask = (1 << UInt64(lotBits)) - 1
        weight = lotBits == 0 ? 1 : pairsAtMost << lotBits
        range = spread * weight + Int(lotMask)
    }

    @inline(__always)
    func cost(score: Int32, client: Int, practitioner: Int32) -> Int {
        (step == 1 ? top &- Int(score) : (top &- Int(score)) / step) &* weight
            &+ Int(truncatingIfNeeded: lot(client, practitioner))
    }

    /// The dearest cost that a pair with this score can have.
    func dearest(score: Int32) -> Int { (top - Int(score)) / step * weight + largestLot }

    /// What a difference of costs is at least in score, whatever the lots are.
    func scoreLoss(_ difference: Int, pairs: Int) -> Int {
        let certain = difference - pairs * largestLot
        return certain <= 0 ? 0 : (certain + weight - 1) / weight * step
    }

    @inline(__always)
    private func lot(_ client: Int, _ practitioner: Int32) -> UInt64 {
        var hash = seed &+ UInt64(truncatingIfNeeded: client) &* 0x9e37_79b9_7f4a_7c15
        hash = (hash ^ (hash >> 32)) &+ UInt64(truncatingIfNeeded: practitioner) &* 0xd6e8_feb8_6659_fd93
        hash = (hash ^ (hash >> 29)) &* 0xbf58_476d_1ce4_e5b9
        return (hash >> 40) & lotMask
    }

    private static func bits(_ value: Int) -> Int { Int.bitWidth - value.leadingZeroBitCount }

    private static func commonStep(_ pairs: [RoundPair], top: Int) -> Int {
        var step = 0
        for pair in pairs {
            var rest = top - Int(pair.score)
            while rest != 0 { (step, rest) = (rest, step % rest) }
            if step == 1 { break }
        }
        return max(step, 1)
    }
}
