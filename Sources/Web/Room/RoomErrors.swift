// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Hummingbird
import Kernel
import Logging
import Seal

/// Turns whatever was thrown into a code of `docs/room-api.md`, 3. Nothing of the error itself is told but its code.
enum RoomErrors {
    static func response(to error: any Error, requestID: String, _ logger: Logger) throws -> Response {
        let (code, status, fields) = classify(error, logger)
        let told: CanonicalValue = .object([
            "error": .object([
                "code": .string(code), "fields": .array(fields.map(value)), "request": .string(requestID),
            ])
        ])
        var response = try RoomAnswer.json(told, status)
        if status == .tooManyRequests || status == .serviceUnavailable { response.headers[.retryAfter] = "30" }
        return response
    }

    private static func value(_ field: FieldError) -> CanonicalValue {
        .object(["code": .string(field.code), "field": .string(field.field)])
    }

    private static func classify(_ error: any Error, _ logger: Logger) -> (String, HTTPResponse.Status, [FieldError]) {
        if let refusal = error as? RoomRefusal { return (refusal.rawValue, refusal.status, []) }
        if error is Refusal {
            let refusal: RoomRefusal = (error as? Refusal) == .tooMany ? .tooMany : .notFound
            return (refusal.rawValue, refusal.status, [])
        }
        if let error = error as? any DomainError {
            let word = String(error.code.split(separator: ".").last ?? "").replacing("-", with: "_")
            switch error.kind {
            case .notFound: return (RoomRefusal.notFound.rawValue, .notFound, [])
            case .forbidden: return (word, .forbidden, [])
            case .conflict: return (word, .conflict, [])
            case .invalid(let fields): return ("refused", .unprocessableContent, fields)
            case .unavailable: return (RoomRefusal.unavailable.rawValue, .serviceUnavailable, [])
            }
        }
        if let error = error as? any HTTPResponseError {
            let refusal: RoomRefusal =
                switch error.status {
                case .notFound, .methodNotAllowed: .notFound
                case .contentTooLarge: .tooLarge
                case .badRequest: .unreadable
                default: .fault
                }
            return (refusal.rawValue, refusal.status, [])
        }
        let code = (error as? any CodedError)?.logCode ?? "\(type(of: error))"
        logger.error("fault", metadata: ["code": "\(code)"])
        let isAway = code.hasPrefix("database.unavailable") || code == "database.retryable"
        let refusal: RoomRefusal = isAway ? .unavailable : .fault
        return (refusal.rawValue, refusal.status, [])
    }
}
