// SPDX-License-Identifier: EUPL-1.2

/// The bits of one row of a block.
struct RowBits {
    let words: UnsafePointer<UInt64>
    let stride: Int
    let bit: UInt64

    @inline(__always)
    init(base: UnsafePointer<Block>, blocks: Int, lane: Int, bit: Int) {
        words = UnsafeRawPointer(base).assumingMemoryBound(to: UInt64.self) + lane
        stride = blocks &* 8
        self.bit = UInt64(truncatingIfNeeded: bit)
    }

    @inline(__always)
    func one(_ slice: Int) -> Int { Int(truncatingIfNeeded: words[slice &* stride] &>> bit & 1) }

    @inline(__always)
    func number(_ slice: Int, _ bits: Int) -> Int {
        var number = 0
        for place in 0..<bits { number |= one(slice &+ place) &<< place }
        return number
    }
}
