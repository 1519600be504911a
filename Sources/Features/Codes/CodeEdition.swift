// SPDX-License-Identifier: EUPL-1.2

package import Kernel
package import PolicyPacks
package import SQL

/// What members of a pool accept: the editions of all packs as they stood when it was announced.
package struct CodeEdition: Hashable, Sendable {
    package let number: Int
    /// `global/2018`, in the order of the library.
    package let packs: [String]
    package let announcedAt: Timestamp
    package let acceptBy: Day

    package init(number: Int, packs: [String], announcedAt: Timestamp, acceptBy: Day) {
        self.number = number
        self.packs = packs
        self.announcedAt = announcedAt
        self.acceptBy = acceptBy
    }
}

/// The editions of one pool, newest first.
package struct CodeEditions: Hashable, Sendable {
    package let all: [CodeEdition]

    package init(_ all: [CodeEdition]) {
        self.all = all.sorted { $0.number > $1.number }
    }

    package var newest: CodeEdition? { all.first }

    /// What somebody must have accepted to come to be found: the newest, whatever its day. 0 where none was announced.
    ///
    /// Ethics: wme/WME-1, wme/WME-3.4
    package var neededToEnter: Int { newest?.number ?? 0 }

    /// What somebody must have accepted to stay found on a day: the newest whose days are over.
    package func neededToStay(on day: Day) -> Int {
        all.first { $0.acceptBy < day }?.number ?? 0
    }

    /// The next day on which more is needed to stay than on this one.
    package func nextDue(after day: Day, accepted: Int) -> Day? {
        all.filter { $0.number > accepted && $0.acceptBy >= day }.map { $0.acceptBy.adding(days: 1) }.min()
    }

    package static func read(in reader: Reader, pool: PoolID) throws -> CodeEditions {
        CodeEditions(
            try reader.rows(CodesSQL.editions, pool).map { row in
                CodeEdition(
                    number: try row.int("number"), packs: try row.text("packs").split(separator: " ").map(String.init),
                    announcedAt: try row.time("announced_at"), acceptBy: try row.day("accept_by"))
            })
    }
}

extension PackLibrary {
    /// The packs of an edition that this program has.
    package func packs(of edition: CodeEdition) -> [PolicyPack] {
        packs.filter { edition.packs.contains($0.identity.description) }
    }
}
