// SPDX-License-Identifier: EUPL-1.2

import CZlib

/// What zlib could not do; never with memory to spare.
struct GzipError: Error {}

enum Gzip {
    /// The bytes in the form of RFC 1952, packed as tightly as zlib can; the same bytes each time.
    ///
    /// - Throws: `GzipError`.
    static func pack(_ bytes: [UInt8]) throws -> [UInt8] {
        var stream = z_stream()
        let size = Int32(MemoryLayout<z_stream>.size)
        // 15 bits of window, 16 for the wrapper of gzip.
        guard deflateInit2_(&stream, 9, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size) == Z_OK else {
            throw GzipError()
        }
        defer { deflateEnd(&stream) }
        var source = bytes
        var out = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))))
        let (answer, left) = source.withUnsafeMutableBufferPointer { source in
            out.withUnsafeMutableBufferPointer { out in
                stream.next_in = source.baseAddress
                stream.avail_in = UInt32(source.count)
                stream.next_out = out.baseAddress
                stream.avail_out = UInt32(out.count)
                return (deflate(&stream, Z_FINISH), Int(stream.avail_out))
            }
        }
        guard answer == Z_STREAM_END else { throw GzipError() }
        return Array(out.prefix(out.count - left))
    }
}
