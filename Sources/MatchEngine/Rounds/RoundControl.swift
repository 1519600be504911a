// SPDX-License-Identifier: EUPL-1.2

/// How far a round has come. `done` of `total` counts units of the current step; `total` may be 0 when unknown.
package struct RoundProgress: Sendable, Equatable {
    package enum Step: String, Sendable { case sorting, bidding, counting, placing, ranking, proving }

    package var step: Step
    package var done: Int
    package var total: Int
}

/// The caller's hand on a running round: asked between batches of work, many times a second at any size.
package struct RoundControl {
    private let isCancelled: () -> Bool
    private let report: (RoundProgress) -> Void

    package init(
        isCancelled: @escaping () -> Bool = { false }, report: @escaping (RoundProgress) -> Void = { _ in }
    ) {
        self.isCancelled = isCancelled
        self.report = report
    }

    /// - Throws: `RoundError.cancelled` when the caller wants no result any more.
    func checkpoint(_ step: RoundProgress.Step, _ done: Int = 0, of total: Int = 0) throws(RoundError) {
        if isCancelled() { throw .cancelled }
        report(RoundProgress(step: step, done: done, total: total))
    }
}
