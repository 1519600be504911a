// SPDX-License-Identifier: EUPL-1.2

import App
import Foundation
import HTTPTypes
import Kernel
import SQL
import Seal
import TestSupport
import Testing

@Suite("Attacks on signing in and on keys")
struct AttackTests {
    @Test("Weak public keys never get into the log or sign in (attack tests 9 and 10)")
    func weakKeys() async throws {
        let url = repositoryRoot.appending(path: "Tests/Vectors/bad-keys.json")
        let text = try JSONSerialization.jsonObject(with: try Data(contentsOf: url)) as? [String: Any] ?? [:]
        let listed = Self.texts(text["ed25519"])
        let agreement = Self.texts(text["x25519"])
        #expect(listed.count >= 8 && agreement.count >= 8)
        try await withRoom(.sqlite) { world in
            let person = world.demo.person(.client).person
            let (visitor, arrived) = try await world.arrive(person)
            let ring = try Keyring(pool: arrived["session"]?["pool"]?.string ?? "", user: person.text, ids: world.ids)
            let good = try ring.making(at: visitor.now)
            for bad in listed {
                let slots: CanonicalValue = .array(
                    (good["slots"]?.items ?? []).map {
                        .object(["auth_pk": .string(bad), "slot": $0["slot"] ?? .object([:])])
                    })
                for (name, value) in [
                    ("slots", slots), ("statement", try Self.statement(ring, sign: bad, at: visitor.now)),
                ] {
                    guard case .object(var members) = good else { continue }
                    members[name] = value
                    let reply = try await visitor.send(.post, "/keys", .object(members))
                    #expect(reply.status.code == 422, "\(bad) as \(name): \(reply.text)")
                }
                let arrival = try await visitor.send(
                    .post, "/arrivals",
                    .object(["code": .string(String(repeating: "A", count: 43)), "proof": .string(bad)]), signed: false)
                #expect(arrival.status.code == 400 || arrival.status.code == 401)
            }
            for bad in agreement {
                guard case .object(var members) = good else { continue }
                members["statement"] = try Self.statement(ring, enc: bad, at: visitor.now)
                #expect(try await visitor.send(.post, "/keys", .object(members)).status.code == 422, "\(bad)")
            }
            #expect(try await world.point(visitor).size == 0)
        }
    }

    @Test(
        "A sign-in statement counts once, here, for this person and purpose, and for nothing else (attack test 37)",
        arguments: TestDatabase.engines)
    func loginReplay(engine: DatabaseEngine) async throws {
        try await withRoom(engine) { world in
            let (visitor, ring) = try await world.withKeys(
                world.demo.person(.practitioner).person, passphrase: "a long one")
            let way = try ring.wayPassphrase
            let body = try await world.loginBody(visitor, ring, by: way)
            #expect(try await visitor.send(.post, "/login", body, signed: false).status == .ok)
            #expect(try await visitor.send(.post, "/login", body, signed: false).code == "login", "the nonce is used")
            #expect(try await world.login(ring, by: way, origin: "http://evil.example").1.code == "login")
            #expect(try await world.login(ring, by: way, purpose: .confirm).1.code == "login")
            #expect(try await world.login(ring, by: way, purpose: .recover).1.code == "login")
            let kit = try await world.login(ring, by: ring.wayKit).1
            #expect(kit.code == "login", "the kit alone is no whole way in while there is a passphrase")
            let late = try await world.loginBody(visitor, ring, by: way)
            world.clock.advance(seconds: 61)
            #expect(try await visitor.send(.post, "/login", late, signed: false).code == "login")
            let other = try await world.withKeys(world.demo.person(.client).person).1
            let crossed = try await world.login(ring, by: way) { members in
                members["key"] = (try? other.wayKit).map { CanonicalValue($0.auth.publicKey) }
            }
            #expect(crossed.1.code == "login")
            let request = try await world.login(ring, by: way) { members in
                let proof = RequestProof(
                    method: "POST", path: "/room/v1/login", bodyHash: sha256([]), tokenHash: sha256([]),
                    nonce: ring.user, at: visitor.now)
                members["login"] = (try? Statement.sign(.req, proof.value, by: [way.auth])).flatMap {
                    try? CanonicalParser.object($0)
                }
            }
            #expect(request.1.code == "login", "a proof of a request is no sign-in")
        }
    }

    @Test(
        "Nobody, somebody without keys and somebody with keys are answered alike (attack test 38)",
        arguments: TestDatabase.engines)
    func enumeration(engine: DatabaseEngine) async throws {
        try await withRoom(engine) { world in
            let (visitor, ring) = try await world.withKeys(
                world.demo.person(.practitioner).person, passphrase: "a long one")
            let names = [
                ring.user, world.demo.person(.client).person.text, "nobody@nowhere.example", "AAAAAAAAAAAAAAAAAAAAAA",
            ]
            var shapes: Set<String> = []
            for name in names {
                let ask: CanonicalValue = .object(["name": .string(name)])
                let first = try await visitor.send(.post, "/login/params", ask, signed: false)
                let second = try await visitor.send(.post, "/login/params", ask, signed: false)
                #expect(try first.value["user"] == second.value["user"] && first.value["kdf"] == second.value["kdf"])
                #expect(try first.value["nonce"] != second.value["nonce"])
                shapes.insert("\(first.status.code) \(first.body.count) \(first.headers.map { "\($0.name)" }.sorted())")
            }
            #expect(shapes.count == 1)
            let stranger = try Keyring(pool: ring.pool, user: "AAAAAAAAAAAAAAAAAAAAAA", ids: world.ids)
            let wrong = try Keyring(pool: ring.pool, user: ring.user, passphrase: "another one", ids: world.ids)
            let unknown = try await world.login(stranger, by: stranger.wayPassphrase).1
            let refused = try await world.login(wrong, by: wrong.wayPassphrase).1
            #expect(unknown.status == .unauthorized && unknown.body == refused.body)
            #expect(unknown.headers.map { "\($0.name)" } == refused.headers.map { "\($0.name)" })
        }
    }

    @Test(
        "A code works once and in time; signing out anywhere ends both sides (attack test 36)",
        arguments: TestDatabase.engines)
    func fixation(engine: DatabaseEngine) async throws {
        try await withRoom(engine) { world in
            let browser = world.visitors.browser()
            try await world.demo.enter(browser, as: .client)
            let code = try await world.code(browser)
            let visitor = try RoomVisitor(world.wire, world.clock, world.ids)
            let body: CanonicalValue = .object([
                "code": .string(code), "proof": CanonicalValue(visitor.proof.publicKey),
            ])
            let first = try await visitor.send(.post, "/arrivals", body, signed: false)
            #expect(first.status == .ok)
            #expect(try await visitor.send(.post, "/arrivals", body, signed: false).code == "login", "used")
            let late = try await world.code(browser)
            world.clock.advance(minutes: 11)
            let over: CanonicalValue = .object([
                "code": .string(late), "proof": CanonicalValue(visitor.proof.publicKey),
            ])
            #expect(try await visitor.send(.post, "/arrivals", over, signed: false).code == "login")
            let (room, _) = try await world.arrive(browser)
            #expect(try await room.send(.get, "/session").status == .ok)
            try await browser.get("/home")
            try await browser.post("/sign-out", [("form_token", browser.formToken)])
            #expect(try await room.send(.get, "/session").code == "sign_in_needed")
            let again = world.visitors.browser()
            try await world.demo.enter(again, as: .client)
            let (other, _) = try await world.arrive(again)
            #expect(try await other.send(.post, "/logout", .object([:])).status == .ok)
            #expect(try await again.get("/home").path.hasSuffix("/sign-in"))
            #expect(try await world.shares() == 0)
        }
    }

    @Test("The hand-over to the pool takes the room's code once, from the room alone", arguments: TestDatabase.engines)
    func handOver(engine: DatabaseEngine) async throws {
        try await withRoom(engine) { world in
            let (visitor, _) = try await world.withKeys(world.demo.person(.client).person)
            let code = Seal.Base64URL.text(world.ids.bytes(32))
            let body: CanonicalValue = .object(["code_sha256": CanonicalValue(sha256([UInt8](code.utf8)))])
            let told = try await visitor.send(.post, "/handovers", body)
            #expect(try told.value["enter"]?.string == "http://pool.localhost/enter")
            func enter(_ origin: String?, _ code: String) async throws -> Reply {
                var headers: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
                headers[.origin] = origin
                return try await world.wire.send(
                    .post, host: RoomVisitor.pool, "/enter", headers: headers, body: [UInt8]("code=\(code)".utf8))
            }
            for origin in ["https://evil.example", "null", "http://pool.localhost", nil] {
                #expect(try await enter(origin, code).status == .forbidden, "\(origin ?? "none")")
            }
            let entered = try await enter(RoomVisitor.origin, code)
            #expect(entered.status == .seeOther && entered.headers[.setCookie]?.contains("HttpOnly") == true)
            #expect(try await enter(RoomVisitor.origin, code).status == .notFound, "used")
            let cookie = entered.headers[.setCookie]?.split(separator: ";").first.map(String.init) ?? ""
            let home = try await world.wire.send(.get, host: RoomVisitor.pool, "/home", headers: [.cookie: cookie])
            #expect(home.status == .ok)
            #expect(try await visitor.send(.post, "/logout", .object([:])).status == .ok)
            let after = try await world.wire.send(.get, host: RoomVisitor.pool, "/home", headers: [.cookie: cookie])
            #expect(after.status == .seeOther, "one sign-in: the room's end is the pool's")
            let late = Seal.Base64URL.text(world.ids.bytes(32))
            let (next, _) = try await world.arrive(world.demo.person(.client, 1).person)
            _ = try await next.send(
                .post, "/handovers", .object(["code_sha256": CanonicalValue(sha256([UInt8](late.utf8)))]))
            world.clock.advance(seconds: 61)
            #expect(try await enter(RoomVisitor.origin, late).status == .notFound)
        }
    }

    @Test(
        "What is somebody else's is not there, for each request that names a thing (attack test 39)",
        arguments: TestDatabase.engines)
    func foreign(engine: DatabaseEngine) async throws {
        try await withRoom(engine) { world in
            let (visitor, _) = try await world.withKeys(world.demo.person(.client).person)
            let (other, _) = try await world.withKeys(world.demo.person(.client, 1).person)
            let device = try await other.send(.get, "/devices").value.items.first?["id"]?.string ?? ""
            #expect(try await visitor.send(.post, "/devices/\(device)/end", .object([:])).status == .ok)
            #expect(try await other.send(.get, "/session").status == .ok, "nothing happened to it")
            for id in [device, "AAAAAAAAAAAAAAAAAAAAAA", "x"] {
                for path in ["/recoveries/\(id)/approve", "/recoveries/\(id)/stop", "/resets/\(id)/stop"] {
                    #expect(try await visitor.send(.post, path, .object([:])).status == .notFound, "\(path)")
                }
                let secret: CanonicalValue = .object(["secret": CanonicalValue(sha256([1]))])
                #expect(try await visitor.send(.put, "/checks/\(id)/secret", secret).status == .notFound)
                let proof: CanonicalValue = .object(["proof": CanonicalValue(sha256([1]))])
                #expect(try await visitor.send(.post, "/invitations/\(id)/proof", proof).status == .notFound)
            }
            let stranger: CanonicalValue = .object([
                "commitment": CanonicalValue(sha256([1])),
                "peer": .string(world.demo.person(.practitioner).person.text),
            ])
            _ = try await visitor.send(.post, "/checks", stranger)
            let weak = try await world.arrive(world.demo.person(.client, 2).person).0
            for path in ["/slots", "/verifications", "/recoveries", "/checks", "/invitations"] {
                #expect(try await weak.send(.get, path).code == "strength", "\(path)")
            }
        }
    }

    @Test(
        "Nothing that a device keeps to itself stands in the database or in an answer", arguments: TestDatabase.engines)
    func secrets(engine: DatabaseEngine) async throws {
        try await withRoom(engine) { world in
            let (visitor, ring) = try await world.withKeys(
                world.demo.person(.practitioner).person, passphrase: "canary passphrase")
            let (second, reply) = try await world.login(ring, by: ring.wayPassphrase)
            let seen = reply.body + (try await second.send(.get, "/session").body)
            let kept = try await world.everything()
            let secrets: [Bytes] = [
                ring.kit.secret, ring.userKey, [UInt8]("canary passphrase".utf8),
                [UInt8](ring.kit.words.joined(separator: " ").utf8), Way.accountKey(ring.kit),
            ]
            for secret in secrets {
                for form in [secret, [UInt8](Seal.Base64URL.text(secret).utf8), Self.hex(secret)] {
                    #expect(!Self.contains(kept, form) && !Self.contains(seen, form))
                }
            }
            #expect(
                !Self.contains(kept, [UInt8](visitor.token.utf8)) && !Self.contains(kept, [UInt8](second.token.utf8)))
            #expect(Self.contains(kept, [UInt8](ring.user.utf8)), "the search would find what is there")
        }
    }

    private static func texts(_ list: Any?) -> [String] {
        (list as? [String] ?? []).compactMap { bytes(hex: $0).map(Seal.Base64URL.text) }
    }

    private static func bytes(hex: String) -> Bytes? {
        let digits = Array(hex.utf8)
        let bytes = stride(from: 0, to: digits.count, by: 2).compactMap {
            UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16)
        }
        return bytes.count == 32 ? bytes : nil
    }

    private static func hex(_ bytes: Bytes) -> Bytes {
        bytes.flatMap { byte in [UInt8]((byte < 16 ? "0" : "").utf8) + [UInt8](String(byte, radix: 16).utf8) }
    }

    private static func contains(_ text: Bytes, _ part: Bytes) -> Bool {
        Data(text).range(of: Data(part)) != nil
    }

    private static func statement(_ ring: Keyring, sign: String? = nil, enc: String? = nil, at: Int) throws
        -> CanonicalValue
    {
        let body: CanonicalValue = .object([
            "at": .integer(at), "cp": TreePoint.start.value,
            "enc_pk": enc.map { .string($0) } ?? CanonicalValue(ring.enc.publicKey),
            "kdf": ring.stretching.value, "pool": .string(ring.pool), "prev": "", "reason": "create", "seq": 1,
            "sign_pk": sign.map { .string($0) } ?? CanonicalValue(ring.sign.publicKey), "user": .string(ring.user),
        ])
        return try CanonicalParser.object(try Statement.sign(.keys, body, by: [ring.sign]))
    }
}

extension RoomWorld {
    private enum CountSQL: String, SQLStatement {
        case shares = "SELECT count(*) AS n FROM room_share"
    }

    func shares() async throws -> Int {
        try await database.read { try $0.first(CountSQL.shares)?.int("n") ?? -1 }
    }

    /// Every cell of every table of this feature and of signing in, as bytes in a row.
    func everything() async throws -> Bytes {
        try await database.read { reader in
            var out: Bytes = []
            for statement in EverythingSQL.allCases {
                for row in try reader.rows(statement) {
                    for value in row.values {
                        switch value {
                        case .text(let text): out += [UInt8](text.utf8)
                        case .bytes(let bytes): out += bytes
                        default: break
                        }
                        out.append(0)
                    }
                }
            }
            return out
        }
    }
}

enum EverythingSQL: String, SQLStatement {
    case slots = "SELECT person_id, name, auth_key, kdf_salt, slot FROM key_slot"
    case bundles = "SELECT person_id, bundle FROM key_bundle"
    case log = "SELECT person_id, sign_key, enc_key, statement, root FROM key_statement"
    case writes = "SELECT nonce, request_digest, answer FROM room_write"
    case room = "SELECT token_hash, proof_key, strength FROM room_sign_in"
    case signIns = "SELECT id, token_hash, device FROM sign_in"
    case codes = "SELECT code_hash FROM room_code"
    case nonces = "SELECT nonce FROM login_nonce"
    case journal = "SELECT action, subject_id FROM journal_entry"
    case outbox = "SELECT kind, once_key, payload FROM outbox_item"
}

/// The test of Mann and Whitney (1947) with the normal approximation, two-sided: how likely two samples this far apart are, if what
/// they measure is the same.
enum MannWhitney {
    static func p(_ first: [Double], _ second: [Double]) -> Double {
        let all = (first.map { ($0, true) } + second.map { ($0, false) }).sorted { $0.0 < $1.0 }
        let ranks = all.enumerated().reduce(0.0) { $1.element.1 ? $0 + Double($1.offset + 1) : $0 }
        let (n, m) = (Double(first.count), Double(second.count))
        let u = ranks - n * (n + 1) / 2
        let z = abs(u - n * m / 2) / (n * m * (n + m + 1) / 12).squareRoot()
        return erfc(z / 2.0.squareRoot())
    }
}
