// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Kernel
import Pools
import SQL
import TestSupport
import Testing

@Suite("The import on pages")
struct ImportPagesTests {
    @Test("A list is looked at, confirmed, and in; sent again it is gone", arguments: TestDatabase.engines)
    func journey(engine: DatabaseEngine) async throws {
        try await withPool(engine) { scene in
            try await scene.withPages { browser in
                let ada = try await browser("ada@one.example")
                try await ada.get("/people-import")
                var page = try await Self.upload("name,email,Shoe size\n<b>Tom,tom@example.org,44\n", ada)
                #expect(page.path == "/people-import/preview")
                #expect(page.has("Nothing has been imported yet"))
                #expect(page.has("New people 1"))
                #expect(page.has("These columns are left out: Shoe size"))
                #expect(!page.html.contains("<b>Tom"))
                let upload = page.value(ofField: "upload") ?? ""
                page = try await ada.press("Import this list")
                #expect(page.has("The list has been imported"))
                #expect(page.has("New people 1"))
                page = try await ada.post(
                    "/people-import/preview", [("form_token", ada.formToken), ("upload", upload)])
                #expect(page.status == .conflict)
                #expect(page.has("has been imported or replaced already"))
            }
            #expect(try await scene.person("tom@example.org").details.familyName == "<b>Tom")
        }
    }

    @Test("A list with errors shows them by row and column, and cannot be confirmed", arguments: TestDatabase.engines)
    func errors(engine: DatabaseEngine) async throws {
        try await withPool(engine) { scene in
            try await scene.withPages { browser in
                let ada = try await browser("ada@one.example")
                try await ada.get("/people-import")
                let page = try await Self.upload("name,email,role\nTom,tom,wizard\n", ada)
                #expect(page.has("2 problems in this list"))
                #expect(page.has("2 email Not an email address"))
                #expect(page.has("2 role A role that we do not know"))
                #expect(!page.html.contains("Import this list"))
                try await ada.press("Do not import it")
                #expect(try await ada.get("/people-import/preview").status == .conflict)
            }
        }
    }

    @Test("A long list tells how far it is while it runs", arguments: TestDatabase.engines)
    func progress(engine: DatabaseEngine) async throws {
        try await withPool(engine) { scene in
            try await scene.withPages { browser in
                let ada = try await browser("ada@one.example")
                try await ada.get("/people-import")
                let rows = (0..<2500).map { "Person \($0),person\($0)@example.org" }.joined(separator: "\n")
                try await Self.upload("name,email\n" + rows, ada)
                var page = try await ada.press("Import this list")
                #expect(page.has("2500 of 2500 rows"))
                #expect(page.html.hasSuffix("</html>\n"))
                page = try await ada.follow("See what was done")
                #expect(page.has("New people 2500"))
            }
        }
    }

    @Test("No file, an empty one, and one over the limit are refused in words")
    func refused() async throws {
        try await withPool(.sqlite) { scene in
            try await scene.withPages { browser in
                let ada = try await browser("ada@one.example")
                try await ada.get("/people-import")
                var page = try await Self.upload("", ada)
                #expect(page.status == .unprocessableContent)
                #expect(page.has("Choose a file that is not empty"))
                page = try await ada.send(
                    .post, "/people-import", body: String(repeating: "x", count: PeopleFile.mostBytes + (1 << 20)),
                    headers: [.contentType: "multipart/form-data; boundary=b"])
                #expect(page.status == .contentTooLarge)
            }
        }
    }

    @discardableResult
    private static func upload(_ text: String, _ browser: TestBrowser) async throws -> TestPage {
        let body = """
            --b\r\nContent-Disposition: form-data; name="form_token"\r\n\r\n\(browser.formToken)\r\n--b\r\n\
            Content-Disposition: form-data; name="list"; filename="people.csv"\r\nContent-Type: text/csv\r\n\r\n\(text)\r\n--b--\r\n
            """
        return try await browser.send(
            .post, "/people-import", body: body, headers: [.contentType: "multipart/form-data; boundary=b"])
    }
}
