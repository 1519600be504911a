// SPDX-License-Identifier: EUPL-1.2

/// Who may write and read, from documents that were verified before.
package struct RecordAccess: Sendable {
    /// By the hash that records name them with.
    package var rosters: [Bytes: Roster]
    /// Those whom a document outside the roster names: parties of an agreement, panel and reporter, a practitioner asked.
    package var parties: [KeyHolder]
    package var grants: [Grant]

    package init(rosters: [SignedRoster] = [], parties: [KeyHolder] = [], grants: [Grant] = []) {
        self.rosters = Dictionary(rosters.map { ($0.hash, $0.roster) }, uniquingKeysWith: { first, _ in first })
        self.parties = parties
        self.grants = grants
    }

    /// Demands that the author may write and everyone named may read.
    ///
    /// - Throws: `record` otherwise.
    package func check(_ core: RecordCore, in directory: KeyDirectory) throws(SealError) {
        if !core.roster.isEmpty {
            try checkRoster(core, directory)
        } else if core.kind.isByParties {
            try demand(core.akey == 0 || parties.contains(KeyHolder(user: core.author, k: core.akey)), .record)
            try demand(core.readers.allSatisfy(parties.contains), .record)
        } else {
            try demand(core.readers.map(\.user) == [core.author], .record)
        }
    }

    /// As whom a person opens: named by the author, or granted since.
    ///
    /// - Throws: `record` for someone who is neither.
    package func holder(for user: String, of core: RecordCore, hash: Bytes) throws(SealError) -> KeyHolder {
        let granted = grants.first { $0.to.user == user && $0.envelope == hash }?.to
        guard let holder = core.readers.first(where: { $0.user == user }) ?? granted else { throw .record }
        return holder
    }

    private func checkRoster(_ core: RecordCore, _ directory: KeyDirectory) throws(SealError) {
        guard let roster = rosters[core.roster], roster.pool == core.pool, roster.eng == core.eng else { throw .record }
        let may = { (user: String, k: Int, reach: Roster.Reach) in
            guard let member = roster.member(user), member.reach >= reach else { return false }
            return directory.isContinued(member.holder, to: k)
        }
        try demand(may(core.author, core.akey, .write), .record)
        try demand(core.readers.allSatisfy { may($0.user, $0.k, .read) }, .record)
    }
}
