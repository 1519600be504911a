// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// One entry for all parsers; `SEAL_TARGET` names the one that a run is about. A parser may refuse or accept, never trap, and what it
/// accepts it must write again byte for byte.
private let target = ProcessInfo.processInfo.environment["SEAL_TARGET"] ?? "canonical"

@_cdecl("LLVMFuzzerTestOneInput")
package func fuzzOne(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    do {
        switch target {
        case "canonical": same(try CanonicalParser.object(bytes), bytes)
        case "statement": try statement(bytes)
        case "keys": same(try KeyStatement(try CanonicalParser.object(bytes)).value, bytes)
        case "leaf": try leaf(bytes)
        case "envelope": same(try Envelope(try CanonicalParser.object(bytes)).value, bytes)
        case "roster": same(try Roster(try CanonicalParser.object(bytes)).value, bytes)
        case "grant": same(try Grant(try CanonicalParser.object(bytes)).value, bytes)
        case "slot": same(try Slot(try CanonicalParser.object(bytes)).value, bytes)
        case "text": try text(String(decoding: bytes, as: UTF8.self))
        case "padding": try padding(bytes)
        default: fatalError("no such target: \(target)")
        }
    } catch {
        return 0
    }
    return 0
}

private func same(_ value: CanonicalValue, _ bytes: Bytes) {
    guard (try? value.serialised()) == bytes else { fatalError("written otherwise than it was read") }
}

private func statement(_ bytes: Bytes) throws {
    for kind in StatementKind.allCases {
        guard let statement = try? Statement(bytes, kind: kind) else { continue }
        same(statement.value, statement.body)
        _ = try? statement.verify(by: [Bytes(repeating: 7, count: 32)])
    }
}

private func leaf(_ bytes: Bytes) throws {
    var directory = KeyDirectory(pool: "AQEBAQEBAQEBAQEBAQEBAQ")
    let entry = try directory.admit(leaf: bytes)
    guard directory.tree.count == 1, entry.keys.seq == 1 else { fatalError("admitted what is no first entry") }
}

private func text(_ text: String) throws {
    if case .kit(let kit) = Kit.read(text), Kit.read(kit.words.joined(separator: " ")) != .kit(kit) {
        fatalError("another kit")
    }
    _ = Passphrase.fault(of: text, known: ["confidant"])
    if let bytes = try? Base64URL.bytes(text), Base64URL.text(bytes) != text { fatalError("two texts for one value") }
    _ = Login.isOrigin(text)
}

private func padding(_ bytes: Bytes) throws {
    for kind in RecordKind.allCases {
        guard let body = try? kind.unpadded(bytes) else { continue }
        guard try kind.padded(body) == bytes else { fatalError("two paddings for one text") }
    }
}
