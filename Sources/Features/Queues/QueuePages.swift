// SPDX-License-Identifier: EUPL-1.2

import Kernel
import Web

enum QueuePages {
    static func view(
        _ call: Call<AsSteward>, _ page: Page<QueueLine>, _ kind: QueueKind?, chased: Int?
    ) -> View {
        let isAdministrator = call.who.viewer.has(.administrator)
        let kinds: [View] = QueueKind.allCases.filter { $0.isForLeads || isAdministrator }.map { one in
            ["words": call.text(one.words), "kind_path": "/queue/of/\(one.rawValue)", "is_chosen": one == kind]
        }
        let today = call.visit.now.day
        let lines: [View] = page.items.map { line in
            [
                "kind_words": call.text(line.kind.words), "name": line.name, "organisation": line.organisation ?? "",
                "has_organisation": line.organisation != nil,
                "path": line.kind.path(subject: line.subject, person: line.person),
                "since": call.text(
                    "queues.since", ["day": call.words(for: line.since.day)],
                    count: max(0, today.number - line.since.day.number)),
            ]
        }
        let base = kind.map { "/queue/of/\($0.rawValue)" } ?? "/queue"
        return [
            "kinds": kinds, "lines": lines, "has_lines": !lines.isEmpty, "has_next": page.next != nil,
            "next": "\(base)/from/\(page.next ?? "")", "is_all": kind == nil,
            "can_chase": (kind?.waitsForMember ?? false) && !lines.isEmpty,
            "chase_path": "\(base)/chasing", "has_chased": chased != nil,
            "chased": chased.map { call.text("queues.chased", count: $0) } ?? "",
        ]
    }
}
