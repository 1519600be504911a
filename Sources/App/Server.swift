// SPDX-License-Identifier: EUPL-1.2

import Accounts
import HTTPTypes
import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import Journal
package import Kernel
import Logging
import NIOCore
import NIOSSL
package import SQL
import ServiceLifecycle
import UnixSignals
import Web

/// A running installation: the site, health and metrics beside it, and what works in the background.
package struct Server: Sendable {
    private let database: any Database
    private let site: Site
    private let settings: ServeSettings
    private let ready: @Sendable (Int) async -> Void
    private let port = PublicAddress.BoundPort()

    /// Checks everything that pages need before anything listens.
    ///
    /// - Parameter ready: called with the port once the first answer can be given.
    /// - Throws: `OperatorError` with what the operator can do about it.
    package init(
        database: any Database, time: any TimeSource, ids: some IDSource, settings: ServeSettings, isDemo: Bool = false,
        ready: @escaping @Sendable (Int) async -> Void
    ) throws {
        let keys = try KeysFolder(path: settings.keys, making: isDemo ? ids : nil)
        var siteSettings = Site.Settings(formKey: keys.form)
        siteSettings.unknownKey = keys.unknown
        siteSettings.logKey = keys.log
        siteSettings.roomHost = settings.roomHost
        siteSettings.isRoomElsewhere = settings.isRoomElsewhere
        siteSettings.isDemo = isDemo
        siteSettings.mail = try settings.mail?.transport()
        siteSettings.demoMail = settings.mail?.place
        siteSettings.address = PublicAddress(
            isSecure: settings.certificate != nil || settings.trustsProxy, defaultHost: "localhost",
            port: settings.publicPort, bound: settings.publicPort == 0 ? port : nil)
        siteSettings.options = .init(trustsProxy: settings.trustsProxy, hasTLS: settings.certificate != nil)
        self.database = database
        self.settings = settings
        self.ready = ready
        site = try Site(database: database, time: time, ids: ids, settings: siteSettings)
    }

    /// Serves until the process is asked to stop; then lets requests under way end.
    package func run() async throws {
        var services: [any Service] = [OutboxService(runner: site.outbox), try siteService()]
        if let health = settings.health { services.append(try healthService(at: health)) }
        let group = ServiceGroup(
            configuration: .init(
                services: services, gracefulShutdownSignals: [.sigterm, .sigint], logger: settings.logger))
        try await group.run()
        await database.close()
    }

    private func siteService() throws -> any Service {
        let (host, port) = try ServeSettings.parse(settings.listen)
        return Application(
            responder: site.responder, server: try serverBuilder(),
            configuration: .init(address: .hostname(host, port: port), serverName: nil),
            onServerRunning: { [bound = self.port] channel in
                bound.number = channel.localAddress?.port ?? port
                await ready(channel.localAddress?.port ?? port)
            }, logger: settings.logger)
    }

    private func serverBuilder() throws -> HTTPServerBuilder {
        guard let certificate = settings.certificate, let key = settings.key else { return .http1() }
        do {
            let chain = try NIOSSLCertificate.fromPEMFile(certificate).map { NIOSSLCertificateSource.certificate($0) }
            let privateKey = try NIOSSLPrivateKey(file: key, format: .pem)
            return try .tls(
                .http1(),
                tlsConfiguration: .makeServerConfiguration(certificateChain: chain, privateKey: .privateKey(privateKey))
            )
        } catch {
            throw OperatorError("tls.unreadable", "cannot use \(certificate) with \(key)")
        }
    }

    /// Alive, ready (the database answers) and metrics; a listener of its own, so that none of it is public.
    private func healthService(at address: String) throws -> any Service {
        let (host, port) = try ServeSettings.parse(address)
        let router = Router()
        router.get("/live") { _, _ in "ok\n" }
        router.get("/ready") { [database] _, _ -> Response in
            let isReady = (try? await database.read { _ in true }) ?? false  // the reason is in the log of the driver
            return Response(
                status: isReady ? .ok : .serviceUnavailable,
                body: .init(byteBuffer: ByteBuffer(string: isReady ? "ready\n" : "database unavailable\n")))
        }
        router.get("/metrics") { [site] _, _ in site.metrics.text() }
        return Application(
            responder: router.buildResponder(),
            configuration: .init(address: .hostname(host, port: port), serverName: nil), logger: settings.logger)
    }
}

/// The outbox for as long as the server runs; what was begun is finished before it stops.
private struct OutboxService: Service {
    let runner: OutboxRunner

    func run() async throws {
        await withGracefulShutdownHandler {
            await runner.run()
        } onGracefulShutdown: {
            runner.stop()
        }
    }
}
