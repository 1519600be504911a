// SPDX-License-Identifier: EUPL-1.2

import Foundation
package import Web

/// Asks a room's host as several browsers would, signed in and not, and compares every byte with a manifest (`protocol.md` 2.12,
/// point 4, attack test 34). A host that sends one person something else must guess which of these asks.
package struct WebVerification: Sendable {
    /// One difference: which client was sent what it should not have been.
    package struct Finding: Hashable, Sendable, Encodable {
        package let client: String
        package let path: String
        /// `status`, `bytes`, `policy`, `cookie`, `manifest`, `type`, `header`.
        package let what: String
    }

    /// Everything that was found, and how much was looked at.
    package struct Report: Sendable, Encodable {
        package let url: String
        package let version: String
        package let clients: Int
        package let answers: Int
        package let findings: [Finding]
    }

    /// The answer to one question of one client.
    package struct Answer: Sendable {
        package let status: Int
        package let headers: [String: [String]]
        package let body: [UInt8]

        package init(status: Int, headers: [String: [String]], body: [UInt8]) {
            self.status = status
            self.headers = headers
            self.body = body
        }
    }

    /// Asks a path with headers.
    package typealias Ask = @Sendable (_ path: String, _ headers: [(String, String)]) async throws -> Answer

    private let url: String
    private let manifest: RoomManifest
    private let cookie: String
    private let ask: Ask

    /// - Parameter cookie: of a real sign-in, where there is one; what looks like one otherwise.
    package init(url: String, manifest: RoomManifest, cookie: String?, ask: @escaping Ask) {
        self.url = url
        self.manifest = manifest
        self.cookie = cookie ?? String(repeating: "A", count: 43)
        self.ask = ask
    }

    /// - Throws: what `ask` throws: the host cannot be reached.
    package func run() async throws -> Report {
        var findings: Set<Finding> = []
        var answers = 0
        for client in Client.all(cookie: cookie) {
            let pool = try await poolOrigin(client)
            answers += 1
            for (path, file) in paths {
                let answer = try await ask(path, client.headers)
                answers += 1
                for what in faults(answer, file: file, pool: pool) {
                    findings.insert(Finding(client: client.name, path: path, what: what))
                }
            }
        }
        let ordered = findings.sorted { ($0.path, $0.client, $0.what) < ($1.path, $1.client, $1.what) }
        return Report(
            url: url, version: manifest.version, clients: Client.all(cookie: cookie).count, answers: answers,
            findings: ordered)
    }

    /// Each address with the file that must come; the manifest itself has none.
    private var paths: [(String, String?)] {
        var paths: [(String, String?)] = [("/manifest.json", nil)]
        for page in manifest.pages {
            paths.append(("/" + page, RoomManifest.file(page: page, language: "en")))
            paths.append((page.isEmpty ? "/cy" : "/cy/" + page, RoomManifest.file(page: page, language: "cy")))
        }
        for file in manifest.files.keys.sorted() where !file.hasPrefix("pages/") {
            paths.append(("/b/\(manifest.version)/\(file)", file))
        }
        return paths
    }

    private func poolOrigin(_ client: Client) async throws -> String {
        struct Config: Decodable { let api: String }
        let answer = try await ask("/config.json", client.headers)
        // A configuration that cannot be read shows in every policy.
        return (try? JSONDecoder().decode(Config.self, from: Data(answer.body)))?.api ?? ""
    }

    private func faults(_ answer: Answer, file: String?, pool: String) -> [String] {
        var faults: [String] = []
        if answer.status != 200 { faults.append("status") }
        if answer.headers["set-cookie"] != nil { faults.append("cookie") }
        if answer.headers["content-security-policy"] != [manifest.policy(pool: pool)] { faults.append("policy") }
        if ["link", "refresh", "location", "sourcemap"].contains(where: { answer.headers[$0] != nil }) {
            faults.append("header")
        }
        guard let file else {
            let told = try? RoomManifest(reading: answer.body)
            let isSame = told?.files == manifest.files && told?.importMap == manifest.importMap
            return isSame && told?.pages == manifest.pages ? faults : faults + ["manifest"]
        }
        if RoomManifest.hash(answer.body) != manifest.files[file] { faults.append("bytes") }
        if answer.headers["content-type"]?.first?.hasPrefix(Self.type(of: file)) != true { faults.append("type") }
        return faults
    }

    private static func type(of file: String) -> String {
        switch file.split(separator: ".").last {
        case "js": "text/javascript"
        case "css": "text/css"
        case "html": "text/html"
        default: ""
        }
    }
}

/// Who asks: a browser by its own words, with or without what a signed-in person's browser would send.
private struct Client: Sendable {
    let name: String
    let headers: [(String, String)]

    private static let agents = [
        (
            "chrome-windows",
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36"
        ),
        ("firefox-linux", "Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0"),
        (
            "safari-ios",
            "Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) AppleWebKit/605.1.15 Version/26.0 Mobile/15E148 Safari/604.1"
        ),
        ("edge-windows", "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/156.0.0.0 Edg/156.0.0.0"),
        ("plain", "confidant-verify"),
    ]

    static func all(cookie: String) -> [Client] {
        agents.flatMap { name, agent -> [Client] in
            let base = [("User-Agent", agent), ("Accept", "*/*")]
            return [
                Client(name: name, headers: base + [("Accept-Language", "en")]),
                Client(
                    name: name + "+signed-in",
                    headers: base + [
                        ("Accept-Language", "cy"), ("Cookie", "__Host-confidant=\(cookie); confidant=\(cookie)"),
                        ("Sec-Fetch-Site", "same-site"), ("Sec-Fetch-Mode", "navigate"),
                    ]),
            ]
        }
    }
}
