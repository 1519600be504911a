// SPDX-License-Identifier: EUPL-1.2

/// Deferred acceptance: Gale and Shapley, *College admissions and the stability of marriage* (1962). The result is the
/// stable matching that is best for every proposer at once, whatever the order of proposals.
struct StableRound {
    let preferences: Preferences
    let control: RoundControl

    /// - Throws: `RoundError.cancelled`.
    func solve() throws(RoundError) -> [Int32] {
        preferences.clientsPropose ? try clientsPropose() : try practitionersPropose()
    }

    private func clientsPropose() throws(RoundError) -> [Int32] {
        let problem = preferences.problem
        let places = Places(capacities: problem.capacities)
        let next = Buffer<Int32>(uninitialized: problem.clientCount)
        next.base.update(from: preferences.start.base, count: problem.clientCount)
        let lots = lots(count: problem.clientCount, isClient: true)
        var practitionerOf = [Int32](repeating: -1, count: problem.clientCount)
        var done = 0
        for first in 0..<problem.clientCount {
            var client = first
            if first % 4_096 == 0 { try control.checkpoint(.placing, first, of: problem.clientCount) }
            proposing: while next.base[client] < preferences.start.base[client + 1] {
                let proposal = preferences.proposals.base[Int(next.base[client])]
                next.base[client] &+= 1
                done &+= 1
                let key = Preferences.key(score: proposal.score, lot: lots.base[client], party: client)
                switch places.offer(key, to: Int(proposal.party)) {
                case .refused: continue
                case .accepted:
                    practitionerOf[client] = proposal.party
                    break proposing
                case .replaced(let loser):
                    practitionerOf[client] = proposal.party
                    practitionerOf[loser] = -1
                    client = loser
                }
            }
        }
        return practitionerOf
    }

    private func practitionersPropose() throws(RoundError) -> [Int32] {
        let problem = preferences.problem
        let count = problem.practitionerCount
        let next = Buffer<Int32>(uninitialized: count)
        next.base.update(from: preferences.start.base, count: count)
        let lots = lots(count: count, isClient: false)
        let held = Buffer<UInt64>(problem.clientCount, .max)
        let free = Buffer<Int32>(uninitialized: count)
        for practitioner in 0..<count { free[practitioner] = problem.capacities[practitioner] }
        for first in 0..<count {
            if first % 4_096 == 0 { try control.checkpoint(.placing, first, of: count) }
            var waiting = [first]
            while let practitioner = waiting.popLast() {
                while free.base[practitioner] > 0, next.base[practitioner] < preferences.start.base[practitioner + 1] {
                    let proposal = preferences.proposals.base[Int(next.base[practitioner])]
                    next.base[practitioner] &+= 1
                    let key = Preferences.key(score: proposal.score, lot: lots.base[practitioner], party: practitioner)
                    let client = Int(proposal.party)
                    let earlier = held.base[client]
                    if earlier < key { continue }
                    held.base[client] = key
                    free.base[practitioner] &-= 1
                    if earlier != .max {
                        let loser = Int(earlier & UInt64(Preferences.parties - 1))
                        free.base[loser] &+= 1
                        if loser != practitioner { waiting.append(loser) }
                    }
                }
            }
        }
        return (0..<problem.clientCount).map {
            held[$0] == .max ? -1 : Int32(truncatingIfNeeded: held[$0] & UInt64(Preferences.parties - 1))
        }
    }

    private func lots(count: Int, isClient: Bool) -> Buffer<UInt64> {
        let lots = Buffer<UInt64>(uninitialized: count)
        for person in 0..<count {
            lots.base[person] = Preferences.lot(seed: preferences.seed, person: person, isClient: isClient)
        }
        return lots
    }
}

/// The places of all practitioners: for each a heap with its least welcome holder on top.
final class Places {
    enum Answer { case accepted, refused, replaced(Int) }

    private let first: Buffer<Int32>
    private let filled: Buffer<Int32>
    private let keys: Buffer<UInt64>

    init(capacities: [Int32]) {
        first = Buffer(uninitialized: capacities.count + 1)
        filled = Buffer(capacities.count, 0)
        var sum: Int32 = 0
        for practitioner in 0..<capacities.count {
            first[practitioner] = sum
            sum += capacities[practitioner]
        }
        first[capacities.count] = sum
        keys = Buffer(uninitialized: Int(sum))
    }

    @inline(__always)
    func offer(_ key: UInt64, to practitioner: Int) -> Answer {
        let low = Int(first.base[practitioner])
        let capacity = Int(first.base[practitioner &+ 1]) &- low
        let heap = keys.base + low
        let count = Int(filled.base[practitioner])
        if count < capacity {
            filled.base[practitioner] &+= 1
            rise(heap, count, key)
            return .accepted
        }
        if capacity == 0 || key > heap[0] { return .refused }
        let loser = Int(heap[0] & UInt64(Preferences.parties - 1))
        sink(heap, capacity, key)
        return .replaced(loser)
    }

    @inline(__always)
    private func rise(_ heap: UnsafeMutablePointer<UInt64>, _ place: Int, _ key: UInt64) {
        var child = place
        while child > 0 {
            let parent = (child &- 1) >> 1
            if heap[parent] > key { break }
            heap[child] = heap[parent]
            child = parent
        }
        heap[child] = key
    }

    @inline(__always)
    private func sink(_ heap: UnsafeMutablePointer<UInt64>, _ count: Int, _ key: UInt64) {
        var parent = 0
        while true {
            var child = parent &* 2 &+ 1
            if child >= count { break }
            if child &+ 1 < count, heap[child &+ 1] > heap[child] { child &+= 1 }
            if heap[child] < key { break }
            heap[parent] = heap[child]
            parent = child
        }
        heap[parent] = key
    }
}
