// SPDX-License-Identifier: EUPL-1.2

/// Whole numbers between tabs. Exactly as many columns as asked for; no spaces, no plus sign, nothing but digits.
struct TabbedRow {
    /// A column's name for messages, and what it may hold.
    struct Column {
        var name: String
        var range: ClosedRange<Int>
    }

    let columns: [Column]

    /// Reads a line into `values`, which has room for all columns.
    ///
    /// - Throws: `MatchFileError` with the column of the first byte at fault.
    @inline(__always)
    func read(
        _ line: UnsafeBufferPointer<UInt8>, into values: UnsafeMutablePointer<Int>, _ reader: LineReader
    ) throws(MatchFileError) {
        var place = 0
        for index in 0..<columns.count {
            let begin = place
            let isNegative = place < line.count && line[place] == 0x2d
            if isNegative { place &+= 1 }
            let firstDigit = place
            var value = 0
            while place < line.count {
                let digit = Int(line[place]) &- 48
                if digit < 0 || digit > 9 { break }
                if value < 1 << 52 { value = value &* 10 &+ digit }
                place &+= 1
            }
            if place == firstDigit || place < line.count && line[place] != 9 {
                throw fault(line, index, begin, place, reader)
            }
            values[index] = isNegative ? 0 &- value : value
            let range = columns[index].range
            if values[index] < range.lowerBound || values[index] > range.upperBound {
                throw reader.fail(column: begin + 1, .outOfRange(columns[index].name, range))
            }
            let isLast = index == columns.count &- 1
            if place == line.count, !isLast { throw count(line, reader) }
            if place < line.count, isLast { throw count(line, reader) }
            place &+= 1
        }
    }

    private func fault(
        _ line: UnsafeBufferPointer<UInt8>, _ index: Int, _ begin: Int, _ place: Int, _ reader: LineReader
    ) -> MatchFileError {
        let found = line.reduce(1) { $0 + ($1 == 9 ? 1 : 0) }
        if found != columns.count { return count(line, reader) }
        return reader.fail(column: begin + 1, .notAWholeNumber)
    }

    /// The column of the byte where the line should have ended, or did end.
    private func count(_ line: UnsafeBufferPointer<UInt8>, _ reader: LineReader) -> MatchFileError {
        let tabs = line.indices.filter { line[$0] == 9 }
        let column = tabs.count >= columns.count ? tabs[columns.count - 1] + 1 : line.count + 1
        return reader.fail(column: column, .wrongColumnCount(expected: columns.count, found: tabs.count + 1))
    }
}
