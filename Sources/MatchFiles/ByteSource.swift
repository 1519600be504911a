// SPDX-License-Identifier: EUPL-1.2
import CZlib
import Glibc

/// The bytes of a file in pieces, unpacked where the file is gzip (told by its first two bytes, not by its name).
///
/// Memory is two fixed buffers whatever the file announces.
final class ByteSource {
    private static let pieceSize = 128 * 1_024

    private let path: String
    private let descriptor: Int32
    private let raw: UnsafeMutablePointer<UInt8>
    private var rawStart = 0
    private var rawEnd = 0
    private let inflater: UnsafeMutablePointer<z_stream>
    private var isPacked = false
    private var isInsideMember = false

    /// - Throws: `MatchFileError.cannotOpen`, `.cannotRead`.
    init(path: String) throws(MatchFileError) {
        self.path = path
        raw = .allocate(capacity: Self.pieceSize)
        inflater = .allocate(capacity: 1)
        inflater.initialize(to: z_stream())
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw MatchFileError(file: path, .cannotOpen(reason: systemError())) }
        try fillRaw()
        isPacked = rawEnd >= 2 && raw[0] == 0x1f && raw[1] == 0x8b
        if isPacked { try beginMember() }
    }

    deinit {
        if isPacked { inflateEnd(inflater) }
        inflater.deallocate()
        raw.deallocate()
        if descriptor >= 0 { close(descriptor) }
    }

    /// Fills the buffer as far as it can; 0 is the end.
    ///
    /// - Throws: `MatchFileError.cannotRead`, `.truncatedGzip`, `.corruptGzip`.
    func read(into buffer: UnsafeMutablePointer<UInt8>, _ capacity: Int) throws(MatchFileError) -> Int {
        isPacked ? try inflate(into: buffer, capacity) : try copy(into: buffer, capacity)
    }

    private func copy(into buffer: UnsafeMutablePointer<UInt8>, _ capacity: Int) throws(MatchFileError) -> Int {
        if rawStart == rawEnd { try fillRaw() }
        let count = min(capacity, rawEnd - rawStart)
        buffer.update(from: raw + rawStart, count: count)
        rawStart += count
        return count
    }

    private func inflate(into buffer: UnsafeMutablePointer<UInt8>, _ capacity: Int) throws(MatchFileError) -> Int {
        inflater.pointee.next_out = buffer
        inflater.pointee.avail_out = UInt32(capacity)
        while inflater.pointee.avail_out > 0 {
            if rawStart == rawEnd { try fillRaw() }
            if rawStart == rawEnd {
                if isInsideMember { throw MatchFileError(file: path, .truncatedGzip) }
                break
            }
            if !isInsideMember { try restartMember() }
            inflater.pointee.next_in = raw + rawStart
            inflater.pointee.avail_in = UInt32(rawEnd - rawStart)
            let answer = CZlib.inflate(inflater, Z_NO_FLUSH)
            rawStart = rawEnd - Int(inflater.pointee.avail_in)
            if answer == Z_STREAM_END {
                isInsideMember = false
            } else if answer != Z_OK {
                throw MatchFileError(file: path, .corruptGzip)
            }
        }
        return capacity - Int(inflater.pointee.avail_out)
    }

    private func beginMember() throws(MatchFileError) {
        // 15 bits of window, 16 for a gzip wrapper whose checksum and length zlib verifies.
        let answer = inflateInit2_(inflater, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard answer == Z_OK else { throw MatchFileError(file: path, .cannotRead(reason: "zlib \(answer)")) }
        isInsideMember = true
    }

    private func restartMember() throws(MatchFileError) {
        guard inflateReset(inflater) == Z_OK else { throw MatchFileError(file: path, .corruptGzip) }
        isInsideMember = true
    }

    private func fillRaw() throws(MatchFileError) {
        rawStart = 0
        rawEnd = 0
        while true {
            let count = Glibc.read(descriptor, raw, Self.pieceSize)
            if count >= 0 {
                rawEnd = count
                return
            }
            if errno != EINTR { throw MatchFileError(file: path, .cannotRead(reason: systemError())) }
        }
    }
}

/// The last failure of the operating system, in its words.
func systemError() -> String { String(cString: strerror(errno)) }
