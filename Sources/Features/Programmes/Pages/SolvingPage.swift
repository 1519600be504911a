// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Kernel
import Web

/// The page of a round that is being solved: it grows by a line whenever something moves, above it a button that stops the round.
/// Needs no script and no second request, and reads the database, so that any node can show what another one solves.
struct SolvingPage: Sendable {
    /// Stands in the rendered page where the lines go.
    private static let gap = "\u{E000}"
    /// A page is not kept open longer than this many looks, half a second each.
    private static let mostLooks = 60

    let desk: ProgrammeDesk
    let call: Call<AsSteward>
    let shown: RoundComparison

    /// Whether a round is over, waiting a little: most are solved before anybody could look.
    static func isOver(
        _ round: RoundID, _ desk: ProgrammeDesk, _ viewer: Viewer, patience: Duration
    ) async throws -> Bool {
        let until = ContinuousClock.now + patience
        while try await desk.progress(round, for: viewer) != nil {
            if ContinuousClock.now >= until { return false }
            try await Task.sleep(for: .milliseconds(50))
        }
        return true
    }

    func response() throws -> Response {
        let html = try call.pages.render(
            "round_solving", title: title, ["round_id": shown.round.id.text, "steps": Self.gap], for: call.visit)
        let parts = html.split(separator: Self.gap, maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let (head, foot) = (parts.first ?? "", parts.dropFirst().first ?? "")
        let body = ResponseBody { writer in
            try await writer.write(ByteBuffer(string: head))
            var told = ""
            var isOver = false
            for _ in 0..<Self.mostLooks {
                guard let progress = try await desk.progress(shown.round.id, for: call.who.viewer) else {
                    isOver = true
                    break
                }
                let line = words(progress)
                if line != told {
                    try await writer.write(ByteBuffer(string: "<li>" + StrictHTML.escape(line) + "</li>\n"))
                }
                told = line
                try await Task.sleep(for: .milliseconds(500))
            }
            try await writer.write(ByteBuffer(string: ending(isOver) + foot))
            try await writer.finish(nil)
        }
        return Response(
            status: .ok,
            headers: [.contentType: "text/html; charset=utf-8", .contentLanguage: call.visit.language.rawValue],
            body: body)
    }

    private var title: String { RoundPages.title(call, shown) }

    private func words(_ progress: RoundProgressNow) -> String {
        let step = call.text(progress.step.words)
        guard progress.total > 0 else { return step }
        return call.text(
            "programmes.solving.part",
            [
                "step": step, "done": String(min(progress.done, progress.total)), "total": String(progress.total),
            ])
    }

    /// Whoever has looked long enough may look again by the same link.
    private func ending(_ isOver: Bool) -> String {
        "<li>" + (isOver ? "<strong>" + StrictHTML.escape(call.text("programmes.solving.over")) + "</strong> " : "")
            + "<a href=\""
            + call.visit.base + "/rounds/\(shown.round.id)\">" + StrictHTML.escape(call.text("programmes.solving.see"))
            + "</a></li>\n"
    }
}
