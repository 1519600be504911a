// SPDX-License-Identifier: EUPL-1.2

/// One duty from one document, in the project's own words, with the controls of the product that serve it.
package struct Clause: Hashable, Sendable {
    /// Unique among packs, the same through all editions of one pack: `GLOBAL-1.2`.
    package let id: String
    /// What is owed. A paraphrase: the document itself is the authority, and the pack's source leads to it.
    package let duty: Bilingual
    /// What no software can settle and people therefore must, one sentence.
    package let judgement: Bilingual
    /// At least one, none twice.
    package let controls: [Control]
    /// At least one, none twice.
    package let how: [ClauseKind]
}
