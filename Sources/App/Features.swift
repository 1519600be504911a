// SPDX-License-Identifier: EUPL-1.2

import Accounts
import Codes
import Engagements
import FirstDay
import Home
import Journal
import Kernel
import Keys
import MailOutbox
import Matching
import PolicyPacks
import Pools
import Practitioners
import Programmes
import Queues
import SQL
import Web

/// Every feature with what it needs.
struct Features: Sendable {
    let sites: any SiteReader
    let signIns: any SignInReader
    let roomSignIns: any RoomSignInReader
    /// What the outbox does, by kind of item.
    let handlers: [OutboxHandler]
    /// Who wrote the mails that the outbox sends, by kind of item; for what comes back.
    let mailWriters: [String: any MailWriter]
    private let database: any Database
    private let pools: PoolsRoutes
    private let queues: QueueRoutes
    private let codes: CodesDesk
    private let firstDay: FirstDayRoutes
    private let accounts: AccountsRoutes
    private let practitioners: PractitionerDesk
    private let matching: MatchingDesk
    private let engagements: EngagementDesk
    private let keys: KeysDesk
    private let limits: RateLimits
    private let programmes: ProgrammeDesk
    private let demoMail: String?

    init(
        database: any Database, time: any TimeSource, ids: any IDSource, catalogue: Catalogue, packs: PackFolder,
        settings: Site.Settings, place: RoomPlace
    ) throws {
        self.database = database
        sites = PoolsSites(database: database, time: time, roomHost: settings.roomHost)
        signIns = AccountsSignIns(database: database)
        let rooms = RoomSignIns(database: database, time: time)
        roomSignIns = rooms
        pools = PoolsRoutes(database: database, ids: ids)
        accounts = AccountsRoutes(
            database: database, ids: ids, address: settings.address, limits: settings.limits, isDemo: settings.isDemo)
        queues = QueueRoutes(database: database, ids: ids)
        codes = CodesDesk(packs, database: database, time: time, ids: ids)
        firstDay = FirstDayRoutes(database: database, library: packs.library)
        practitioners = PractitionerDesk(database: database, time: time, ids: ids, codes: packs.library)
        matching = MatchingDesk(database: database, time: time, ids: ids)
        engagements = EngagementDesk(database: database, time: time, ids: ids)
        keys = try KeysDesk(
            database: database, time: time, ids: ids, unknownKey: settings.unknownKey, place: place)
        limits = settings.limits
        programmes = ProgrammeDesk(database: database, time: time, ids: ids)
        demoMail = settings.isDemo ? settings.demoMail : nil
        var handlers =
            [practitioners.pauseEndHandler(), rooms.restHandler(), codes.tellHandler(), engagements.lapseHandler()]
            + practitioners.gateHandlers() + matching.handlers()
        let writer = AccountsMailWriter(
            database: database, catalogue: catalogue, address: settings.address, time: time, ids: ids)
        mailWriters = Dictionary(
            uniqueKeysWithValues: (AccountsWork.allCases.map(\.rawValue) + [NoticeWork.mail.rawValue]).map {
                ($0, writer)
            })
        if let transport = settings.mail {
            let sending = MailSending(transport, time: time, ids: ids)
            handlers += writer.handlers(sending)
            handlers.append(sending.handler(NoticeWork.mail, writer: writer))
        }
        handlers += programmes.handlers()
        self.handlers = handlers
    }

    func add(to routes: Routes) {
        HomeRoutes(sources: [
            QueuesHome(database: database), firstDay, MatchingHome(desk: matching), EngagementsHome(desk: engagements),
            PractitionersHome(desk: practitioners), KeysHome(database: database), ProgrammesHome(desk: programmes),
            AccountsHome(database: database),
        ]).add(to: routes)
        if let demoMail { DemoMailRoutes(folder: demoMail).add(to: routes) }
        pools.add(to: routes)
        accounts.add(to: routes)
        queues.add(to: routes)
        CodesRoutes(desk: codes).add(to: routes)
        firstDay.add(to: routes)
        PractitionersRoutes(desk: practitioners).add(to: routes)
        MatchingRoutes(desk: matching).add(to: routes)
        EngagementsRoutes(desk: engagements, matching: matching).add(to: routes)
        KeysRoutes(desk: keys, limits: limits).add(to: routes)
        ProgrammesRoutes(desk: programmes).add(to: routes)
    }
}
