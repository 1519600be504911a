// SPDX-License-Identifier: EUPL-1.2

package import Kernel
import Practitioners
import SQL

/// A request with everything that its page shows.
package struct RequestInFull: Sendable {
    package let request: MatchRequest
    package let steps: [(step: RequestStep, at: Timestamp, byViewer: Bool)]
    package let reason: RefusalReason?
    package let suggested: (person: PersonID, name: String)?
    package let conversation: FirstConversation?
    /// The other one's address, once the two are to talk.
    package let otherEmail: String?
    package let placesFree: Int
}

extension MatchingDesk {
    /// - Throws: `MatchingError.notFound` for a request that is neither from nor to the viewer.
    package func request(_ id: RequestID, for viewer: Viewer) async throws -> RequestInFull {
        try await database.read { reader in
            guard let row = try reader.first(RequestSQL.seen, viewer.pool, id, viewer.person) else {
                throw MatchingError.notFound
            }
            let request = try RequestStore.request(from: row)
            let steps = try reader.rows(RequestSQL.steps, viewer.pool, id).compactMap { row in
                try RequestStep(rawValue: row.text("step")).map { step in
                    (step, try row.time("taken_at"), try row.optionalID("taken_by") == viewer.person)
                }
            }
            let refusal = try reader.first(RequestSQL.refusal, viewer.pool, id)
            return RequestInFull(
                request: request, steps: steps,
                reason: try refusal.flatMap { RefusalReason(rawValue: try $0.text("reason")) },
                suggested: try refusal.flatMap(Self.suggested),
                conversation: try Self.conversation(id, viewer, in: reader),
                otherEmail: try Self.otherEmail(request, viewer, in: reader),
                placesFree: try Places.free(in: reader, pool: viewer.pool, with: request.practitioner))
        }
    }

    /// Requests from and to the viewer, newest first.
    package func requests(of viewer: Viewer) async throws -> (sent: [MatchRequest], received: [MatchRequest]) {
        try await database.read { reader in
            (
                try reader.rows(RequestSQL.sent, viewer.pool, viewer.person, 50).map(RequestStore.request),
                try reader.rows(RequestSQL.received, viewer.pool, viewer.person, 50).map(RequestStore.request)
            )
        }
    }

    /// Others who offer what a request asks for, as its practitioner would find them.
    package func suggestions(for request: MatchRequest, by viewer: Viewer) async throws -> [DirectoryResult] {
        var choices = Choices()
        choices.insert(request.discipline)
        choices.insert(request.choices.all(Specialism.self))
        let query = DirectoryQuery(
            choices: choices, withOwnTeam: true, seed: Int64(truncatingIfNeeded: ids.seed() >> 2))
        return try await database.read { reader in
            try DirectorySearch(for: viewer).results(for: query, limit: 8, in: reader).items
        }.filter { $0.person != request.client }
    }

    private static func suggested(_ row: Row) throws -> (person: PersonID, name: String)? {
        guard let person = try row.optionalID("suggested_id", PersonKind.self) else { return nil }
        return (
            person,
            [try row.text("given_name"), try row.text("family_name")].filter { !$0.isEmpty }.joined(separator: " ")
        )
    }

    private static func conversation(_ id: RequestID, _ viewer: Viewer, in reader: Reader) throws -> FirstConversation?
    {
        guard let row = try reader.first(RequestSQL.conversation, viewer.pool, id),
            let format = MeetingFormat(rawValue: try row.text("format"))
        else { return nil }
        return FirstConversation(
            format: format, day: try row.optionalDay("held_on"), time: try row.optionalText("starts_at"))
    }

    private static func otherEmail(_ request: MatchRequest, _ viewer: Viewer, in reader: Reader) throws -> String? {
        guard request.step.holdsPlace || request.step == .chosen else { return nil }
        let rows = try reader.rows(RequestSQL.addresses, viewer.pool, request.client, request.practitioner)
        let other = request.isClient(viewer) ? request.practitioner : request.client
        return try rows.first { try $0.text("id") == other.text }?.optionalText("email")
    }
}
