// SPDX-License-Identifier: EUPL-1.2

import Journal
import Logging

/// Tells the log what the outbox could not do: ids and codes, nothing of what an item is about.
struct OutboxLog: Sendable {
    let logger: Logger

    func write(_ event: OutboxEvent) {
        switch event {
        case .done: break
        case .again(let pool, let item, let kind, let code):
            logger.notice(
                "outbox again", metadata: ["pool": "\(pool)", "item": "\(item)", "kind": "\(kind)", "code": "\(code)"])
        case .setAside(let pool, let item, let kind, let code):
            logger.error(
                "outbox set aside",
                metadata: ["pool": "\(pool)", "item": "\(item)", "kind": "\(kind)", "code": "\(code)"])
        case .trouble(let kind, let code):
            logger.warning("outbox trouble", metadata: ["kind": "\(kind)", "code": "\(code)"])
        }
    }
}
