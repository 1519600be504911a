// SPDX-License-Identifier: EUPL-1.2

import Codes
import HTTPTypes
import Kernel
import PolicyPacks
import SQL
import TestSupport
import Testing

@Suite("Codes that a pool adopts")
struct AdoptionTests {
    @Test("A figure of the pool's own may be stricter than the packs, never milder", arguments: TestDatabase.engines)
    func stricter(engine: DatabaseEngine) async throws {
        try await withPractice(engine) { pool in
            let alun = try await pool.person("Alun", .administrator)
            try await pool.codes.adopt("emcc", by: alun)
            let policy = try await pool.codes.policy(of: pool.id)
            let number = try #require(
                policy.resolution(on: pool.clock.now.day).numbers.first {
                    $0.direction == .greater && $0.key.scope == nil
                })
            let demanded = try #require(number.demanded.first?.measure)
            let milder = try #require(
                Measure(.init(demanded.amount.value - 1, demanded.amount.unit), per: demanded.per))
            let stricter = try #require(
                Measure(.init(demanded.amount.value + 1, demanded.amount.unit), per: demanded.per))
            await #expect(throws: CodesError.laxer) { try await pool.codes.choose(number.key, milder, by: alun) }
            try await pool.codes.choose(number.key, stricter, by: alun)
            let now = try await pool.codes.policy(of: pool.id).resolution(on: pool.clock.now.day)
            #expect(now.number(number.key.quantity)?.inForce.map(\.measure) == [stricter])
        }
    }

    @Test("A pack that there is not is not adopted, and one that is adopted already changes nothing")
    func unknown() async throws {
        try await withPractice(.sqlite) { pool in
            let alun = try await pool.person("Alun", .administrator)
            await #expect(throws: CodesError.notFound) { try await pool.codes.adopt("nobody", by: alun) }
            try await pool.codes.adopt("wme", by: alun)
            try await pool.codes.adopt("wme", by: alun)
            #expect(try await pool.codes.policy(of: pool.id).adoptions.count == 1)
            #expect(try await pool.texts(.journal) == ["codes.pack-adopted"])
        }
    }

    /// What a pool may do on a day.
    private enum Act: CaseIterable {
        case adopt, leave, choose, answer, nothing
    }

    @Test(
        "Each day of a cycle stays judged by what was in force on it, whatever is changed in its middle",
        arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64])
    func eachDay(seed: UInt64) async throws {
        try await withPractice(.sqlite) { pool in
            let alun = try await pool.person("Alun", .administrator)
            let chance = TestIDs(seed: seed)
            let packs = ["global", "wme", "iicm", "emcc", "icf"]
            let first = pool.clock.now.day
            var seen: [Day: [PackIdentity]] = [:]
            var figures: [Day: [Measure]] = [:]
            for _ in 0..<40 {
                switch Act.allCases[Int(chance.seed() % 5)] {
                case .adopt: try await pool.codes.adopt(packs[Int(chance.seed() % 5)], by: alun)
                case .leave:
                    let pack = packs[Int(chance.seed() % 5)]
                    do { try await pool.codes.leave(pack, by: alun) } catch CodesError.notFound {}
                case .choose:
                    let days = try #require(Measure(.init(Int(chance.seed() % 30) + 1, .days)))
                    do { try await pool.codes.choose(NumberKey(.requestExpiry), days, by: alun) } catch CodesError.laxer
                    {}
                case .answer:
                    let option = try #require(Rule.conflictAtEntry.options.last)
                    try await pool.codes.choose(.conflictAtEntry, option, by: alun)
                case .nothing: break
                }
                let day = pool.clock.now.day
                let policy = try await pool.codes.policy(of: pool.id)
                seen[day] = policy.packs(on: day).map(\.identity)
                figures[day] = policy.resolution(on: day).number(.requestExpiry)?.inForce.map(\.measure) ?? []
                // A pack that is left holds until the end of its day, so that the next acts come on later days.
                pool.clock.advance(days: Int(chance.seed() % 4) + 1)
            }
            let last = try await pool.codes.policy(of: pool.id)
            for (day, then) in seen {
                #expect(last.packs(on: day).map(\.identity) == then, "\(day)")
                #expect(last.resolution(on: day).number(.requestExpiry)?.inForce.map(\.measure) ?? [] == figures[day])
            }
            let stretches = last.stretches(from: first, through: pool.clock.now.day)
            for stretch in stretches {
                for (day, then) in seen where stretch.from <= day && day <= stretch.until {
                    #expect(stretch.packs == then)
                }
            }
            #expect(stretches.count > 1)
        }
    }

    @Test("An edition is announced once what it says is new, and never for a day that is over")
    func announcing() async throws {
        try await withPractice(.sqlite) { pool in
            let alun = try await pool.person("Alun", .administrator)
            let today = pool.clock.now.day
            await #expect(throws: CodesError.nothingAdopted) {
                try await pool.codes.announce(acceptBy: today, by: alun)
            }
            try await pool.codes.adopt("wme", by: alun)
            await #expect(throws: CodesError.acceptByPast) {
                try await pool.codes.announce(acceptBy: today.adding(days: -1), by: alun)
            }
            try await pool.codes.announce(acceptBy: today, by: alun)
            await #expect(throws: CodesError.nothingNew) { try await pool.codes.announce(acceptBy: today, by: alun) }
            try await pool.codes.adopt("global", by: alun)
            try await pool.codes.announce(acceptBy: today.adding(days: 30), by: alun)
            let editions = try await pool.database.read { try CodeEditions.read(in: $0, pool: pool.id) }
            #expect(editions.all.map(\.number) == [2, 1])
            #expect(editions.newest?.packs == ["global/2018", "wme/undated"])
        }
    }

    @Test(
        "Pages: compare, read what would change, adopt, choose, and see who asks for what", arguments: Language.allCases
    )
    func pages(language: Language) async throws {
        try await withPractice(.sqlite) { pool in
            let alun = try await pool.person("Alun", .administrator)
            let sian = try await pool.person("Sian", .client)
            let prefix = language == .welsh ? "/cy" : ""
            let standing = PolicyPack.standing[language]
            try await pool.withPages { browser in
                let his = browser(alun)
                #expect(try await his.get(prefix + "/codes").status == .ok)
                var page = try await his.get(prefix + "/codes/compare/wme/global")
                #expect(page.status == .ok && page.has("WME-1"))
                page = try await his.get(prefix + "/codes/packs/wme")
                #expect(page.has(standing))
                page = try await his.press(language == .english ? "Adopt it from today" : "Ei fabwysiadu o heddiw")
                #expect(page.has(standing) && page.has("WME-4.5"))
                page = try await his.get(prefix + "/codes/figures/records.retention/all")
                #expect(page.status == .ok)
                page = try await his.get(prefix + "/codes/figures/nothing/all")
                #expect(page.status == .notFound)
                let hers = browser(sian)
                page = try await hers.get(prefix + "/assurance/wme/1")
                #expect(page.has("WME-1") && page.has(standing))
                #expect(try await hers.get(prefix + "/codes").status == .notFound)
                #expect(try await hers.get(prefix + "/assurance/global/1").status == .notFound)
            }
        }
    }
}
