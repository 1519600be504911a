// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Kernel
import MatchEngine
import Practitioners
import SQL
import TestSupport
import Testing
import Web

@testable import Programmes

@Suite("Files of a programme")
struct FileTests {
    private static func file(_ text: String) -> TakingFile { TakingFile(Array(text.utf8)) }

    @Test("Lists of mentor-match are taken as they are", arguments: TestDatabase.engines)
    func mentorMatch(engine: DatabaseEngine) async throws {
        try await withCohort(engine) { cohort in
            let (pool, desk) = (cohort.pool, cohort.pool.programmes)
            let names = ChoiceNames(try Catalogue())
            let sian = try await pool.person("Sian", .client)
            let lowri = try await pool.practitioner("Lowri", .with(places: 2, languages: [.en]))
            let mentees = """
                \u{FEFF}first name,last name,email,role,organisation,grade,current profession,target profession\r
                Siân,Ŵyn,SIAN@example.org,Nurse,Bryn Teg,3,Digital,"Confidence, Health"\r

                """
            let mentors =
                "email;first name;last name;role;organisation;grade;profession\nlowri@example.org;Lowri;B;;;5;Digital\n"
            let first = try await desk.takeOrTell(
                Self.file(mentees), of: .clients, into: cohort.programme, names: names, by: cohort.administrator)
            let second = try await desk.takeOrTell(
                Self.file(mentors), of: .practitioners, into: cohort.programme, names: names, by: cohort.administrator)
            #expect(first.taken == 1 && first.errors.isEmpty && second.taken == 1 && second.errors.isEmpty)
            let own = try #require(try await desk.application(to: cohort.programme, of: sian).choices)
            #expect(own.contains(Specialism.digital) && own.contains(Specialism.confidence))
            #expect(own.contains(SpokenLanguage.en) && own.all(MeetingFormat.self).count == 3)
            #expect(try await desk.offer(to: cohort.programme, of: lowri).places == 1)
            let round = try await cohort.round()
            try await desk.edit(round, .goal(.best), from: 0, by: cohort.administrator)
            let table = try await desk.table(.mentees, of: round, for: cohort.administrator)
            let lines = table.split(separator: "\r\n")
            #expect(
                lines[0]
                    == "email,first name,last name,role,organisation,grade,profession,match 1 email,match 1 first name,match 1 last name,match 1 role,match 1 organisation,match 1 grade,match 1 profession"
            )
            #expect(lines[1].hasPrefix("sian@example.org,Sian,") && lines[1].contains(",lowri@example.org,Lowri,"))
            #expect(try await desk.table(.mentors, of: round, for: cohort.administrator).contains("sian@example.org"))
            let pairs = try await desk.table(.pairs, of: round, for: cohort.administrator)
            #expect(pairs.contains("Sian,sian@example.org,Lowri,lowri@example.org,"))
        }
    }

    @Test("A file with one wrong row takes nothing, and each row says what is wrong", arguments: TestDatabase.engines)
    func wrong(engine: DatabaseEngine) async throws {
        try await withCohort(engine) { cohort in
            let (pool, desk) = (cohort.pool, cohort.pool.programmes)
            let names = ChoiceNames(try Catalogue())
            for name in ["Sian", "Tomos"] { _ = try await pool.person(name, .client) }
            _ = try await pool.person("Huw", .practitioner)
            let text = """
                email,topics
                sian@example.org,digital
                nobody@example.org,digital
                ,digital
                tomos@example.org,a,b
                huw@example.org,digital
                SIAN@example.org,digital
                tomos@example.org,"digital
                """
            let done = try await desk.takeOrTell(
                Self.file(text), of: .clients, into: cohort.programme, names: names, by: cohort.administrator)
            #expect(done.taken == 0)
            #expect(
                done.errors == [
                    TakingError(row: 3, .unknownPerson), TakingError(row: 4, .noEmail),
                    TakingError(row: 5, .unreadable), TakingError(row: 6, .notEligible), TakingError(row: 7, .twice),
                    TakingError(row: 8, .unreadable),
                ])
            #expect(try await desk.run(cohort.programme, for: cohort.administrator).applications == 0)
            let offers = try await desk.takeOrTell(
                Self.file("email,places\nhuw@example.org,2\nsian@example.org,0\n"), of: .practitioners,
                into: cohort.programme, names: names, by: cohort.administrator)
            #expect(offers.errors == [TakingError(row: 2, .notListed), TakingError(row: 3, .places)])
            #expect(Self.file("name\nSian\n").errors == [TakingError(row: 1, .noEmailColumn)])
            #expect(Self.file("").errors == [TakingError(row: 1, .unreadable)])
        }
    }

    @Test("What a spreadsheet would take for a formula stays text")
    func formulas() {
        #expect(CSVText.cell("=1+1") == "'=1+1")
        #expect(CSVText.cell("@x") == "'@x")
        #expect(CSVText.cell("-5") == "-5")
        #expect(CSVText.cell("a,\"b\"\r\nc") == "\"a,\"\"b\"\"\r\nc\"")
    }

    @Test("A lead takes a file by page, and no stranger takes a table away", arguments: TestDatabase.engines)
    func pages(engine: DatabaseEngine) async throws {
        try await withCohort(engine, clients: 3, practitioners: 3) { cohort in
            let pool = cohort.pool
            let round = try await cohort.round()
            try await pool.programmes.edit(round, .goal(.best), from: 0, by: cohort.administrator)
            let stranger = try await pool.lead("Gwen", of: try await pool.organisation("Afon"))
            let (administrator, programme) = (cohort.administrator, cohort.programme)
            try await pool.withPages { browser async throws in
                let lead = browser(administrator)
                let page = try await lead.get("/programmes/\(programme)/file")
                #expect(page.has("Lists of mentor-match can be taken as they are."))
                for table in RoundTable.allCases {
                    let path = "/rounds/\(round)/\(table.rawValue)"
                    let page = try await lead.get(path)
                    #expect(page.headers[.contentType] == "text/csv; charset=utf-8")
                    #expect(page.html.contains("c0@example.org"))
                    #expect(try await browser(stranger).get(path).status == .notFound)
                }
            }
        }
    }
}
