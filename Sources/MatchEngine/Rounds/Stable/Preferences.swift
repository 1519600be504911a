// SPDX-License-Identifier: EUPL-1.2

/// Strict preferences of both sides as single numbers: a lower key is preferred.
///
/// A key holds the score reversed, then a lot from the published seed, then the number of the other party; with seed 0
/// all lots are 0, so that equal scores go by number. Both sides compare keys, nobody needs a table of ranks.
struct Preferences {
    static let partyBits: UInt64 = 23
    static let lotBits: UInt64 = 20
    static let parties = 1 << 23

    let problem: RoundProblem
    let seed: UInt64
    /// The side that proposes is the client's.
    let clientsPropose: Bool
    /// Where the list of each proposer begins in `proposals`.
    let start: Buffer<Int32>
    /// Each proposer's list in order of preference.
    let proposals: Buffer<Proposal>

    /// One line of a list: the other party, and that party's key for the proposer.
    struct Proposal: BitwiseCopyable {
        var party: Int32
        var score: Int32
    }

    /// - Throws: `RoundError.practitionerScoresMissing`; `.malformed` beyond 8,388,608 people on a side.
    init(problem: RoundProblem, goal: RoundGoal, seed: UInt64) throws(RoundError) {
        guard problem.practitionerScores.count == problem.pairs.count else { throw .practitionerScoresMissing }
        guard max(problem.clientCount, problem.practitionerCount) <= Self.parties else { throw .malformed }
        self.problem = problem
        self.seed = seed
        clientsPropose = goal == .stable
        proposals = Buffer(uninitialized: problem.pairs.count)
        if clientsPropose {
            start = Buffer(uninitialized: problem.clientCount + 1)
            sortForClients()
        } else {
            start = Buffer(problem.practitionerCount + 1, 0)
            sortForPractitioners()
        }
    }

    @inline(__always)
    static func key(score: Int32, lot: UInt64, party: Int) -> UInt64 {
        UInt64(UInt32(bitPattern: 1_000_000 &- score)) << (lotBits + partyBits) | lot << partyBits
            | UInt64(truncatingIfNeeded: party)
    }

    /// The lot of a person; clients and practitioners draw from different urns.
    @inline(__always)
    static func lot(seed: UInt64, person: Int, isClient: Bool) -> UInt64 {
        if seed == 0 { return 0 }
        var hash = seed &+ (UInt64(truncatingIfNeeded: person) << 1 | (isClient ? 1 : 0)) &* 0x9e37_79b9_7f4a_7c15
        hash = (hash ^ (hash >> 30)) &* 0xbf58_476d_1ce4_e5b9
        hash = (hash ^ (hash >> 27)) &* 0x94d0_49bb_1331_11eb
        return (hash ^ (hash >> 31)) >> (64 - lotBits)
    }

    private func sortForClients() {
        let sorter = CostSorter(lowest: Self.partyBits, bits: Self.lotBits + 21)
        var keys = Buffer<UInt64>(uninitialized: 256)
        for client in 0..<problem.clientCount {
            let low = Int(problem.start[client])
            let count = Int(problem.start[client + 1]) - low
            start[client] = Int32(truncatingIfNeeded: low)
            if keys.count < count { keys = Buffer(uninitialized: count * 2) }
            for index in 0..<count {
                let pair = problem.pairs[low + index]
                let lot = Self.lot(seed: seed, person: Int(pair.practitioner), isClient: false)
                keys.base[index] = Self.key(score: pair.score, lot: lot, party: index)
            }
            sorter.sort(keys.base, count)
            for rank in 0..<count {
                let index = low + Int(keys.base[rank] & UInt64(Self.parties - 1))
                proposals.base[low + rank] = Proposal(
                    party: problem.pairs[index].practitioner, score: problem.practitionerScores[index]
                )
            }
        }
        start[problem.clientCount] = Int32(truncatingIfNeeded: problem.pairs.count)
    }

    private func sortForPractitioners() {
        for pair in problem.pairs { start.base[Int(pair.practitioner) + 1] += 1 }
        for practitioner in 0..<problem.practitionerCount { start.base[practitioner + 1] += start.base[practitioner] }
        let next = Buffer<Int32>(uninitialized: problem.practitionerCount)
        next.base.update(from: start.base, count: problem.practitionerCount)
        let keys = Buffer<UInt64>(uninitialized: problem.pairs.count)
        for client in 0..<problem.clientCount {
            let lot = Self.lot(seed: seed, person: client, isClient: true)
            for index in Int(problem.start[client])..<Int(problem.start[client + 1]) {
                let practitioner = Int(problem.pairs[index].practitioner)
                let key = Self.key(score: problem.practitionerScores[index], lot: lot, party: client)
                keys.base[Int(next.base[practitioner])] = key
                next.base[practitioner] += 1
            }
        }
        let sorter = CostSorter(lowest: Self.partyBits, bits: Self.lotBits + 21)
        for practitioner in 0..<problem.practitionerCount {
            let low = Int(start.base[practitioner])
            let count = Int(start.base[practitioner + 1]) - low
            sorter.sort(keys.base + low, count)
            for index in low..<(low + count) {
                let client = Int(keys.base[index] & UInt64(Self.parties - 1))
                let own = problem.index(client: client, practitioner: practitioner) ?? 0
                proposals.base[index] = Proposal(party: Int32(client), score: problem.pairs[own].score)
            }
        }
    }
}
