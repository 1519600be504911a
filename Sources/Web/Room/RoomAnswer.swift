// SPDX-License-Identifier: EUPL-1.2

import Foundation
import HTTPTypes
import Hummingbird
package import Seal

extension CanonicalValue {
    /// A name or another text of the database, in the one form that canonical JSON has for it.
    package static func plain(_ text: String) -> CanonicalValue {
        .string(text.precomposedStringWithCanonicalMapping)
    }

    /// An answer that has nothing to tell.
    package static let done = CanonicalValue.object([:])

    /// A page of a list.
    package static func list(_ items: [CanonicalValue], next: String = "") -> CanonicalValue {
        .object(["items": .array(items), "next": .string(next)])
    }
}

/// What a handler of the API answers with.
package enum RoomAnswer: Sendable {
    case value(CanonicalValue)
    /// Entries of the log, each as the bytes that were hashed, one a line, and how many there are in all.
    case lines([[UInt8]], size: Int)

    func response() throws -> Response {
        switch self {
        case .value(let value): try Self.json(value, .ok)
        case .lines(let lines, let size): Self.text(lines, size)
        }
    }

    static func json(_ value: CanonicalValue, _ status: HTTPResponse.Status) throws -> Response {
        Response(
            status: status, headers: [.contentType: "application/json"],
            body: .init(byteBuffer: ByteBuffer(bytes: try value.serialised())))
    }

    private static func text(_ lines: [[UInt8]], _ size: Int) -> Response {
        var buffer = ByteBuffer()
        for line in lines {
            buffer.writeBytes(line)
            buffer.writeInteger(UInt8(ascii: "\n"))
        }
        return Response(
            status: .ok, headers: [.contentType: "application/jsonl", .named("Room-Log-Size"): String(size)],
            body: .init(byteBuffer: buffer))
    }
}
