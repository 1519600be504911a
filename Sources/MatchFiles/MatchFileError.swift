// SPDX-License-Identifier: EUPL-1.2

/// What is wrong with a file, and where: lines and columns count from 1, columns in bytes.
package struct MatchFileError: Error, Equatable, CustomStringConvertible {
    package enum Problem: Sendable, Equatable {
        case cannotOpen(reason: String)
        case cannotRead(reason: String)
        case cannotWrite(reason: String)
        case truncatedGzip
        case corruptGzip
        case byteOrderMark
        case carriageReturn
        case emptyLine
        case lineTooLong(limit: Int)
        case wrongColumnCount(expected: Int, found: Int)
        case notAWholeNumber
        case outOfRange(String, ClosedRange<Int>)
        case unknownPractitioner(Int)
        case duplicatePair(firstLine: Int)
        case duplicatePractitioner(Int)
        case tooManyPairs(limit: Int)
        case notJSON(expected: String)
        case unknownKey(String)
        case repeatedKey(String)
        case missingKey(String)
        case outsideTheLists(String)
    }

    package var file: String
    package var line: Int
    package var column: Int
    package var problem: Problem

    package init(file: String, line: Int = 0, column: Int = 0, _ problem: Problem) {
        self.file = file
        self.line = line
        self.column = column
        self.problem = problem
    }

    package var description: String {
        let place = line == 0 ? file : "\(file):\(line):\(column)"
        return "\(place): \(text)"
    }

    private var text: String {
        switch problem {
        case .cannotOpen(let reason): "cannot be opened: \(reason)"
        case .cannotRead(let reason): "cannot be read: \(reason)"
        case .cannotWrite(let reason): "cannot be written: \(reason)"
        case .truncatedGzip: "the gzip data ends too early"
        case .corruptGzip: "the gzip data is damaged"
        case .byteOrderMark: "begins with a byte-order mark; plain UTF-8 is expected"
        case .carriageReturn: "carriage return; lines end with a line feed alone"
        case .emptyLine: "empty line"
        case .lineTooLong(let limit): "line longer than \(limit) bytes"
        case .wrongColumnCount(let expected, let found): "expected \(expected) columns, found \(found)"
        case .notAWholeNumber: "not a whole number"
        case .outOfRange(let what, let range): "\(what) outside \(range.lowerBound)...\(range.upperBound)"
        case .unknownPractitioner(let id): "practitioner \(id) is not in the capacities"
        case .duplicatePair(let first): "the pair stands already in line \(first)"
        case .duplicatePractitioner(let id): "practitioner \(id) stands already above"
        case .tooManyPairs(let limit): "more than \(limit) pairs"
        case .notJSON(let expected): "expected \(expected)"
        case .unknownKey(let key): "unknown key \(key)"
        case .repeatedKey(let key): "key \(key) stands twice"
        case .missingKey(let key): "key \(key) is missing"
        case .outsideTheLists(let field): "a value of \(field) is outside the closed lists"
        }
    }
}
