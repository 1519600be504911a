// SPDX-License-Identifier: EUPL-1.2

package import Kernel
package import SQL
import Synchronization

/// Does what the outbox holds, on every node at once.
///
/// An item is claimed by one `UPDATE … RETURNING` within its pool, so that no two runners work on it while the claim lasts;
/// a claim that its runner does not settle (the node died) runs out and the item is taken again. Each kind has a lane of its
/// own: slow mail holds nothing else up. Pools take turns. A lane sleeps until something is added on this node
/// (`BellDatabase`), until the next item that it knows of is due, or until it is time to look at a pool again for what another
/// node left behind. See `docs/adr/0005-state-as-rows.md`.
package final class OutboxRunner: Sendable {
    /// Seconds by which a claim outlasts the longest work, and by which the clocks of two nodes may differ.
    package static let margin = 60

    private let lanes: [OutboxLane]

    /// - Parameters:
    ///   - database: wrapped in a `BellDatabase` with the same bell wherever features write.
    ///   - sweep: seconds within which every pool is looked at again.
    package init(
        database: any Database, bell: OutboxBell, time: any TimeSource, ids: any IDSource, handlers: [OutboxHandler],
        sweep: Int = 120, report: @escaping @Sendable (OutboxEvent) -> Void = { _ in }
    ) {
        let name: OutboxID = ids.id()
        lanes = handlers.map { handler in
            OutboxLane(
                handler: handler, store: OutboxStore(database: database), time: time, ids: ids,
                listener: bell.listener(), name: name.text, sweep: sweep, report: report)
        }
    }

    /// Works until `stop` is called or the task is cancelled; returns once what was begun is settled.
    package func run() async {
        // Cancellation must not reach what has begun: a mail that was sent and not marked would be sent again.
        let work = Task { [lanes] in
            await withDiscardingTaskGroup { group in
                for lane in lanes { group.addTask { await lane.run() } }
            }
        }
        await withTaskCancellationHandler {
            await work.value
        } onCancel: {
            stop()
        }
    }

    /// Takes nothing more; what was begun is finished. Made for a graceful shutdown.
    package func stop() {
        for lane in lanes { lane.stop() }
    }

    /// Does everything that is due now and returns; how many items were tried. For commands and tests.
    ///
    /// - Throws: `DatabaseError`.
    package func drain() async throws -> Int {
        var tried = 0
        for lane in lanes { tried += try await lane.drain() }
        return tried
    }
}
