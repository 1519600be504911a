// SPDX-License-Identifier: EUPL-1.2

/// Whom a number concerns, where it does not concern everybody: members of one kind, or holders of one credential.
package enum NumberScope: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Members who work for themselves or another employer than the pool's organisations.
    case externalMember
    /// Members who are employed by one of the pool's organisations.
    case internalMember
    /// Holders of this level of this body's credential: `ac/master`.
    case credential(String)

    /// Nil unless it is one of the two words, or `body/level` in lower-case words joined by hyphens.
    package init?(_ text: String) {
        switch text {
        case "external-member": self = .externalMember
        case "internal-member": self = .internalMember
        default:
            let parts = text.split(separator: "/", omittingEmptySubsequences: false)
            guard parts.count == 2, parts.allSatisfy({ isKebabCase($0) }) else { return nil }
            self = .credential(text)
        }
    }

    package var description: String {
        switch self {
        case .externalMember: "external-member"
        case .internalMember: "internal-member"
        case .credential(let name): name
        }
    }
}

/// Lower-case ASCII letters and digits in words joined by single hyphens: the form of names in packs.
func isKebabCase(_ text: some StringProtocol) -> Bool {
    text.split(separator: "-", omittingEmptySubsequences: false).allSatisfy { word in
        !word.isEmpty && word.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
    }
}
