// SPDX-License-Identifier: EUPL-1.2

import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import NIOSSL

/// Asks a host over the network, following nothing.
package struct WebClient: Sendable {
    private static let most = 4 * 1024 * 1024

    private let base: String
    private let client: HTTPClient

    /// Runs a body with a way to ask the host.
    ///
    /// - Parameters:
    ///   - url: scheme, host and port.
    ///   - certificate: a file with the one certificate authority to believe, where it is none of the system's.
    /// - Throws: `OperatorError` with `verify.url` or `verify.certificate`, and what the body throws.
    package static func asking<Value: Sendable>(
        _ url: String, certificate: String? = nil, _ body: (@escaping WebVerification.Ask) async throws -> Value
    ) async throws -> Value {
        let client = try WebClient(url: url, certificate: certificate)
        let outcome: Result<Value, any Error>
        do { outcome = .success(try await body(client.ask)) } catch { outcome = .failure(error) }
        try? await client.client.shutdown()  // nothing is under way
        return try outcome.get()
    }

    private init(url: String, certificate: String?) throws {
        guard let parsed = URL(string: url), let host = parsed.host(), ["http", "https"].contains(parsed.scheme) else {
            throw OperatorError("verify.url", "\(url) is not the address of a room, https://host")
        }
        base = url.hasSuffix("/") ? String(url.dropLast()) : url
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow, timeout: .init(connect: .seconds(10), read: .seconds(30)))
        // Programs do not find these names everywhere; they mean this machine (RFC 6761).
        if host.hasSuffix(".localhost") { configuration.dnsOverride = [host: "127.0.0.1"] }
        if let certificate {
            do {
                var tls = TLSConfiguration.makeClientConfiguration()
                tls.trustRoots = .certificates(try NIOSSLCertificate.fromPEMFile(certificate))
                configuration.tlsConfiguration = tls
            } catch {
                throw OperatorError("verify.certificate", "cannot read \(certificate)")
            }
        }
        client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    /// - Throws: `OperatorError` with `verify.unreachable`.
    private func ask(_ path: String, _ headers: [(String, String)]) async throws -> WebVerification.Answer {
        var request = HTTPClientRequest(url: base + path)
        for (name, value) in headers { request.headers.add(name: name, value: value) }
        do {
            let response = try await client.execute(request, timeout: .seconds(60))
            let body = try await response.body.collect(upTo: Self.most)
            var told: [String: [String]] = [:]
            for header in response.headers { told[header.name.lowercased(), default: []].append(header.value) }
            return WebVerification.Answer(
                status: Int(response.status.code), headers: told, body: Array(body.readableBytesView))
        } catch {
            throw OperatorError("verify.unreachable", "\(base) does not answer")
        }
    }
}
