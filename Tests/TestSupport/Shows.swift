// SPDX-License-Identifier: EUPL-1.2

import App
package import PolicyPacks
package import Testing

/// Says what a test shows: controls of the registry, or one clause of a pack. A control that does not exist does not
/// compile; a clause that does not exist fails the test, and fails `Scripts/shows --check` before any test runs.
///
/// ```swift
/// @Test("A paused practitioner is not found", .shows(.directory), .shows(clause: "WME-6.2"))
/// ```
///
/// `Scripts/shows` reads these from the sources, so the arguments are written out: no variables.
package struct Shows: TestTrait {
    package let controls: [Control]
    package let clause: String?

    package func prepare(for test: Test) async throws {
        guard let clause, !Self.clauses.contains(clause) else { return }
        throw UnknownClause(name: clause)
    }

    package struct UnknownClause: Error, CustomStringConvertible {
        package let name: String

        package var description: String { "no pack has a clause \(name)" }
    }

    private static let clauses: Set<String> = {
        // Packs that do not load fail tests of their own; here every claim fails with them.
        guard let folder = try? PackFolder.shipped() else { return [] }
        return folder.library.clauseNames
    }()
}

extension Trait where Self == Shows {
    /// The test is evidence for these controls.
    package static func shows(_ first: Control, _ others: Control...) -> Self {
        Shows(controls: [first] + others, clause: nil)
    }

    /// The test is evidence for this clause: for a gate, that what is owed is refused until it is done; for a right, that
    /// nothing blocks it.
    package static func shows(clause: String) -> Self {
        Shows(controls: [], clause: clause)
    }
}
