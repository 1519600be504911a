// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Kernel
import Testing

@Suite("Ids and base64url")
struct IDTests {
    @Test("Bytes of any length come back, as Foundation's base64 has them")
    func roundTrip() {
        for count in 0..<70 {
            let bytes = (0..<count).map { UInt8(($0 * 89 + count * 31) & 255) }
            let text = Base64URL.encode(bytes)
            let reference = Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
                .replacing("=", with: "")
            #expect(text == reference)
            #expect(Base64URL.decode(text) == bytes)
        }
    }

    @Test(
        "A text with two readings, another digit or an impossible length is refused",
        arguments: ["A", "AB", "A+8", "AAA=", "AAAAA", "é"])
    func refuses(text: String) {
        #expect(Base64URL.decode(text) == nil)
    }

    @Test("An id from outside has 22 digits and nothing else")
    func idsFromOutside() {
        #expect(PersonID("AAAAAAAAAAAAAAAAAAAAAA") != nil)
        for text in [
            "", "AAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAA/A",
            "AAAAAAAAAAAAAAAAAAAAA\u{301}",
        ] {
            #expect(PersonID(text) == nil)
        }
    }

    @Test("16 bytes make 22 characters")
    func length() {
        #expect(PersonID(bytes: Array(repeating: 255, count: 16)).text.utf8.count == 22)
    }
}
