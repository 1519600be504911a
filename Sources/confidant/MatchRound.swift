// SPDX-License-Identifier: EUPL-1.2
import ArgumentParser
import Glibc
import MatchEngine
import MatchFiles

/// `confidant match round`: solves a whole round and proves it.
struct MatchRound: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "round", abstract: "Match all clients of a round at once, with proof."
    )

    @Argument(help: "Pairs: client TAB practitioner TAB score TAB practitioner's score; plain or gzip.")
    var edges: String

    @Option(help: "Places: practitioner TAB capacity; plain or gzip.")
    var capacities: String

    @Option(help: "best, stable, stable-practitioner, max-min or rank-maximal.")
    var goal: RoundGoal

    @Option(help: "Decides between equals; 0 keeps the order of numbers.")
    var seed: UInt64 = 0

    @Option(help: "File for the pairs found: client TAB practitioner.")
    var out: String?

    @Flag(help: "Print a summary as JSON.")
    var json = false

    func run() throws {
        try MatchConsole.run {
            Interruption.listen()
            let control = RoundProgressLine().control
            let begin = MatchConsole.seconds()
            let problem = try RoundFiles().read(
                pairs: edges, capacities: capacities, withPractitionerScores: goal.needsPractitionerScores
            )
            let read = MatchConsole.seconds()
            let prepared = try PreparedRound(problem, goal: goal, seed: seed, control: control)
            let built = MatchConsole.seconds()
            let result = try prepared.solve(control: control)
            let solved = MatchConsole.seconds()
            try write(result)
            var summary = JSONLine()
            summary.add("matched", result.matched)
            summary.add("score", result.score)
            if goal == .rankMaximal { summary.add("signature", result.signature) }
            if goal == .maxMin { summary.add("minimum", result.minimum) }
            summary.add("read_seconds", read - begin)
            summary.add("build_seconds", built - read)
            summary.add("solve_seconds", solved - built)
            summary.add("peak_bytes", MatchConsole.peakBytes())
            var certificate = JSONLine()
            certificate.add("kind", word: result.certificate.kind)
            // A result whose certificate does not hold is never handed out, see PreparedRound.solve.
            certificate.add("violations", 0)
            summary.add("certificate", object: certificate)
            if json {
                print(summary.text)
            } else {
                MatchConsole.say(summary.text)
            }
        }
    }

    private func write(_ result: RoundResult) throws {
        let pairs = result.practitionerOf.enumerated().lazy.filter { $0.element >= 0 }
        if let out {
            let file = try WholeFile(path: out)
            for (client, practitioner) in pairs { try file.write(row: client, Int(practitioner)) }
            try file.finish()
        } else if !json {
            for (client, practitioner) in pairs { print("\(client)\t\(practitioner)") }
        }
    }
}

extension RoundGoal: ExpressibleByArgument {}

/// Tells a person at a terminal how far a round has come, from the second second on, and listens for Ctrl-C.
final class RoundProgressLine {
    private let begin = MatchConsole.seconds()
    private var shown = 0.0
    private let isTerminal = isatty(STDERR_FILENO) == 1

    var control: RoundControl {
        RoundControl(isCancelled: { Interruption.isRequested }, report: { [self] in show($0) })
    }

    private func show(_ progress: RoundProgress) {
        let now = MatchConsole.seconds()
        if !isTerminal || now - begin < 1 || now - shown < 0.25 { return }
        shown = now
        let part = progress.total > 0 ? " \(min(progress.done, progress.total)) of \(progress.total)" : ""
        let line = Array("\r\u{1b}[K\(progress.step.rawValue)\(part)\r".utf8)
        _ = line.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}
