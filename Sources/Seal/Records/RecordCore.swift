// SPDX-License-Identifier: EUPL-1.2

/// Everything about one version of a record but its text: what it is, where it belongs, who wrote it, who reads it, and where it
/// stands in the chains. The text is bound to it, and the author signs it.
package struct RecordCore: Equatable, Sendable {
    /// The newest envelope seen of another author.
    package struct Seen: Equatable, Sendable {
        package let user: String
        package let aseq: Int
        package let envelope: Bytes

        package init(user: String, aseq: Int, envelope: Bytes) {
            (self.user, self.aseq, self.envelope) = (user, aseq, envelope)
        }
    }

    package var kind: RecordKind
    package var pool: String
    package var eng: String
    package var rec: String
    package var ver: Int
    /// Hash of the envelope of the version that this one was written over, empty for the first.
    package var prev: Bytes
    package var author: String
    /// The number of the author's keys; zero for a key that is used once.
    package var akey: Int
    package var aseq: Int
    package var aprev: Bytes
    package var seen: [Seen]
    /// Hash of the roster in force, empty where none is needed.
    package var roster: Bytes
    package var at: Int
    package var point: TreePoint
    package internal(set) var readers: [KeyHolder] = []
    package internal(set) var paddedSize = 0
    package internal(set) var nonce: Bytes = []

    package static let readerLimit = 64
    static let keys = "akey aprev aseq at author cp eng kind nonce plen pool prev rec roster seen suite to v ver"

    package init(
        kind: RecordKind, pool: String, eng: String, rec: String, ver: Int = 1, prev: Bytes = [], author: String,
        akey: Int,
        aseq: Int, aprev: Bytes, seen: [Seen] = [], roster: Bytes, at: Int, point: TreePoint
    ) {
        (self.kind, self.pool, self.eng, self.rec, self.ver, self.prev) = (kind, pool, eng, rec, ver, prev)
        (self.author, self.akey, self.aseq, self.aprev) = (author, akey, aseq, aprev)
        (self.seen, self.roster, self.at, self.point) = (seen, roster, at, point)
    }

    /// - Throws: `record` unless the value says exactly what a core must say.
    init(_ fields: Fields) throws(SealError) {
        guard let kind = RecordKind(rawValue: try fields.string("kind")) else { throw .record }
        let (version, suite) = (try fields.count("v"), try fields.count("suite"))
        try demand(version == 1 && suite == 1, .record)
        let (ver, aseq) = (try fields.count("ver", from: 1), try fields.count("aseq", from: 1))
        self.init(
            kind: kind, pool: try fields.id("pool"), eng: try fields.id("eng"), rec: try fields.id("rec"), ver: ver,
            prev: try fields.bytes("prev", count: ver == 1 ? 0 : 32), author: try fields.id("author"),
            akey: try fields.count("akey"), aseq: aseq, aprev: try fields.bytes("aprev", count: aseq == 1 ? 0 : 32),
            seen: try Self.seen(fields), roster: try fields.bytes("roster"), at: try fields.count("at"),
            point: try TreePoint(fields["cp"], else: .record))
        readers = try KeyHolder.list(fields, "to", upTo: Self.readerLimit, else: .record)
        paddedSize = try fields.count("plen")
        nonce = try fields.bytes("nonce", count: 12)
        try demand(!readers.isEmpty && kind.isPaddedSize(paddedSize), .record)
        try demand(roster.isEmpty || roster.count == 32, .record)
        try demand(seen.allSatisfy { $0.user != author }, .record)
    }

    package var value: CanonicalValue {
        .object([
            "akey": .integer(akey), "aprev": CanonicalValue(aprev), "aseq": .integer(aseq), "at": .integer(at),
            "author": .string(author), "cp": point.value, "eng": .string(eng), "kind": .string(kind.rawValue),
            "nonce": CanonicalValue(nonce), "plen": .integer(paddedSize), "pool": .string(pool),
            "prev": CanonicalValue(prev),
            "rec": .string(rec), "roster": CanonicalValue(roster), "seen": .array(seen.map(\.value)), "suite": 1,
            "to": .array(readers.map(\.value)), "v": 1, "ver": .integer(ver),
        ])
    }

    /// What every other part of the record is bound to.
    func hash() throws(SealError) -> Bytes { sha256(try value.serialised()) }

    /// The purpose of a wrap: this version, for this reader.
    func wrapInfo(for holder: KeyHolder) throws(SealError) -> Bytes {
        let context: CanonicalValue = .object([
            "eng": .string(eng), "k": .integer(holder.k), "pool": .string(pool), "rec": .string(rec),
            "u": .string(holder.user), "ver": .integer(ver),
        ])
        return Label.wrap.bytes + sha256(try context.serialised())
    }

    private static func seen(_ fields: Fields) throws(SealError) -> [Seen] {
        var seen: [Seen] = []
        for item in try fields.array("seen", upTo: readerLimit) {
            let parts = try Fields(item, "aseq env u", else: .record)
            seen.append(
                Seen(
                    user: try parts.id("u"), aseq: try parts.count("aseq", from: 1),
                    envelope: try parts.bytes("env", count: 32)))
        }
        try demand(KeyHolder.areInOrder(seen.map(\.user)), .record)
        return seen
    }
}

extension RecordCore.Seen {
    var value: CanonicalValue {
        .object(["aseq": .integer(aseq), "env": CanonicalValue(envelope), "u": .string(user)])
    }
}
