// SPDX-License-Identifier: EUPL-1.2

/// Why a client is without a place although the round is as large as it can be: everybody whom an exchange could move
/// for this client competes for a set of practitioners who are all full.
///
/// The set is a violator of Hall's condition (Hall, *On representatives of subsets*, 1935), found by alternating
/// paths from the client: its clients accept nobody outside it, and are more than its places.
package struct Bottleneck: Sendable, Equatable {
    package let client: Int
    /// The clients who compete, the one without a place among them, in rising order.
    package let clients: [Int]
    /// The practitioners in demand, in rising order. One place more with any of them places one client more.
    package let practitioners: [Int]
    /// The places that these practitioners have together.
    package let places: Int

    /// Nil for a client who has a place, and where the round could simply be larger (a stable one often could).
    package init?(client: Int, in problem: RoundProblem, practitionerOf: [Int32]) {
        guard client >= 0, client < problem.clientCount, practitionerOf.count == problem.clientCount,
            practitionerOf[client] < 0
        else { return nil }
        let holders = Holders(problem, practitionerOf)
        var isReached = [Bool](repeating: false, count: problem.practitionerCount)
        var competing = [client]
        var next = 0
        while next < competing.count {
            let one = competing[next]
            next += 1
            for index in Int(problem.start[one])..<Int(problem.start[one + 1]) {
                let practitioner = Int(problem.pairs[index].practitioner)
                if isReached[practitioner] || problem.capacities[practitioner] == 0 { continue }
                isReached[practitioner] = true
                let holding = holders.of(practitioner)
                if holding.count < problem.capacities[practitioner] { return nil }
                competing += holding.map(Int.init)
            }
        }
        self.client = client
        clients = competing.sorted()
        practitioners = isReached.indices.filter { isReached[$0] }
        places = practitioners.reduce(0) { $0 + Int(problem.capacities[$1]) }
    }
}

/// A rule that keeps a pair out of the round, as the caller knows it.
package struct ExcludedPair: Sendable, Equatable {
    package var client: Int
    package var practitioner: Int
    /// The caller's number for the rule: language, organisation, declared tie, …
    package var rule: Int

    package init(client: Int, practitioner: Int, rule: Int) {
        self.client = client
        self.practitioner = practitioner
        self.rule = rule
    }
}

extension Bottleneck {
    /// Which of the excluded pairs, if it were let in alone, would free a place: one between a client who competes
    /// and a practitioner from whom an empty place can be reached by exchanges.
    package func helpful(
        among excluded: [ExcludedPair], in problem: RoundProblem, practitionerOf: [Int32]
    ) -> [ExcludedPair] {
        let isNearRoom = practitionersNearRoom(problem, practitionerOf)
        let competing = Set(clients)
        return excluded.filter { pair in
            competing.contains(pair.client) && isNearRoom.indices.contains(pair.practitioner)
                && isNearRoom[pair.practitioner]
        }
    }

    private func practitionersNearRoom(_ problem: RoundProblem, _ practitionerOf: [Int32]) -> [Bool] {
        let holders = Holders(problem, practitionerOf)
        let suitors = Suitors(problem)
        var isNear = [Bool](repeating: false, count: problem.practitionerCount)
        var queue = (0..<problem.practitionerCount).filter { holders.of($0).count < problem.capacities[$0] }
        for practitioner in queue { isNear[practitioner] = true }
        var next = 0
        while next < queue.count {
            for client in suitors.of(queue[next]) {
                let held = Int(practitionerOf[Int(client)])
                if held >= 0, !isNear[held] {
                    isNear[held] = true
                    queue.append(held)
                }
            }
            next += 1
        }
        return isNear
    }
}

/// The clients placed with each practitioner.
struct Holders {
    private var start: [Int]
    private var clients: [Int32]

    init(_ problem: RoundProblem, _ practitionerOf: [Int32]) {
        start = [Int](repeating: 0, count: problem.practitionerCount + 1)
        for practitioner in practitionerOf where practitioner >= 0 { start[Int(practitioner) + 1] += 1 }
        for practitioner in 0..<problem.practitionerCount { start[practitioner + 1] += start[practitioner] }
        clients = [Int32](repeating: -1, count: start[problem.practitionerCount])
        var next = start
        for (client, practitioner) in practitionerOf.enumerated() where practitioner >= 0 {
            clients[next[Int(practitioner)]] = Int32(client)
            next[Int(practitioner)] += 1
        }
    }

    func of(_ practitioner: Int) -> ArraySlice<Int32> { clients[start[practitioner]..<start[practitioner + 1]] }
}

/// The clients who accept each practitioner.
struct Suitors {
    private var start: [Int]
    private var clients: [Int32]

    init(_ problem: RoundProblem) {
        start = [Int](repeating: 0, count: problem.practitionerCount + 1)
        for pair in problem.pairs { start[Int(pair.practitioner) + 1] += 1 }
        for practitioner in 0..<problem.practitionerCount { start[practitioner + 1] += start[practitioner] }
        clients = [Int32](repeating: -1, count: problem.pairs.count)
        var next = start
        for client in 0..<problem.clientCount {
            for index in Int(problem.start[client])..<Int(problem.start[client + 1]) {
                let practitioner = Int(problem.pairs[index].practitioner)
                clients[next[practitioner]] = Int32(client)
                next[practitioner] += 1
            }
        }
    }

    func of(_ practitioner: Int) -> ArraySlice<Int32> { clients[start[practitioner]..<start[practitioner + 1]] }
}
