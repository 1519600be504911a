// SPDX-License-Identifier: EUPL-1.2

/// The limits that a `PostgresDatabase` keeps to.
package struct PostgresSettings: Sendable {
    /// How many connections it opens at most, each on a thread of its own.
    package var connections = 8
    /// How long a transaction waits for a free connection before it throws `unavailable`.
    package var waitLimit = Duration.seconds(5)
    /// How long the server works on one statement before it gives up with `unavailable`.
    package var statementLimit = Duration.seconds(10)
    /// How long opening a connection may take.
    package var connectLimit = Duration.seconds(5)
    /// How often a transaction that met another is run, the first time included.
    package var tries = 16
    /// What the server's lists of connections show.
    package var applicationName = "confidant"

    package init() {}
}

extension Duration {
    var milliseconds: Int {
        let (seconds, attoseconds) = components
        return Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000)
    }
}
