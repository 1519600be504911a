// SPDX-License-Identifier: EUPL-1.2
package import MatchEngine

/// Reads the two files of a round: pairs (`client TAB practitioner TAB score TAB practitioner's score`) and capacities
/// (`practitioner TAB capacity`), both plain or gzip.
package struct RoundFiles {
    package static let largestNumber = 8_388_607

    /// The most pairs that are read; a solver counts them in 32 bits.
    private let pairLimit: Int

    package init(pairLimit: Int = Int(Int32.max)) { self.pairLimit = min(pairLimit, Int(Int32.max)) }

    /// - Parameter withPractitionerScores: whether the fourth column is kept; it is checked in any case.
    /// - Throws: `MatchFileError` with the line and column of the first fault.
    package func read(
        pairs pairsPath: String, capacities capacitiesPath: String, withPractitionerScores: Bool
    ) throws -> RoundProblem {
        let capacities = try readCapacities(capacitiesPath)
        var table = PairTable(capacities: capacities, keepsPractitionerScores: withPractitionerScores)
        let reader = try LineReader(path: pairsPath)
        let row = TabbedRow(columns: [
            .init(name: "client", range: 0...Self.largestNumber),
            .init(name: "practitioner", range: 0...Self.largestNumber),
            .init(name: "score", range: Self.range(RoundProblem.scoreRange)),
            .init(name: "practitioner's score", range: Self.range(RoundProblem.scoreRange)),
        ])
        let values = UnsafeMutablePointer<Int>.allocate(capacity: 4)
        defer { values.deallocate() }
        while let line = try reader.next() {
            if reader.line > pairLimit { throw reader.fail(column: 1, .tooManyPairs(limit: pairLimit)) }
            try row.read(line, into: values, reader)
            if values[1] >= capacities.count || capacities[values[1]] < 0 {
                let column = (line.firstIndex(of: 9) ?? 0) + 2
                throw reader.fail(column: column, .unknownPractitioner(values[1]))
            }
            if !table.add(client: values[0], practitioner: values[1], score: values[2], practitionerScore: values[3]) {
                throw reader.fail(column: 1, .duplicatePair(firstLine: reader.line - 1))
            }
        }
        if let twin = table.sortIfNeeded() {
            throw MatchFileError(file: pairsPath, line: twin.line, column: 1, .duplicatePair(firstLine: twin.first))
        }
        return try table.problem()
    }

    /// Capacities by number; -1 where the file does not name the practitioner.
    private func readCapacities(_ path: String) throws(MatchFileError) -> [Int32] {
        let reader = try LineReader(path: path)
        let row = TabbedRow(columns: [
            .init(name: "practitioner", range: 0...Self.largestNumber),
            .init(name: "capacity", range: Self.range(RoundProblem.capacityRange)),
        ])
        let values = UnsafeMutablePointer<Int>.allocate(capacity: 2)
        defer { values.deallocate() }
        var capacities: [Int32] = []
        while let line = try reader.next() {
            try row.read(line, into: values, reader)
            let id = values[0]
            while capacities.count <= id { capacities.append(-1) }
            if capacities[id] >= 0 { throw reader.fail(column: 1, .duplicatePractitioner(id)) }
            capacities[id] = Int32(truncatingIfNeeded: values[1])
        }
        return capacities
    }

    private static func range(_ range: ClosedRange<Int32>) -> ClosedRange<Int> {
        Int(range.lowerBound)...Int(range.upperBound)
    }
}
