// SPDX-License-Identifier: EUPL-1.2

/// The few least offers seen so far, in order; as many as one bid needs.
final class Offers {
    private var values = Buffer<Int>(1_001, unreached)
    private var indices = Buffer<Int32>(1_001, 0)
    private var heldIndices = Buffer<Int32>(1_001, 0)
    private(set) var heldCount = 0
    private var limit = 0
    private(set) var count = 0
    private(set) var worst = unreached

    func reset(keeping limit: Int) {
        self.limit = limit
        count = 0
        heldCount = 0
        worst = unreached
    }

    @inline(__always)
    func noteHeld(_ index: Int) {
        heldIndices.base[heldCount] = Int32(truncatingIfNeeded: index)
        heldCount &+= 1
    }

    func held(_ number: Int) -> Int { Int(heldIndices.base[number]) }

    func value(_ rank: Int) -> Int { values.base[rank] }
    func index(_ rank: Int) -> Int { Int(indices.base[rank]) }

    @inline(__always)
    func consider(_ value: Int, _ index: Int) {
        if value >= worst { return }
        var place = count < limit ? count : limit &- 1
        while place > 0, values.base[place &- 1] > value {
            values.base[place] = values.base[place &- 1]
            indices.base[place] = indices.base[place &- 1]
            place &-= 1
        }
        values.base[place] = value
        indices.base[place] = Int32(truncatingIfNeeded: index)
        if count < limit { count &+= 1 }
        if count == limit { worst = values.base[limit &- 1] }
    }
}
