// SPDX-License-Identifier: EUPL-1.2

/// One line of JSON: an object whose values are whole numbers, lists of them, or lists of such lists. That is all the
/// directory files hold; anything else is refused at its column.
struct FlatJSON {
    private let line: UnsafeBufferPointer<UInt8>
    private let reader: LineReader
    private(set) var place = 0

    init(_ line: UnsafeBufferPointer<UInt8>, _ reader: LineReader) {
        self.line = line
        self.reader = reader
    }

    /// Calls `value` for each key; it must read the value. The line must end after the object.
    mutating func object(
        _ value: (inout FlatJSON, StaticKey) throws(MatchFileError) -> Void
    ) throws(MatchFileError) {
        try expect(0x7b, "{")
        if !skip(0x7d) {
            repeat {
                let key = try key()
                try expect(0x3a, ":")
                try value(&self, key)
            } while skip(0x2c)
            try expect(0x7d, "} or ,")
        }
        skipSpaces()
        if place < line.count { throw fail(.notJSON(expected: "the end of the line")) }
    }

    mutating func number() throws(MatchFileError) -> Int {
        skipSpaces()
        let begin = place
        let isNegative = place < line.count && line[place] == 0x2d
        if isNegative { place &+= 1 }
        let first = place
        var value = 0
        while place < line.count {
            let digit = Int(line[place]) &- 48
            if digit < 0 || digit > 9 { break }
            if value < 1 << 59 { value = value &* 10 &+ digit }
            place &+= 1
        }
        let goesOn = place < line.count && (line[place] == 0x2e || line[place] | 0x20 == 0x65)
        if place == first || goesOn {
            place = begin
            throw fail(.notAWholeNumber)
        }
        return isNegative ? 0 &- value : value
    }

    /// A list; `element` reads each member.
    mutating func list(_ element: (inout FlatJSON) throws(MatchFileError) -> Void) throws(MatchFileError) {
        try expect(0x5b, "[")
        if skip(0x5d) { return }
        repeat { try element(&self) } while skip(0x2c)
        try expect(0x5d, "] or ,")
    }

    mutating func numbers(into values: inout [Int]) throws(MatchFileError) {
        values.removeAll(keepingCapacity: true)
        try expect(0x5b, "[")
        if skip(0x5d) { return }
        repeat { values.append(try number()) } while skip(0x2c)
        try expect(0x5d, "] or ,")
    }

    func fail(_ problem: MatchFileError.Problem) -> MatchFileError { reader.fail(column: place + 1, problem) }

    /// A key as bytes of the line, compared without making a string.
    struct StaticKey {
        let bytes: Slice<UnsafeBufferPointer<UInt8>>

        static func ~= (name: StaticString, key: StaticKey) -> Bool {
            name.utf8CodeUnitCount == key.bytes.count
                && key.bytes.elementsEqual(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
        }

        var text: String { String(decoding: bytes, as: UTF8.self) }
    }

    private mutating func key() throws(MatchFileError) -> StaticKey {
        try expect(0x22, "a key in quotation marks")
        let begin = place
        while place < line.count, line[place] != 0x22, line[place] != 0x5c { place &+= 1 }
        if place >= line.count || line[place] == 0x5c { throw fail(.notJSON(expected: "a plain key")) }
        place &+= 1
        return StaticKey(bytes: line[begin..<(place - 1)])
    }

    @inline(__always)
    private mutating func skip(_ byte: UInt8) -> Bool {
        skipSpaces()
        if place < line.count, line[place] == byte {
            place &+= 1
            return true
        }
        return false
    }

    @inline(__always)
    private mutating func expect(_ byte: UInt8, _ name: String) throws(MatchFileError) {
        if !skip(byte) { throw fail(.notJSON(expected: name)) }
    }

    @inline(__always)
    private mutating func skipSpaces() {
        while place < line.count, line[place] == 0x20 || line[place] == 9 { place &+= 1 }
    }
}
