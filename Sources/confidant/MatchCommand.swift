// SPDX-License-Identifier: EUPL-1.2
import ArgumentParser
import Glibc
import MatchEngine
import MatchFiles
import Synchronization

/// `confidant match`: the engine on files, for audits, for repeating a round and for benchmarks.
struct MatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "match",
        abstract: "Match practitioners and clients from files.",
        subcommands: [MatchSearch.self, MatchRound.self, MatchRepeat.self]
    )
}

/// What the two commands share: clocks, faults and the summary.
enum MatchConsole {
    /// Bad input, as opposed to a wrong option (64) or an interruption (130).
    static let badInput = ExitCode(2)
    static let interrupted = ExitCode(130)

    static func seconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// The most memory that the process has had at once.
    static func peakBytes() -> Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss * 1_024
    }

    static func say(_ text: String) {
        let line = Array((text + "\n").utf8)
        _ = line.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }

    /// Runs a command's work and turns faults of the input into a message and exit code 2.
    static func run(_ work: () throws -> Void) throws {
        do {
            try work()
        } catch let error as MatchFileError {
            say("confidant: \(error)")
            throw badInput
        } catch RoundError.cancelled {
            say("confidant: interrupted; nothing was written")
            throw interrupted
        }
    }
}

/// Ctrl-C asks the running round to stop instead of ending the process, so that no unfinished file stays behind.
enum Interruption {
    private static let requested = Atomic<Bool>(false)

    static func listen() {
        signal(SIGINT) { _ in Interruption.requested.store(true, ordering: .relaxed) }
        signal(SIGTERM) { _ in Interruption.requested.store(true, ordering: .relaxed) }
    }

    static var isRequested: Bool { requested.load(ordering: .relaxed) }
}

/// A JSON object in one line, keys in the order in which they were added.
struct JSONLine {
    private var parts: [String] = []

    mutating func add(_ key: String, _ value: Int) { parts.append("\"\(key)\": \(value)") }
    mutating func add(_ key: String, _ value: Int?) { parts.append("\"\(key)\": \(value.map(String.init) ?? "null")") }
    mutating func add(_ key: String, _ values: [Int]) {
        parts.append("\"\(key)\": [\(values.map(String.init).joined(separator: ", "))]")
    }

    /// Microseconds are enough for figures that are compared as ratios; `decimals` says how many places follow.
    mutating func add(_ key: String, _ value: Double, decimals: Int = 6) {
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        let whole = Int((value * scale).rounded())
        let digits = String(whole % Int(scale))
        let padded = String(repeating: "0", count: decimals - digits.count) + digits
        parts.append("\"\(key)\": \(whole / Int(scale)).\(padded)")
    }

    mutating func add(_ key: String, object: JSONLine) { parts.append("\"\(key)\": \(object.text)") }
    mutating func add(_ key: String, word: String) { parts.append("\"\(key)\": \"\(word)\"") }

    var text: String { "{\(parts.joined(separator: ", "))}" }
}
