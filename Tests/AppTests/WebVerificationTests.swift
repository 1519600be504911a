// SPDX-License-Identifier: EUPL-1.2

import App
import Testing
import Web

@Suite("Verifying what a room's host sends")
struct WebVerificationTests {
    @Test("An honest host has no differences, for any visitor")
    func honest() async throws {
        let report = try await verify { _, _, answer in answer }
        #expect(report.findings.isEmpty && report.clients == 10)
    }

    @Test(
        "One byte more for one kind of visitor, signed in, is found (attack test 34)", arguments: ["js", "html", "css"])
    func oneByte(ending: String) async throws {
        let report = try await verify { path, headers, answer in
            let isChosen = headers.contains { $0.0 == "Cookie" } && headers.contains { $0.1.contains("iPhone") }
            guard isChosen, path.hasSuffix(".\(ending)") || (ending == "html" && path == "/keys") else { return answer }
            return .init(status: answer.status, headers: answer.headers, body: answer.body + [0x20])
        }
        #expect(!report.findings.isEmpty)
        #expect(Set(report.findings.map(\.client)) == ["safari-ios+signed-in"])
        #expect(Set(report.findings.map(\.what)) == ["bytes"])
    }

    @Test("A weaker policy, a cookie, a way elsewhere and another manifest are found")
    func headers() async throws {
        let changes: [(String, String, String)] = [
            ("content-security-policy", "default-src *", "policy"), ("set-cookie", "a=b", "cookie"),
            ("link", "</x.js>; rel=preload", "header"), ("sourcemap", "/x", "header"),
        ]
        for (name, value, what) in changes {
            let report = try await verify { path, _, answer in
                guard path == "/keys" else { return answer }
                var headers = answer.headers
                headers[name] = [value]
                return .init(status: answer.status, headers: headers, body: answer.body)
            }
            #expect(Set(report.findings.map(\.what)) == [what], "\(name)")
        }
        let other = try await verify { path, _, answer in
            path == "/manifest.json" ? .init(status: 200, headers: answer.headers, body: [UInt8]("{}".utf8)) : answer
        }
        #expect(Set(other.findings.map(\.what)) == ["manifest"])
    }

    /// Verifies an honest host through somebody who changes answers on the way.
    private func verify(
        _ change: @escaping @Sendable (String, [(String, String)], WebVerification.Answer) -> WebVerification.Answer
    ) async throws -> WebVerification.Report {
        let host = try HonestHost()
        return try await WebVerification(
            url: "https://room.example", manifest: host.manifest, cookie: nil,
            ask: { path, headers in change(path, headers, host.answer(path)) }
        ).run()
    }
}

/// What the program serves, from its own files.
private struct HonestHost: Sendable {
    let manifest: RoomManifest
    private let files: [String: [UInt8]]

    init() throws {
        manifest = try RoomManifest.shipped()
        files = try RoomBundle().contents
    }

    func answer(_ path: String) -> WebVerification.Answer {
        if path == "/config.json" {
            return told([UInt8]("{\"api\":\"https://pool.example\"}".utf8), "application/json")
        }
        let prefix = "/b/\(manifest.version)/"
        let page = path.hasPrefix("/cy") ? String(path.dropFirst(3).drop { $0 == "/" }) : String(path.dropFirst())
        let name =
            path.hasPrefix(prefix)
            ? String(path.dropFirst(prefix.count))
            : RoomManifest.file(page: page, language: path.hasPrefix("/cy") ? "cy" : "en")
        if path == "/manifest.json" { return told(files["manifest.json"] ?? [], "application/json") }
        let type =
            name.hasSuffix(".js") ? "text/javascript" : name.hasSuffix(".css") ? "text/css" : "text/html; charset=utf-8"
        return told(files[name] ?? [], type)
    }

    private func told(_ body: [UInt8], _ type: String) -> WebVerification.Answer {
        .init(
            status: 200,
            headers: [
                "content-type": [type], "content-security-policy": [manifest.policy(pool: "https://pool.example")],
            ], body: body)
    }
}
