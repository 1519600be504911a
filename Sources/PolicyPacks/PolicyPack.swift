// SPDX-License-Identifier: EUPL-1.2

/// Which pack, and which edition of it: `global` of `2018`. The same two words name its folder.
package struct PackIdentity: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let pack: String
    package let edition: String

    package var description: String { "\(pack)/\(edition)" }

    package static func < (left: PackIdentity, right: PackIdentity) -> Bool {
        (left.pack, left.edition) < (right.pack, right.edition)
    }
}

/// Where the words behind a pack can be read.
package struct PackSource: Hashable, Sendable {
    /// The document's own title, as its publisher writes it.
    package let title: String
    package let publisher: String
    package let address: String
    /// What a careful reader must know about the source: undated, an extract, gathered from several pages.
    package let note: Bilingual?
}

/// One edition of one code of ethics, or of one body's figures, as data.
///
/// Adopting a pack claims no membership of the body behind it: `standing` is the sentence that pages show beside it.
package struct PolicyPack: Hashable, Sendable {
    package let identity: PackIdentity
    package let title: Bilingual
    package let inForce: DaySpan
    /// True where the first or last day comes from a secondary source or is assumed.
    package let datesUnverified: Bool
    package let source: PackSource
    package let welsh: WelshState
    /// In the order of the document. Empty in a pack that holds a body's figures only.
    package let clauses: [Clause]
    package let numbers: [PackNumber]
    package let rules: [PackRule]

    /// The sentence that stands beside each adopted pack.
    package static let standing = Bilingual(
        en: "Chosen by this pool, not endorsed by that body.",
        cy: "Dewis y gronfa hon; heb ei gymeradwyo gan y corff hwnnw."
    )

    package func clause(_ id: String) -> Clause? {
        clauses.first { $0.id == id }
    }
}
