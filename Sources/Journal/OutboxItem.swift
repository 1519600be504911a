// SPDX-License-Identifier: EUPL-1.2

package import Kernel
package import SQL

/// An item as its handler sees it.
package struct OutboxItem: Sendable {
    package let pool: PoolID
    package let id: OutboxID
    /// The raw value of its `OutboxWork`.
    package let kind: String
    /// The text of the id of what it is about.
    package let subjectID: String
    package let payload: OutboxPayload
    package let due: Timestamp
    /// 1 at the first try. A try that ended with the process counts.
    package let attempt: Int

    /// What it is about; the handler knows of which kind.
    package func subject<Of>(_: Of.Type = Of.self) -> ID<Of> { ID(stored: subjectID) }
}

/// What came of an item.
package struct OutboxOutcome: Sendable {
    /// A change that stands if and only if the outcome does.
    package typealias Effect = @Sendable (Transaction) throws -> Void

    enum Verdict: Sendable {
        case done
        case again(notBefore: Timestamp?)
        case setAside
    }

    let verdict: Verdict
    let code: String?
    let effect: Effect?

    /// The work is done. `effect` is written in the transaction that marks the item, so it happens exactly once.
    package static func done(_ code: (any OutboxValue)? = nil, effect: Effect? = nil) -> OutboxOutcome {
        OutboxOutcome(verdict: .done, code: code?.outboxText, effect: effect)
    }

    /// It did not work this time: try again after the pause that the handler's `OutboxRetry` says, not before `notBefore`.
    /// After the last try it is set aside.
    package static func again(
        _ code: any OutboxValue, notBefore: Timestamp? = nil, effect: Effect? = nil
    ) -> OutboxOutcome {
        OutboxOutcome(verdict: .again(notBefore: notBefore), code: code.outboxText, effect: effect)
    }

    /// It will never work: left for a person to look at (`Outbox.setAside`).
    package static func setAside(_ code: any OutboxValue, effect: Effect? = nil) -> OutboxOutcome {
        OutboxOutcome(verdict: .setAside, code: code.outboxText, effect: effect)
    }

    /// The same without its change.
    var withoutEffect: OutboxOutcome { OutboxOutcome(verdict: verdict, code: code, effect: nil) }

    static func failed(_ error: any Error) -> OutboxOutcome {
        OutboxOutcome(verdict: .again(notBefore: nil), code: code(of: error), effect: nil)
    }

    static func code(of error: any Error) -> String {
        switch error {
        case let error as any DomainError where OutboxCode.isOne(error.code): error.code
        case is DatabaseError: "outbox.database"
        default: "outbox.handler-failed"
        }
    }
}

/// How long to wait between tries, and how many there are.
package struct OutboxRetry: Sendable {
    /// Tries in all; after the last the item is set aside.
    package let attempts: Int
    let firstPause: Int
    let longestPause: Int

    /// - Parameters:
    ///   - firstPause: seconds after the first try; each later pause is twice the one before, up to `longestPause`.
    package init(attempts: Int = 12, firstPause: Int = 30, longestPause: Int = 6 * 3600) {
        self.attempts = max(1, attempts)
        self.firstPause = max(1, firstPause)
        self.longestPause = max(firstPause, longestPause)
    }

    /// Seconds to wait after a try. Up to a fifth is added by chance, so that what failed together does not come back together.
    func pause(after attempt: Int, chance: UInt64) -> Int {
        let doublings = min(max(0, attempt - 1), 20)
        let pause = min(firstPause << doublings, longestPause)
        return pause + Int(chance % UInt64(pause / 5 + 1))
    }
}
