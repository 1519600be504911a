// SPDX-License-Identifier: EUPL-1.2

import App
import Foundation
package import HTTPTypes
import Hummingbird
package import HummingbirdTesting
import Kernel
import NIOCore
import SQL
import Web

/// A browser without a screen over the whole product: keeps cookies, follows redirects, fills the form that the page really shows.
///
/// Fields are found by the words of their label and buttons by theirs, so a test breaks when a person would be lost.
package final class TestBrowser {
    private let client: any TestClientProtocol
    private var cookies: [String: String] = [:]
    package private(set) var page = TestPage(path: "/", status: .ok, headers: [:], html: "")
    private var filled: [String: [String]] = [:]
    private let host: String

    package init(_ client: any TestClientProtocol, host: String = "pool.localhost") {
        self.client = client
        self.host = host
    }

    /// Goes to an address and on through redirects.
    @discardableResult
    package func get(_ path: String) async throws -> TestPage {
        try await send(.get, path, body: nil)
    }

    /// Types into the field that bears this label.
    package func fill(_ label: String, _ value: String) throws {
        filled[try page.fieldName(label: label)] = [value]
    }

    /// Types into a field by its name, where one label covers several fields (the parts of a day).
    package func fill(name: String, _ value: String) throws {
        guard page.value(ofField: name) != nil else { throw NotOnPage(description: "no field \(name) on \(page.path)") }
        filled[name] = [value]
    }

    /// Ticks or chooses the option with these words.
    package func choose(_ words: String) throws {
        let (name, value, isRadio) = try page.option(words: words)
        filled[name] = isRadio ? [value] : (filled[name] ?? page.checked(name)) + [value]
    }

    /// Presses the button with these words: sends its form, with what the page had in it and what was typed.
    @discardableResult
    package func press(_ words: String) async throws -> TestPage {
        let form = try page.form(button: words)
        var pairs = form.fields.filter { filled[$0.0] == nil }
        for (name, values) in filled { pairs += values.map { (name, $0) } }
        return try await post(form.action, pairs)
    }

    /// Sends a form by hand, for tests of what no page would send.
    @discardableResult
    package func post(
        _ path: String, _ fields: [(String, String)], headers: HTTPFields = [:]
    ) async throws -> TestPage {
        let body = fields.map { Self.encode($0) + "=" + Self.encode($1) }.joined(separator: "&")
        var all = headers
        if all[.contentType] == nil { all[.contentType] = "application/x-www-form-urlencoded" }
        return try await send(.post, path, body: body, headers: all)
    }

    /// Follows the link with these words.
    @discardableResult
    package func follow(_ words: String) async throws -> TestPage {
        try await get(try page.href(words: words))
    }

    /// The form token of the page shown.
    package var formToken: String {
        page.value(ofField: "form_token") ?? ""
    }

    package func cookie(_ name: String) -> String? { cookies[name] }
    package func set(cookie name: String, _ value: String) { cookies[name] = value }

    @discardableResult
    package func send(
        _ method: HTTPRequest.Method, _ path: String, body: String?, headers: HTTPFields = [:]
    ) async throws -> TestPage {
        var path = path
        var method = method
        var body = body
        for _ in 0..<10 {
            page = try await once(method, path, body, headers)
            filled = [:]
            guard let location = page.headers[.location], (300..<400).contains(page.status.code) else { break }
            (path, method, body) = (location, .get, nil)
        }
        return page
    }

    private func once(
        _ method: HTTPRequest.Method, _ path: String, _ body: String?, _ headers: HTTPFields
    ) async throws -> TestPage {
        var all = headers
        if body == nil { all[.contentType] = nil }
        let jar = cookies.filter { !$0.value.isEmpty }.map { "\($0.key)=\($0.value)" }.sorted()
        if !jar.isEmpty { all[.cookie] = jar.joined(separator: "; ") }
        let response = try await client.execute(
            uri: path, method: method, headers: all, body: body.map { ByteBuffer(string: $0) })
        for header in response.headers[values: .setCookie] {
            let pair = header.prefix { $0 != ";" }
            guard let cut = pair.firstIndex(of: "=") else { continue }
            cookies[String(pair[..<cut])] = String(pair[pair.index(after: cut)...])
        }
        return TestPage(
            path: path, status: response.status, headers: response.headers, html: String(buffer: response.body))
    }

    /// As a browser writes a field into the body of a form.
    package static func encode(_ text: String) -> String {
        text.utf8.map { byte in
            let isPlain = (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
            return isPlain ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }
}
