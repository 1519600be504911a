import Testing

@Test("One is one") func one() { #expect(1 == 1) }
