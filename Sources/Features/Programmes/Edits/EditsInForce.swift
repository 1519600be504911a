// SPDX-License-Identifier: EUPL-1.2

package import Kernel
package import MatchEngine

/// What a lead can do with a draft.
package enum RoundEdit: Hashable, Sendable {
    /// Work on another goal's draft; pins and prohibitions stay.
    case goal(RoundGoal)
    /// Give a client this practitioner.
    case pin(client: PersonID, practitioner: PersonID)
    /// Keep two people apart.
    case forbid(client: PersonID, practitioner: PersonID)
    /// Let two clients change practitioners.
    case swap(client: PersonID, with: PersonID)
    /// Take back the edit of this number.
    case undo(number: Int)

    var kind: String {
        switch self {
        case .goal: "goal"
        case .pin: "pin"
        case .forbid: "forbid"
        case .swap: "swap"
        case .undo: "undo"
        }
    }
}

/// An edit that was made, and what it cost.
package struct EditLine: Sendable {
    package let number: Int
    package let kind: String
    package let goal: RoundGoal?
    package let client: PersonID?
    package let practitioner: PersonID?
    package let otherClient: PersonID?
    package let otherPractitioner: PersonID?
    package let undoes: Int?
    package let price: RoundPrice
    package let madeAt: Timestamp
}

/// Everything that the edits of a round come to: the goal, pinned and forbidden pairs by their places in the input.
struct EditsInForce: Sendable, Equatable {
    struct Pair: Hashable, Comparable, Sendable {
        let client: Int
        let practitioner: Int

        static func < (left: Pair, right: Pair) -> Bool {
            (left.client, left.practitioner) < (right.client, right.practitioner)
        }
    }

    private(set) var goal: RoundGoal?
    private(set) var pins: [Int: Int] = [:]
    private(set) var forbidden: Set<Pair> = []

    init(_ edits: [EditLine], in input: RoundInput) {
        let undone = Set(edits.compactMap(\.undoes))
        var clients: [PersonID: Int] = [:]
        var practitioners: [PersonID: Int] = [:]
        for (index, id) in input.clients.enumerated() { clients[id] = index }
        for (index, id) in input.practitioners.enumerated() { practitioners[id] = index }
        func pair(_ client: PersonID?, _ practitioner: PersonID?) -> Pair? {
            guard let client = client.flatMap({ clients[$0] }),
                let practitioner = practitioner.flatMap({ practitioners[$0] })
            else { return nil }
            return Pair(client: client, practitioner: practitioner)
        }
        for edit in edits where !undone.contains(edit.number) {
            switch edit.kind {
            case "goal": goal = edit.goal
            case "forbid":
                guard let pair = pair(edit.client, edit.practitioner) else { continue }
                forbidden.insert(pair)
                if pins[pair.client] == pair.practitioner { pins[pair.client] = nil }
            case "pin", "swap":
                for found in [pair(edit.client, edit.practitioner), pair(edit.otherClient, edit.otherPractitioner)] {
                    guard let found else { continue }
                    pins[found.client] = found.practitioner
                    forbidden.remove(found)
                }
            default: continue
            }
        }
    }

    /// For each client the practitioners from whom they are kept apart.
    var apart: [Int: Set<Int>] {
        forbidden.reduce(into: [:]) { $0[$1.client, default: []].insert($1.practitioner) }
    }

    /// The draft that these edits come to.
    ///
    /// `best` goes on from the draft before; the other goals are solved anew, pinned clients and their places aside.
    ///
    /// - Throws: `RoundError.impossiblePin`, `.cancelled`, `.certificateFailed`.
    func pairs(of round: RoundID, _ input: RoundInput, on bench: RoundBench) throws -> [Int32] {
        let goal = goal ?? .best
        if goal == .best { return try bench.best(round, input, self) }
        for (client, practitioner) in pins where input.index(client: client, practitioner: practitioner) == nil {
            throw RoundError.impossiblePin(client: client, practitioner: practitioner)
        }
        let problem = try input.problem(for: goal, pins: pins, forbidden: apart)
        var found = try PreparedRound(problem, goal: goal, seed: input.seed).solve().practitionerOf
        for (client, practitioner) in pins { found[client] = Int32(truncatingIfNeeded: practitioner) }
        return found
    }
}
