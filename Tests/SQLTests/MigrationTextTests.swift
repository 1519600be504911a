// SPDX-License-Identifier: EUPL-1.2

import SQL
import Testing

@Suite("The text of a migration")
struct MigrationTextTests {
    @Test("A statement ends where a line ends with a semicolon; comments are left out")
    func cut() {
        let file = """
            -- What it is for;

            CREATE TABLE a (
                b TEXT NOT NULL,
                c TEXT
            );
                -- between
            UPDATE a SET b = 'x;y';
            DELETE FROM a
            """
        #expect(
            Migration.statements(of: file) == [
                "CREATE TABLE a (\n    b TEXT NOT NULL,\n    c TEXT\n)",
                "UPDATE a SET b = 'x;y'",
                "DELETE FROM a",
            ])
    }

    @Test("Lines that end in CRLF or blanks are cut all the same")
    func windows() {
        #expect(Migration.statements(of: "SELECT 1;\r\nSELECT 2; \r\n") == ["SELECT 1", "SELECT 2"])
    }

    @Test("An empty file has no statements")
    func empty() {
        #expect(Migration.statements(of: "\n-- nothing\n\n").isEmpty)
    }
}
