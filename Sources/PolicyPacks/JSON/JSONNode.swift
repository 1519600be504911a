// SPDX-License-Identifier: EUPL-1.2

/// Where in a file something stands, both counted from 1; columns count bytes.
package struct TextPosition: Hashable, Sendable {
    package let line: Int
    package let column: Int
}

/// A JSON value that remembers where it began, so that an error can point at it.
struct JSONNode {
    let value: JSONValue
    let position: TextPosition

    /// The text at a key, where this is an object and that a text.
    func member(_ key: String) -> String? {
        guard case .object(let members) = value, let member = members.first(where: { $0.key == key }),
            case .string(let text) = member.value.value
        else { return nil }
        return text
    }
}

/// Members keep their order, and numbers their text: a pack knows whole numbers only, and says so when it meets another.
indirect enum JSONValue {
    case object([JSONMember])
    case array([JSONNode])
    case string(String)
    case number(String)
    case boolean(Bool)
    case null

    var name: String {
        switch self {
        case .object: "an object"
        case .array: "a list"
        case .string: "a text"
        case .number: "a number"
        case .boolean: "true or false"
        case .null: "null"
        }
    }
}

struct JSONMember {
    let key: String
    let position: TextPosition
    let value: JSONNode
}

/// What is wrong with the text, and where.
struct JSONSyntaxError: Error, Equatable {
    let message: String
    let position: TextPosition
}
