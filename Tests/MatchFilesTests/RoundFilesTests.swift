// SPDX-License-Identifier: EUPL-1.2
import Glibc
import MatchEngine
import MatchFiles
import Testing

@Suite("Round files")
struct RoundFilesTests {
    private func fault(_ pairs: [UInt8], _ capacities: String = "0\t1\n1\t2\n", limit: Int = 1_000) throws -> Fault? {
        let workspace = try Workspace()
        let pairsPath = try workspace.write("pairs", pairs)
        let capacitiesPath = try workspace.write("capacities", capacities)
        return try Fault.of {
            _ = try RoundFiles(pairLimit: limit).read(
                pairs: pairsPath, capacities: capacitiesPath, withPractitionerScores: true
            )
        }
    }

    private func fault(_ pairs: String, _ capacities: String = "0\t1\n1\t2\n", limit: Int = 1_000) throws -> Fault? {
        try fault(Array(pairs.utf8), capacities, limit: limit)
    }

    private let scores = -1_000_000...1_000_000

    @Test("Pairs are read as they stand, clients without a line have an empty list")
    func plain() throws {
        let workspace = try Workspace()
        let pairs = try workspace.write("pairs", "1\t0\t-5\t7\n1\t2\t1000000\t-1000000\n4\t2\t3\t4")
        let capacities = try workspace.write("capacities", "2\t1000\n0\t0\n")
        let problem = try RoundFiles().read(pairs: pairs, capacities: capacities, withPractitionerScores: true)
        #expect(problem.capacities == [0, 0, 1_000])
        #expect(problem.start == [0, 0, 2, 2, 2, 3])
        #expect(problem.pairs.map(\.score) == [-5, 1_000_000, 3])
        #expect(problem.practitionerScores == [7, -1_000_000, 4])
    }

    @Test("Lines in any order give the same round")
    func anyOrder() throws {
        let workspace = try Workspace()
        let lines = (0..<300).map { "\($0 * 7 % 40)\t\($0 % 50)\t\($0)\t\(-$0)" }
        let capacities = try workspace.write("capacities", (0..<50).map { "\($0)\t1\n" }.joined())
        let unique = Dictionary(lines.map { ($0.split(separator: "\t")[..<2].joined(separator: " "), $0) }) { one, _ in
            one
        }
        let sorted = unique.values.sorted { one, other in
            let left = one.split(separator: "\t").compactMap { Int($0) }
            let right = other.split(separator: "\t").compactMap { Int($0) }
            return (left[0], left[1]) < (right[0], right[1])
        }
        let inOrder = try workspace.write("sorted", sorted.map { $0 + "\n" }.joined())
        let shuffled = try workspace.write("shuffled", unique.values.map { $0 + "\n" }.joined())
        let one = try RoundFiles().read(pairs: inOrder, capacities: capacities, withPractitionerScores: true)
        let other = try RoundFiles().read(pairs: shuffled, capacities: capacities, withPractitionerScores: true)
        #expect(one.start == other.start && one.pairs == other.pairs)
        #expect(one.practitionerScores == other.practitionerScores)
    }

    @Test("Gzip is unpacked by its content, in one or several members")
    func gzip() throws {
        let workspace = try Workspace()
        let capacities = try workspace.write("capacities", Workspace.gzip("0\t1\n1\t2\n"))
        let pairs = try workspace.write(
            "pairs", Workspace.gzip("0\t0\t1\t1\n0\t1\t2\t") + Workspace.gzip("2\n1\t1\t3\t3\n")
        )
        let problem = try RoundFiles().read(pairs: pairs, capacities: capacities, withPractitionerScores: false)
        #expect(problem.pairs.map(\.score) == [1, 2, 3] && problem.practitionerScores.isEmpty)
    }

    @Test("Wrong columns and numbers are refused at their line and column")
    func numbers() throws {
        #expect(try fault("0\t0\t1\t1\n0\t1\t2\n") == Fault(2, 6, .wrongColumnCount(expected: 4, found: 3)))
        #expect(try fault("0\t0\t1\t1\t9\n") == Fault(1, 8, .wrongColumnCount(expected: 4, found: 5)))
        #expect(try fault("0\t0\tNaN\t1\n") == Fault(1, 5, .notAWholeNumber))
        #expect(try fault("0\t0\t1.5\t1\n") == Fault(1, 5, .notAWholeNumber))
        #expect(try fault("0\t0\t\t1\n") == Fault(1, 5, .notAWholeNumber))
        #expect(try fault("0\t0\t+1\t1\n") == Fault(1, 5, .notAWholeNumber))
        #expect(try fault("0\t0\t 1\t1\n") == Fault(1, 5, .notAWholeNumber))
        #expect(try fault("0\t0\t1000001\t1\n") == Fault(1, 5, .outOfRange("score", scores)))
        #expect(try fault("0\t0\t1\t-1000001\n") == Fault(1, 7, .outOfRange("practitioner's score", scores)))
        #expect(try fault("-1\t0\t1\t1\n") == Fault(1, 1, .outOfRange("client", 0...RoundFiles.largestNumber)))
        let huge = "99999999999999999999999999\t0\t1\t1\n"
        #expect(try fault(huge) == Fault(1, 1, .outOfRange("client", 0...RoundFiles.largestNumber)))
        #expect(try fault("2147483648\t0\t1\t1\n") == Fault(1, 1, .outOfRange("client", 0...RoundFiles.largestNumber)))
    }

    @Test("Marks, line ends and empty lines that do not belong are refused at their place")
    func lines() throws {
        #expect(try fault([0xef, 0xbb, 0xbf] + Array("0\t0\t1\t1\n".utf8)) == Fault(1, 1, .byteOrderMark))
        #expect(try fault([0xff, 0xfe, 0x30, 0]) == Fault(1, 1, .byteOrderMark))
        #expect(try fault("0\t0\t1\t1\r\n") == Fault(1, 8, .carriageReturn))
        #expect(try fault("0\t0\t1\t1\n\n1\t0\t1\t1\n") == Fault(2, 1, .emptyLine))
        let endless = String(repeating: "1", count: 1 << 21)
        #expect(try fault(endless) == Fault(1, 1 << 20 + 1, .lineTooLong(limit: 1 << 20)))
    }

    @Test("Pairs that stand twice and practitioners whom nobody knows are refused with the line")
    func pairs() throws {
        #expect(try fault("0\t0\t1\t1\n0\t0\t2\t2\n") == Fault(2, 1, .duplicatePair(firstLine: 1)))
        #expect(try fault("0\t0\t1\t1\n1\t0\t2\t2\n0\t0\t2\t2\n") == Fault(3, 1, .duplicatePair(firstLine: 1)))
        #expect(try fault("0\t0\t1\t1\n0\t7\t2\t2\n") == Fault(2, 3, .unknownPractitioner(7)))
        #expect(try fault("0\t1\t1\t1\n", "0\t1\n2\t1\n") == Fault(1, 3, .unknownPractitioner(1)))
        #expect(try fault("0\t0\t1\t1\n0\t1\t2\t2\n", limit: 1) == Fault(2, 1, .tooManyPairs(limit: 1)))
    }

    @Test("Capacities outside the limits or given twice are refused with the line")
    func capacities() throws {
        #expect(try fault("", "0\t1001\n") == Fault(1, 3, .outOfRange("capacity", 0...1_000)))
        #expect(try fault("", "0\t1\n0\t1\n") == Fault(2, 1, .duplicatePractitioner(0)))
        #expect(try fault("", "0\t1\n1\n") == Fault(2, 2, .wrongColumnCount(expected: 2, found: 1)))
    }

    @Test("Gzip that ends early or is damaged anywhere is refused, never read in part")
    func damagedGzip() throws {
        let text = (0..<400).map { "\($0)\t0\t\($0 % 90)\t1\n" }.joined()
        let whole = try Workspace.gzip(text)
        #expect(try fault(whole) == nil)
        for length in [3, 9, 11, whole.count / 2, whole.count - 9, whole.count - 1] {
            #expect(try fault(Array(whole[..<length]))?.problem == .truncatedGzip, "length \(length)")
        }
        for place in [2, 12, whole.count / 2, whole.count - 6, whole.count - 2] {
            var damaged = whole
            damaged[place] ^= 0x55
            #expect(try fault(damaged) != nil, "byte \(place)")
        }
        #expect(try fault(whole + [1, 2, 3])?.problem == .corruptGzip)
    }

    @Test("A file that is not there says so")
    func missing() throws {
        #expect(throws: MatchFileError.self) {
            try RoundFiles().read(pairs: "/nowhere/at/all", capacities: "/nowhere", withPractitionerScores: false)
        }
    }

    @Test("A file is complete or not there, and no unfinished one stays behind")
    func wholeFile() throws {
        let workspace = try Workspace()
        do {
            let file = try WholeFile(path: "\(workspace.path)/out")
            for client in 0..<30_000 { try file.write(row: client, client * 2) }
            #expect(!workspace.names.contains("out"))
            try file.finish()
        }
        #expect(workspace.names == ["out"])
        #expect(try workspace.read("out").hasSuffix("29998\t59996\n29999\t59998\n"))
        do {
            let dropped = try WholeFile(path: "\(workspace.path)/other")
            try dropped.write(row: 1, 2)
        }
        #expect(workspace.names == ["out"])
        #expect(throws: MatchFileError.self) { try WholeFile(path: "/nowhere/at/all") }
    }
}
