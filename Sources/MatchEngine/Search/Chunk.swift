// SPDX-License-Identifier: EUPL-1.2

/// 512 practitioners' bits of one slice.
typealias Block = SIMD8<UInt64>

extension SIMD8<UInt64> {
    @inline(__always)
    var isEmpty: Bool {
        let half = lowHalf | highHalf
        let quarter = half.lowHalf | half.highHalf
        return quarter.x | quarter.y == 0
    }
}

extension SIMD8<UInt64> {
    /// How many of the 512 rows are in.
    @inline(__always)
    var population: Int {
        if isEmpty { return 0 }
        var count = 0
        for lane in 0..<8 { count &+= self[lane].nonzeroBitCount }
        return count
    }
}

/// The slices of up to 16,384 practitioners, each slice one run of blocks.
final class Chunk {
    let slices: Int
    private(set) var blocks: Int
    private(set) var base: UnsafeMutablePointer<Block>

    var rows: Int { blocks * DirectoryIndex.blockRows }
    var bytes: Int { slices * blocks * MemoryLayout<Block>.stride }

    init(slices: Int, rows: Int) {
        self.slices = slices
        blocks = (rows + DirectoryIndex.blockRows - 1) / DirectoryIndex.blockRows
        base = .allocate(capacity: slices * blocks)
        base.initialize(repeating: .zero, count: slices * blocks)
    }

    deinit { base.deallocate() }

    /// Makes room for more rows, doubling, up to the size of a chunk.
    func grow(to rows: Int) {
        let needed = (rows + DirectoryIndex.blockRows - 1) / DirectoryIndex.blockRows
        resize(min(max(needed, blocks * 2), DirectoryIndex.chunkRows / DirectoryIndex.blockRows))
    }

    /// Leaves room for these rows only.
    func shrink(to rows: Int) {
        let needed = (rows + DirectoryIndex.blockRows - 1) / DirectoryIndex.blockRows
        if needed < blocks { resize(max(needed, 1)) }
    }

    private func resize(_ size: Int) {
        let fresh = UnsafeMutablePointer<Block>.allocate(capacity: slices * size)
        fresh.initialize(repeating: .zero, count: slices * size)
        for slice in 0..<slices { (fresh + slice * size).update(from: base + slice * blocks, count: min(blocks, size)) }
        base.deallocate()
        base = fresh
        blocks = size
    }

    @inline(__always)
    func set(_ slice: Int, _ row: Int, _ value: Bool) {
        let word = words(slice) + row >> 6
        let bit: UInt64 = 1 << UInt64(row & 63)
        if value { word.pointee |= bit } else { word.pointee &= ~bit }
    }

    func get(_ slice: Int, _ row: Int) -> Bool { (words(slice) + row >> 6).pointee >> UInt64(row & 63) & 1 == 1 }

    @inline(__always)
    private func words(_ slice: Int) -> UnsafeMutablePointer<UInt64> {
        UnsafeMutableRawPointer(base + slice * blocks).assumingMemoryBound(to: UInt64.self)
    }
}
