// SPDX-License-Identifier: EUPL-1.2

import CLibPQ
import SQL

/// What the server said to one thing in the pipeline.
enum PostgresAnswer {
    /// It was done; `tag` is the command that the server says it was.
    case done(SQLResult, tag: String)
    /// It failed; `isSpent` if this connection will not do any more but another one may.
    case failed(DatabaseError, isSpent: Bool)
    /// Not tried, because something before it failed.
    case skipped

    init(_ result: OpaquePointer, reads: Bool) {
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK:
            do throws(DatabaseError) {
                self = .done(try PostgresRows.read(result), tag: PQcmdStatus(result).map { String(cString: $0) } ?? "")
            } catch {
                self = .failed(error, isSpent: false)
            }
        case PGRES_PIPELINE_ABORTED: self = .skipped
        default:
            let error = PostgresFault.translate(result, reads: reads)
            self = .failed(
                error,
                isSpent: error != .bug("25006")
                    && PostgresFault.endsConnection.contains(PostgresFault.state(of: result)))
        }
    }
}
