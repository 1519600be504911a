// SPDX-License-Identifier: EUPL-1.2

import Foundation
import TestSupport

/// What `docs/data-map.md` says of each column: its class, in the table of a section that bears the table's name.
struct DataMap {
    static let path = "docs/data-map.md"

    /// What may be read out of a column, and by whom.
    enum Class: String, CaseIterable {
        case metadata, choice, contact, open, passing, hash, sealed
    }

    private(set) var classes: [Column: String] = [:]
    private(set) var twice: [Column] = []

    struct Column: Hashable, Comparable, CustomStringConvertible {
        let table: String
        let name: String

        var description: String { "\(table).\(name)" }

        static func < (left: Column, right: Column) -> Bool { left.description < right.description }
    }

    init() throws {
        let text = try String(contentsOf: repositoryRoot.appending(path: Self.path), encoding: .utf8)
        var table = ""
        for line in text.split(separator: "\n") {
            if let heading = line.wholeMatch(of: /## `(\w+)`/) { table = String(heading.output.1) }
            guard !table.isEmpty, let row = line.wholeMatch(of: /\| `(\w+)` \| (\w+) \|.*/) else { continue }
            let column = Column(table: table, name: String(row.output.1))
            if classes[column] != nil { twice.append(column) }
            classes[column] = String(row.output.2)
        }
    }
}
