// SPDX-License-Identifier: EUPL-1.2

import Kernel
import Testing

@Suite("Text that people typed")
struct TextTests {
    @Test(
        "Folding drops accents, case and marks, and keeps words apart",
        arguments: [
            ("Siân Ŵyn", "sian wyn"), ("  O’Brien-Ŷ  ", "obrien y"), ("Łódź", "lodz"), ("Weiß Søren", "weiss soren"),
            ("ﬁne", "fine"), ("Anne-Marie  d'Arc", "anne marie darc"),
            ("١٢", ""), ("", ""),
        ])
    func folds(text: String, folded: String) {
        #expect(Text.folded(text) == folded)
    }

    @Test("Plain text folds as it does beside a letter that has to be taken apart", arguments: UInt8(0x20)..<0x7F)
    func plain(byte: UInt8) {
        let text = "a" + String(UnicodeScalar(byte)) + "B"
        #expect(Text.folded(text) + "e" == Text.folded(text + "é"))
    }

    @Test("The same address typed twice has one key")
    func emailKeys() {
        #expect(Text.emailKey(" Siân@Example.ORG ") == Text.emailKey("sia\u{302}n@example.org"))
    }
}
