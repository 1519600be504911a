// SPDX-License-Identifier: EUPL-1.2

import Crypto
import FoundationEssentials
import Kernel

/// The secret of a link or a sign-in, 32 random bytes; the database holds its hash alone.
enum SignInToken {
    /// `nil` for a text that no token of ours has the form of, which then costs no look-up.
    static func hash(_ token: String) -> String? {
        guard token.utf8.count == 43, token.utf8.allSatisfy(Base64URL.isDigit) else { return nil }
        return SecretHash.of("token/v1", token)
    }

    /// Of a code that the room drew: the room tells SHA-256 of its 43 characters, and sends the code itself to `/enter` alone.
    static func roomHash(_ told: [UInt8]) -> String {
        SecretHash.of("room-code/v1", Base64URL.encode(told))
    }

    /// The same from the code; `nil` for a text that is none.
    static func roomHash(code: String) -> String? {
        guard code.utf8.count == 43, code.utf8.allSatisfy(Base64URL.isDigit) else { return nil }
        return roomHash(Array(SHA256.hash(data: Array(code.utf8))))
    }
}

/// A code that somebody types with their user name: twelve characters, 55 bits, drawn from letters and digits that are
/// not taken for one another in print (of 0 O, 1 I L, 2 Z, 5 S, 8 B, U V one at most) and make no words.
enum SignInCode {
    private static let alphabet = Array("2346789CDFGHJKMNPQRTWXYV".utf8)
    private static let length = 12

    /// A new code in groups of four, `7KQ4-XWDN-M3RT`.
    static func make(_ ids: any IDSource) -> String {
        var digits: [UInt8] = []
        while digits.count < length {
            // Bytes from 240 up are drawn again, so that each digit is as likely as any other.
            digits += ids.bytes(length).filter { $0 < 240 }.map { alphabet[Int($0) % alphabet.count] }
        }
        return grouped(digits.prefix(length))
    }

    /// The hash under which a code stands: the user name is part of it, so that a guess is a guess at one person.
    static func hash(_ code: String, userName: String, pool: PoolID) -> String {
        let plain = code.uppercased().utf8.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: " ") }
        return SecretHash.of("code/v1", pool.text, userName, String(decoding: plain, as: UTF8.self))
    }

    private static func grouped(_ digits: some Sequence<UInt8>) -> String {
        digits.enumerated().map { ($0.offset > 0 && $0.offset % 4 == 0 ? "-" : "") + String(UnicodeScalar($0.element)) }
            .joined()
    }
}

/// SHA-256 over a label and parts, each with its length before it, as base64url. What goes in has 55 bits or more, so
/// that a slow hash would add nothing.
private enum SecretHash {
    static func of(_ parts: String...) -> String {
        var hasher = SHA256()
        for part in parts {
            hasher.update(data: Data("\(part.utf8.count):\(part)".utf8))
        }
        return Base64URL.encode(hasher.finalize())
    }
}
