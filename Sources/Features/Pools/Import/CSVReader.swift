// SPDX-License-Identifier: EUPL-1.2

/// Reads comma-separated values (RFC 4180) record by record, by bytes: quotes double inside quotes, line ends are CRLF, LF or CR,
/// and inside quotes they belong to the cell.
///
/// Row numbers are those that a spreadsheet shows: a record is one row, however many lines it has, and an empty line is one too.
package struct CSVReader {
    package struct Record {
        package let row: Int
        package let cells: [[UInt8]]
        /// A quotation that went wrong, and in which cell.
        package let fault: (cell: Int, code: ImportFault)?

        package var isBlank: Bool { fault == nil && cells.allSatisfy { $0.allSatisfy { $0 == 0x20 || $0 == 0x09 } } }
    }

    private static let quote = UInt8(ascii: "\"")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    private let bytes: [UInt8]
    private let delimiter: UInt8
    private var index: Int
    private var row = 0

    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
        index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        delimiter = Self.delimiter(of: bytes)
    }

    /// The next record; `nil` at the end.
    package mutating func next() -> Record? {
        guard index < bytes.count else { return nil }
        row += 1
        var cells: [[UInt8]] = []
        var fault: (cell: Int, code: ImportFault)?
        while true {
            let cell = self.cell()
            if let code = cell.fault, fault == nil { fault = (cells.count, code) }
            cells.append(cell.bytes)
            guard index < bytes.count, bytes[index] == delimiter else { break }
            index += 1
        }
        endLine()
        return Record(row: row, cells: cells, fault: fault)
    }

    /// Reads up to the delimiter or line end that follows, which stays.
    private mutating func cell() -> (bytes: [UInt8], fault: ImportFault?) {
        guard index < bytes.count, bytes[index] == Self.quote else {
            let start = index
            while index < bytes.count, !endsCell(bytes[index]) { index += 1 }
            return (Array(bytes[start..<index]), nil)
        }
        index += 1
        var content: [UInt8] = []
        var start = index
        while index < bytes.count {
            guard bytes[index] == Self.quote else {
                index += 1
                continue
            }
            content.append(contentsOf: bytes[start..<index])
            if index + 1 < bytes.count, bytes[index + 1] == Self.quote {
                content.append(Self.quote)
                index += 2
                start = index
                continue
            }
            index += 1
            let rest = index
            while index < bytes.count, !endsCell(bytes[index]) { index += 1 }
            let isClean = bytes[rest..<index].allSatisfy { $0 == 0x20 || $0 == 0x09 }
            return (content, isClean ? nil : .textAfterQuote)
        }
        return (content, .quoteNotClosed)
    }

    private mutating func endLine() {
        guard index < bytes.count else { return }
        let isReturn = bytes[index] == Self.carriageReturn
        index += 1
        if isReturn, index < bytes.count, bytes[index] == Self.lineFeed { index += 1 }
    }

    private func endsCell(_ byte: UInt8) -> Bool {
        byte == delimiter || byte == Self.lineFeed || byte == Self.carriageReturn
    }

    /// The one of comma, semicolon and tab that stands most often in the heading row outside quotes.
    private static func delimiter(of bytes: [UInt8]) -> UInt8 {
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        for byte in bytes {
            if byte == quote { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == lineFeed || byte == carriageReturn { break }
            if byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "\t") {
                counts[byte, default: 0] += 1
            }
        }
        let order = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
        return order.reduce(order[0]) { counts[$1, default: 0] > counts[$0, default: 0] ? $1 : $0 }
    }
}
