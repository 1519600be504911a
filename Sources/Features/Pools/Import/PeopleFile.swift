// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// A list of people out of a spreadsheet: comma, semicolon or tab, UTF-8 with or without byte-order mark, headings in row 1.
///
/// Reading needs no database and finds everything that is wrong with the file by itself: each cell, and the same address twice.
package struct PeopleFile: Sendable {
    /// More than any pool has; keeps the memory of an import within bounds.
    package static let mostRows = 200_000
    /// The largest file that a page takes: 50,000 people need some 10 MB.
    package static let mostBytes = 20 << 20

    package private(set) var drafts: [PersonDraft] = []
    package private(set) var errors: [ImportError] = []
    package private(set) var ignoredColumns: [String] = []
    /// Rows that are not blank, those with errors too.
    package private(set) var rows = 0

    private var headings: [String] = []
    private var columns: [PeopleColumn?] = []
    private var emails: Set<String> = []
    private var userNames: Set<String> = []

    package init(_ bytes: [UInt8]) {
        var reader = CSVReader(bytes)
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            errors = [ImportError(row: 1, column: "", fault: .notUTF8)]
            return
        }
        guard let first = reader.next(), !first.isBlank else {
            errors = [ImportError(row: 1, column: "", fault: .empty)]
            return
        }
        readHeadings(first)
        guard errors.isEmpty else { return }
        while let record = reader.next() {
            if record.isBlank { continue }
            rows += 1
            if rows > Self.mostRows {
                errors.append(ImportError(row: record.row, column: "", fault: .tooManyRows))
                return
            }
            read(record)
        }
        if rows == 0 { errors.append(ImportError(row: 1, column: "", fault: .empty)) }
    }

    /// The heading of a column as the file has it, or its plain name where the file has none.
    package func heading(_ column: PeopleColumn) -> String {
        columns.firstIndex(of: column).map { headings[$0] } ?? column.rawValue
    }

    private mutating func readHeadings(_ record: CSVReader.Record) {
        if let fault = record.fault { errors.append(ImportError(row: 1, column: "", fault: fault.code)) }
        var seen: Set<PeopleColumn> = []
        for cell in record.cells {
            var heading = ""
            switch CellText.read(cell, most: 200) {
            case .success(let text): heading = text
            case .failure(let error): errors.append(ImportError(row: 1, column: "", fault: error.fault))
            }
            let column = PeopleColumn(heading: heading)
            headings.append(heading)
            columns.append(column)
            if let column {
                if !seen.insert(column).inserted {
                    errors.append(ImportError(row: 1, column: heading, fault: .headingTwice))
                }
            } else if !heading.isEmpty {
                ignoredColumns.append(heading)
            }
        }
        if !seen.contains(.name), !seen.contains(.givenName), !seen.contains(.familyName), errors.isEmpty {
            errors.append(ImportError(row: 1, column: PeopleColumn.name.rawValue, fault: .noNameColumn))
        }
    }

    private mutating func read(_ record: CSVReader.Record) {
        let before = errors.count
        if let fault = record.fault {
            let column = fault.cell < headings.count ? headings[fault.cell] : ""
            errors.append(ImportError(row: record.row, column: column, fault: fault.code))
            return
        }
        if record.cells.dropFirst(headings.count).contains(where: { !$0.isEmpty }) {
            errors.append(ImportError(row: record.row, column: "", fault: .tooManyCells))
        }
        var draft = PersonDraft(row: record.row)
        var fullName = ""
        for (cell, column) in zip(record.cells, columns) {
            guard let column else { continue }
            switch CellText.read(cell, most: column.most) {
            case .failure(let error): fail(record.row, column, error.fault)
            case .success(let text): take(text, column, &draft, &fullName)
            }
        }
        if draft.name.isEmpty { Self.split(fullName, into: &draft) }
        if draft.name.isEmpty, errors.count == before {
            fail(record.row, columns.contains(.name) ? .name : .familyName, .missing)
        }
        if !draft.email.isEmpty, !emails.insert(Text.emailKey(draft.email)).inserted {
            fail(record.row, .email, .emailTwice)
        }
        if !draft.userName.isEmpty, !userNames.insert(draft.userName).inserted {
            fail(record.row, .userName, .userNameTwice)
        }
        if errors.count == before { drafts.append(draft) }
    }

    private mutating func take(
        _ text: String, _ column: PeopleColumn, _ draft: inout PersonDraft, _ fullName: inout String
    ) {
        if text.isEmpty { return }
        switch column {
        case .givenName: draft.givenName = text
        case .familyName: draft.familyName = text
        case .name: fullName = text
        case .organisation: draft.organisation = text
        case .jobTitle: draft.jobTitle = text
        case .grade: draft.grade = text
        case .department: draft.department = text
        case .specialisms: draft.detail.specialisms = text
        case .languages: draft.detail.languages = text
        case .region: draft.detail.region = text
        case .email:
            if Text.isEmail(text) { draft.email = text } else { fail(draft.row, column, .notAnEmail) }
        case .managerEmail:
            if Text.isEmail(text) { draft.managerEmail = text } else { fail(draft.row, column, .notAnEmail) }
        case .userName:
            if let name = UserName.read(text) { draft.userName = name } else { fail(draft.row, column, .notAUserName) }
        case .capacity:
            guard let number = Int(text) else { return fail(draft.row, column, .notANumber) }
            if (0...100).contains(number) {
                draft.detail.capacity = number
            } else {
                fail(draft.row, column, .notInRange)
            }
        case .role:
            for word in text.split(whereSeparator: { ",;/|+&".contains($0) }) where !word.allSatisfy(\.isWhitespace) {
                guard let role = RoleWord.read(String(word)) else { return fail(draft.row, column, .unknownRole) }
                if !draft.roles.contains(role) { draft.roles.append(role) }
            }
        }
    }

    private mutating func fail(_ row: Int, _ column: PeopleColumn, _ fault: ImportFault) {
        errors.append(ImportError(row: row, column: heading(column), fault: fault))
    }

    /// `Wyn, Siân` or `Siân Wyn`: the last word is the family name. For rows without cells for the parts of a name.
    private static func split(_ fullName: String, into draft: inout PersonDraft) {
        let parts = fullName.split(separator: ",", maxSplits: 1).map { Text.trimmed(String($0)) }
        var (given, family) = ("", fullName)
        if parts.count == 2 {
            (given, family) = (parts[1], parts[0])
        } else if let cut = fullName.lastIndex(of: " ") {
            (given, family) = (String(fullName[..<cut]), String(fullName[fullName.index(after: cut)...]))
        }
        (draft.givenName, draft.familyName) = (given, family)
    }
}
