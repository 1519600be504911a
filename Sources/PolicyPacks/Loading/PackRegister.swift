// SPDX-License-Identifier: EUPL-1.2

/// Which clauses each shipped edition has to hold, so that none is lost by an edit.
///
/// The file is one object: `{ "global/2018": ["GLOBAL-1.1", …], … }`. Editions without clauses are not in it.
package struct PackRegister: Sendable {
    package static let fileName = "register.json"

    package let file: String
    package let clauses: [PackIdentity: Set<String>]

    /// - Throws: `PackFailure` naming each edition or clause that cannot be read or stands twice.
    package init(_ bytes: [UInt8], file: String = fileName) throws(PackFailure) {
        let log = ProblemLog(file: file)
        clauses = Self.read(bytes, log)
        self.file = file
        guard log.problems.isEmpty else { throw PackFailure(problems: log.problems) }
    }

    private static func read(_ bytes: [UInt8], _ log: ProblemLog) -> [PackIdentity: Set<String>] {
        let root: JSONNode
        do {
            root = try JSONParser.parse(bytes)
        } catch {
            log.report(.badJSON(error.message), at: error.position)
            return [:]
        }
        guard case .object(let members) = root.value else {
            log.report(.wrongType(expected: "an object", found: root.value.name), at: root.position)
            return [:]
        }
        let editions = members.compactMap { member -> (PackIdentity, Set<String>)? in
            let parts = member.key.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2, parts.allSatisfy({ isKebabCase($0) }) else {
                log.report(.badName(expected: "a pack and an edition, as in global/2018"), at: member.position)
                return nil
            }
            return (PackIdentity(pack: parts[0], edition: parts[1]), names(member, log))
        }
        return Dictionary(editions, uniquingKeysWith: { first, _ in first })
    }

    private static func names(_ member: JSONMember, _ log: ProblemLog) -> Set<String> {
        let place = "pack \(member.key)"
        guard case .array(let nodes) = member.value.value else {
            log.report(
                .wrongType(expected: "a list", found: member.value.value.name), place: place, at: member.value.position)
            return []
        }
        var names: Set<String> = []
        for node in nodes {
            if case .string(let name) = node.value {
                if !names.insert(name).inserted { log.report(.namedTwice(name), place: place, at: node.position) }
            } else {
                log.report(.wrongType(expected: "a text", found: node.value.name), place: place, at: node.position)
            }
        }
        return names
    }
}
