// SPDX-License-Identifier: EUPL-1.2

/// Sorts lists that arrive in order of party: insertion for the usual short ones, byte-wise radix for long ones, so
/// that neither a popular practitioner nor wide scores cost more than linear time.
final class CostSorter {
    private static let shortest = 48
    private let passes: Int
    private let lowest: UInt64
    private var scratch = Buffer<CostEntry>(uninitialized: 256)
    private let counts = Buffer<Int32>(256, 0)

    convenience init(_ scale: CostScale) {
        self.init(lowest: scale.partyBits, bits: UInt64(Int.bitWidth - scale.range.leadingZeroBitCount))
    }

    /// For numbers whose order is decided by `bits` bits above the `lowest`, where ties already stand in order.
    init(lowest: UInt64, bits: UInt64) {
        passes = Int(bits + 7) / 8
        self.lowest = lowest
    }

    func sort(_ list: UnsafeMutablePointer<CostEntry>, _ count: Int) {
        count <= Self.shortest ? insert(list, count) : radix(list, count)
    }

    private func insert(_ list: UnsafeMutablePointer<CostEntry>, _ count: Int) {
        var index = 1
        while index < count {
            let entry = list[index]
            var place = index
            while place > 0, list[place &- 1] > entry {
                list[place] = list[place &- 1]
                place &-= 1
            }
            list[place] = entry
            index &+= 1
        }
    }

    private func radix(_ list: UnsafeMutablePointer<CostEntry>, _ count: Int) {
        if scratch.count < count { scratch = Buffer(uninitialized: count * 2) }
        var from = list
        var to = scratch.base
        for pass in 0..<passes {
            let shift = lowest + UInt64(8 * pass)
            counts.fill(0)
            for index in 0..<count { counts.base[Int((from[index] >> shift) & 0xff)] += 1 }
            var sum: Int32 = 0
            for digit in 0..<256 {
                let here = counts.base[digit]
                counts.base[digit] = sum
                sum += here
            }
            for index in 0..<count {
                let digit = Int((from[index] >> shift) & 0xff)
                to[Int(counts.base[digit])] = from[index]
                counts.base[digit] += 1
            }
            swap(&from, &to)
        }
        if from != list { list.update(from: from, count: count) }
    }
}
