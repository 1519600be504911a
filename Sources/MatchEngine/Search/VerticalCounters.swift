// SPDX-License-Identifier: EUPL-1.2

/// Sums of points for 512 rows at once: bit `n` of all sums is one block, so that adding a weight to the rows of a mask
/// takes a few instructions for all of them. Uses only as many bits as the points so far can fill.
struct VerticalCounters {
    static let mostBits = 12
    /// Blocks that the caller lends.
    static let scratchBlocks = 2 * mostBits + 2

    private let counters: UnsafeMutablePointer<Block>
    /// Room for a number before it is added to the counters.
    private let number: UnsafeMutablePointer<Block>
    private var bits = 0
    private var mostSoFar = 0

    init(scratch: UnsafeMutablePointer<Block>) {
        counters = scratch
        number = scratch + Self.mostBits + 1
    }

    mutating func reset() {
        bits = 0
        mostSoFar = 0
    }

    /// Adds the rows' numbers in binary slices, as often as the weight says.
    @inline(__always)
    mutating func addNumber(in slice: Int, _ size: Int, _ base: UnsafePointer<Block>, _ blocks: Int, _ weight: Int) {
        for bit in 0..<size { number[bit] = base[(slice &+ bit) &* blocks] }
        addNumber(size, most: 1 &<< size &- 1, weight)
    }

    /// Counts the slices of each row into a small number first: that takes a tenth of adding each weight by itself.
    @inline(__always)
    mutating func addCount(of slices: [Int], _ base: UnsafePointer<Block>, _ blocks: Int, _ weight: Int) {
        var size = 0
        var most = 0
        for slice in slices {
            var carry = base[slice &* blocks]
            most &+= 1
            for bit in 0..<size {
                let sum = number[bit]
                number[bit] = sum ^ carry
                carry = sum & carry
            }
            if most >> size != 0 {
                number[size] = carry
                size &+= 1
            }
        }
        addNumber(size, most: most, weight)
    }

    /// Adds the rows' numbers, as often as the weight says, to their sums.
    @inline(__always)
    mutating func addNumber(_ size: Int, most: Int, _ weight: Int) {
        widen(by: most &* weight)
        var left = weight
        while left != 0 {
            let shift = left.trailingZeroBitCount
            left &= left &- 1
            var carry = Block.zero
            var bit = shift
            while bit < bits {
                let sum = counters[bit]
                if bit &- shift < size {
                    let one = sum ^ number[bit &- shift]
                    counters[bit] = one ^ carry
                    carry = sum & number[bit &- shift] | one & carry
                } else {
                    counters[bit] = sum ^ carry
                    carry = sum & carry
                }
                bit &+= 1
            }
        }
    }

    /// Makes room in the counters for so many points more.
    @inline(__always)
    private mutating func widen(by points: Int) {
        mostSoFar &+= points
        let needed = Int.bitWidth &- mostSoFar.leadingZeroBitCount
        while bits < needed {
            counters[bits] = .zero
            bits &+= 1
        }
    }

    /// Adds a weight to the sums of the rows in a mask.
    @inline(__always)
    mutating func add(_ mask: Block, _ weight: Int) {
        widen(by: weight)
        var carry = Block.zero
        var bit = weight.trailingZeroBitCount
        while bit < bits {
            let sum = counters[bit]
            if weight &>> bit & 1 == 1 {
                let one = sum ^ mask
                counters[bit] = one ^ carry
                carry = sum & mask | one & carry
            } else {
                counters[bit] = sum ^ carry
                carry = sum & carry
            }
            bit &+= 1
        }
    }

    /// Drops the rows whose sum is less than a bound.
    @inline(__always)
    func keep(_ rows: inout Block, atLeast bound: Int) {
        if bound <= 0 { return }
        if bound >> bits != 0 {
            rows = .zero
            return
        }
        var greater = Block.zero
        var equal = ~Block.zero
        var bit = bits &- 1
        while bit >= 0 {
            let sum = counters[bit]
            if bound &>> bit & 1 == 1 {
                equal &= sum
            } else {
                greater |= equal & sum
                equal &= ~sum
            }
            bit &-= 1
        }
        rows &= greater | equal
    }
}
