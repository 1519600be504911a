// SPDX-License-Identifier: EUPL-1.2

import Kernel
import Pools
import Testing

@Suite("A list of people is read as a spreadsheet wrote it")
struct PeopleFileTests {
    @Test(
        "Comma, semicolon and tab are told from the heading row",
        arguments: [",", ";", "\t"], ["\n", "\r\n", "\r"])
    func separators(delimiter: String, lineEnd: String) {
        let rows = [
            ["First name", "Last name", "Email"], ["Siân", "Ŵyn", "sian@example.org"],
            ["Lowri", "Bevan", "lowri@example.org"],
        ]
        let file = PeopleFile(rows.map { $0.joined(separator: delimiter) }.joined(separator: lineEnd))
        #expect(file.errors.isEmpty)
        #expect(file.drafts.map(\.name) == ["Siân Ŵyn", "Lowri Bevan"])
        #expect(file.drafts.map(\.email) == ["sian@example.org", "lowri@example.org"])
    }

    @Test("A byte-order mark is no part of the first heading")
    func byteOrderMark() {
        let file = PeopleFile([0xEF, 0xBB, 0xBF] + Array("name,email\nSiân Ŵyn,s@example.org\n".utf8))
        #expect(file.errors.isEmpty)
        #expect(file.ignoredColumns.isEmpty)
        #expect(file.drafts.first?.familyName == "Ŵyn")
    }

    @Test("Quotes hold delimiters, line ends and doubled quotes")
    func quotes() {
        let file = PeopleFile(
            "name,job title,department\n\"Bevan, Lowri\",\"Head of \"\"Care\"\"\",\"North\r\nand South\"\nTom Price,,\n"
        )
        #expect(file.errors.isEmpty)
        #expect(file.drafts.first?.givenName == "Lowri")
        #expect(file.drafts.first?.jobTitle == "Head of \"Care\"")
        #expect(file.drafts.first?.department == "North and South")
        #expect(file.drafts.last?.row == 3, "a cell of two lines is one row of the spreadsheet")
    }

    @Test("Blank rows count in row numbers and nowhere else")
    func blankRows() {
        let file = PeopleFile("name,email\n\n,\nTom Price,not an address\n")
        #expect(file.rows == 1)
        #expect(file.errors == [ImportError(row: 4, column: "email", fault: .notAnEmail)])
    }

    @Test(
        "Headings are known in English and Welsh, whatever their case and marks",
        arguments: [
            ("First name", PeopleColumn.givenName), ("FIRST_NAME", .givenName), ("Enw cyntaf", .givenName),
            ("Surname", .familyName),
            ("Cyfenw", .familyName), ("Full name", .name), ("Enw", .name), ("E-mail address", .email),
            ("e-bost", .email),
            ("Organization", .organisation), ("Sefydliad", .organisation), ("Rôl", .role), ("Roles", .role),
            ("Job Title", .jobTitle),
            ("Teitl swydd", .jobTitle), ("Grade", .grade), ("Gradd", .grade), ("Dept.", .department),
            ("Adran", .department),
            ("Line manager email", .managerEmail), ("E-bost rheolwr llinell", .managerEmail),
            ("Specialisms", .specialisms),
            ("Arbenigeddau", .specialisms), ("Languages", .languages), ("Ieithoedd", .languages), ("Region", .region),
            ("Rhanbarth", .region), ("Capacity", .capacity), ("Capasiti", .capacity), ("User name", .userName),
            ("Enw defnyddiwr", .userName),
        ])
    func headings(heading: String, column: PeopleColumn) {
        #expect(PeopleColumn(heading: heading) == column)
    }

    @Test("Other headings are reported as ignored, in their own words")
    func ignored() {
        let file = PeopleFile("name,Shoe size,email,Payroll no\nTom Price,44,t@example.org,7\n")
        #expect(file.ignoredColumns == ["Shoe size", "Payroll no"])
        #expect(file.errors.isEmpty)
        #expect(file.drafts.count == 1)
    }

    @Test(
        "What is wrong with one cell is told by its row, its heading and a code",
        arguments: [
            ("name,Email\nTom,tom\n", ImportError(row: 2, column: "Email", fault: .notAnEmail)),
            ("name,Email\n,t@example.org\n", ImportError(row: 2, column: "name", fault: .missing)),
            ("name,Role\nTom,wizard\n", ImportError(row: 2, column: "Role", fault: .unknownRole)),
            ("name,Role\nTom,\"client, wizard\"\n", ImportError(row: 2, column: "Role", fault: .unknownRole)),
            ("name,Capacity\nTom,many\n", ImportError(row: 2, column: "Capacity", fault: .notANumber)),
            ("name,Capacity\nTom,-1\n", ImportError(row: 2, column: "Capacity", fault: .notInRange)),
            ("name,user name\nTom,t o m\n", ImportError(row: 2, column: "user name", fault: .notAUserName)),
            (
                "name,line manager email\nTom,boss\n",
                ImportError(row: 2, column: "line manager email", fault: .notAnEmail)
            ),
            (
                "name,email\nTom,t@example.org\nTim, T@Example.ORG \n",
                ImportError(row: 3, column: "email", fault: .emailTwice)
            ),
            ("name,user name\nTom,tom\nTim,TOM\n", ImportError(row: 3, column: "user name", fault: .userNameTwice)),
            ("name,email\nTom,t@example.org,more\n", ImportError(row: 2, column: "", fault: .tooManyCells)),
            ("name,email\n\"Tom\"x,t@example.org\n", ImportError(row: 2, column: "name", fault: .textAfterQuote)),
            (
                "name,email\nTom,t@example.org\nTim,\"tim@example.org\n",
                ImportError(row: 3, column: "email", fault: .quoteNotClosed)
            ),
            ("name\nT\u{0}om\n", ImportError(row: 2, column: "name", fault: .notText)),
            ("name\nT\u{202E}om\n", ImportError(row: 2, column: "name", fault: .directionMarks)),
            ("email\nt@example.org\n", ImportError(row: 1, column: "name", fault: .noNameColumn)),
            ("name,email,E-mail\nTom,t@example.org,\n", ImportError(row: 1, column: "E-mail", fault: .headingTwice)),
            ("name,email\n", ImportError(row: 1, column: "", fault: .empty)),
            ("", ImportError(row: 1, column: "", fault: .empty)),
        ])
    func faults(text: String, error: ImportError) {
        #expect(PeopleFile(text).errors == [error])
    }

    @Test("Another encoding is told, by the cell where it shows")
    func encodings() {
        let latin: [UInt8] =
            Array("name,email\nTom Price,t@example.org\nSi".utf8) + [0xE2 as UInt8]
            + Array("n Wyn,s@example.org\n".utf8)
        #expect(PeopleFile(latin).errors == [ImportError(row: 3, column: "name", fault: .notUTF8)])
        let wide: [UInt8] = [0xFF, 0xFE] + Array("name\nTom\n".utf8).flatMap { [$0, 0] as [UInt8] }
        #expect(PeopleFile(wide).errors == [ImportError(row: 1, column: "", fault: .notUTF8)])
        let wideBig: [UInt8] = [0xFE, 0xFF] + Array("name\nTom\n".utf8).flatMap { [0, $0] as [UInt8] }
        #expect(PeopleFile(wideBig).errors == [ImportError(row: 1, column: "", fault: .notUTF8)])
    }

    @Test("A cell of ten megabytes is too long, and the rows after it are read")
    func hugeCell() {
        let huge = [UInt8](repeating: UInt8(ascii: "x"), count: 10 << 20)
        let file = PeopleFile(
            Array("name,email\n".utf8) + huge + Array(",a@example.org\nTom Price,t@example.org\n".utf8))
        #expect(file.errors == [ImportError(row: 2, column: "name", fault: .tooLong)])
        #expect(file.drafts.map(\.name) == ["Tom Price"])
    }

    @Test("A cell that looks like a formula stays the text that it is")
    func formula() {
        let file = PeopleFile("name,job title\nTom Price,\"=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"\n@Ann Onym,+1\n")
        #expect(file.drafts.map(\.jobTitle) == ["=HYPERLINK(\"http://x\",\"y\")", "+1"])
        #expect(file.drafts.last?.givenName == "@Ann")
    }

    @Test("All errors of a file are found in one reading, the clean rows kept apart")
    func allErrors() {
        let file = PeopleFile("name,email,role\nTom,tom,wizard\nTim,tim@example.org,client\n,x,\n")
        #expect(
            file.errors == [
                ImportError(row: 2, column: "email", fault: .notAnEmail),
                ImportError(row: 2, column: "role", fault: .unknownRole),
                ImportError(row: 4, column: "email", fault: .notAnEmail),
            ])
        #expect(file.rows == 3)
        #expect(file.drafts.map(\.givenName) == [""])
    }

    @Test(
        "Roles are known by their English and Welsh names, several in a cell",
        arguments: [
            ("client", [Role.client]), ("Coach", [.practitioner]), ("Mentor", [.practitioner]),
            ("coachee / sponsor", [.client, .sponsor]),
            ("Hyfforddwr; Goruchwyliwr", [.practitioner, .supervisor]), ("Cleient", [.client]),
            ("Gweinyddwr", [.administrator]),
            ("Organisational lead", [.lead]), ("Arweinydd", [.lead]), ("safeguarding lead", [.safeguarding]),
            ("Records officer", [.records]), ("Aelod o'r panel", [.panel]), ("client, client", [.client]),
        ])
    func roles(cell: String, roles: [Role]) {
        #expect(PeopleFile("name,role\nTom,\"\(cell)\"\n").drafts.first?.roles == roles)
    }
}
