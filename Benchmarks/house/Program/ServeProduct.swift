// SPDX-License-Identifier: EUPL-1.2

import App
import ArgumentParser
import Hummingbird
import Logging
import Web

/// The whole product over a database, as `confidant serve` wires it, with links that sign in and without a limit of requests.
struct ServeProduct: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "serve")

    @Option var database: String

    func run() async throws {
        var settings = Site.Settings(formKey: SystemIDs().bytes(32))
        settings.isDemo = true
        settings.limits = RateLimits(
            network: .init(burst: 1e12, perMinute: 1e12), person: .init(burst: 1e12, perMinute: 1e12))
        let site = try Site(
            database: try await Installation.openCurrent(database: database), time: SystemTime(), ids: SystemIDs(),
            settings: settings)
        try await listen(site.responder)
    }
}

/// Serves on a free port and prints it.
func listen<Responder: HTTPResponder>(_ responder: Responder) async throws
where Responder.Context: InitializableFromSource<ApplicationRequestContextSource> {
    var logger = Logger(label: "bench")
    logger.logLevel = .notice
    let application = Application(
        responder: responder, configuration: .init(address: .hostname("127.0.0.1", port: 0), serverName: nil),
        onServerRunning: { channel in
            print(channel.localAddress?.port ?? 0)
            flush()
        }, logger: logger)
    try await application.runService()
}
