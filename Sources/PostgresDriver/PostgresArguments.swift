// SPDX-License-Identifier: EUPL-1.2

import SQL

/// The arguments of one statement as libpq takes them: one block of memory and where each value begins in it.
///
/// No types go with them, so the server infers each from its place, once, when it prepares the statement; a `NULL` and a
/// value then use the same statement. Bytes travel as they are, all else as text.
struct PostgresArguments {
    private var block: [CChar] = []
    private var starts: [Int?] = []
    private var lengths: [Int32] = []
    private var formats: [Int32] = []

    init(_ values: [SQLValue]) {
        for value in values {
            switch value {
            case .null: append(nil)
            case .text(let text): append(text.utf8)
            case .integer(let number): append(String(number).utf8)
            case .real(let number): append(number.description.utf8)
            case .boolean(let bool): append((bool ? "t" : "f").utf8)
            case .bytes(let bytes): append(bytes, format: 1)
            }
        }
    }

    /// Calls `body` with number, values, lengths and formats; the pointers are good until it returns.
    func withPointers<Result>(
        _ body: (Int32, [UnsafePointer<CChar>?], [Int32], [Int32]) -> Result
    ) -> Result {
        block.withUnsafeBufferPointer { buffer in
            body(
                Int32(starts.count), starts.map { start in start.flatMap { buffer.baseAddress?.advanced(by: $0) } },
                lengths, formats)
        }
    }

    private mutating func append(_ bytes: (some Collection<UInt8>)?, format: Int32 = 0) {
        starts.append(bytes == nil ? nil : block.count)
        lengths.append(Int32(clamping: bytes?.count ?? 0))
        formats.append(format)
        if let bytes { block.append(contentsOf: bytes.lazy.map(CChar.init(bitPattern:))) }
        block.append(0)  // what ends a text for libpq
    }

    private mutating func append(_: Never?) {
        append(nil as [UInt8]?)
    }
}
