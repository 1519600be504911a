// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Testing

@Suite("House rules of the seal")
struct HouseTests {
    private func sources() throws -> [String: String] {
        let folder = root.appending(path: "Sources/Seal")
        let names = try #require(FileManager.default.enumerator(atPath: folder.path)).compactMap { $0 as? String }
        var texts: [String: String] = [:]
        for name in names where name.hasSuffix(".swift") {
            texts[name] = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        }
        return texts
    }

    @Test("Only the checked wrapper touches the library's HPKE, and only one function its verification")
    func narrowing() throws {
        let texts = try sources()
        let using = { (word: String) in texts.filter { $0.value.contains(word) }.map(\.key) }
        #expect(using(" HPKE.") == ["Keys/CheckedHPKE.swift"])
        #expect(using("HPKE.Recipient") == ["Keys/CheckedHPKE.swift"])
        #expect(using("isValidSignature") == ["Keys/KeyPairs.swift"])
        #expect(using("sharedSecretFromKeyAgreement") == ["Keys/CheckedHPKE.swift"])
    }

    @Test("Nothing here reads a clock, a file or the network, or may end the program")
    func purity() throws {
        let clock = [
            "Date(", "UUID(", "SystemRandomNumberGenerator", "FileManager", "URLSession", "print(", "try!", "as!",
            "fatalError",
            "preconditionFailure", "Process(", "ProcessInfo",
        ]
        let banned = clock + ["public func", "public struct", "public enum", "public let", "public init"]
        for (name, text) in try sources() {
            let found = banned.filter { text.contains($0) }
            #expect(found.isEmpty, "\(name): \(found)")
            #expect(text.hasPrefix("// SPDX-License-Identifier: EUPL-1.2"), "\(name)")
        }
    }
}
