// SPDX-License-Identifier: EUPL-1.2

import App
import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import Logging
import NIOCore
import NIOEmbedded
import Seal
import TestSupport
import Web

/// A request to the responder, by host, as it would come from the network.
struct Wire: Sendable {
    let site: Site

    func send(
        _ method: HTTPRequest.Method, host: String, _ path: String, headers: HTTPFields = [:], body: [UInt8] = []
    ) async throws -> Reply {
        let channel = EmbeddedChannel()
        var logger = Logger(label: "wire")
        logger[metadataKey: "hb.request.id"] = "0123456789abcdef"
        let context = SiteContext(source: ApplicationRequestContextSource(channel: channel, logger: logger))
        var head = HTTPRequest(method: method, scheme: "http", authority: host, path: path)
        head.headerFields = headers
        let request = Request(head: head, body: RequestBody(buffer: ByteBuffer(bytes: body)))
        let response = try await site.responder.respond(to: request, context: context)
        let writer = CollectedBody()
        try await response.body.write(writer)
        return Reply(status: response.status, headers: response.headers, body: writer.bytes)
    }
}

private final class CollectedBody: ResponseBodyWriter {
    var bytes: [UInt8] = []
    func write(_ buffer: ByteBuffer) async throws { bytes += Array(buffer: buffer) }
    func finish(_: HTTPFields?) async throws {}
}

struct Reply: Sendable {
    let status: HTTPResponse.Status
    let headers: HTTPFields
    let body: [UInt8]

    var text: String { String(decoding: body, as: UTF8.self) }

    /// The answer; canonical JSON, or the test fails.
    var value: CanonicalValue {
        get throws { try CanonicalParser.object(body, limit: 1 << 22) }
    }

    /// The code of a refusal.
    var code: String { (try? value["error"]?["code"]?.string) ?? "" }

    var now: Int { Int(headers[HTTPField.Name("Room-Now") ?? .from] ?? "") ?? 0 }
}

extension CanonicalValue {
    subscript(key: String) -> CanonicalValue? {
        guard case .object(let members) = self else { return nil }
        return members[key]
    }

    var string: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    var integer: Int? {
        guard case .integer(let number) = self else { return nil }
        return number
    }

    var boolean: Bool? {
        guard case .boolean(let value) = self else { return nil }
        return value
    }

    var items: [CanonicalValue] {
        switch self {
        case .array(let items): items
        case .object(let members): members["items"]?.items ?? []
        default: []
        }
    }
}

/// A device in the room, doing what the browser does: holds the token and the proof key, signs each request.
struct RoomVisitor: Sendable {
    static let origin = "http://room.localhost"
    static let pool = "pool.localhost"

    let wire: Wire
    let time: TestClock
    let ids: TestIDs
    let proof: SigningKey
    var token = ""

    init(_ wire: Wire, _ time: TestClock, _ ids: TestIDs) throws {
        self.wire = wire
        self.time = time
        self.ids = ids
        proof = try SigningKey(seed: ids.bytes(32))
    }

    var now: Int { Int(time.now.milliseconds / 1000) }

    func nonce() -> String { Seal.Base64URL.text(ids.bytes(16)) }

    func send(
        _ method: HTTPRequest.Method, _ path: String, _ body: CanonicalValue? = nil, nonce: String? = nil,
        signed: Bool = true
    ) async throws -> Reply {
        let path = "/room/v1" + path
        let bytes = try body?.serialised() ?? []
        var headers: HTTPFields = [.origin: Self.origin]
        if body != nil { headers[.contentType] = "application/json" }
        if signed, !token.isEmpty {
            headers[.authorization] = "Room " + token
            headers[Self.proofHeader] = try proofText(method, path, bytes, nonce: nonce ?? self.nonce())
        }
        return try await wire.send(method, host: Self.pool, path, headers: headers, body: bytes)
    }

    static let proofHeader = HTTPField.Name("Room-Proof") ?? .from

    func proofText(
        _ method: HTTPRequest.Method, _ path: String, _ body: [UInt8], nonce: String, at: Int? = nil,
        token: String? = nil, by key: SigningKey? = nil
    ) throws -> String {
        let request = RequestProof(
            method: method.rawValue, path: path, bodyHash: sha256(body),
            tokenHash: sha256([UInt8]((token ?? self.token).utf8)), nonce: nonce, at: at ?? now)
        return Seal.Base64URL.text(try Statement.sign(.req, request.value, by: [key ?? proof]))
    }
}

/// What a person keeps: kit, passphrase, and the keys that their device made.
struct Keyring: Sendable {
    let pool: String
    let user: String
    let kit: Kit
    let passphrase: String?
    var seq = 1
    var epoch = 1
    var prev: Bytes = []
    let stretching: Stretching
    let userKey: Bytes
    let sign: SigningKey
    let enc: OpeningKey
    private let seeds: (Bytes, Bytes)
    private let stretched: Bytes

    init(pool: String, user: String, passphrase: String? = nil, ids: TestIDs) throws {
        self.pool = pool
        self.user = user
        self.passphrase = passphrase
        kit = try Kit(secret: ids.bytes(16))
        stretching = try Stretching(salt: ids.bytes(16))
        userKey = ids.bytes(32)
        seeds = (ids.bytes(32), ids.bytes(32))
        sign = try SigningKey(seed: seeds.0)
        enc = try OpeningKey(secret: seeds.1)
        stretched = try stretching.stretch(passphrase, pool: pool, user: user)
    }

    var wayPassphrase: Way {
        get throws { try Way.passphrase(accountKey: Way.accountKey(kit), stretched: stretched) }
    }
    var wayKit: Way { get throws { try Way.kit(kit) } }

    func statement(
        _ reason: KeyStatement.Reason = .create, at: Int, seen: TreePoint = .start, by signers: [SigningKey]? = nil,
        attesters: [KeyHolder] = []
    ) throws -> CanonicalValue {
        let keys = KeyStatement(
            pool: pool, user: user, seq: seq, prev: prev, signKey: sign.publicKey, encKey: enc.publicKey,
            stretching: stretching, reason: reason, at: at, seen: seen, attesters: attesters)
        return try CanonicalParser.object(try Statement.sign(.keys, keys.value, by: signers ?? [sign]))
    }

    func slots(passkey: Bytes? = nil) throws -> CanonicalValue {
        var ways: [(Way, Slot.Params)] = [
            (try wayPassphrase, .passphrase(stretching, hasPassphrase: passphrase != nil)), (try wayKit, .kit),
        ]
        if let passkey {
            ways.append((try Way.passkey(output: passkey), .passkey(credential: [1, 2, 3], salt: sha256([1]))))
        }
        return .array(
            try ways.map { way, params in
                let about = Slot.About(pool: pool, user: user, epoch: epoch, params: params)
                return .object([
                    "auth_pk": CanonicalValue(way.auth.publicKey),
                    "slot": try Slot(sealing: userKey, by: way, about: about).value,
                ])
            })
    }

    func bundle() throws -> CanonicalValue {
        try KeyBundle(seq: seq, signSeed: seeds.0, encSecret: seeds.1)
            .sealed(under: userKey, pool: pool, user: user, epoch: epoch)
    }

    func making(at: Int, seen: TreePoint = .start) throws -> CanonicalValue {
        .object([
            "bundle": try bundle(), "kit_kept": true, "slots": try slots(),
            "statement": try statement(at: at, seen: seen),
        ])
    }
}
