// SPDX-License-Identifier: EUPL-1.2

package import Kernel
import SQL

/// A claim with its files, for those who check it and for whoever made it.
package struct ClaimInFull: Sendable {
    package struct Evidence: Sendable {
        package let id: EvidenceID
        package let name: String
        package let size: Int
    }

    package let claim: Claim
    package let evidence: [Evidence]
}

extension PractitionerDesk {
    package func claims(of viewer: Viewer) async throws -> [Claim] {
        try await database.read { try ClaimStore.claims(of: viewer.person, in: $0, pool: viewer.pool) }
    }

    /// One's own claim, or one that the viewer may check.
    ///
    /// - Throws: `PractitionersError.notFound`.
    package func claim(_ id: ClaimID, for viewer: Viewer) async throws -> ClaimInFull {
        let day = time.now.day
        return try await database.read { reader in
            ClaimInFull(
                claim: try Self.readable(id, viewer, day, reader),
                evidence: try reader.rows(ClaimSQL.evidenceOf, viewer.pool, id).map { row in
                    ClaimInFull.Evidence(
                        id: try row.id("id"), name: try row.text("file_name"), size: try row.int("size"))
                })
        }
    }

    /// A file of such a claim.
    ///
    /// - Throws: `PractitionersError.notFound`.
    package func evidence(
        _ id: EvidenceID, of claim: ClaimID, for viewer: Viewer
    ) async throws -> (name: String, kind: EvidenceFile.Kind, bytes: [UInt8]) {
        let day = time.now.day
        return try await database.read { reader in
            _ = try Self.readable(claim, viewer, day, reader)
            guard let row = try reader.first(ClaimSQL.evidence, viewer.pool, claim, id),
                let kind = EvidenceFile.Kind(rawValue: try row.text("kind"))
            else { throw PractitionersError.notFound }
            return (try row.text("file_name"), kind, try row.bytes("bytes"))
        }
    }

    private static func readable(_ id: ClaimID, _ viewer: Viewer, _ day: Day, _ reader: Reader) throws -> Claim {
        if let own = try ClaimStore.claim(id, in: reader, pool: viewer.pool), own.person == viewer.person { return own }
        return try checkable(id, by: viewer, on: day, in: reader)
    }
}
