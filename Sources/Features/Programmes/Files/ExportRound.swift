// SPDX-License-Identifier: EUPL-1.2

package import Kernel
import SQL

/// The tables that a round can be taken away as.
package enum RoundTable: String, CaseIterable, Sendable {
    /// A line for each client: with whom, at how many points, as which choice.
    case pairs = "pairs.csv"
    /// As PyPI's `mentor-match` writes them.
    case mentees = "mentees-list.csv"
    case mentors = "mentors-list.csv"
}

extension ProgrammeDesk {
    /// A draft as comma-separated values (RFC 4180), UTF-8.
    ///
    /// - Throws: `ProgrammesError.notFound`, also for a round without a draft.
    package func table(_ table: RoundTable, of id: RoundID, for viewer: Viewer) async throws -> String {
        let state = try await workingState(id, for: viewer)
        guard let draft = state.draft else { throw ProgrammesError.notFound }
        let names = try await names(of: state.input.clients + state.input.practitioners, pool: viewer.pool)
        switch table {
        case .pairs: return Self.pairs(state, draft, names)
        case .mentees:
            return Self.people(
                state.input.clients.enumerated().map { client, id in
                    (id, state.practitioner(of: client, in: draft).map { [$0] } ?? [])
                }, names)
        case .mentors:
            var held: [PersonID: [PersonID]] = [:]
            for (client, id) in state.input.clients.enumerated() {
                if let practitioner = state.practitioner(of: client, in: draft) {
                    held[practitioner, default: []].append(id)
                }
            }
            return Self.people(state.input.practitioners.map { ($0, held[$0] ?? []) }, names)
        }
    }

    private static func pairs(_ state: WorkingState, _ draft: Draft, _ names: [PersonID: PersonLine]) -> String {
        var table = CSVText(["client", "client email", "practitioner", "practitioner email", "points", "choice"])
        for (client, id) in state.input.clients.enumerated() {
            let pair = state.pair(client, draft, names, isPinned: false)
            let isWith = pair.practitioner != nil
            table.add([
                pair.clientName, names[id]?.email ?? "", pair.practitionerName,
                pair.practitioner.flatMap { names[$0]?.email } ?? "", isWith ? String(pair.points) : "",
                isWith ? String(pair.rank) : "",
            ])
        }
        return table.text
    }

    private static func people(
        _ lines: [(person: PersonID, matches: [PersonID])], _ names: [PersonID: PersonLine]
    ) -> String {
        let core = ["email", "first name", "last name", "role", "organisation", "grade", "profession"]
        let most = lines.map(\.matches.count).max() ?? 0
        var table = CSVText(core + (0..<most).flatMap { number in core.map { "match \(number + 1) \($0)" } })
        func cells(_ person: PersonID) -> [String] {
            guard let line = names[person] else { return core.map { _ in "" } }
            return [line.email, line.givenName, line.familyName, line.jobTitle, line.organisation, line.grade, ""]
        }
        for line in lines {
            let matches = line.matches.flatMap(cells)
            table.add(cells(line.person) + matches + Array(repeating: "", count: most * core.count - matches.count))
        }
        return table.text
    }
}

/// Comma-separated values on their way to a spreadsheet.
struct CSVText {
    private(set) var text = ""

    init(_ headings: [String]) { add(headings) }

    mutating func add(_ cells: [String]) {
        text += cells.map(Self.cell).joined(separator: ",") + "\r\n"
    }

    /// Quoted where it must be; what a spreadsheet would take for a formula is marked as text.
    static func cell(_ value: String) -> String {
        let marked = value.first.map { "=+-@\t\r".contains($0) } == true && Int(value) == nil ? "'" + value : value
        guard marked.contains(where: { ",\"\n\r\r\n".contains($0) }) else { return marked }
        return "\"" + marked.replacing("\"", with: "\"\"") + "\""
    }
}
