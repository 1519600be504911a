// SPDX-License-Identifier: EUPL-1.2
package import MatchEngine

/// Reads the files of a directory: one profile or query a line, as JSON, plain or gzip.
package struct DirectoryFiles {
    private let shape: SearchShape

    package init(shape: SearchShape = SearchShape()) { self.shape = shape }

    /// Calls `body` with each profile; nothing is kept, so that a million fit.
    ///
    /// - Throws: `MatchFileError` with line and column, or what `body` throws.
    package func readProfiles(_ path: String, _ body: (SearchProfile) throws -> Void) throws {
        let reader = try LineReader(path: path)
        var profile = SearchProfile(id: 0)
        var numbers: [Int] = []
        while let line = try reader.next() {
            try readProfile(line, reader, &profile, &numbers)
            do {
                try body(profile)
            } catch let error as SearchError {
                throw reader.fail(column: 1, Self.problem(error))
            }
        }
    }

    /// - Throws: `MatchFileError` with line and column.
    package func readQueries(_ path: String) throws -> [SearchQuery] {
        let reader = try LineReader(path: path)
        var queries: [SearchQuery] = []
        while let line = try reader.next() {
            let query = try readQuery(line, reader)
            do {
                try query.check(shape)
            } catch {
                throw reader.fail(column: 1, Self.problem(error))
            }
            queries.append(query)
        }
        return queries
    }

    private func readProfile(
        _ line: UnsafeBufferPointer<UInt8>, _ reader: LineReader, _ profile: inout SearchProfile, _ numbers: inout [Int]
    ) throws(MatchFileError) {
        var json = FlatJSON(line, reader)
        var seen = KeysSeen()
        try json.object { json, key throws(MatchFileError) in
            switch key {
            case "id": profile.id = try small(&json, "id", seen.note(0, key, json))
            case "pool": profile.pool = try small(&json, "pool", seen.note(1, key, json))
            case "org": profile.organisation = try small(&json, "org", seen.note(2, key, json))
            case "region":
                try seen.note(3, key, json)
                profile.regions = [try json.number()]
            case "sectors":
                try seen.note(4, key, json)
                try json.numbers(into: &profile.sectors)
            case "goals":
                try seen.note(5, key, json)
                try json.numbers(into: &profile.goals)
            case "langs":
                try seen.note(6, key, json)
                try json.numbers(into: &numbers)
                profile.languages.removeAll(keepingCapacity: true)
                for number in numbers { profile.languages.append(.init(number)) }
            case "modes":
                try seen.note(7, key, json)
                try json.numbers(into: &profile.modes)
            case "slots":
                try seen.note(8, key, json)
                try readMask(&json, &profile.slots)
            case "level":
                try seen.note(9, key, json)
                profile.level = try json.number()
            case "rating":
                try seen.note(10, key, json)
                profile.rating = try json.number()
            case "cap":
                try seen.note(11, key, json)
                profile.freePlaces = try json.number()
            default: throw json.fail(.unknownKey(key.text))
            }
        }
        try seen.requireAll(Self.profileKeys, reader, line)
    }

    private func readQuery(
        _ line: UnsafeBufferPointer<UInt8>, _ reader: LineReader
    ) throws(MatchFileError) -> SearchQuery {
        var json = FlatJSON(line, reader)
        var seen = KeysSeen()
        var query = SearchQuery(goals: [], languages: [], modes: [])
        var numbers: [Int] = []
        try json.object { json, key throws(MatchFileError) in
            switch key {
            case "id":
                try seen.note(0, key, json)
                query.id = try json.number()
            case "pool":
                try seen.note(1, key, json)
                let pool = try json.number()
                query.pool = pool == -1 ? nil : try int32(pool, "pool", json)
            case "goals":
                try seen.note(2, key, json)
                try json.list { json throws(MatchFileError) in
                    try json.numbers(into: &numbers)
                    guard numbers.count == 2 else { throw json.fail(.notJSON(expected: "a goal and its weight")) }
                    query.goals.append(.init(numbers[0], weight: numbers[1]))
                }
            case "sector":
                try seen.note(3, key, json)
                query.sector = try json.number()
            case "langs":
                try seen.note(4, key, json)
                try json.numbers(into: &numbers)
                query.languages = numbers.map { .init($0) }
            case "region":
                try seen.note(5, key, json)
                query.region = try json.number()
            case "modes":
                try seen.note(6, key, json)
                try json.numbers(into: &query.modes)
            case "slots":
                try seen.note(7, key, json)
                try json.numbers(into: &query.slots)
            case "level":
                try seen.note(8, key, json)
                query.level = try json.number()
            case "excl_orgs":
                try seen.note(9, key, json)
                try json.numbers(into: &numbers)
                query.excludedOrganisations = try numbers.map { number throws(MatchFileError) in
                    try int32(number, "excl_orgs", json)
                }
            case "excl_ids":
                try seen.note(10, key, json)
                try json.numbers(into: &numbers)
                query.excludedIDs = try numbers.map { number throws(MatchFileError) in
                    try int32(number, "excl_ids", json)
                }
            default: throw json.fail(.unknownKey(key.text))
            }
        }
        try seen.requireAll(Self.queryKeys, reader, line)
        return query
    }

    private static let profileKeys = [
        "id", "pool", "org", "region", "sectors", "goals", "langs", "modes", "slots", "level", "rating", "cap",
    ]
    private static let queryKeys = [
        "id", "pool", "goals", "sector", "langs", "region", "modes", "slots", "level", "excl_orgs", "excl_ids",
    ]

    private func small(_ json: inout FlatJSON, _ name: String, _: Void) throws(MatchFileError) -> Int32 {
        try int32(try json.number(), name, json)
    }

    private func int32(_ value: Int, _ name: String, _ json: FlatJSON) throws(MatchFileError) -> Int32 {
        guard value >= 0, let small = Int32(exactly: value) else {
            throw json.fail(.outOfRange(name, 0...Int(Int32.max)))
        }
        return small
    }

    private func readMask(_ json: inout FlatJSON, _ slots: inout [Int]) throws(MatchFileError) {
        var mask = try json.number()
        guard mask >= 0, mask < 1 << shape.slots else { throw json.fail(.outsideTheLists("slots")) }
        slots.removeAll(keepingCapacity: true)
        while mask != 0 {
            slots.append(mask.trailingZeroBitCount)
            mask &= mask - 1
        }
    }

    private static func problem(_ error: SearchError) -> MatchFileError.Problem {
        switch error {
        case .outOfRange(let field): .outsideTheLists(field)
        case .duplicate(let id): .duplicatePractitioner(Int(id))
        }
    }
}

/// Which keys of a line have been read.
private struct KeysSeen {
    private var bits = 0

    mutating func note(_ number: Int, _ key: FlatJSON.StaticKey, _ json: FlatJSON) throws(MatchFileError) {
        if bits >> number & 1 == 1 { throw json.fail(.repeatedKey(key.text)) }
        bits |= 1 << number
    }

    func requireAll(
        _ keys: [String], _ reader: LineReader, _ line: UnsafeBufferPointer<UInt8>
    ) throws(MatchFileError) {
        if bits == 1 << keys.count - 1 { return }
        for (number, key) in keys.enumerated() where bits >> number & 1 == 0 {
            throw reader.fail(column: line.count + 1, .missingKey(key))
        }
    }
}
