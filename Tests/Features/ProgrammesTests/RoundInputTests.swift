// SPDX-License-Identifier: EUPL-1.2

import Kernel
import MatchEngine
import TestSupport
import Testing

@testable import Programmes

@Suite("The bytes of a round")
struct RoundInputTests {
    private static func random(_ seed: UInt64) -> RoundInput {
        let ids = TestIDs(seed: seed)
        func number(_ below: Int) -> Int { Int(ids.seed() % UInt64(below)) }
        let (clients, practitioners) = (number(12), 1 + number(8))
        var start: [Int32] = [0]
        var pairs: [RoundInput.Pair] = []
        for _ in 0..<clients {
            for practitioner in 0..<practitioners where number(3) > 0 {
                pairs.append(
                    RoundInput.Pair(
                        practitioner: Int32(practitioner), client: Int32(number(300) - 20),
                        practitionerScore: Int32(number(2_000_001) - 1_000_000)))
            }
            start.append(Int32(pairs.count))
        }
        return RoundInput(
            seed: ids.seed(), wishes: WishSides.allCases[number(3)], clients: (0..<clients).map { _ in ids.id() },
            practitioners: (0..<practitioners).map { _ in ids.id() },
            capacities: (0..<practitioners).map { _ in Int32(number(1_001)) }, start: start, pairs: pairs)
    }

    @Test("What was written is read back, and every change of a byte changes the hash or is refused")
    func roundTrip() throws {
        for seed in 1...60 {
            let input = Self.random(UInt64(seed))
            let bytes = input.bytes
            #expect(RoundInput(bytes) == input)
            let ids = TestIDs(seed: UInt64(seed))
            for _ in 0..<20 where bytes.count > 20 {
                var changed = bytes
                changed[Int(ids.seed() % UInt64(bytes.count))] ^= UInt8(1 << (ids.seed() % 8))
                #expect(RoundInput.hash(changed) != RoundInput.hash(bytes))
                if let other = RoundInput(changed) { #expect(other != input || other.bytes != changed) }
            }
            #expect(RoundInput(Array(bytes.dropLast())) == nil)
            #expect(RoundInput(bytes + [0]) == nil)
        }
    }

    @Test("Bytes that announce more than there is are refused without reserving it")
    func announced() {
        let head = Array("confidant-round-1\n".utf8)
        #expect(RoundInput(head + [0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F, 0]) == nil)
        #expect(RoundInput(head + Array(repeating: 0xFF, count: 40)) == nil)
        #expect(RoundInput([]) == nil)
    }

    @Test("Parts of a pair's points add up to what the round weighs")
    func parts() {
        let ids = TestIDs(seed: 5)
        for _ in 0..<200 {
            let (client, practitioner) = (RandomSides.client(ids), RandomSides.practitioner(ids))
            let named = ids.seed() % 3 == 0 ? Int(ids.seed() % 5) + 1 : nil
            let back = ids.seed() % 3 == 0 ? Int(ids.seed() % 5) + 1 : nil
            let score = PairScore(client, practitioner, named: named, namedBack: back)
            let parts = PairScore.parts(client, practitioner, named: named, namedBack: back)
            #expect(parts.reduce(0) { $0 + $1.points } == Int(score.client + score.practitioner))
        }
    }
}
