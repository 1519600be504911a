// SPDX-License-Identifier: EUPL-1.2

/// Collects what is wrong with one file, so that its author mends everything in one go.
final class ProblemLog {
    let file: String
    private(set) var problems: [PackProblem] = []

    init(file: String) {
        self.file = file
    }

    func report(
        _ reason: PackProblem.Reason, place: String? = nil, field: String? = nil, at position: TextPosition? = nil
    ) {
        problems.append(PackProblem(file: file, position: position, place: place, field: field, reason: reason))
    }
}

/// One JSON object being read strictly: a field that nobody asked for is reported, and so is a field of another type.
/// Each reading answers nil after it has reported why.
struct RecordReader {
    let log: ProblemLog
    let place: String?
    let position: TextPosition
    private let members: [String: JSONNode]

    /// Nil, reported, when the node is no object. Unknown fields are reported and left out.
    init?(_ node: JSONNode, fields: Set<String>, place: String?, field: String? = nil, log: ProblemLog) {
        guard case .object(let found) = node.value else {
            log.report(
                .wrongType(expected: "an object", found: node.value.name), place: place, field: field, at: node.position
            )
            return nil
        }
        self.log = log
        self.place = place
        position = node.position
        var known: [String: JSONNode] = [:]
        for member in found {
            if fields.contains(member.key) {
                known[member.key] = member.value
            } else {
                log.report(.unknownField, place: place, field: member.key, at: member.position)
            }
        }
        members = known
    }

    func has(_ field: String) -> Bool { members[field] != nil }

    /// A member that may be absent or null.
    func optional(_ field: String) -> JSONNode? {
        guard let node = members[field] else { return nil }
        if case .null = node.value { return nil }
        return node
    }

    func required(_ field: String) -> JSONNode? {
        if members[field] == nil { report(.missingField, field) }
        return members[field]
    }

    func text(_ field: String) -> String? {
        required(field).flatMap { text(of: $0, field) }
    }

    func optionalText(_ field: String) -> String? {
        optional(field).flatMap { text(of: $0, field) }
    }

    func text(of node: JSONNode, _ field: String) -> String? {
        guard case .string(let text) = node.value else {
            report(.wrongType(expected: "a text", found: node.value.name), field, node)
            return nil
        }
        guard text.contains(where: { !$0.isWhitespace }) else {
            report(.emptyText, field, node)
            return nil
        }
        return text
    }

    func bilingual(_ field: String) -> Bilingual? {
        required(field).flatMap { bilingual(of: $0, field) }
    }

    func optionalBilingual(_ field: String) -> Bilingual? {
        optional(field).flatMap { bilingual(of: $0, field) }
    }

    func flag(_ field: String) -> Bool {
        guard let node = members[field] else { return false }
        guard case .boolean(let value) = node.value else {
            report(.wrongType(expected: "true or false", found: node.value.name), field, node)
            return false
        }
        return value
    }

    /// A whole number as it stands; whether it is in range is for the caller.
    func integer(_ field: String) -> Int? {
        guard let node = required(field) else { return nil }
        guard case .number(let text) = node.value else {
            report(.wrongType(expected: "a number", found: node.value.name), field, node)
            return nil
        }
        guard let value = Int(text) else {
            report(.numberOutOfRange, field, node)
            return nil
        }
        return value
    }

    func list(_ field: String) -> [JSONNode]? {
        guard let node = required(field) else { return nil }
        guard case .array(let items) = node.value else {
            report(.wrongType(expected: "a list", found: node.value.name), field, node)
            return nil
        }
        return items
    }

    /// One word out of a closed registry.
    func choice<T: RawRepresentable<String>>(_ field: String, _ what: String) -> T? {
        required(field).flatMap { choice(of: $0, field, what) }
    }

    /// Some words out of a closed registry: at least one, none twice.
    func choices<T: RawRepresentable<String>>(_ field: String, _ what: String) -> [T]? {
        guard let nodes = list(field) else { return nil }
        if nodes.isEmpty { report(.emptyText, field) }
        var seen: Set<String> = []
        var result: [T] = []
        for node in nodes {
            guard let item: T = choice(of: node, field, what) else { continue }
            if seen.insert(item.rawValue).inserted {
                result.append(item)
            } else {
                report(.namedTwice(item.rawValue), field, node)
            }
        }
        return result.count == nodes.count && !result.isEmpty ? result : nil
    }

    func report(_ reason: PackProblem.Reason, _ field: String? = nil, _ node: JSONNode? = nil) {
        log.report(
            reason, place: place, field: field, at: (node ?? field.flatMap { members[$0] })?.position ?? position)
    }

    private func choice<T: RawRepresentable<String>>(of node: JSONNode, _ field: String, _ what: String) -> T? {
        guard let name = text(of: node, field) else { return nil }
        guard let item = T(rawValue: name) else {
            report(.unknownName(what: what, name: name), field, node)
            return nil
        }
        return item
    }

    private func bilingual(of node: JSONNode, _ field: String) -> Bilingual? {
        guard let record = RecordReader(node, fields: ["en", "cy"], place: place, field: field, log: log) else {
            return nil
        }
        let english = record.required("en").flatMap { text(of: $0, "\(field).en") }
        let welsh = record.required("cy").flatMap { text(of: $0, "\(field).cy") }
        guard let english, let welsh else { return nil }
        return Bilingual(en: english, cy: welsh)
    }
}
