// SPDX-License-Identifier: EUPL-1.2

import Foundation
import SQL

/// SQLite databases of tests: each a copy of one file that was migrated once, in memory where the machine has a place for it.
enum SQLiteFiles {
    private static let home: URL = {
        let shared = URL(filePath: "/dev/shm", directoryHint: .isDirectory)
        let parent = access(shared.path, W_OK) == 0 ? shared : FileManager.default.temporaryDirectory
        let home = parent.appending(path: "confidant-tests-\(getpid())", directoryHint: .isDirectory)
        try? FileManager.default.removeItem(at: home)  // left by an older process of the same number
        atexit { try? FileManager.default.removeItem(at: SQLiteFiles.home) }  // what cannot be removed stays
        return home
    }()

    private static let template = Task {
        let folder = home.appending(path: "template", directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appending(path: "confidant.sqlite")
        try await migrate(.sqlite, file.path)
        return file
    }

    static func with<Result>(_ start: TestDatabase.Start, _ body: (String) async throws -> Result) async throws
        -> Result
    {
        let folder = home.appending(path: UUID().uuidString, directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }  // goes with `home` at the latest
        let file = folder.appending(path: "confidant.sqlite")
        if start == .migrated {
            let source = try await template.value
            // What was committed last may still stand in the log beside the file.
            for ending in ["", "-wal"] where FileManager.default.fileExists(atPath: source.path + ending) {
                try FileManager.default.copyItem(atPath: source.path + ending, toPath: file.path + ending)
            }
        }
        return try await body(file.path)
    }
}
