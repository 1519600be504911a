// SPDX-License-Identifier: EUPL-1.2

/// What another system reports of a mail of ours (a delivery status notification, RFC 3464).
package struct MailBounce: Hashable, Sendable {
    /// Which mail. Whoever knows this name has had the mail or carried it.
    package let message: MailMessageID
    /// Whether it will not be delivered; `false` for "not yet".
    package let isPermanent: Bool
    /// The status code of RFC 3463, such as `5.1.1`.
    package let status: String

    /// Reads a notification; `nil` for anything else, and for success reports.
    package init?(_ bytes: [UInt8]) {
        let report = MailPart(bytes)
        guard report.type == "multipart/report" else { return nil }
        let parts = report.allParts()
        guard let message = parts.lazy.compactMap(Self.original).first,
            let outcome = parts.lazy.filter({ $0.type == "message/delivery-status" }).compactMap(Self.outcome).first
        else { return nil }
        self.message = message
        (isPermanent, status) = outcome
    }

    /// The returned mail, whole or its headers alone (RFC 6522 allows both).
    private static func original(_ part: MailPart) -> MailMessageID? {
        if let id = part.header("message-id").flatMap({ MailMessageID($0) }) { return id }
        guard part.type == "text/rfc822-headers" else { return nil }
        return MailPart(part.content).header("message-id").flatMap { MailMessageID($0) }
    }

    /// Fields of the first recipient that failed or is late: blocks of headers with empty lines between.
    private static func outcome(_ part: MailPart) -> (Bool, String)? {
        var rest = part.content
        for _ in 0..<20 where !rest.isEmpty {
            let block = MailPart(rest)
            rest = block.content
            guard let status = block.header("status").flatMap(Self.status) else { continue }
            switch block.header("action")?.lowercased() {
            case "failed": return (true, status)
            case "delayed": return (false, status)
            default: continue
            }
        }
        return nil
    }

    /// Three numbers of at most three digits; a comment may follow.
    private static func status(_ text: String) -> String? {
        let code = text.prefix { $0 != " " && $0 != "\t" && $0 != "(" }
        let numbers = code.split(separator: ".", omittingEmptySubsequences: false)
        let isCode =
            numbers.count == 3
            && numbers.allSatisfy { (1...3).contains($0.utf8.count) && $0.utf8.allSatisfy { (48...57).contains($0) } }
        return isCode && (code.hasPrefix("4.") || code.hasPrefix("5.")) ? String(code) : nil
    }
}
