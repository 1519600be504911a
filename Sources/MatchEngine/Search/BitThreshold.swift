// SPDX-License-Identifier: EUPL-1.2

/// Which combinations of some wanted bits still lead into the answer, as the smallest sets of which one must be there
/// whole. As the answer fills, the sets grow and fewer rows have one. Testing them takes no arithmetic at all.
struct BitThreshold {
    static let mostBits = 6

    /// For each set of bits the sum of its points, and the least points of one bit in it.
    private let sums: [Int32]
    private let leasts: [Int32]
    private let count: Int
    private var bound = Int.min
    /// Bit sets of places in the list of wanted bits.
    private(set) var subsets: [Int] = []

    init(weights: [Int]) {
        count = weights.count
        var sums: [Int32] = [0]
        var leasts: [Int32] = [.max]
        if count <= Self.mostBits {
            sums.reserveCapacity(1 << count)
            leasts.reserveCapacity(1 << count)
            for weight in weights {
                for subset in 0..<sums.count {
                    sums.append(sums[subset] + Int32(weight))
                    leasts.append(min(leasts[subset], Int32(weight)))
                }
            }
        }
        self.sums = sums
        self.leasts = leasts
        subsets.reserveCapacity(20)
        raise(to: 0)
    }

    /// Whether the test excludes more than rows with none of the bits.
    var isSelective: Bool { bound > 0 && count <= Self.mostBits }

    /// Sets the least sum of points that a row needs from these bits; one bit is needed in any case.
    @inline(__always)
    mutating func raise(to bound: Int) {
        if bound > self.bound { rebuild(bound) }
    }

    private mutating func rebuild(_ bound: Int) {
        self.bound = bound
        subsets.removeAll(keepingCapacity: true)
        if count > Self.mostBits || bound <= 0 {
            for bit in 0..<count { subsets.append(1 << bit) }
            return
        }
        for subset in 1..<sums.count where Int(sums[subset]) >= bound && Int(sums[subset] - leasts[subset]) < bound {
            subsets.append(subset)
        }
    }
}
