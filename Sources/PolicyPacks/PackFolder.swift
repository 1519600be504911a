// SPDX-License-Identifier: EUPL-1.2

/// The whole folder `Packs` as it travels in the program: the packs, their register, and the index of what tests show.
package struct PackFolder: Sendable {
    /// Where the folder lies in the source tree.
    package static let sourcePath = "Sources/PolicyPacks/Packs/"

    package let library: PackLibrary
    package let tests: TestIndex

    /// Paths are relative to the folder. A file that is none of the three kinds is refused, so that a pack in the wrong
    /// place is not silently left out.
    ///
    /// - Throws: `PackFailure`.
    package init(_ files: [(path: String, bytes: [UInt8])]) throws(PackFailure) {
        let packs = files.filter { $0.path.hasSuffix("/\(PackReader.fileName)") }
        let others = files.filter { !$0.path.hasSuffix("/\(PackReader.fileName)") }
        let strange = others.filter { ![PackRegister.fileName, TestIndex.fileName].contains($0.path) }
        guard strange.isEmpty else {
            throw PackFailure(problems: strange.map { Self.problem($0.path, .strangeFile) })
        }
        let register = try PackRegister(Self.bytes(PackRegister.fileName, others))
        library = try PackLibrary(packs, register: register)
        tests = try TestIndex(Self.bytes(TestIndex.fileName, others), clauses: library.clauseNames)
    }

    private static func bytes(
        _ name: String, _ files: [(path: String, bytes: [UInt8])]
    ) throws(PackFailure) -> [UInt8] {
        guard let file = files.first(where: { $0.path == name }) else {
            throw PackFailure(problems: [problem(name, .missingField)])
        }
        return file.bytes
    }

    private static func problem(_ file: String, _ reason: PackProblem.Reason) -> PackProblem {
        PackProblem(file: file, position: nil, place: nil, field: nil, reason: reason)
    }
}
