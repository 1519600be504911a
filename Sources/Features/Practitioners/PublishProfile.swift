// SPDX-License-Identifier: EUPL-1.2

import Journal
package import Kernel
import SQL

extension PractitionerDesk {
    /// Shows the pool what the practitioner has previewed; their places become what it says.
    ///
    /// - Throws: `PractitionersError.noProfile` without a draft that can be shown, `.placesBelowTaken`, `.claimedWords`.
    package func publish(by viewer: Viewer) async throws {
        let (now, entry, stock) = (time.now, ids.id(JournalKind.self), GateStock(ids, people: 1))
        try await database.write { tx in
            try PractitionerStore.touch(in: tx, pool: viewer.pool, viewer.person)
            guard let draft = try PractitionerStore.profile(in: tx, pool: viewer.pool, viewer.person, .draft),
                draft.canBeShown
            else { throw PractitionersError.noProfile }
            try Self.checkWords(of: viewer.person, .draft, on: now.day, in: tx, pool: viewer.pool)
            try Self.publish(draft, in: tx, pool: viewer.pool, viewer.person, at: now, by: viewer.person)
            try Gates.judge(viewer.person, in: tx, pool: viewer.pool, at: now, stock)
            try Journal.record(
                in: tx, pool: viewer.pool, at: now, id: entry, actor: JournalActor(viewer.person),
                PractitionersAction.published, on: viewer.person)
        }
    }

    static func publish(
        _ profile: Profile, in tx: Transaction, pool: PoolID, _ person: PersonID, at now: Timestamp, by: PersonID?
    ) throws {
        guard try tx.first(PractitionersSQL.setPlaces, pool, person, profile.places) != nil else {
            throw PractitionersError.placesBelowTaken
        }
        try PractitionerStore.save(profile, as: .published, in: tx, pool: pool, person, at: now, by: by)
        try tx.run(PractitionersSQL.dropDraft, pool, person)
        try DirectoryIndex.refresh(in: tx, pool: pool, person)
    }

    /// A text that names what nobody has checked, or promises a result, is not shown.
    ///
    /// Ethics: global/GLOBAL-2.10, iicm/IICM-B3
    ///
    /// - Throws: `PractitionersError.claimedWords`.
    static func checkWords(
        of person: PersonID, _ edition: ProfileEdition, on day: Day, in reader: Reader, pool: PoolID
    ) throws {
        guard let profile = try PractitionerStore.profile(in: reader, pool: pool, person, edition) else { return }
        let words = ClaimedWords(try ClaimStore.claims(of: person, in: reader, pool: pool), on: day)
        guard words.findings(in: profile.approach).isEmpty, words.findings(in: profile.methods).isEmpty else {
            throw PractitionersError.claimedWords
        }
    }
}
