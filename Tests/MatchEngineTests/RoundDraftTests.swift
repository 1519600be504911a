// SPDX-License-Identifier: EUPL-1.2
import MatchEngine
import Testing

@Suite("Round draft")
struct RoundDraftTests {
    /// Any pair that could still be edited, or nil.
    private func somePair(_ draft: RoundDraft, _ dice: inout Dice) -> (client: Int, practitioner: Int)? {
        let triples = draft.remaining.triples.filter { draft.remaining.capacities[$0.practitioner] > 0 }
        if triples.isEmpty { return nil }
        let chosen = triples[dice.roll(0...(triples.count - 1))]
        return (chosen.client, chosen.practitioner)
    }

    @Test("After every edit the draft is as good as a round solved afresh, and the price is exact", arguments: 0..<24)
    func edits(batch: Int) throws {
        var warm = 0
        var edits = 0
        for seed in batch * 12..<batch * 12 + 12 {
            var dice = Dice(seed)
            let problem = try RandomRound.make(seed: 400_000 + seed, clients: 4...25, practitioners: 2...10)
            let draft = try RoundDraft(problem, seed: UInt64(seed % 3))
            for _ in 0..<10 {
                guard let pair = somePair(draft, &dice) else { break }
                let before = (draft.matched, draft.score)
                let pins = dice.isHit(50)
                let price =
                    pins
                    ? try draft.pin(client: pair.client, practitioner: pair.practitioner)
                    : try draft.forbid(client: pair.client, practitioner: pair.practitioner)
                edits += 1
                let fresh = try PreparedRound(draft.remaining, goal: .best).solve()
                let pinned = draft.pinned.reduce(0) { $0 + (problem.score($1.key, $1.value) ?? 0) }
                #expect(draft.matched == fresh.matched + draft.pinned.count, "seed \(seed)")
                #expect(draft.score == fresh.score + pinned, "seed \(seed)")
                #expect(price == RoundPrice(places: before.0 - draft.matched, score: before.1 - draft.score))
                #expect(problem.fault(in: draft.practitionerOf) == nil, "seed \(seed)")
                if !pins { #expect(draft.practitionerOf[pair.client] != Int32(pair.practitioner)) }
            }
            for (client, practitioner) in draft.pinned {
                #expect(draft.practitionerOf[client] == Int32(practitioner))
            }
            warm += draft.warmEdits
        }
        #expect(warm * 2 > edits, "most edits go on from where the round stood")
    }

    @Test("Taking every edit back gives the first result again")
    func release() throws {
        for seed in 0..<30 {
            var dice = Dice(seed)
            let problem = try RandomRound.make(seed: 410_000 + seed, clients: 6...15, practitioners: 3...6)
            let draft = try RoundDraft(problem)
            let first = (draft.matched, draft.score)
            var edits: [(Int, Int)] = []
            for _ in 0..<4 {
                guard let pair = somePair(draft, &dice) else { break }
                try draft.pin(client: pair.client, practitioner: pair.practitioner)
                edits.append(pair)
            }
            for edit in edits { try draft.release(client: edit.0, practitioner: edit.1) }
            #expect((draft.matched, draft.score) == first)
        }
    }

    @Test("What cannot be pinned is refused and leaves the draft as it was")
    func impossible() throws {
        let pairs = [RoundPair(practitioner: 0, score: 5), RoundPair(practitioner: 0, score: 9)]
        let problem = try RoundProblem(capacities: [1, 1], start: [0, 1, 2], pairs: pairs)
        let draft = try RoundDraft(problem)
        #expect(throws: RoundError.impossiblePin(client: 0, practitioner: 1)) {
            try draft.pin(client: 0, practitioner: 1)
        }
        #expect(try draft.pin(client: 0, practitioner: 0) == RoundPrice(places: 0, score: 4))
        #expect(throws: RoundError.impossiblePin(client: 1, practitioner: 0)) {
            try draft.pin(client: 1, practitioner: 0)
        }
        #expect(throws: RoundError.impossiblePin(client: 0, practitioner: 0)) {
            try draft.forbid(client: 0, practitioner: 0)
        }
        #expect(draft.practitionerOf == [0, -1])
    }
}
