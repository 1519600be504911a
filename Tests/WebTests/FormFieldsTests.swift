// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Hummingbird
import Kernel
import NIOCore
import Testing
import Web

@Suite("Fields of a form")
struct FormFieldsTests {
    private func read(_ body: [UInt8], type: String = "application/x-www-form-urlencoded", limit: Int = 1 << 20)
        async throws
        -> FormFields
    {
        let head = HTTPRequest(
            method: .post, scheme: "http", authority: "pool.localhost", path: "/",
            headerFields: [.contentType: type, .contentLength: String(body.count)])
        return try await FormFields.read(
            Request(head: head, body: .init(buffer: ByteBuffer(bytes: body))), limit: limit)
    }

    @Test("A field keeps every character that was typed")
    func decodes() async throws {
        let fields = try await read(Array("name=Si%C3%A2n+%C5%B4yn&many=1&many=2&empty=&bare".utf8))
        #expect(fields.first("name") == "Siân Ŵyn")
        #expect(fields.all("many").map(\.text) == ["1", "2"])
        #expect(fields.first("empty") == "" && fields.first("bare") == "" && fields.first("none") == nil)
    }

    @Test("A broken escape stays as it was typed", arguments: ["a=%", "a=%4", "a=%zz", "a=100%"])
    func brokenEscape(body: String) async throws {
        #expect(try await read(Array(body.utf8)).first("a") == String(body.dropFirst(2)))
    }

    @Test(
        "Bytes that are no UTF-8 and control characters mark their field and no other",
        arguments: ["a=%FF&b=x", "a=%00&b=x", "a=%1B[0m&b=x"])
    func notText(body: String) async throws {
        var reader = FieldReader(try await read(Array(body.utf8)))
        _ = reader.line("a")
        #expect(reader.line("b") == "x")
        #expect(reader.errors.map(\.field) == ["a"] && reader.errors.map(\.code) == ["not-text"])
    }

    @Test("Marks that turn the direction of text, and text that is too long, are told beside their field")
    func refusedText() async throws {
        var reader = FieldReader(
            FormFields([("a", "x\u{202E}y"), ("b", String(repeating: "w", count: 11)), ("c", "  ")]))
        _ = reader.line("a")
        _ = reader.line("b", most: 10)
        _ = reader.line("c")
        #expect(reader.errors.map(\.code) == ["direction-marks", "too-long", "missing"])
        #expect(reader.errors[1].values == ["most": "10"])
    }

    @Test("A body that is announced too large is refused before it is read")
    func tooLarge() async throws {
        await #expect(throws: Refusal.tooLarge) { try await read(Array(repeating: 65, count: 100), limit: 99) }
    }

    @Test("A body of another kind is refused", arguments: ["text/plain", "application/json", ""])
    func otherKinds(type: String) async throws {
        await #expect(throws: Refusal.unreadable) { try await read(Array("a=1".utf8), type: type) }
    }

    @Test(
        "Addresses that mail cannot be sent to",
        arguments: ["", "a", "@b.c", "a@b", "a@.b", "a@b.", "a b@c.d", "a@b@c.d", "a@b.c\n", "<a@b.c>"])
    func badAddresses(text: String) {
        #expect(!FieldReader.isEmail(text))
    }

    @Test(
        "Days in three fields or one",
        arguments: [
            ("31", "1", "2027", true), ("30", "2", "2027", false), ("", "", "", false), ("1", "", "2027", false),
        ])
    func days(day: String, month: String, year: String, isDay: Bool) {
        var reader = FieldReader(FormFields([("on_day", day), ("on_month", month), ("on_year", year)]))
        #expect((reader.day("on") != nil) == isDay)
        #expect(reader.errors.isEmpty == isDay)
    }
}

@Suite("Forms with files")
struct MultipartTests {
    private func read(_ body: String, boundary: String = "XX") async throws -> FormFields {
        let head = HTTPRequest(
            method: .post, scheme: "http", authority: "pool.localhost", path: "/",
            headerFields: [.contentType: "multipart/form-data; boundary=\(boundary)"])
        return try await FormFields.read(
            Request(head: head, body: .init(buffer: ByteBuffer(string: body))), limit: 1 << 20)
    }

    @Test("A file comes with its bytes, and its name without parts of a path")
    func file() async throws {
        let fields = try await read(
            "--XX\r\nContent-Disposition: form-data; name=\"form_token\"\r\n\r\nabc\r\n"
                + "--XX\r\nContent-Disposition: form-data; name=\"sheet\"; filename=\"../../etc/people.csv\"\r\nContent-Type: text/csv\r\n\r\n"
                + "a,b\r\n--X\r\n1,2\r\n\r\n--XX--\r\n")
        #expect(fields.first("form_token") == "abc")
        let file = try #require(fields.value("sheet")?.file)
        #expect(file.name == "people.csv")
        #expect(String(decoding: file.bytes, as: UTF8.self) == "a,b\r\n--X\r\n1,2\r\n")
    }

    @Test("An empty file is a file")
    func empty() async throws {
        let fields = try await read(
            "--XX\r\nContent-Disposition: form-data; name=\"f\"; filename=\"\"\r\n\r\n\r\n--XX--")
        #expect(fields.value("f")?.file?.bytes == [])
    }

    @Test(
        "A body that breaks off or has no names is refused, never half read",
        arguments: [
            "", "--XX", "--XX\r\n", "--XX\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nvalue",
            "--XX\r\n\r\nvalue\r\n--XX--",
            "--XX\r\nContent-Disposition: form-data\r\n\r\nvalue\r\n--XX--",
            "--YY\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n--YY--",
            "--XX\r\nContent-Disposition: form-data; name=\"a\r\n\r\nb\r\n--XX--",
        ])
    func refuses(body: String) async throws {
        await #expect(throws: Refusal.unreadable) { try await read(body) }
    }

    @Test("Random cuts and flips of a good body never stop the server")
    func fuzz() async throws {
        let good = Array(
            ("--XX\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n--XX\r\nContent-Disposition: form-data; name=\"f\"; "
                + "filename=\"x\"\r\n\r\ncontent\r\n--XX--\r\n").utf8)
        var random = SystemRandomNumberGenerator()
        for _ in 0..<2000 {
            var bytes = good
            for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                if Bool.random(using: &random) {
                    bytes[place] = UInt8.random(in: 0...255, using: &random)
                } else {
                    bytes.removeLast(bytes.count - place)
                }
            }
            do {
                _ = try await read(String(decoding: bytes, as: UTF8.self))
            } catch {
                #expect(error as? Refusal == .unreadable)
            }
        }
    }
}
