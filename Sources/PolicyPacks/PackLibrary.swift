// SPDX-License-Identifier: EUPL-1.2

package import Kernel

/// All packs at hand, checked one by one and against each other.
///
/// What holds for every library: clause names belong to one pack; editions of a pack are never in force on the same day;
/// a quantity binds the same way in all packs; and, with a register, each listed clause stands where it is listed.
package struct PackLibrary: Sendable {
    /// By name, then by first day, the edition without one first.
    package let packs: [PolicyPack]

    /// Reads packs, each from `<pack>/<edition>/pack.json`.
    ///
    /// - Throws: `PackFailure` with everything that is wrong in all files.
    package init(
        _ files: [(path: String, bytes: [UInt8])], register: PackRegister? = nil
    ) throws(PackFailure) {
        var problems: [PackProblem] = []
        var packs: [PolicyPack] = []
        for file in files.sorted(by: { $0.path < $1.path }) {
            let log = ProblemLog(file: file.path)
            if let pack = PackReader.read(file.bytes, log: log) { packs.append(pack) }
            problems += log.problems
        }
        problems += LibraryChecks(packs).problems
        // With a broken file on the table, its clauses would all be called missing as well.
        if problems.isEmpty, let register { problems += register.problems(in: packs) }
        guard problems.isEmpty else { throw PackFailure(problems: problems) }
        self.packs = packs.sorted { Self.order($0) < Self.order($1) }
    }

    package func editions(of pack: String) -> [PolicyPack] {
        packs.filter { $0.identity.pack == pack }
    }

    /// The edition by which conduct on that day is judged; nil on a day without one.
    package func edition(of pack: String, on day: Day) -> PolicyPack? {
        packs.first { $0.identity.pack == pack && $0.inForce.contains(day) }
    }

    /// The last edition of each pack, by name of pack.
    package var newest: [PolicyPack] {
        packs.indices.filter { index in
            index + 1 == packs.count || packs[index + 1].identity.pack != packs[index].identity.pack
        }.map { packs[$0] }
    }

    package var names: Set<String> { Set(packs.map(\.identity.pack)) }

    package var clauseNames: Set<String> { Set(packs.flatMap(\.clauses).map(\.id)) }

    private static func order(_ pack: PolicyPack) -> (String, String) {
        (pack.identity.pack, pack.inForce.from?.description ?? "")
    }
}

extension PackRegister {
    /// What the packs lack or have too much, against this register.
    func problems(in packs: [PolicyPack]) -> [PackProblem] {
        var problems: [PackProblem] = []
        func report(_ reason: PackProblem.Reason, _ identity: PackIdentity, _ file: String) {
            problems.append(
                PackProblem(file: file, position: nil, place: "pack \(identity)", field: "clauses", reason: reason))
        }
        for (identity, expected) in clauses.sorted(by: { $0.key < $1.key }) {
            guard let pack = packs.first(where: { $0.identity == identity }) else {
                report(.missingPack, identity, file)
                continue
            }
            let found = Set(pack.clauses.map(\.id))
            for id in expected.subtracting(found).sorted() { report(.missingClause(id), identity, pack.file) }
        }
        for pack in packs.sorted(by: { $0.identity < $1.identity }) {
            let unlisted = Set(pack.clauses.map(\.id)).subtracting(clauses[pack.identity] ?? [])
            for id in unlisted.sorted() { report(.unlistedClause(id), pack.identity, pack.file) }
        }
        return problems
    }
}
