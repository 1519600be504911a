// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Kernel
import PolicyPacks
import Practitioners
import SQL
import TestSupport
import Testing

@Suite("Claims")
struct ClaimTests {
    private static let degree = ClaimDetails(.qualification, title: "Diploma in coaching", issuer: "Coleg y Bont")

    @Test(
        "A claim is on the profile once somebody else has checked it, with who and when, and not a moment before or after",
        .shows(.credential), .shows(clause: "GLOBAL-1.6"), .shows(clause: "WME-4.0"), .shows(clause: "IICM-B2"),
        arguments: TestDatabase.engines)
    func shown(engine: DatabaseEngine) async throws {
        try await withPractice(engine) { pool in
            let alun = try await pool.person("Alun", .administrator)
            let sian = try await pool.person("Sian", .client)
            let lowri = try await pool.practitioner("Lowri")
            let claim = try await pool.practice.claim(Self.degree, by: lowri)
            func isShown() async throws -> Bool {
                try await !pool.practice.profile(of: lowri.person, for: sian).claims.isEmpty
            }
            #expect(try await !isShown())
            await #expect(throws: PractitionersError.notFound) { _ = try await pool.practice.claim(claim, for: sian) }
            try await pool.practice.verify(claim, version: 1, how: .original, by: alun)
            #expect(try await isShown())
            try await pool.withPages { browser in
                let page = try await browser(sian).get("/practitioners/\(lowri.person)")
                #expect(page.has("Diploma in coaching") && page.has("checked by Alun, 2 March 2026"))
            }
            try await pool.practice.refuse(claim, version: 2, by: alun)
            #expect(try await !isShown())
            try await pool.practice.verify(claim, version: 3, how: .issuer, by: alun)
            try await pool.practice.withdraw(claim, version: 4, by: lowri)
            #expect(try await !isShown())
        }
    }

    @Test("Nobody checks their own claim, and nobody without the role", arguments: TestDatabase.engines)
    func own(engine: DatabaseEngine) async throws {
        try await withPractice(engine) { pool in
            let both = try await pool.person("Both", .practitioner, .administrator)
            let bryn = try await pool.organisation("Bryn")
            let lead = try await pool.person("Lead", .lead, organisation: bryn)
            let claim = try await pool.practice.claim(Self.degree, by: both)
            await #expect(throws: PractitionersError.ownCase) {
                try await pool.practice.verify(claim, version: 1, how: .copy, by: both)
            }
            await #expect(throws: PractitionersError.notFound) {
                try await pool.practice.verify(claim, version: 1, how: .copy, by: lead)
            }
        }
    }

    @Test("However many check one claim at once, one of them does", arguments: TestDatabase.engines)
    func atOnce(engine: DatabaseEngine) async throws {
        try await withPractice(engine) { pool in
            let lowri = try await pool.practitioner("Lowri")
            let claim = try await pool.practice.claim(Self.degree, by: lowri)
            var administrators: [Viewer] = []
            for number in 0..<6 { administrators.append(try await pool.person("A\(number)", .administrator)) }
            let done = await withTaskGroup(of: Bool.self) { group in
                for (index, viewer) in administrators.enumerated() {
                    group.addTask {
                        do {
                            if index.isMultiple(of: 2) {
                                try await pool.practice.verify(claim, version: 1, how: .copy, by: viewer)
                            } else {
                                try await pool.practice.refuse(claim, version: 1, by: viewer)
                            }
                            return true
                        } catch { return false }
                    }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(done == 1)
            await #expect(throws: PractitionersError.changedMeanwhile) {
                try await pool.practice.verify(claim, version: 1, how: .copy, by: administrators[0])
            }
        }
    }

    @Test("Evidence is for those who check the claim, as something to save", arguments: TestDatabase.engines)
    func evidence(engine: DatabaseEngine) async throws {
        try await withPractice(engine) { pool in
            let alun = try await pool.person("Alun", .administrator)
            let sian = try await pool.person("Sian", .client)
            let lowri = try await pool.practitioner("Lowri")
            let huw = try await pool.practitioner("Huw")
            let claim = try await pool.practice.claim(Self.degree, by: lowri)
            let file = try EvidenceFile(name: "diploma.pdf", bytes: Array("%PDF-1.7 <script>".utf8))
            await #expect(throws: PractitionersError.notFound) { try await pool.practice.add(file, to: claim, by: huw) }
            for _ in 0..<5 { try await pool.practice.add(file, to: claim, by: lowri) }
            await #expect(throws: PractitionersError.notFound) {
                try await pool.practice.add(file, to: claim, by: lowri)
            }
            let id = try #require(try await pool.practice.claim(claim, for: alun).evidence.first?.id)
            try await pool.withPages { browser in
                let path = "/claims/\(claim)/evidence/\(id)"
                let page = try await browser(alun).get(path)
                #expect(page.status == .ok && page.html == "%PDF-1.7 <script>")
                #expect(page.headers[.contentType] == "application/octet-stream")
                #expect(page.headers[.contentDisposition]?.hasPrefix("attachment") == true)
                for other in [sian, huw] { #expect(try await browser(other).get(path).status == .notFound) }
            }
        }
    }

    @Test("Indemnity and supervision are good until a day", arguments: [ClaimKind.indemnity, .supervision])
    func lastDay(kind: ClaimKind) async throws {
        try await withPractice(.sqlite) { pool in
            let lowri = try await pool.practitioner("Lowri")
            await #expect(throws: PractitionersError.lastDayNeeded) {
                _ = try await pool.practice.claim(ClaimDetails(kind, title: "Cover"), by: lowri)
            }
        }
    }
}
