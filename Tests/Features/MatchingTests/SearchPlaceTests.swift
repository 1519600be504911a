// SPDX-License-Identifier: EUPL-1.2

import Kernel
import Matching
import TestSupport
import Testing

@Suite("Places in the circle")
struct SearchPlaceTests {
    @Test("A place comes back from its text")
    func roundTrip() {
        let ids = TestIDs()
        for _ in 0..<100 {
            let id: PersonID = ids.id()
            let text = String(ids.seed() >> 2, radix: 36) + "." + id.text
            #expect(SearchPlace(text)?.text == text)
        }
    }

    @Test(
        "What is no place is none",
        arguments: [
            "", ".", "1", "1.", "-1.AAAAAAAAAAAAAAAAAAAAAA", "zzzzzzzzzzzzzzzzzz.AAAAAAAAAAAAAAAAAAAAAA", "1.short",
            "1.2.3",
        ])
    func refused(text: String) {
        #expect(SearchPlace(text) == nil)
    }
}
