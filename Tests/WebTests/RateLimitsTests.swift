// SPDX-License-Identifier: EUPL-1.2

import Kernel
import Testing
import Web

@Suite("Rate limits")
struct RateLimitsTests {
    private let start = Timestamp(milliseconds: 1_800_000_000_000)

    @Test("A burst is let through, the next is refused, and time brings it back")
    func refills() async throws {
        let limits = RateLimits(network: .init(burst: 3, perMinute: 1), person: .init(burst: 100, perMinute: 100))
        for _ in 0..<3 { try await limits.take(network: "192.0.2.1", person: nil, now: start) }
        await #expect(throws: Refusal.tooMany) { try await limits.take(network: "192.0.2.1", person: nil, now: start) }
        try await limits.take(network: "192.0.2.2", person: nil, now: start)
        try await limits.take(network: "192.0.2.1", person: nil, now: start.adding(minutes: 1))
        await #expect(throws: Refusal.tooMany) {
            try await limits.take(network: "192.0.2.1", person: nil, now: start.adding(minutes: 1))
        }
    }

    @Test("A clock that goes back gives nothing and takes nothing")
    func clockBack() async throws {
        let limits = RateLimits(network: .init(burst: 1, perMinute: 60), person: .init(burst: 9, perMinute: 9))
        try await limits.take(network: "a", person: nil, now: start)
        await #expect(throws: Refusal.tooMany) {
            try await limits.take(network: "a", person: nil, now: start.adding(minutes: -60))
        }
    }
}
