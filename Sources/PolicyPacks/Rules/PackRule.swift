// SPDX-License-Identifier: EUPL-1.2

/// One answer to a question on which documents differ.
package struct RuleOption: Hashable, Sendable {
    package let id: String
    package let words: Bilingual
}

/// The answer that one document gives.
package struct PackRule: Hashable, Sendable {
    package let rule: Rule
    package let option: RuleOption
    /// The clause that says so, in the same pack; nil in a pack of figures only.
    package let clause: String?
    package let source: String?
    package let unverified: Bool
}
