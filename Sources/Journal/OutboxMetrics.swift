// SPDX-License-Identifier: EUPL-1.2

import Synchronization

/// Counts of what the outbox has done on this node since it started, in the text format that Prometheus reads.
package final class OutboxMetrics: Sendable {
    private struct Line: Hashable {
        let kind: String
        let event: String
    }

    private let counts = Mutex<[Line: Int]>([:])

    package init() {}

    package func count(_ event: OutboxEvent) {
        let line =
            switch event {
            case .done(let kind): Line(kind: kind, event: "done")
            case .again(_, _, let kind, _): Line(kind: kind, event: "again")
            case .setAside(_, _, let kind, _): Line(kind: kind, event: "set-aside")
            case .trouble(let kind, _): Line(kind: kind, event: "trouble")
            }
        counts.withLock { $0[line, default: 0] += 1 }
    }

    package func text() -> String {
        let lines = counts.withLock { $0 }.sorted { ($0.key.kind, $0.key.event) < ($1.key.kind, $1.key.event) }
        return lines.reduce(into: "# TYPE confidant_outbox_total counter\n") { text, line in
            text += "confidant_outbox_total{kind=\"\(line.key.kind)\",event=\"\(line.key.event)\"} \(line.value)\n"
        }
    }
}
