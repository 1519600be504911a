// SPDX-License-Identifier: EUPL-1.2

import Accounts
import HTTPTypes
import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import Journal
package import Kernel
import Logging
import Mail
import MailOutbox
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
    private let bounces: BounceReading?
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
        let log = OutboxLog(logger: settings.logger)
        siteSettings.outboxReport = { log.write($0) }
        self.database = database
        self.settings = settings
        self.ready = ready
        site = try Site(database: database, time: time, ids: ids, settings: siteSettings)
        bounces = try settings.bounceReader().map(site.bounces)
    }

    /// Serves until the process is asked to stop; then lets requests under way end.
    package func run() async throws {
        let log = OutboxLog(logger: settings.logger)
        var services: [any Service] = [
            OutboxService(runner: site.outbox),
            Chore { [site] in await site.pruning.run { log.write($0) } }, try siteService(),
        ]
        if let bounces {
            services.append(
                Chore { await bounces.run { log.write(.trouble(kind: "mail.bounces", code: $0.code)) } })
        }
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
        guard let certificate = settings.certificate, let key = settings.key else {
            return .http1(configuration: connection)
        }
        do {
            let chain = try NIOSSLCertificate.fromPEMFile(certificate).map { NIOSSLCertificateSource.certificate($0) }
            let privateKey = try NIOSSLPrivateKey(file: key, format: .pem)
            return try .tls(
                .http1(configuration: connection),
                tlsConfiguration: .makeServerConfiguration(certificateChain: chain, privateKey: .privateKey(privateKey))
            )
        } catch {
            throw OperatorError("tls.unreadable", "cannot use \(certificate) with \(key)")
        }
    }

    private var connection: HTTP1Channel.Configuration {
        let patience = settings.patience
        return .init(
            additionalChannelHandlers: [EndlessBody(longest: .init(patience.body))], idleTimeout: .init(patience.idle),
            httpDecoderConfiguration: .init(
                maxHeaderFieldSize: 16 << 10, maxHeaderListSize: 32 << 10, maxHeaderFieldCount: 100))
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
        router.get("/metrics") { [site] _, _ in site.metrics.text() + site.outboxMetrics.text() }
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

/// Something that goes on beside the pages until the server stops; what it was doing in the database is done or undone whole.
private struct Chore: Service {
    let work: @Sendable () async -> Void

    func run() async throws {
        await cancelWhenGracefulShutdown { await work() }
    }
}
