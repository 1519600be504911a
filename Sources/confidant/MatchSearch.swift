// SPDX-License-Identifier: EUPL-1.2
import ArgumentParser
import MatchEngine
import MatchFiles

/// `confidant match search`: answers a file of queries from a file of profiles.
struct MatchSearch: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Answer search queries over a directory of profiles."
    )

    @Argument(help: "Profiles, one JSON object a line; plain or gzip.")
    var profiles: String

    @Argument(help: "Queries, one JSON object a line; plain or gzip.")
    var queries: String

    @Option(help: "How many practitioners each answer has at most.")
    var top = 20

    @Option(help: "Decides between equal scores; 0 puts the lower number first.")
    var seed: UInt64 = 0

    @Option(help: "File for the answers: query TAB rank TAB practitioner TAB score.")
    var out: String?

    @Flag(help: "Print a summary as JSON.")
    var json = false

    func validate() throws {
        if top < 1 || top > 1_000_000 { throw ValidationError("--top must be between 1 and 1,000,000") }
    }

    func run() throws {
        try MatchConsole.run {
            Interruption.listen()
            let files = DirectoryFiles()
            let wanted = try files.readQueries(queries)
            let (index, buildSeconds) = try build(files)
            let file = try out.map { path throws(MatchFileError) in try WholeFile(path: path) }
            var times: [Double] = []
            times.reserveCapacity(wanted.count)
            for query in wanted {
                if Interruption.isRequested { throw RoundError.cancelled }
                let begin = MatchConsole.seconds()
                let hits = try index.search(query, top: top)
                times.append(MatchConsole.seconds() - begin)
                for (rank, hit) in hits.enumerated() {
                    if let file {
                        try file.write(row: query.id, rank + 1, Int(hit.id), hit.score)
                    } else if !json {
                        print("\(query.id)\t\(rank + 1)\t\(hit.id)\t\(hit.score)")
                    }
                }
            }
            try file?.finish()
            times.sort()
            var summary = JSONLine()
            summary.add("queries", wanted.count)
            summary.add("build_seconds", buildSeconds)
            summary.add("bytes_per_practitioner", Double(index.bytes) / Double(max(index.count, 1)), decimals: 2)
            summary.add("p50_ms", 1_000 * percentile(times, 50), decimals: 5)
            summary.add("p99_ms", 1_000 * percentile(times, 99), decimals: 5)
            if json {
                print(summary.text)
            } else {
                MatchConsole.say(summary.text)
            }
        }
    }

    /// Reads and indexes in batches; only the indexing is timed.
    private func build(_ files: DirectoryFiles) throws -> (DirectoryIndex, Double) {
        let index = DirectoryIndex(seed: seed, expecting: 0)
        var seconds = 0.0
        try files.readProfiles(profiles) { profile in
            if Interruption.isRequested { throw RoundError.cancelled }
            let begin = MatchConsole.seconds()
            try index.append(profile)
            seconds += MatchConsole.seconds() - begin
        }
        let begin = MatchConsole.seconds()
        index.trim()
        return (index, seconds + MatchConsole.seconds() - begin)
    }

    /// With linear interpolation between neighbours, as numpy has it.
    private func percentile(_ sorted: [Double], _ share: Double) -> Double {
        if sorted.isEmpty { return 0 }
        let place = share / 100 * Double(sorted.count - 1)
        let low = Int(place)
        let high = min(low + 1, sorted.count - 1)
        return sorted[low] + (sorted[high] - sorted[low]) * (place - Double(low))
    }
}
