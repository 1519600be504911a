// SPDX-License-Identifier: EUPL-1.2

import Journal
package import Kernel
import Practitioners
import SQL

/// What came of a file: how many were taken, or what is wrong. Never both: a file is taken whole or not at all.
package struct TakenFile: Sendable {
    package let taken: Int
    package let errors: [TakingError]
}

extension ProgrammeDesk {
    /// Takes applications or offers out of a file, for people who have chosen them elsewhere. Each can take theirs back.
    ///
    /// Where a client's row names no language, theirs or English stands; no way of meeting stands for every one. A row without places
    /// offers one.
    ///
    /// - Throws: `ProgrammesError.notFound`, `.notOpen` once the programme begins.
    package func take(
        _ file: TakingFile, of side: FileSide, into id: ProgrammeID, names: ChoiceNames, by viewer: Viewer
    ) async throws -> TakenFile {
        let (now, entry) = (time.now, ids.id(JournalKind.self))
        let rows = file.lines.map { (line: $0, id: ids.bytes(16)) }
        return try await database.write { tx in
            let programme = try ProgrammeStore.run(id, by: viewer, on: now.day, in: tx)
            guard [.announced, .open, .matching].contains(programme.phase(on: now.day)) else {
                throw ProgrammesError.notOpen
            }
            var errors = file.errors
            var taken = 0
            let people = try tx.each(FileSQL.personByEmail, rows.map { [viewer.pool, $0.line.email] })
            for (row, found) in zip(rows, people) {
                guard let person = found.rows.first else {
                    errors.append(TakingError(row: row.line.row, .unknownPerson))
                    continue
                }
                let fault =
                    switch side {
                    case .clients:
                        try Self.takeClient(
                            row.line, person, programme, names, in: tx, viewer, at: now, ID(bytes: row.id))
                    case .practitioners:
                        try Self.takePractitioner(
                            row.line, person, programme, names, in: tx, viewer, at: now, ID(bytes: row.id))
                    }
                if let fault { errors.append(TakingError(row: row.line.row, fault)) } else { taken += 1 }
            }
            if !errors.isEmpty { throw Refused(errors: errors.sorted { $0.row < $1.row }) }
            try Journal.record(
                in: tx, pool: viewer.pool, at: now, id: entry, actor: Self.actor(viewer), ProgrammesAction.imported,
                on: id)
            return TakenFile(taken: taken, errors: [])
        }
    }

    /// As `take`, with what is wrong as a value.
    package func takeOrTell(
        _ file: TakingFile, of side: FileSide, into id: ProgrammeID, names: ChoiceNames, by viewer: Viewer
    ) async throws -> TakenFile {
        do {
            return try await take(file, of: side, into: id, names: names, by: viewer)
        } catch let refused as Refused {
            return TakenFile(taken: 0, errors: refused.errors)
        }
    }

    /// Undoes the transaction.
    private struct Refused: Error {
        let errors: [TakingError]
    }

    private static func takeClient(
        _ line: TakingFile.Line, _ row: Row, _ programme: Programme, _ names: ChoiceNames, in tx: Transaction,
        _ viewer: Viewer, at now: Timestamp, _ application: ID<ApplicationKind>
    ) throws -> TakingFault? {
        let person: PersonID = try row.id("id")
        guard try isEligible(person, for: programme, in: tx, pool: viewer.pool) else { return .notEligible }
        var choices = names.choices(in: line.topics, line.languages, line.formats, line.times)
        if choices.all(SpokenLanguage.self).isEmpty {
            choices.insert(try row.optionalText("language") == Language.welsh.rawValue ? SpokenLanguage.cy : .en)
        }
        if choices.all(MeetingFormat.self).isEmpty { choices.insert(MeetingFormat.allCases) }
        try apply(
            person, to: programme.id, with: choices, in: tx, pool: viewer.pool, at: now, application,
            by: viewer.person)
        return nil
    }

    private static func takePractitioner(
        _ line: TakingFile.Line, _ row: Row, _ programme: Programme, _ names: ChoiceNames, in tx: Transaction,
        _ viewer: Viewer, at now: Timestamp, _ offer: ID<OfferKind>
    ) throws -> TakingFault? {
        let text = Text.trimmed(line.places)
        guard let places = text.isEmpty ? 1 : Int(text), (1...Profile.mostPlaces).contains(places) else {
            return .places
        }
        do {
            try self.offer(
                places, liking: names.choices(in: line.topics), by: try row.id("id"), to: programme, in: tx,
                pool: viewer.pool, at: now, offer)
            return nil
        } catch ProgrammesError.notListed {
            return .notListed
        } catch ProgrammesError.notOffered {
            return .notOffered
        }
    }
}
