// SPDX-License-Identifier: EUPL-1.2

import Kernel
import Pools
import Practitioners
package import Web

/// Which side of a programme a file is about.
package enum FileSide: String, CaseIterable, Sendable {
    case clients, practitioners

    package var words: String { "programmes.file." + rawValue }
}

/// What is wrong with one row of a file; its words are `programmes.fault.<code>`.
package enum TakingFault: String, CaseIterable, Sendable {
    /// The row is no comma-separated values, see `ImportFault`.
    case unreadable
    case noEmailColumn = "no-email-column"
    case noEmail = "no-email"
    /// Nobody of the pool has this address.
    case unknownPerson = "unknown-person"
    case twice
    case notEligible = "not-eligible"
    case notListed = "not-listed"
    case notOffered = "not-offered"
    case places
    case tooManyRows = "too-many-rows"
}

/// An error of a file, by the row that a spreadsheet shows.
package struct TakingError: Hashable, Sendable {
    package let row: Int
    package let fault: TakingFault

    package init(row: Int, _ fault: TakingFault) {
        self.row = row
        self.fault = fault
    }
}

/// Clients or practitioners of a programme out of a spreadsheet. People are met by their address; what a list says of names, grades
/// and organisations is passed over, since the list of people says it.
///
/// Headings of PyPI's `mentor-match` are among those that are understood (`email`, `first name`, `last name`, `role`, `organisation`,
/// `grade`, `profession`, and the older `current profession` and `target profession`): a profession becomes the topics and
/// the part of public life that bear its words.
package struct TakingFile: Sendable {
    struct Line: Sendable {
        let row: Int
        let email: String
        let topics: String
        let languages: String
        let formats: String
        let times: String
        let places: String
    }

    package static let mostRows = 200_000
    package static let mostBytes = 20 << 20

    private(set) var lines: [Line] = []
    package private(set) var errors: [TakingError] = []

    package init(_ bytes: [UInt8]) {
        var reader = CSVReader(bytes)
        guard let head = reader.next(), head.fault == nil else {
            errors = [TakingError(row: 1, .unreadable)]
            return
        }
        let columns = head.cells.map { Column(heading: Self.text($0) ?? "") }
        guard columns.contains(.email) else {
            errors = [TakingError(row: 1, .noEmailColumn)]
            return
        }
        var seen: Set<String> = []
        while let record = reader.next() {
            if record.isBlank { continue }
            if lines.count >= Self.mostRows {
                errors.append(TakingError(row: record.row, .tooManyRows))
                return
            }
            if record.fault != nil || record.cells.count > columns.count {
                errors.append(TakingError(row: record.row, .unreadable))
                continue
            }
            var cells: [Column: String] = [:]
            for (column, cell) in zip(columns, record.cells) {
                guard let column, let text = Self.text(cell) else { continue }
                cells[column] = [cells[column], text].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ",")
            }
            let email = Text.emailKey(cells[.email] ?? "")
            if !Text.isEmail(email) {
                errors.append(TakingError(row: record.row, .noEmail))
            } else if !seen.insert(email).inserted {
                errors.append(TakingError(row: record.row, .twice))
            } else {
                lines.append(
                    Line(
                        row: record.row, email: email, topics: cells[.topics] ?? "",
                        languages: cells[.languages] ?? "", formats: cells[.formats] ?? "",
                        times: cells[.times] ?? "", places: cells[.places] ?? ""))
            }
        }
    }

    private enum Column: Hashable {
        case email, topics, languages, formats, times, places

        init?(heading: String) {
            switch Text.folded(heading) {
            case "email", "e mail", "email address", "your email address", "your civil service email address", "ebost":
                self = .email
            case "topics", "topic", "specialisms", "profession", "current profession", "target profession",
                "your profession", "pynciau":
                self = .topics
            case "languages", "language", "ieithoedd", "iaith": self = .languages
            case "formats", "format", "how", "sut": self = .formats
            case "times", "time", "amseroedd": self = .times
            case "places", "capacity", "mentees", "number of mentees", "lleoedd": self = .places
            default: return nil
            }
        }
    }

    /// A cell of one line; what is no text counts as empty.
    private static func text(_ bytes: [UInt8]) -> String? {
        String(validating: bytes, as: UTF8.self).map {
            $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
    }
}

/// Answers of closed lists that a text names, by code or by their words in either language.
package struct ChoiceNames: Sendable {
    private let codes: [String: [String]]

    package init(_ catalogue: Catalogue) {
        var codes: [String: [String]] = [:]
        func add<Answer: Choice>(_: Answer.Type) {
            for answer in Answer.allCases {
                let names = Language.allCases.map { catalogue.text(answer.words, $0) } + [answer.rawValue, answer.code]
                for name in Set(names.map(Text.folded)) { codes[name, default: []].append(answer.code) }
            }
        }
        add(Specialism.self)
        add(Sector.self)
        add(SpokenLanguage.self)
        add(MeetingFormat.self)
        add(UsualTime.self)
        self.codes = codes
    }

    func choices(in texts: String...) -> Choices {
        let names = texts.flatMap { $0.split(whereSeparator: ",;|/".contains).map { Text.folded(String($0)) } }
        return Choices(stored: Set(names.flatMap { codes[$0] ?? [] }).sorted().joined(separator: " "))
    }
}
