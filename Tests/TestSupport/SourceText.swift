// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// The Swift sources of the program, for tests that make a list out of what stands in them instead of keeping one by hand.
package enum SourceText {
    /// Path from the root of the repository, and text; in the order of the paths.
    package static let all: [(path: String, text: String)] = {
        let sources = repositoryRoot.appending(path: "Sources")
        let files = FileManager.default.enumerator(atPath: sources.path)?.compactMap { $0 as? String } ?? []
        return files.filter { $0.hasSuffix(".swift") }.sorted().map { path in
            ("Sources/" + path, (try? String(contentsOf: sources.appending(path: path), encoding: .utf8)) ?? "")
        }
    }()

    /// What stands before the brace that closes the one before `text`.
    package static func bracedBody(_ text: Substring) -> Substring {
        var depth = 1
        for index in text.indices {
            if text[index] == "{" { depth += 1 }
            if text[index] == "}" { depth -= 1 }
            if depth == 0 { return text[..<index] }
        }
        return text
    }
}
