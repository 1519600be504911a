// SPDX-License-Identifier: EUPL-1.2

import App
import ArgumentParser
import Kernel
import MatchEngine
import Pools
import Programmes
import SQL

/// `confidant match repeat`: solves a round of a programme again from what was kept, and compares.
struct MatchRepeat: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "repeat", abstract: "Solve a programme's round again and compare it with what was kept.",
        discussion: """
            Reads the frozen inputs of a round, checks their SHA-256, solves every goal with the round's seed and compares pair \
            by pair. The exit code is 1 where anything differs. Nothing is changed.
            """)

    @Argument(help: "The round, as it stands in its address.")
    var round: String

    @OptionGroup var database: DatabaseOption

    @Option(help: "The pool's short name.")
    var pool: String

    func run() async throws {
        guard let id = RoundID(round) else {
            throw OperatorError("round.unknown", "no such round in this pool, or nothing was frozen for it")
        }
        let opened = try await Installation.openCurrent(database: database.database)
        let done: RoundRepeat
        do {
            let found = try await FindPool(database: opened)(shortName: pool)
            let desk = ProgrammeDesk(database: opened, time: SystemTime(), ids: SystemIDs())
            done = try await desk.repeatRound(id, pool: found)
        } catch PoolsError.notFound {
            await opened.close()
            throw OperatorError("pool.unknown", "no pool is called that: confidant pool create")
        } catch ProgrammesError.notFound {
            await opened.close()
            throw OperatorError("round.unknown", "no such round in this pool, or nothing was frozen for it")
        } catch {
            await opened.close()
            throw error
        }
        await opened.close()
        print(Self.summary(done).text)
        if !done.holds {
            StandardError.say("round.differs: what is kept does not come out again")
            throw ExitCode(1)
        }
    }

    private static func summary(_ done: RoundRepeat) -> JSONLine {
        var line = JSONLine()
        line.add("round", done.number)
        line.add("sha256", word: done.hash)
        line.add("inputs", word: done.isHashRight ? "unchanged" : "changed")
        line.add("seed", word: String(done.seed))
        for goal in done.goals {
            var own = JSONLine()
            own.add("pairs", word: goal.isSame ? "same" : "different")
            own.add("matched", goal.again.matched)
            own.add("score", goal.again.score)
            line.add(goal.goal.rawValue, object: own)
        }
        return line
    }
}
