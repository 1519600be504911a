// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Mail
package import Web

/// What the demonstration would have sent, as a page. Registered in a demonstration only: it shows everybody's mail.
package struct DemoMailRoutes: Sendable {
    private let folder: String

    package init(folder: String) {
        self.folder = folder
    }

    package func add(to routes: Routes) {
        routes.get("/demo/mail", for: Anyone.self) { [folder] call in
            let mails = try await MaildirReader(folder: folder).latest(limit: 50)
            let shown = mails.map { mail -> View in
                [
                    "to": mail.part.header("to") ?? "",
                    "subject": EncodedWords.decode(mail.part.header("subject") ?? ""),
                    "lines": mail.part.text.split(separator: "\n", omittingEmptySubsequences: true).map(String.init),
                    "links": links(in: mail.part.text),
                ]
            }
            return try call.page(
                "demo_mail", title: call.text("demo.mail.title"), ["mails": shown, "is_empty": shown.isEmpty])
        }
    }

    /// Addresses in a mail, without their host: the demonstration may be reached under another one.
    private func links(in text: String) -> [String] {
        text.matches(of: /https?:\/\/[^\/\s]+(\/[^\s]*)/).map { String($0.output.1) }
    }
}
