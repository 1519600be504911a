// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import Seal

@Suite("Signing in")
struct SignInTests {
    private func login(_ session: SigningKey) -> Login {
        Login(
            origin: "https://room.example:8443", pool: pool, user: id(4), nonce: id(5), at: time, purpose: .signIn,
            proof: session.publicKey)
    }

    private func expected(
        origin: String = "https://room.example:8443", pool: String = pool, user: String = id(4), nonce: String = id(5),
        purpose: Login.Purpose = .signIn, now: Int = time
    ) -> Login.Expected {
        Login.Expected(origin: origin, pool: pool, user: user, nonce: nonce, purpose: purpose, now: now)
    }

    @Test("A sign-in counts for its origin, pool, person, nonce, purpose and minute only")
    func scope() throws {
        let (auth, session) = (try Person(1).sign, try Person(2).sign)
        let login = login(session)
        let bytes = try Statement.sign(.login, login.value, by: [auth])
        #expect(try Login.verify(bytes, expected(), by: auth.publicKey) == login)
        let wrong = [
            expected(origin: "https://room.example"), expected(pool: id(9)), expected(user: id(9)),
            expected(nonce: id(9)),
            expected(purpose: .recover), expected(now: time + 61), expected(now: time - 61), expected(now: .min),
        ]
        for other in wrong { refused(.login) { _ = try Login.verify(bytes, other, by: auth.publicKey) } }
        refused(.signature) { _ = try Login.verify(bytes, expected(), by: session.publicKey) }
        let request = RequestProof.Expected(method: "GET", path: "/", body: [], token: [], now: time)
        refused(.statement) { _ = try RequestProof.verify(bytes, request, by: auth.publicKey) }
        let hint = hintRange(in: bytes)
        for changed in flips(bytes) where !hint.contains(changed.at) {
            refused { _ = try Login.verify(changed.bytes, expected(), by: auth.publicKey) }
        }
    }

    @Test("A sign-in of another form is refused")
    func form() throws {
        let auth = try Person(1).sign
        guard case .object(let members) = login(auth).value else { return #expect(Bool(false)) }
        let changes: [[String: CanonicalValue]] = [
            ["origin": "javascript:alert(1)"], ["origin": "https://room.example/"], ["origin": "https://Room.example"],
            ["origin": "https://a@b"], ["origin": "https://room.example\n"], ["origin": "https://röom.example"],
            ["purpose": "admin"], ["nonce": "x"], ["proof": ""], ["extra": 1], ["at": "1"],
        ]
        for change in changes {
            let value = CanonicalValue.object(members.merging(change) { $1 })
            let bytes = try Statement.sign(.login, value, by: [auth])
            refused(.login) { _ = try Login.verify(bytes, expected(), by: auth.publicKey) }
        }
        let weak = CanonicalValue.object(members.merging(["proof": CanonicalValue([1] + fill(0, 31))]) { $1 })
        refused(.key) {
            _ = try Login.verify(Statement.sign(.login, weak, by: [auth]), expected(), by: auth.publicKey)
        }
    }

    @Test("A proof counts for one request of one sign-in")
    func requests() throws {
        let session = try Person(2).sign
        let (body, token) = (Bytes(utf8: "{}"), fill(2))
        let proof = RequestProof(
            method: "POST", path: "/room/v1/envelopes?x=1", bodyHash: sha256(body), tokenHash: sha256(token),
            nonce: id(5),
            at: time)
        let bytes = try Statement.sign(.req, proof.value, by: [session])
        let request = {
            (method: String, path: String, body: Bytes, token: Bytes, now: Int) in
            RequestProof.Expected(method: method, path: path, body: body, token: token, now: now)
        }
        #expect(
            try RequestProof.verify(bytes, request("POST", proof.path, body, token, time), by: session.publicKey)
                == proof)
        let wrong = [
            request("PUT", proof.path, body, token, time), request("POST", "/room/v1/envelopes", body, token, time),
            request("POST", proof.path, [], token, time), request("POST", proof.path, body, fill(3), time),
            request("POST", proof.path, body, token, time + 61),
        ]
        for other in wrong { refused(.request) { _ = try RequestProof.verify(bytes, other, by: session.publicKey) } }
        refused(.statement) { _ = try Login.verify(bytes, expected(), by: session.publicKey) }
        guard case .object(let members) = proof.value else { return #expect(Bool(false)) }
        let changes: [[String: CanonicalValue]] = [
            ["method": "TRACE"], ["path": "room"], ["path": "/ä"], ["path": "/a b"], ["nonce": "1"],
            ["body_sha256": ""], ["more": 1],
        ]
        for change in changes {
            let other = try Statement.sign(.req, .object(members.merging(change) { $1 }), by: [session])
            refused(.request) {
                _ = try RequestProof.verify(
                    other, request("POST", proof.path, body, token, time), by: session.publicKey)
            }
        }
    }

    @Test("An unknown person looks like a known one, the same each time, and is never signed in")
    func unknown() throws {
        let server = try UnknownPerson(secret: fill(1))
        let again = try UnknownPerson(secret: fill(1))
        #expect(try server.stretching(for: "someone@example.org") == again.stretching(for: "someone@example.org"))
        #expect(try server.stretching(for: "someone@example.org") != server.stretching(for: "someone@example.net"))
        #expect(try UnknownPerson(secret: fill(2)).stretching(for: "a") != server.stretching(for: "a"))
        try CurveChecks.signingKey(server.verifyingKey)
        let auth = try Person(1).sign
        let bytes = try Statement.sign(.login, login(auth).value, by: [auth])
        refused(.signature) { _ = try Login.verify(bytes, expected(), by: server.verifyingKey) }
        refused(.key) { _ = try UnknownPerson(secret: fill(1, 31)) }
    }
}
