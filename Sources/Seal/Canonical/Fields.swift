// SPDX-License-Identifier: EUPL-1.2

/// Reads the members of an object that must have exactly the keys named; each misfit throws the one refusal given.
package struct Fields {
    private let members: [String: CanonicalValue]
    private let error: SealError

    /// - Throws: the refusal, unless `value` is an object with every key of `keys`, where a question mark makes one optional, and
    ///   no other.
    package init(_ value: CanonicalValue?, _ keys: String, else error: SealError) throws(SealError) {
        guard case .object(let members)? = value else { throw error }
        var known: Set<String> = []
        for key in keys.split(separator: " ") {
            let optional = key.hasSuffix("?")
            let name = String(optional ? key.dropLast() : key)
            known.insert(name)
            try demand(optional || members[name] != nil, error)
        }
        try demand(members.keys.allSatisfy(known.contains), error)
        self.members = members
        self.error = error
    }

    package subscript(key: String) -> CanonicalValue? { members[key] }

    package func string(_ key: String) throws(SealError) -> String {
        guard case .string(let text)? = members[key] else { throw error }
        return text
    }

    package func boolean(_ key: String) throws(SealError) -> Bool {
        guard case .boolean(let value)? = members[key] else { throw error }
        return value
    }

    /// An integer of at least `least`.
    package func count(_ key: String, from least: Int = 0) throws(SealError) -> Int {
        guard case .integer(let value)? = members[key], value >= least else { throw error }
        return value
    }

    package func id(_ key: String) throws(SealError) -> String {
        let text = try string(key)
        try demand(Base64URL.isID(text), error)
        return text
    }

    package func bytes(_ key: String, count: Int? = nil) throws(SealError) -> Bytes {
        let text = try string(key)
        do { return try Base64URL.bytes(text, count: count) } catch { throw self.error }
    }

    /// The text of a 32-byte hash, or the empty text where there is nothing before.
    package func hashOrEmpty(_ key: String) throws(SealError) -> String {
        let text = try string(key)
        if !text.isEmpty { _ = try bytes(key, count: 32) }
        return text
    }

    package func array(_ key: String, upTo most: Int = .max) throws(SealError) -> [CanonicalValue] {
        guard case .array(let items)? = members[key], items.count <= most else { throw error }
        return items
    }

    /// - Throws: `floor` unless format and suite are the first, the only ones that this client accepts.
    package func demandVersionOne() throws(SealError) {
        let (version, suite) = (try count("v"), try count("suite"))
        try demand(version == 1 && suite == 1, .floor)
    }
}
