// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Kernel
import PolicyPacks
import SQL
import Web

/// What everybody who offers coaching or mentoring here works to, for anybody to read before they ask for anything.
///
/// Ethics: iicm/IICM-A10, global/GLOBAL-1.2
enum ConductPage {
    static func response(_ call: Call<Anyone>, _ desk: CodesDesk) async throws -> Response {
        let pool = call.visit.site.id
        let language = call.visit.language
        let editions = try await desk.database.read { try CodeEditions.read(in: $0, pool: pool) }
        let packs = editions.newest.map { desk.library.packs(of: $0) } ?? []
        return try call.page(
            "conduct", title: call.text("conduct.title"),
            [
                "has_code": !packs.isEmpty, "standing": PolicyPack.standing[language],
                "edition": editions.newest.map {
                    call.text(
                        "codes.edition.since",
                        ["number": String($0.number), "day": call.words(for: $0.announcedAt.day)])
                } ?? "",
                "packs": packs.map { pack -> View in
                    [
                        "title": pack.title[language], "publisher": pack.source.publisher,
                        "address": pack.source.address, "edition": pack.identity.edition,
                    ]
                },
            ])
    }
}
