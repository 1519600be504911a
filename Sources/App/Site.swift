// SPDX-License-Identifier: EUPL-1.2

import Accounts
import Hummingbird
package import Journal
package import Kernel
package import Mail
package import MailOutbox
import PolicyPacks
package import SQL
import Seal
package import Web

/// What the product is made of, wired together: database and clock in, a responder out. The only place that knows all features.
package struct Site: Sendable {
    /// What differs between installations, demo and tests.
    package struct Settings: Sendable {
        package var options = SiteResponder.Options()
        package var formKey: [UInt8]
        /// Sign-in links on the first page, and mail as a page. Never outside a demonstration.
        package var isDemo = false
        package var limits = RateLimits()
        /// Where visitors reach a pool that has no host name of its own.
        package var address = PublicAddress(isSecure: false, defaultHost: "localhost")
        /// `nil` leaves mail waiting in the outbox.
        package var mail: (any MailTransport)?
        /// The folder that a demonstration sends to, shown as a page.
        package var demoMail: String?
        /// The secret behind what is answered about people whom nobody knows.
        package var unknownKey: [UInt8]
        /// The seed of the log's key.
        package var logKey: [UInt8]
        /// The room's host, where the table of hosts names none.
        package var roomHost: String?
        /// Whether somebody else serves the room's pages.
        package var isRoomElsewhere = false

        /// Told what the outbox does; codes and ids only.
        package var outboxReport: @Sendable (OutboxEvent) -> Void = { _ in }

        package init(formKey: [UInt8]) {
            self.formKey = formKey
            unknownKey = Array(repeating: 0, count: 32)
            logKey = unknownKey
        }
    }

    package let responder: SiteResponder
    /// For whom each route is, in the order of registration.
    package let routeTable: [RouteEntry]
    package let metrics: RequestMetrics
    package let outboxMetrics: OutboxMetrics
    /// Removes what the outbox did long ago.
    package let pruning: OutboxPruning
    /// Makes a reader of a folder of bounces.
    package let bounces: @Sendable (MaildirReader) -> BounceReading
    /// Works on what the outbox holds until it is stopped; a test drains it by hand.
    package let outbox: OutboxRunner

    /// - Throws: `TemplateError`, `CatalogueError`: a page that cannot be shown is found here, before anybody asks for it.
    package init(
        database: any Database, time: any TimeSource, ids: any IDSource, settings: Settings
    ) throws {
        let bell = OutboxBell()
        let database = BellDatabase(database, bell: bell)
        let pages = try Pages(frame: Navigation.view)
        let place = RoomPlace(
            defaultHost: settings.roomHost, isElsewhere: settings.isRoomElsewhere, address: settings.address)
        let features = try Features(
            database: database, time: time, ids: ids, catalogue: pages.catalogue, packs: try PackFolder.shipped(),
            settings: settings, place: place)
        let (outboxMetrics, report) = (OutboxMetrics(), settings.outboxReport)
        self.outboxMetrics = outboxMetrics
        outbox = OutboxRunner(database: database, bell: bell, time: time, ids: ids, handlers: features.handlers) {
            event in
            outboxMetrics.count(event)
            report(event)
        }
        pruning = OutboxPruning(database: database, time: time, forget: [MailForgetting.forget])
        bounces = { reader in
            BounceReading(reader, writers: features.mailWriters, database: database, time: time, ids: ids)
        }
        let gate = RoomGate(place: place, signIns: features.roomSignIns, limits: settings.limits)
        // A listener whose room is elsewhere serves the API alone.
        let bundle = settings.isRoomElsewhere || !RoomBundle.isInside ? nil : try RoomBundle()
        let routes = Routes(pages: pages, gate: gate)
        features.add(to: routes)
        routeTable = routes.table
        metrics = RequestMetrics()
        responder = SiteResponder(
            routes: routes, pages: pages, sites: features.sites, signIns: features.signIns,
            tokens: FormToken(key: settings.formKey), time: time, limits: settings.limits, metrics: metrics,
            options: settings.options, gate: gate, bundle: bundle,
            logKey: try SigningKey(seed: settings.logKey).publicKey)
    }
}
