// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Kernel
import MatchEngine
import Practitioners
import Programmes
import SQL
import TestSupport
import Testing

@Suite("Pages of programmes")
struct ProgrammesPagesTests {
    @Test(
        "Set up, apply, offer, name, draft, compare, edit, publish: a lead's way in both languages",
        arguments: TestDatabase.engines)
    func journey(engine: DatabaseEngine) async throws {
        try await withPractice(engine) { pool in
            let lowri = try await pool.practitioner("Lowri")
            let huw = try await pool.practitioner("Huw", .with([.digital]))
            let sian = try await pool.person("Sian", .client)
            let alys = try await pool.person("Alys", .administrator)
            try await pool.withPages { browser in
                let lead = browser(alys)
                var page = try await lead.get("/programmes")
                page = try await lead.follow("Set up a programme")
                try lead.fill("Name of the programme", "Spring")
                try lead.choose("Coaching")
                try lead.choose("The whole pool’s")
                for (field, date) in [
                    ("opens_on", "1/3/2026"), ("closes_on", "20/3/2026"), ("begins_on", "1/4/2026"),
                    ("ends_on", "30/9/2026"),
                ] {
                    for (part, value) in zip(["day", "month", "year"], date.split(separator: "/")) {
                        try lead.fill(name: "\(field)_\(part)", String(value))
                    }
                }
                try lead.fill("Sessions that each client may have", "6")
                page = try await lead.press("Save the programme")
                #expect(page.heading == "Spring")
                #expect(page.has("A round can be drafted as soon as somebody has applied"))
                let programme = page.path

                let hers = browser(sian)
                page = try await hers.get("/programmes")
                page = try await hers.follow("Spring")
                #expect(page.has("6 sessions for each client."))
                page = try await hers.press("Apply")
                #expect(page.status == .unprocessableContent)
                try hers.choose("New managers")
                try hers.choose("Welsh")
                try hers.choose("By video")
                page = try await hers.press("Apply")
                #expect(page.has("You have applied."))
                #expect(try await hers.get("/cy" + page.path).has("Rydych wedi gwneud cais."))

                for (viewer, places) in [(lowri, "1"), (huw, "2")] {
                    let theirs = browser(viewer)
                    page = try await theirs.get(programme + "/offer")
                    try theirs.fill("How many places do you offer?", places)
                    page = try await theirs.press("Offer these places")
                    #expect(page.has("You offer"))
                }
                page = try await hers.get(programme + "/application")
                page = try await hers.follow("Name people you would like")
                try hers.fill("Huw", "1")
                page = try await hers.press("Save the names")
                #expect(page.value(ofField: "place_\(huw.person)") == "1")

                page = try await lead.get(programme)
                page = try await lead.press("Draft a round")
                #expect(page.has("This page grows while the round is being worked out."))
                try await pool.drain()
                page = try await lead.get(page.path)
                #expect(page.has("What each way comes to") && page.has("Most first choices"))
                #expect(try await lead.get("/cy" + page.path).has("Beth mae pob ffordd yn ei roi"))
                page = try await lead.get(page.path.replacing("/cy", with: ""))
                let round = page.path
                page = try await lead.press("Work on: Best for all together")
                #expect(page.heading == "Draft" && page.has("1 of 1 clients with somebody"))
                page = try await lead.follow("All pairs")
                #expect(page.has("Huw"))
                page = try await lead.follow("Sian")
                #expect(page.has("Named by the client") && page.has("Lowri"))
                page = try await lead.press("Give a place with Lowri")
                #expect(page.has("Sian with Lowri") && page.has("Costs"))
                page = try await lead.press("Take back change 2")
                #expect(page.has("Gains"))
                page = try await lead.follow("Publish the round")
                #expect(page.has("1 request is sent."))
                page = try await lead.press("Publish")
                #expect(page.has("This round has been published."))
                page = try await hers.get("/requests")
                page = try await hers.follow("Huw")
                #expect(page.has("A programme brought you two together."))
                page = try await lead.get(round + "/repeat")
                page = try await lead.press("Work it out again")
                #expect(page.has("every way of pairing gives the same pairs again"))
            }
        }
    }

    @Test("Who does not run a programme finds none of its pages", arguments: TestDatabase.engines)
    func doors(engine: DatabaseEngine) async throws {
        try await withCohort(engine, clients: 2, practitioners: 2) { cohort in
            let pool = cohort.pool
            let round = try await cohort.round()
            try await pool.programmes.edit(round, .goal(.best), from: 0, by: cohort.administrator)
            let afon = try await pool.organisation("Afon")
            let stranger = try await pool.lead("Gwen", of: afon)
            let paths = [
                "/programmes/\(cohort.programme)", "/programmes/\(cohort.programme)/terms", "/rounds/\(round)",
                "/rounds/\(round)/draft", "/rounds/\(round)/pairs", "/rounds/\(round)/without",
                "/rounds/\(round)/clients/\(cohort.clients[0].person)", "/rounds/\(round)/publication",
                "/rounds/\(round)/repeat",
            ]
            let client = cohort.clients[0]
            let administrator = cohort.administrator
            try await pool.withPages { browser async throws in
                for path in paths {
                    #expect(try await browser(administrator).get(path).status == .ok, "\(path)")
                    #expect(try await browser(stranger).get(path).status == .notFound, "\(path)")
                    #expect(try await browser(client).get(path).status == .notFound, "\(path)")
                }
            }
        }
    }
}
