// SPDX-License-Identifier: EUPL-1.2
import MatchEngine
import MatchFiles
import Testing

@Suite("Directory files")
struct DirectoryFilesTests {
    private let profile = """
        {"id":7,"pool":1,"org":3,"region":39,"sectors":[0,23],"goals":[0,119],"langs":[2],"modes":[0,2],"slots":5,\
        "level":5,"rating":10,"cap":4}
        """
    private let query = """
        {"id": 3, "pool": -1, "goals": [[61, 2], [0, 3]], "sector": 4, "langs": [5, 0], "region": 5, "modes": [1], \
        "slots": [15, 41], "level": 5, "excl_orgs": [9], "excl_ids": [1, 2]}
        """

    private func profileFault(_ text: String) throws -> Fault? {
        let workspace = try Workspace()
        let path = try workspace.write("profiles", text)
        return try Fault.of {
            let index = DirectoryIndex(expecting: 0)
            try DirectoryFiles().readProfiles(path) { try index.append($0) }
        }
    }

    private func queryFault(_ text: String) throws -> Fault? {
        let workspace = try Workspace()
        let path = try workspace.write("queries", text)
        return try Fault.of { _ = try DirectoryFiles().readQueries(path) }
    }

    @Test("A profile and a query arrive with every field")
    func fields() throws {
        let workspace = try Workspace()
        var profiles: [SearchProfile] = []
        try DirectoryFiles().readProfiles(try workspace.write("p", Workspace.gzip(profile + "\n"))) {
            profiles.append($0)
        }
        #expect(
            profiles == [
                SearchProfile(
                    id: 7, pool: 1, organisation: 3, regions: [39], sectors: [0, 23], goals: [0, 119],
                    languages: [.init(2)],
                    modes: [0, 2], slots: [0, 2], level: 5, rating: 10, freePlaces: 4
                )
            ])
        let queries = try DirectoryFiles().readQueries(try workspace.write("q", query))
        #expect(
            queries == [
                SearchQuery(
                    id: 3, goals: [.init(61, weight: 2), .init(0, weight: 3)], sector: 4,
                    languages: [.init(5), .init(0)],
                    region: 5, modes: [1], slots: [15, 41], level: 5, excludedOrganisations: [9], excludedIDs: [1, 2]
                )
            ])
    }

    @Test("What is no profile is refused at its line and column")
    func profiles() throws {
        #expect(try profileFault(profile + "\n" + profile) == Fault(2, 1, .duplicatePractitioner(7)))
        #expect(try profileFault("[1]") == Fault(1, 1, .notJSON(expected: "{")))
        #expect(try profileFault("{\"id\":NaN}") == Fault(1, 7, .notAWholeNumber))
        #expect(try profileFault("{\"id\":1.5}") == Fault(1, 7, .notAWholeNumber))
        #expect(try profileFault("{\"id\":1e3}") == Fault(1, 7, .notAWholeNumber))
        #expect(try profileFault("{\"id\":2147483648}")?.problem == .outOfRange("id", 0...Int(Int32.max)))
        #expect(try profileFault("{\"id\":1,\"id\":1}")?.problem == .repeatedKey("id"))
        #expect(try profileFault("{\"id\":1,\"name\":1}")?.problem == .unknownKey("name"))
        #expect(try profileFault("{\"id\":1}") == Fault(1, 9, .missingKey("pool")))
        #expect(try profileFault("{\"id\":1") == Fault(1, 8, .notJSON(expected: "} or ,")))
        #expect(try profileFault(profile + " x")?.problem == .notJSON(expected: "the end of the line"))
        #expect(try profileFault(profile + "\r\n")?.problem == .carriageReturn)
        let replaced = profile.split(separator: "119").joined(separator: "120")
        #expect(try profileFault(replaced) == Fault(1, 1, .outsideTheLists("goals")))
    }

    @Test("What is no query is refused at its line and column")
    func queries() throws {
        #expect(try queryFault(query.split(separator: "[61, 2]").joined(separator: "[61]"))?.line == 1)
        #expect(
            try queryFault(query.split(separator: "\"sector\": 4").joined(separator: "\"sector\": 24"))
                == Fault(1, 1, .outsideTheLists("sector")))
        #expect(try queryFault(query + "\n{}") == Fault(2, 3, .missingKey("id")))
        #expect(try queryFault("\u{feff}" + query) == Fault(1, 1, .byteOrderMark))
    }
}
