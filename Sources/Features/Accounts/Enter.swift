// SPDX-License-Identifier: EUPL-1.2

import Journal
import Kernel
import Pools
import SQL
import Web

/// Somebody presses the button of a link, or sends a code: they are in, once.
///
/// The row that ends the link is what decides between two presses at once. A sign-in that this browser had before is
/// over: what somebody may have planted in it is worth nothing (attack test 36).
struct Enter: Sendable {
    enum Outcome: Sendable {
        case entered(Entered)
        /// Used, cancelled, too old, or of another pool.
        case refused
    }

    struct Entered: Sendable {
        let token: String
        /// How long the browser keeps the cookie; `nil` until it is closed.
        let seconds: Int?
        let isFirst: Bool
        let language: Language?
    }

    /// Minutes of rest after which a sign-in on a shared computer is over.
    static let sharedIdleMinutes = 15
    static let absoluteHours = 12

    private let pool: PoolID
    private let hash: String
    private let purposes: Set<LinkPurpose>
    private let start: StartSignIn

    /// By link, as its token says.
    init?(token: String, on visit: Visit, isShared: Bool, ids: any IDSource) {
        guard let hash = SignInToken.hash(token) else { return nil }
        self.init(hash: hash, purposes: [.asked, .invitation], on: visit, isShared: isShared, ids: ids)
    }

    /// By code, as typed.
    init(code: String, userName: String, on visit: Visit, isShared: Bool, ids: any IDSource) {
        let hash = SignInCode.hash(code, userName: Text.emailKey(userName), pool: visit.site.id)
        self.init(hash: hash, purposes: [.code], on: visit, isShared: isShared, ids: ids)
    }

    private init(hash: String, purposes: Set<LinkPurpose>, on visit: Visit, isShared: Bool, ids: any IDSource) {
        pool = visit.site.id
        self.hash = hash
        self.purposes = purposes
        start = StartSignIn(on: visit, isShared: isShared, ids: ids)
    }

    func run(in database: any Database) async throws -> Outcome {
        try await database.write { transaction in
            guard let link = try FoundLink.find(hash: hash, pool: pool, now: start.now, in: transaction),
                purposes.contains(link.purpose), link.state == .open,
                try transaction.first(LinkSQL.end, pool, link.id, start.now, LinkEnd.used.rawValue) != nil
            else { return .refused }
            return .entered(try start.run(for: link.person, in: transaction))
        }
    }
}

/// Begins a sign-in for somebody who has shown that they are who they are.
struct StartSignIn: Sendable {
    let pool: PoolID
    let now: Timestamp
    private let token: String
    private let signIn: SignInID
    private let entry: JournalID
    private let device: Device
    private let isShared: Bool
    private let before: Viewer?

    init(on visit: Visit, isShared: Bool, ids: any IDSource) {
        pool = visit.site.id
        now = visit.now
        token = ids.secret()
        signIn = ids.id()
        entry = ids.id()
        device = visit.device
        self.isShared = isShared
        before = visit.viewer
    }

    func run(for person: PersonID, in transaction: Transaction) throws -> Enter.Entered {
        let usual = try PoolSettings.read(in: transaction, pool: pool).number(.idleMinutes)
        let idle = isShared ? min(usual, Enter.sharedIdleMinutes) : usual
        if let before {
            try transaction.run(SignInSQL.end, pool, before.signIn, before.person, now, SignInEnd.replaced.rawValue)
            try transaction.run(RoomSignInSQL.dropShares, pool, before.person)
        }
        try transaction.run(
            SignInSQL.start, pool, signIn, SignInToken.hash(token), person, device.code, isShared, idle, now,
            now.adding(hours: Enter.absoluteHours))
        let isFirst = try transaction.run(SignInSQL.arrive, pool, person, now) == 1
        try transaction.run(InvitationSQL.endAll, pool, person, now, person, InvitationEnd.came.rawValue)
        try record(
            in: transaction, pool: pool, at: now, id: entry, actor: JournalActor(person), AccountsAction.signedIn,
            on: signIn)
        return Enter.Entered(
            token: token, seconds: isShared ? nil : Enter.absoluteHours * 3600, isFirst: isFirst,
            language: try ContactChoice.latest(of: person, pool: pool, in: transaction)?.service)
    }
}
