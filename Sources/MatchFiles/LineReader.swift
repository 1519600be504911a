// SPDX-License-Identifier: EUPL-1.2
import Glibc

/// The lines of a file, one after the other, as bytes in a buffer that is used again.
final class LineReader {
    package static let longestLine = 1 << 20

    let path: String
    private let source: ByteSource
    private let buffer: UnsafeMutablePointer<UInt8>
    private var start = 0
    private var end = 0
    private var isAtEnd = false
    /// The number of the line last returned, from 1.
    private(set) var line = 0

    /// - Throws: `MatchFileError`: the file cannot be opened, or begins with a byte-order mark.
    init(path: String) throws(MatchFileError) {
        self.path = path
        source = try ByteSource(path: path)
        buffer = .allocate(capacity: Self.longestLine * 2)
        try refill()
        if end >= 3, buffer[0] == 0xef, buffer[1] == 0xbb, buffer[2] == 0xbf { throw fail(1, 1, .byteOrderMark) }
        if end >= 2, buffer[0] == 0xfe && buffer[1] == 0xff || buffer[0] == 0xff && buffer[1] == 0xfe {
            throw fail(1, 1, .byteOrderMark)
        }
    }

    deinit { buffer.deallocate() }

    /// The next line without its line feed, valid until the next call; nil at the end.
    ///
    /// - Throws: `MatchFileError`: damaged gzip (with the line reached), an empty or too long line, a carriage return.
    func next() throws(MatchFileError) -> UnsafeBufferPointer<UInt8>? {
        var searched = start
        while true {
            if let found = memchr(buffer + searched, 10, end - searched) {
                let feed = UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - UnsafePointer(buffer)
                defer { start = feed + 1 }
                return try hand(start, feed)
            }
            if isAtEnd {
                if start == end { return nil }
                defer { start = end }
                return try hand(start, end)
            }
            if end - start > Self.longestLine {
                throw fail(line + 1, Self.longestLine + 1, .lineTooLong(limit: Self.longestLine))
            }
            searched = end - start
            try refill()
        }
    }

    func fail(column: Int, _ problem: MatchFileError.Problem) -> MatchFileError { fail(line, column, problem) }

    private func hand(_ low: Int, _ high: Int) throws(MatchFileError) -> UnsafeBufferPointer<UInt8> {
        line += 1
        if low == high { throw fail(line, 1, .emptyLine) }
        if high - low > Self.longestLine {
            throw fail(line, Self.longestLine + 1, .lineTooLong(limit: Self.longestLine))
        }
        if let found = memchr(buffer + low, 13, high - low) {
            let column = UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - UnsafePointer(buffer) - low + 1
            throw fail(line, column, .carriageReturn)
        }
        return UnsafeBufferPointer(start: buffer + low, count: high - low)
    }

    /// Moves the unfinished line to the front and reads on behind it.
    private func refill() throws(MatchFileError) {
        if start > 0 { buffer.update(from: buffer + start, count: end - start) }
        end -= start
        start = 0
        do {
            let count = try source.read(into: buffer + end, Self.longestLine * 2 - end)
            isAtEnd = count == 0
            end += count
        } catch {
            throw MatchFileError(file: path, line: line + 1, column: end - start + 1, error.problem)
        }
    }

    private func fail(_ line: Int, _ column: Int, _ problem: MatchFileError.Problem) -> MatchFileError {
        MatchFileError(file: path, line: line, column: column, problem)
    }
}
