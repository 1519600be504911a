// SPDX-License-Identifier: EUPL-1.2

package import Foundation
package import Testing

/// Compares a text with a file of the repository, or writes the file when `UPDATE_GOLDEN=1`.
///
/// - Parameter path: from the root of the repository.
package func expectGolden(_ text: String, _ path: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let file = repositoryRoot.appending(path: path)
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }
    let golden = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    #expect(
        text == golden, "\(path) is not what the program makes; look at the change, then UPDATE_GOLDEN=1",
        sourceLocation: sourceLocation)
}

/// The folder that holds `Package.swift`.
package let repositoryRoot = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
