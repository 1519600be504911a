// SPDX-License-Identifier: EUPL-1.2

/// What can be wrong with a cell, a row or a file of people. The codes stand in the command's JSON; their words are
/// `import.fault.<code>`.
package enum ImportFault: String, CaseIterable, Sendable, Hashable {
    // the file
    case empty
    case notUTF8 = "not-utf-8"
    case noNameColumn = "no-name-column"
    case headingTwice = "heading-twice"
    case tooManyRows = "too-many-rows"
    // the row
    case quoteNotClosed = "quote-not-closed"
    case textAfterQuote = "text-after-quote"
    case tooManyCells = "too-many-cells"
    // the cell
    case missing
    case notText = "not-text"
    case directionMarks = "direction-marks"
    case tooLong = "too-long"
    case notAnEmail = "not-an-email"
    case notAUserName = "not-a-user-name"
    case unknownRole = "unknown-role"
    case notANumber = "not-a-number"
    case notInRange = "not-in-range"
    // what it means
    case emailTwice = "email-twice"
    case userNameTwice = "user-name-twice"
    case personTwice = "person-twice"
    case severalMatch = "several-match"
    case userNameTaken = "user-name-taken"
    case organisationNeeded = "organisation-needed"
    case notToYourself = "not-to-yourself"
}

/// One thing that is wrong, where a spreadsheet shows it: headings are row 1, the column by its heading.
package struct ImportError: Error, Hashable, Sendable, Encodable {
    package let row: Int
    package let column: String
    package let fault: ImportFault

    package init(row: Int, column: String, fault: ImportFault) {
        self.row = row
        self.column = column
        self.fault = fault
    }

    private enum CodingKeys: String, CodingKey { case row, column, code }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(row, forKey: .row)
        try container.encode(column, forKey: .column)
        try container.encode(fault.rawValue, forKey: .code)
    }
}

/// What an import did, or would do. With errors nothing was done, and the counts are nought.
package struct ImportResult: Hashable, Sendable, Encodable {
    /// Rows with people, the heading row and blank rows apart.
    package var rows = 0
    package var imported = 0
    package var updated = 0
    package var unchanged = 0
    package var errors: [ImportError] = []
    package var ignoredColumns: [String] = []

    package init() {}

    package var isClean: Bool { errors.isEmpty }

    private enum CodingKeys: String, CodingKey {
        case rows, imported, updated, unchanged, errors
        case ignoredColumns = "ignored_columns"
    }
}
