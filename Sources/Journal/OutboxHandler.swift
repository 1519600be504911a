// SPDX-License-Identifier: EUPL-1.2

package import Kernel

/// How one kind of item is done.
package struct OutboxHandler: Sendable {
    package typealias Work = @Sendable (OutboxItem) async throws -> OutboxOutcome

    enum Reach: Sendable {
        /// All that it changes is in its outcome's `effect`.
        case database
        /// It acts on something else, at most `width` items at a time, each at most `longest` seconds.
        case outside(width: Int, longest: Int)
    }

    let kind: String
    let reach: Reach
    let retry: OutboxRetry
    let work: Work

    /// Work whose whole effect is in the database: exactly once, on two nodes and after a crash.
    ///
    /// `work` prepares (ids, times, reads) and hands back `.done(effect:)`; the effects of many items share a transaction, and
    /// where one of them throws, each gets one of its own.
    package static func database(
        _ kind: some OutboxWork, retry: OutboxRetry = OutboxRetry(), _ work: @escaping Work
    ) -> OutboxHandler {
        OutboxHandler(kind: kind.rawValue, reach: .database, retry: retry, work: work)
    }

    /// Work that reaches outside, such as mail: at least once, and a second time only if the process ends, or the database
    /// stays away for as long as the claim lasts, between the act and its mark.
    ///
    /// - Parameters:
    ///   - width: how many items this node works on at once.
    ///   - longest: seconds after which `work` has certainly returned. The claim outlasts it by `OutboxRunner.margin`, by
    ///     which the clocks of two nodes may differ.
    package static func outside(
        _ kind: some OutboxWork, width: Int, longest: Int, retry: OutboxRetry = OutboxRetry(), _ work: @escaping Work
    ) -> OutboxHandler {
        OutboxHandler(
            kind: kind.rawValue, reach: .outside(width: max(1, width), longest: longest), retry: retry, work: work)
    }
}

extension OutboxHandler {
    /// How many items to take at once. With effects in the database they share a transaction, and the number bounds how long
    /// it holds up other writers; outside, all begin at once.
    var room: Int {
        switch reach {
        case .database: 200
        case .outside(let width, _): width
        }
    }

    /// Seconds for which a claim holds.
    var claimLasts: Int {
        switch reach {
        case .database: 2 * OutboxRunner.margin
        case .outside(_, let longest): longest + OutboxRunner.margin
        }
    }

    var isOutside: Bool {
        if case .outside = reach { true } else { false }
    }
}

/// Why the runner itself gave an item up or left it.
enum OutboxFault: String, OutboxValue {
    /// Every try ended with the process.
    case gaveUp = "outbox.gave-up"
    case notMarked = "outbox.not-marked"
}

/// What a runner tells the log and the metrics: codes and ids only.
package enum OutboxEvent: Hashable, Sendable {
    case done(kind: String)
    case again(PoolID, OutboxID, kind: String, code: String)
    case setAside(PoolID, OutboxID, kind: String, code: String)
    /// The database could not be reached, or a mark could not be written; the runner goes on after a pause.
    case trouble(kind: String, code: String)
}
