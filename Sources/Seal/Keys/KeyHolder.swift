// SPDX-License-Identifier: EUPL-1.2

/// A person and the number of their keys that is meant: `{k, u}` in every format.
package struct KeyHolder: Hashable, Sendable {
    package let user: String
    package let k: Int

    package init(user: String, k: Int) {
        self.user = user
        self.k = k
    }

    init(_ value: CanonicalValue?, else error: SealError) throws(SealError) {
        let fields = try Fields(value, "k u", else: error)
        user = try fields.id("u")
        k = try fields.count("k", from: 1)
    }

    package var value: CanonicalValue { .object(["k": .integer(k), "u": .string(user)]) }

    /// A list without repeats, in the order of the bytes of the ids.
    static func list(
        _ fields: Fields, _ key: String, upTo most: Int, else error: SealError
    ) throws(SealError) -> [KeyHolder] {
        var holders: [KeyHolder] = []
        for item in try fields.array(key, upTo: most) { holders.append(try KeyHolder(item, else: error)) }
        try demand(areInOrder(holders.map(\.user)), error)
        return holders
    }

    /// Whether ids follow each other in the order of their bytes, each once.
    static func areInOrder(_ ids: [String]) -> Bool {
        let raw = ids.map { (try? Base64URL.bytes($0)) ?? [] }  // ids were read as such before
        return zip(raw, raw.dropFirst()).allSatisfy { $0.precedes($1) }
    }
}
