// SPDX-License-Identifier: EUPL-1.2

import Dispatch
import Kernel
import MatchEngine
import Synchronization

/// Where rounds are solved: on a thread of its own, so that no request waits for one, and one at a time, so that two rounds do
/// not take all memory. Keeps the drafts that somebody edited last, to solve the next edit from where they stand.
final class RoundBench: Sendable {
    private let thread = DispatchQueue(label: "confidant.rounds")
    private let drafts = Mutex<[RoundID: WarmDraft]>([:])
    private static let mostWarm = 4

    func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            thread.async { continuation.resume(with: Result { try work() }) }
        }
    }

    /// The draft of a round for `best`, with the edits in force.
    ///
    /// - Throws: `RoundError.impossiblePin`; what was warm is then forgotten.
    func best(_ round: RoundID, _ input: RoundInput, _ edits: EditsInForce) throws -> [Int32] {
        try drafts.withLock { warm in
            if warm[round] == nil, warm.count >= Self.mostWarm { warm.removeAll() }
            let draft: WarmDraft
            if let found = warm.removeValue(forKey: round) {
                draft = found
            } else {
                draft = try WarmDraft(input)
            }
            let pairs = try draft.bring(to: edits)
            warm[round] = draft
            return pairs
        }
    }
}

/// A draft of `best` that has been solved, and the edits that it has taken in.
private final class WarmDraft {
    private let draft: RoundDraft
    private var pins: [Int: Int] = [:]
    private var forbidden: Set<EditsInForce.Pair> = []

    init(_ input: RoundInput) throws {
        draft = try RoundDraft(try input.problem(for: .best), seed: input.seed)
    }

    func bring(to edits: EditsInForce) throws -> [Int32] {
        for (client, practitioner) in pins where edits.pins[client] != practitioner {
            try draft.release(client: client, practitioner: practitioner)
            pins[client] = nil
        }
        for pair in forbidden.subtracting(edits.forbidden) {
            try draft.release(client: pair.client, practitioner: pair.practitioner)
            forbidden.remove(pair)
        }
        for pair in edits.forbidden.subtracting(forbidden).sorted() {
            try draft.forbid(client: pair.client, practitioner: pair.practitioner)
            forbidden.insert(pair)
        }
        for (client, practitioner) in edits.pins.sorted(by: { $0.key < $1.key }) where pins[client] == nil {
            try draft.pin(client: client, practitioner: practitioner)
            pins[client] = practitioner
        }
        return draft.practitionerOf
    }
}

/// How far a round has come, for the one who watches from outside; and whether they want it to stop.
final class SolveWatch: Sendable {
    struct Point: Sendable, Equatable {
        var step = SolveStep.reading
        var done = 0
        var total = 0
    }

    private let point = Mutex(Point())
    private let cancelled = Atomic<Bool>(false)
    private let over = Atomic<Bool>(false)

    var now: Point { point.withLock { $0 } }
    var isCancelled: Bool { cancelled.load(ordering: .relaxed) }
    var isOver: Bool { over.load(ordering: .relaxed) }

    func tell(_ step: SolveStep, _ done: Int, of total: Int) {
        point.withLock { $0 = Point(step: step, done: done, total: total) }
    }

    func cancel() { cancelled.store(true, ordering: .relaxed) }
    func end() { over.store(true, ordering: .relaxed) }

    /// The engine's hand on it while it works for one goal.
    func control(_ goal: RoundGoal) -> RoundControl {
        RoundControl(
            isCancelled: { self.isCancelled },
            report: { self.tell(SolveStep(goal), $0.done, of: $0.total) })
    }
}

/// What is being done to a round; its words are `programmes.solving.<step>`.
package enum SolveStep: String, CaseIterable, Sendable {
    case waiting, reading, weighing, best, stable
    case stablePractitioner = "stable-practitioner"
    case maxMin = "max-min"
    case rankMaximal = "rank-maximal"
    case writing

    init(_ goal: RoundGoal) {
        switch goal {
        case .best: self = .best
        case .stable: self = .stable
        case .stablePractitioner: self = .stablePractitioner
        case .maxMin: self = .maxMin
        case .rankMaximal: self = .rankMaximal
        }
    }

    package var words: String { "programmes.solving." + rawValue }
}
