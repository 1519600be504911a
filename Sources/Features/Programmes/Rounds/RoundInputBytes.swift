// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// The bytes of a frozen round: a line that names the format, then numbers of variable length (7 bits a byte, low first; signed
/// ones folded to even and odd) and ids of 22 characters. One round has one text, so that its hash says everything.
extension RoundInput {
    private static let format = Array("confidant-round-1\n".utf8)

    package var bytes: [UInt8] {
        var out = ByteWriter(Self.format)
        out.number(seed)
        out.number(UInt64(WishSides.allCases.firstIndex(of: wishes) ?? 0))
        out.number(UInt64(clients.count))
        out.number(UInt64(practitioners.count))
        for client in clients { out.bytes += Array(client.text.utf8) }
        for (practitioner, capacity) in zip(practitioners, capacities) {
            out.bytes += Array(practitioner.text.utf8)
            out.number(UInt64(capacity))
        }
        for client in clients.indices {
            let list = pairs[Int(start[client])..<Int(start[client + 1])]
            out.number(UInt64(list.count))
            var before: Int32 = -1
            for pair in list {
                out.number(UInt64(pair.practitioner - before))
                out.signed(pair.client)
                out.signed(pair.practitionerScore)
                before = pair.practitioner
            }
        }
        return out.bytes
    }

    /// Reads what `bytes` wrote; `nil` for anything else.
    package init?(_ bytes: [UInt8]) {
        guard bytes.starts(with: Self.format) else { return nil }
        var reader = ByteReader(bytes, from: Self.format.count)
        guard let seed = reader.number(), let wishes = reader.number(), wishes < 3, let clientCount = reader.count(),
            let practitionerCount = reader.count()
        else { return nil }
        var clients: [PersonID] = []
        for _ in 0..<clientCount {
            guard let id = reader.person() else { return nil }
            clients.append(id)
        }
        var practitioners: [PersonID] = []
        var capacities: [Int32] = []
        for _ in 0..<practitionerCount {
            guard let id = reader.person(), let capacity = reader.number(), capacity <= 1_000 else { return nil }
            practitioners.append(id)
            capacities.append(Int32(capacity))
        }
        var start: [Int32] = [0]
        var pairs: [Pair] = []
        for _ in 0..<clientCount {
            guard let count = reader.count() else { return nil }
            var practitioner = -1
            for _ in 0..<count {
                guard let step = reader.count(), step > 0, let client = reader.signed(), let back = reader.signed()
                else { return nil }
                practitioner += step
                guard practitioner < practitionerCount else { return nil }
                pairs.append(Pair(practitioner: Int32(practitioner), client: client, practitionerScore: back))
            }
            start.append(Int32(truncatingIfNeeded: pairs.count))
        }
        guard reader.isAtEnd else { return nil }
        self.init(
            seed: seed, wishes: WishSides.allCases[Int(wishes)], clients: clients, practitioners: practitioners,
            capacities: capacities, start: start, pairs: pairs)
    }
}

/// A round's pairs as bytes: four a client, low byte first, −1 for nobody.
enum PairBytes {
    static func write(_ practitionerOf: [Int32]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(practitionerOf.count * 4)
        for value in practitionerOf {
            let bits = UInt32(bitPattern: value)
            out += [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: bits >> UInt32($0)) }
        }
        return out
    }

    static func read(_ bytes: [UInt8]) -> [Int32] {
        stride(from: 0, to: bytes.count - bytes.count % 4, by: 4).map { index in
            Int32(
                bitPattern: UInt32(bytes[index]) | UInt32(bytes[index + 1]) << 8 | UInt32(bytes[index + 2]) << 16
                    | UInt32(bytes[index + 3]) << 24)
        }
    }
}

private struct ByteWriter {
    var bytes: [UInt8]

    init(_ start: [UInt8]) { bytes = start }

    mutating func number(_ value: UInt64) {
        var left = value
        while left >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: left) | 0x80)
            left >>= 7
        }
        bytes.append(UInt8(left))
    }

    mutating func signed(_ value: Int32) {
        number(UInt64(UInt32(bitPattern: (value << 1) ^ (value >> 31))))
    }
}

private struct ByteReader {
    private let bytes: [UInt8]
    private var index: Int

    init(_ bytes: [UInt8], from index: Int) {
        self.bytes = bytes
        self.index = index
    }

    var isAtEnd: Bool { index == bytes.count }

    mutating func number() -> UInt64? {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while index < bytes.count, shift < 64 {
            let byte = bytes[index]
            index += 1
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
        return nil
    }

    /// A count that the bytes left could hold.
    mutating func count() -> Int? {
        number().flatMap { Int(exactly: $0) }.flatMap { $0 <= bytes.count ? $0 : nil }
    }

    mutating func signed() -> Int32? {
        guard let number = number(), let bits = UInt32(exactly: number) else { return nil }
        return Int32(bitPattern: bits >> 1) ^ -Int32(bitPattern: bits & 1)
    }

    mutating func person() -> PersonID? {
        guard index + 22 <= bytes.count else { return nil }
        let text = String(decoding: bytes[index..<(index + 22)], as: UTF8.self)
        index += 22
        return PersonID(text)
    }
}
