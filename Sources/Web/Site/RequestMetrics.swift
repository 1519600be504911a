// SPDX-License-Identifier: EUPL-1.2

import Synchronization

/// Counts of requests by route pattern and status, and how long they took, in the text format that Prometheus reads.
///
/// Written by hand because no client library for it is to be had here. Labels are route patterns, never addresses.
package final class RequestMetrics: Sendable {
    private struct Line: Hashable {
        let route: String
        let status: Int
    }

    private struct Sum {
        var count = 0
        var seconds = 0.0
    }

    private let sums = Mutex<[Line: Sum]>([:])

    package init() {}

    func record(route: String?, status: Int, took: Duration) {
        let seconds = Double(took.components.seconds) + Double(took.components.attoseconds) / 1e18
        sums.withLock { sums in
            sums[Line(route: route ?? "none", status: status), default: Sum()].count += 1
            sums[Line(route: route ?? "none", status: status), default: Sum()].seconds += seconds
        }
    }

    package func text() -> String {
        var out = "# TYPE confidant_request_total counter\n# TYPE confidant_request_seconds_total counter\n"
        let lines = sums.withLock { $0 }.sorted { ($0.key.route, $0.key.status) < ($1.key.route, $1.key.status) }
        for (line, sum) in lines {
            let labels = "{route=\"\(line.route)\",status=\"\(line.status)\"}"
            out +=
                "confidant_request_total\(labels) \(sum.count)\nconfidant_request_seconds_total\(labels) \(sum.seconds)\n"
        }
        return out
    }
}
