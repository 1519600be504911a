// SPDX-License-Identifier: EUPL-1.2

/// An address that can stand in an envelope and in a header as it is: ASCII, no white space, no quoting, no control character
/// (the dot-atom form of RFC 5321 and 5322).
package struct MailAddress: Hashable, Sendable {
    package let text: String
    let domain: String

    /// - Throws: `MailError.address`; also for addresses that would need SMTPUTF8 (RFC 6531), which is not offered.
    package init(_ text: String) throws(MailError) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, text.utf8.count <= 254, parts[0].utf8.count <= 64, Self.isLocal(parts[0]),
            Self.isDomain(parts[1])
        else { throw .address }
        self.text = text
        self.domain = String(parts[1])
    }

    private static func isLocal(_ text: Substring) -> Bool {
        text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { atom in
            !atom.isEmpty && atom.utf8.allSatisfy { isAlphanumeric($0) || "!#$%&'*+-/=?^_`{|}~".utf8.contains($0) }
        }
    }

    private static func isDomain(_ text: Substring) -> Bool {
        text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
            (1...63).contains(label.utf8.count) && !label.hasPrefix("-") && !label.hasSuffix("-")
                && label.utf8.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
        }
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}

/// Who the mail is from: the service's own name and address.
package struct MailSender: Hashable, Sendable {
    package let name: HeaderText
    package let address: MailAddress

    package init(name: HeaderText, address: MailAddress) {
        self.name = name
        self.address = address
    }
}
