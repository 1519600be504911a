// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Kernel
import Web

/// A confirmed import. A short one is over before anybody looks; a long one tells how far it is on a page that grows while it
/// runs: lines are sent as batches are done, which needs no script, no second request and no memory shared between nodes.
struct RunningImport: Sendable {
    /// From how many rows on somebody would wonder whether it works.
    static let longRows = 2000

    let importer: ImportPeople
    let upload: Upload
    let call: Call<AsAdministrator>

    func atOnce() async throws -> Response {
        let (result, id) = try await run { _ in }
        guard result.isClean, let id else { return call.see("/people-import/preview") }
        return call.see("/people-imports/\(id)")
    }

    func told() throws -> Response {
        let (head, foot) = try ImportPages.running(call)
        let body = ResponseBody { writer in
            try await writer.write(ByteBuffer(string: head))
            let (steps, told) = AsyncStream.makeStream(of: Int.self, bufferingPolicy: .bufferingNewest(1))
            async let outcome = finishing(told)
            for await done in steps { try await writer.write(ByteBuffer(string: ImportPages.step(call, done, total))) }
            try await writer.write(ByteBuffer(string: try ImportPages.outcome(call, await outcome)))
            try await writer.write(ByteBuffer(string: foot))
            try await writer.finish(nil)
        }
        return Response(
            status: .ok,
            headers: [.contentType: "text/html; charset=utf-8", .contentLanguage: call.visit.language.rawValue],
            body: body)
    }

    private var total: Int { upload.file.drafts.count }

    /// The import's outcome; whatever happens, the stream of steps ends. An error becomes words, since the status has been sent.
    private func finishing(_ told: AsyncStream<Int>.Continuation) async -> ImportID? {
        defer { told.finish() }
        do {
            return try await run { told.yield($0) }.id
        } catch {
            return nil
        }
    }

    private func run(_ progress: @escaping @Sendable (Int) -> Void) async throws -> (
        result: ImportResult, id: ImportID?
    ) {
        let viewer = call.who.viewer
        return try await importer(
            upload.file, pool: viewer.pool, by: viewer, upload: upload.id, at: call.visit.now, progress: progress)
    }
}
