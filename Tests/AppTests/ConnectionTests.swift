// SPDX-License-Identifier: EUPL-1.2

import App
import Foundation
import Kernel
import Logging
import SQL
import TestSupport
import Testing

@Suite("Connections that no browser would make")
struct ConnectionTests {
    @Test("An upload that is announced too large is refused before any of it is sent")
    func announced() async throws {
        try await withServer { server in
            for length in ["999999999999", "99999999999999999999999999"] {
                let connection = try RawConnection(port: server.port)
                #expect(await connection.send(server.uploadHead("Content-Length: \(length)")))
                let answer = await connection.receive()
                #expect(answer.hasPrefix(length.count == 12 ? "HTTP/1.1 413" : "HTTP/1.1 400"), "\(answer.prefix(80))")
            }
        }
    }

    @Test("An upload of unknown length is refused once it is too large, and the rest is not waited for")
    func chunked() async throws {
        try await withServer { server in
            let connection = try RawConnection(port: server.port)
            #expect(await connection.send(server.uploadHead("Transfer-Encoding: chunked")))
            let chunk = "100000\r\n" + String(repeating: "x", count: 1 << 20) + "\r\n"
            var sent = 0
            while sent < 200, await connection.send(chunk) { sent += 1 }
            #expect(sent < 200, "the server goes on reading what it has refused")
            let second = try RawConnection(port: server.port)
            #expect(await second.send("GET /help HTTP/1.1\r\nHost: pool.localhost\r\nConnection: close\r\n\r\n"))
            #expect(await second.receive().hasPrefix("HTTP/1.1 200"))
        }
    }

    @Test("Headers that are too many or too long are refused")
    func headers() async throws {
        try await withServer { server in
            let one = "X-Long: " + String(repeating: "h", count: 64 << 10) + "\r\n"
            let many = (0..<2000).map { "X-\($0): y\r\n" }.joined()
            for extra in [one, many] {
                let connection = try RawConnection(port: server.port)
                _ = await connection.send("GET / HTTP/1.1\r\nHost: pool.localhost\r\n\(extra)\r\n")
                let answer = await connection.receive()
                #expect(answer.isEmpty || answer.hasPrefix("HTTP/1.1 4"), "\(answer.prefix(80))")
            }
        }
    }

    @Test("Who sends a head drop by drop, or opens a connection and says nothing, is not waited for")
    func slowHead() async throws {
        try await withServer(patience: .init(idle: .milliseconds(300), body: .seconds(60))) { server in
            let silent = try RawConnection(port: server.port)
            #expect(await silent.receive().isEmpty)
            let slow = try RawConnection(port: server.port)
            #expect(await slow.send("GET / HTTP/1.1\r\nHost: pool.localhost\r\n"))
            var drops = 0
            while drops < 1000, await slow.send("X-\(drops): y\r\n") {
                drops += 1
                try await Task.sleep(for: .milliseconds(20))
            }
            #expect(drops < 1000, "the server still waits for the end of the head")
        }
    }

    @Test("Who sends a body drop by drop is not waited for either")
    func slowBody() async throws {
        try await withServer(patience: .init(idle: .seconds(60), body: .milliseconds(500))) { server in
            let slow = try RawConnection(port: server.port)
            #expect(await slow.send(server.uploadHead("Content-Length: 100000")))
            var drops = 0
            while drops < 1000, await slow.send("x") {
                drops += 1
                try await Task.sleep(for: .milliseconds(20))
            }
            #expect(drops < 1000, "the server still waits for the end of the body")
        }
    }

    @Test(
        "What is no HTTP gets no page and stops nothing",
        arguments: [
            "\u{16}\u{3}\u{1}", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: pool.localhost\r\nContent-Length: -1\r\n\r\n",
            "POST /sign-in HTTP/1.1\r\nHost: pool.localhost\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "GET /\u{0} HTTP/1.1\r\nHost: pool.localhost\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: pool.localhost\r\nHost: evil.example\r\nConnection: close\r\n\r\n",
        ])
    func noHTTP(bytes: String) async throws {
        try await withServer(patience: .init(idle: .seconds(1), body: .seconds(1))) { server in
            let connection = try RawConnection(port: server.port)
            _ = await connection.send(bytes)
            let answer = await connection.receive()
            #expect(!answer.hasPrefix("HTTP/1.1 5"), "\(answer.prefix(80))")
            let second = try RawConnection(port: server.port)
            #expect(await second.send("GET /help HTTP/1.1\r\nHost: pool.localhost\r\nConnection: close\r\n\r\n"))
            #expect(await second.receive().hasPrefix("HTTP/1.1 200"))
        }
    }
}

/// A server that listens, and the sign-in of an administrator.
private struct Listening: Sendable {
    let port: Int
    let cookie: String

    func uploadHead(_ length: String) -> String {
        "POST /people-import HTTP/1.1\r\nHost: pool.localhost\r\nCookie: confidant=\(cookie)\r\n"
            + "Content-Type: multipart/form-data; boundary=XX\r\n\(length)\r\n\r\n"
    }
}

private func withServer(
    patience: ServeSettings.Patience = .init(), _ body: @escaping @Sendable (Listening) async throws -> Void
) async throws {
    try await withDatabase(.sqlite) { database in
        let (clock, ids) = (TestClock(), TestIDs())
        let people = try await DemoPool(database: database, ids: ids, now: clock.now).fill(host: "pool.localhost")
        let cookie = try await withSite(database, time: clock, ids: ids, change: { $0.isDemo = true }) { visitors in
            let browser = visitors.browser()
            try await Demo(people: people).enter(browser, as: .administrator)
            return browser.cookie("confidant") ?? ""
        }
        var settings = ServeSettings()
        settings.listen = "127.0.0.1:0"
        settings.keys = FileManager.default.temporaryDirectory.appending(path: "keys-\(UUID())").path
        _ = try KeysFolder(path: settings.keys, making: ids)
        settings.patience = patience
        settings.logger.logLevel = .critical
        let (ports, announce) = AsyncStream.makeStream(of: Int.self)
        let server = try Server(database: database, time: clock, ids: ids, settings: settings) { announce.yield($0) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await server.run() }
            var iterator = ports.makeAsyncIterator()
            let port = await iterator.next() ?? 0
            try await body(Listening(port: port, cookie: cookie))
            group.cancelAll()
        }
    }
}
