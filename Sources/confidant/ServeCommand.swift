// SPDX-License-Identifier: EUPL-1.2

import App
import ArgumentParser
import Foundation
import Logging

/// How a server listens, the same for `serve` and `demo`.
struct ListenOptions: ParsableArguments {
    @Option(help: "host:port to listen on; port 0 takes a free one.")
    var listen: String = "127.0.0.1:8080"
    @Option(help: "host:port of health and metrics.")
    var health: String?
    @Option(help: "The certificate chain, PEM.")
    var tlsCert: String?
    @Option(help: "Its private key, PEM.")
    var tlsKey: String?
    @Flag(help: "Believe X-Forwarded-For and X-Forwarded-Proto.")
    var trustProxy = false
    @Option(help: "Folder of the server's own keys, apart from the data and its backup.")
    var keys: String = "confidant-keys"
    @Option(help: "trace, debug, info, notice, warning, error or critical.")
    var logLevel: String = "notice"

    func settings() throws -> ServeSettings {
        guard (tlsCert == nil) == (tlsKey == nil) else {
            throw OperatorError("tls.half", "give both --tls-cert and --tls-key, or neither")
        }
        guard let level = Logger.Level(rawValue: logLevel) else {
            throw OperatorError("log-level.unknown", "\(logLevel) is not a level")
        }
        var settings = ServeSettings()
        settings.listen = listen
        settings.health = health
        settings.certificate = tlsCert
        settings.key = tlsKey
        settings.trustsProxy = trustProxy
        settings.keys = keys
        settings.logger.logLevel = level
        return settings
    }
}

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "serve", abstract: "Serve an installation.")

    @OptionGroup var database: DatabaseOption
    @OptionGroup var listening: ListenOptions
    @Option(help: "smtp://host:port, smtps://host:port or a folder; without it mail waits in the outbox.")
    var mail: String?
    @Option(help: "The sender's address.")
    var mailFrom: String?
    @Option(help: "The name shown before it.")
    var mailName: String = "Confidant"
    @Option(
        help: "The name to sign in to the mail server with; its password is CONFIDANT_MAIL_PASSWORD in the environment."
    )
    var mailUser: String?
    @Option(help: "The host name of the room, for an installation with one pool; others name it with each pool.")
    var roomHost: String?
    @Flag(help: "Somebody else serves the room's pages, on --room-host by https; here is the API alone.")
    var roomElsewhere = false
    @Option(help: "The folder (Maildir) into which the mail system puts what comes back to the sender's address.")
    var bounces: String?
    @Option(help: "The port that visitors use, where it is not the usual one.")
    var publicPort: Int?

    func run() async throws {
        var settings = try listening.settings()
        settings.publicPort = publicPort
        settings.roomHost = roomHost?.lowercased()
        settings.isRoomElsewhere = roomElsewhere
        settings.bounces = bounces
        if let mail {
            guard let mailFrom else { throw OperatorError("mail.no-sender", "--mail needs --mail-from") }
            settings.mail = MailSettings(
                place: mail, from: mailFrom, name: mailName, user: mailUser,
                password: MailPassword.fromEnvironment())
        }
        let opened = try await Installation.openCurrent(database: database.database)
        let scheme = settings.certificate == nil ? "http" : "https"
        let host = try ServeSettings.parse(settings.listen).host
        let server = try Server(database: opened, time: SystemTime(), ids: SystemIDs(), settings: settings) { port in
            print("listening on \(scheme)://\(host):\(port)")
            fflush(nil)  // a script that reads it through a pipe waits for it
        }
        try await server.run()
    }
}
