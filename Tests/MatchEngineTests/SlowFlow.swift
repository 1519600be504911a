// SPDX-License-Identifier: EUPL-1.2
import MatchEngine

/// An independent reference for rounds that are too large to enumerate: successive cheapest paths by Bellman and Ford
/// over a plain residual graph with single seats, one client a time. Nothing in common with the engine but the
/// problem.
struct SlowFlow {
    private(set) var matched = 0
    private(set) var score = 0

    init(_ problem: RoundProblem, atLeast floor: Int = .min) {
        var seats: [Int] = []
        for (practitioner, capacity) in problem.capacities.enumerated() {
            seats += [Int](repeating: practitioner, count: min(Int(capacity), problem.clientCount))
        }
        let source = problem.clientCount + seats.count
        let sink = source + 1
        var arcs: [(from: Int, to: Int, cost: Int, isFree: Bool)] = []
        func add(_ from: Int, _ to: Int, _ cost: Int) {
            arcs.append((from, to, cost, true))
            arcs.append((to, from, -cost, false))
        }
        for client in 0..<problem.clientCount { add(source, client, 0) }
        for seat in seats.indices { add(problem.clientCount + seat, sink, 0) }
        for (client, practitioner, score) in problem.triples where score >= floor {
            for seat in seats.indices where seats[seat] == practitioner {
                add(client, problem.clientCount + seat, -score)
            }
        }
        while true {
            var distance = [Int](repeating: .max, count: sink + 1)
            var via = [Int](repeating: -1, count: sink + 1)
            distance[source] = 0
            var changed = true
            while changed {
                changed = false
                for index in arcs.indices where arcs[index].isFree && distance[arcs[index].from] != .max {
                    let reached = distance[arcs[index].from] + arcs[index].cost
                    if reached < distance[arcs[index].to] {
                        distance[arcs[index].to] = reached
                        via[arcs[index].to] = index
                        changed = true
                    }
                }
            }
            if distance[sink] == .max { return }
            matched += 1
            score -= distance[sink]
            var node = sink
            while node != source {
                let arc = via[node]
                arcs[arc].isFree = false
                arcs[arc ^ 1].isFree = true
                node = arcs[arc].from
            }
        }
    }
}
