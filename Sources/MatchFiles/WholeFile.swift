// SPDX-License-Identifier: EUPL-1.2
import Glibc

/// A file that appears complete or not at all: written beside its place, made durable, then moved into it.
package final class WholeFile {
    private let path: String
    private let unfinished: String
    private var descriptor: Int32
    private var buffer: [UInt8] = []

    /// - Throws: `MatchFileError.cannotWrite`.
    package init(path: String) throws(MatchFileError) {
        self.path = path
        unfinished = path + ".unfinished-\(getpid())"
        descriptor = open(unfinished, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw MatchFileError(file: path, .cannotWrite(reason: systemError())) }
        buffer.reserveCapacity(1 << 16)
    }

    deinit { discard() }

    /// Appends whole numbers between tabs and a line feed.
    ///
    /// - Throws: `MatchFileError.cannotWrite`.
    package func write(row first: Int, _ rest: Int...) throws(MatchFileError) {
        append(first)
        for number in rest {
            buffer.append(9)
            append(number)
        }
        buffer.append(10)
        if buffer.count >= 1 << 16 - 256 { try flush() }
    }

    /// Puts the file into its place.
    ///
    /// - Throws: `MatchFileError.cannotWrite`; then nothing is left behind.
    package func finish() throws(MatchFileError) {
        try flush()
        guard fsync(descriptor) == 0 || errno == EINVAL else { throw failure() }
        close(descriptor)
        descriptor = -1
        guard rename(unfinished, path) == 0 else {
            let failure = failure()
            unlink(unfinished)
            throw failure
        }
    }

    private func append(_ number: Int) { buffer.append(contentsOf: String(number).utf8) }

    private func flush() throws(MatchFileError) {
        var written = 0
        while written < buffer.count {
            let count = buffer[written...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno != EINTR { throw failure() }
            written += max(count, 0)
        }
        buffer.removeAll(keepingCapacity: true)
    }

    private func failure() -> MatchFileError { MatchFileError(file: path, .cannotWrite(reason: systemError())) }

    private func discard() {
        if descriptor < 0 { return }
        close(descriptor)
        unlink(unfinished)
        descriptor = -1
    }
}
