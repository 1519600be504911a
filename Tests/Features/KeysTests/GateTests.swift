// SPDX-License-Identifier: EUPL-1.2

import App
import HTTPTypes
import Kernel
import SQL
import Seal
import TestSupport
import Testing
import Web

@Suite("The gate before the room's requests")
struct GateTests {
    @Test(
        "A token without its key, a proof replayed, moved or late opens nothing (attack test 35)",
        arguments: TestDatabase.engines)
    func proofs(engine: DatabaseEngine) async throws {
        try await withRoom(engine) { world in
            let (visitor, _) = try await world.withKeys(world.demo.person(.client).person)
            let path = "/room/v1/devices"
            let own = try visitor.proofText(.get, path, [], nonce: visitor.nonce())
            let thief = try SigningKey(seed: world.ids.bytes(32))
            let token = try await world.withKeys(world.demo.person(.client, 1).person).0.token
            let cases: [(String, String, Int)] = [
                (own, path, 200), (own, "/room/v1/session", 401), (own, path + "?x=1", 401),
                (try visitor.proofText(.get, path, [], nonce: visitor.nonce(), by: thief), path, 401),
                (try visitor.proofText(.get, path, [], nonce: visitor.nonce(), at: visitor.now - 61), path, 401),
                (try visitor.proofText(.get, path, [], nonce: visitor.nonce(), at: visitor.now + 61), path, 401),
                (try visitor.proofText(.get, path, [], nonce: visitor.nonce(), token: token), path, 401),
                (try visitor.proofText(.post, path, [], nonce: visitor.nonce()), path, 401),
                (try visitor.proofText(.get, path, [1], nonce: visitor.nonce()), path, 401), ("AAAA", path, 401),
            ]
            for (proof, target, status) in cases {
                let headers: HTTPFields = [
                    .origin: RoomVisitor.origin, .authorization: "Room " + visitor.token,
                    RoomVisitor.proofHeader: proof,
                ]
                let reply = try await world.wire.send(.get, host: RoomVisitor.pool, target, headers: headers)
                #expect(reply.status.code == status, "\(target) \(reply.text)")
            }
            let bare = try await world.wire.send(
                .get, host: RoomVisitor.pool, path,
                headers: [.origin: RoomVisitor.origin, .authorization: "Room " + visitor.token])
            #expect(bare.code == "sign_in_needed")
        }
    }

    @Test("The pool's cookie gives nothing here, and no cookie is set")
    func cookies() async throws {
        try await withRoom(.sqlite) { world in
            let browser = world.visitors.browser()
            try await world.demo.enter(browser, as: .client)
            let cookie = try #require(browser.cookie("confidant"))
            for (entry, path) in world.visitors.site.routeTable.filter({ $0.audience.hasPrefix("room-") }).map({
                ($0, $0.path.replacing(":id", with: "AAAAAAAAAAAAAAAAAAAAAA"))
            }) {
                var headers: HTTPFields = [.origin: RoomVisitor.origin, .cookie: "confidant=" + cookie]
                headers[.contentType] = "application/json"
                let method = HTTPRequest.Method(rawValue: entry.method) ?? .get
                let body = method == .get ? [] : [UInt8]("{}".utf8)
                let reply = try await world.wire.send(
                    method, host: RoomVisitor.pool, path, headers: headers, body: body)
                #expect(reply.headers[.setCookie] == nil)
                if entry.audience == "room-anyone" {
                    #expect(reply.status.code == (path == "/room/v1" ? 200 : 400), "\(path) \(reply.text)")
                } else {
                    #expect(reply.code == "sign_in_needed", "\(entry.method) \(path) \(reply.text)")
                }
            }
        }
    }

    @Test("Only the room may ask: another origin, null, or none from a browser is refused")
    func origins() async throws {
        try await withRoom(.sqlite) { world in
            let site = HTTPField.Name("Sec-Fetch-Site") ?? .from
            let refused: [HTTPFields] = [
                [.origin: "https://evil.example"], [.origin: "null"], [.origin: "http://pool.localhost"],
                [.origin: "http://room.localhost.evil.example"], [site: "cross-site"],
            ]
            for headers in refused {
                let reply = try await world.wire.send(.get, host: RoomVisitor.pool, "/room/v1", headers: headers)
                #expect(reply.status == .forbidden && reply.code == "origin")
                #expect(reply.headers[.accessControlAllowOrigin] == "http://room.localhost")
            }
            let asked = try await world.wire.send(
                .options, host: RoomVisitor.pool, "/room/v1/keys", headers: [.origin: RoomVisitor.origin])
            #expect(asked.status == .noContent && asked.headers[.accessControlMaxAge] == "7200")
            #expect(asked.headers[.accessControlAllowCredentials] == nil)
            #expect(asked.headers[.accessControlAllowOrigin] == RoomVisitor.origin)
        }
    }

    @Test(
        "What is not canonical JSON, or not what is listed, is unreadable",
        arguments: [
            "", "[]", "{\"name\":1}", "{\"name\": \"a\"}", "{\"name\":\"a\",\"x\":1}",
            "{\"name\":\"a\",\"name\":\"b\"}",
            "{\"__proto__\":{},\"name\":\"a\"}", "{\"name\":null}", "{\"name\":\"e\u{301}\"}",
        ])
    func unreadable(text: String) async throws {
        try await withRoom(.sqlite) { world in
            let reply = try await world.wire.send(
                .post, host: RoomVisitor.pool, "/room/v1/login/params",
                headers: [.origin: RoomVisitor.origin, .contentType: "application/json"], body: [UInt8](text.utf8))
            #expect(reply.status == .badRequest && reply.code == "unreadable")
        }
    }

    @Test("A body that is too large, of another type, and a path that is none are refused as JSON")
    func shapes() async throws {
        try await withRoom(.sqlite) { world in
            let headers: HTTPFields = [.origin: RoomVisitor.origin, .contentType: "application/json"]
            let large = try await world.wire.send(
                .post, host: RoomVisitor.pool, "/room/v1/login/params", headers: headers,
                body: Array(repeating: 32, count: 262_145))
            #expect(large.status == .contentTooLarge && large.code == "too_large", "\(large.status)")
            let plain = try await world.wire.send(
                .post, host: RoomVisitor.pool, "/room/v1/login/params",
                headers: [.origin: RoomVisitor.origin, .contentType: "text/plain"],
                body: [UInt8]("{\"name\":\"a\"}".utf8))
            #expect(plain.status == .badRequest)
            for path in ["/room/v1/nothing", "/room/v1/keys/x", "/room/v1/log/entries?after=x"] {
                let reply = try await world.wire.send(.get, host: RoomVisitor.pool, path, headers: headers)
                #expect(reply.status.code == 404 || reply.status.code == 401, "\(path) \(reply.text)")
                #expect(reply.headers[.contentType] == "application/json" && reply.now > 0)
            }
            #expect(try await world.wire.send(.get, host: RoomVisitor.pool, "/cy/room/v1").status == .notFound)
        }
    }

    @Test("The room's host has pages and nothing else: no API, no cookie, a policy that lets nothing in")
    func roomHost() async throws {
        try await withRoom(.sqlite) { world in
            for path in ["/", "/cy", "/keys", "/config.json", "/manifest.json"] {
                let reply = try await world.wire.send(.get, host: "room.localhost", path)
                #expect(reply.status == .ok, "\(path)")
                let policy = reply.headers[.contentSecurityPolicy] ?? ""
                #expect(
                    policy.hasPrefix("default-src 'none'; script-src 'self' 'sha256-") && !policy.contains("unsafe"))
                #expect(policy.contains("connect-src 'self' http://pool.localhost;"))
                #expect(policy.contains("form-action http://pool.localhost;"))
                #expect(reply.headers[.setCookie] == nil)
            }
            for path in ["/room/v1", "/home", "/sign-out", "/a/quiet.css", "/b/x/room.css", "/pages/en/index.html"] {
                #expect(try await world.wire.send(.get, host: "room.localhost", path).status == .notFound, "\(path)")
            }
            #expect(try await world.wire.send(.post, host: "room.localhost", "/keys").status == .methodNotAllowed)
            #expect(try await world.wire.send(.get, host: "pool.localhost", "/config.json").status == .notFound)
        }
    }
}
