// SPDX-License-Identifier: EUPL-1.2

/// A directory of practitioners as bit slices: one bitmap for each value of each closed list, so that a query reads
/// only the bitmaps it names, 512 practitioners at a time, and skips those who cannot enter the answer any more.
///
/// Exact and deterministic: the answer is the top of the full ranking by score, then by the published seed, then by id.
/// Rebuilt from the store at start, kept up to date by single profiles. Confined to its owner, usually an actor.
/// Source of the counters: O'Neil and Quass, *Improved query performance with variant indexes* (1997).
package final class DirectoryIndex {
    /// Rows of a chunk; a slice of a chunk is one run of memory.
    static let chunkRows = 16_384
    static let blockRows = 512

    package let shape: SearchShape
    /// Decides between equal scores; 0 puts the lower id first.
    package let seed: UInt64
    let map: SliceMap
    private(set) var chunks: [Chunk] = []
    private(set) var ids: [Int32] = []
    private(set) var organisations: [Int32] = []
    private(set) var pools: [UInt16] = []
    private(set) var poolCodes: [Int32: UInt16] = [:]
    private var sortedRows = 0
    private var addedRows: [Int32: Int32] = [:]
    private var freeRows: [Int32] = []
    private var isRemoved: Set<Int32> = []
    private let scratch: UnsafeMutablePointer<Block>

    /// - Throws: `SearchError` if a profile does not fit the shape, or an id occurs twice.
    package convenience init(
        shape: SearchShape = SearchShape(), seed: UInt64 = 0, profiles: [SearchProfile]
    ) throws(SearchError) {
        self.init(shape: shape, seed: seed, expecting: profiles.count)
        for profile in profiles.sorted(by: { $0.id < $1.id }) { try append(profile) }
    }

    /// An empty index, for profiles that arrive one by one.
    package init(shape: SearchShape = SearchShape(), seed: UInt64 = 0, expecting count: Int) {
        self.shape = shape
        self.seed = seed
        map = SliceMap(shape)
        scratch = .allocate(capacity: VerticalCounters.scratchBlocks)
        scratch.initialize(repeating: .zero, count: VerticalCounters.scratchBlocks)
        ids.reserveCapacity(count)
        organisations.reserveCapacity(count)
        pools.reserveCapacity(count)
        var left = count
        while left > 0 {
            chunks.append(Chunk(slices: map.count, rows: min(left, Self.chunkRows)))
            left -= Self.chunkRows
        }
    }

    deinit { scratch.deallocate() }

    /// How many practitioners the index holds, open or not.
    package var count: Int { ids.count - freeRows.count }

    /// Memory in use, for the figures of the operator.
    package var bytes: Int {
        chunks.reduce(0) { $0 + $1.bytes } + ids.capacity * 4 + organisations.capacity * 4 + pools.capacity * 2
            + addedRows.capacity * 16 + freeRows.capacity * 4
    }

    /// Adds a practitioner. Cheapest in rising order of id, as the store hands them out at start.
    ///
    /// - Throws: `SearchError`.
    package func append(_ profile: SearchProfile) throws(SearchError) {
        if row(of: profile.id) != nil { throw .duplicate(id: profile.id) }
        try put(profile)
    }

    /// Adds a practitioner or replaces what is known of them; takes effect with the next query.
    ///
    /// - Throws: `SearchError`, and the index is unchanged.
    package func update(_ profile: SearchProfile) throws(SearchError) {
        try profile.validate(shape)
        if let row = row(of: profile.id) {
            clear(row)
            try write(profile, at: row)
        } else {
            try put(profile)
        }
    }

    /// Opens or closes a practitioner to searches: the gate and the free places in one bit.
    package func setOpen(_ isOpen: Bool, id: Int32) {
        guard let row = row(of: id) else { return }
        chunks[row / Self.chunkRows].set(map.open, row % Self.chunkRows, isOpen)
    }

    /// Forgets a practitioner.
    package func remove(id: Int32) {
        guard let row = row(of: id) else { return }
        clear(row)
        addedRows[id] = nil
        organisations[row] = -1
        freeRows.append(Int32(row))
        isRemoved.insert(Int32(row))
    }

    /// Gives back memory that growing has reserved; worth calling once after all profiles are in.
    package func trim() {
        ids = ids.withUnsafeBufferPointer { Array($0) }
        organisations = organisations.withUnsafeBufferPointer { Array($0) }
        pools = pools.withUnsafeBufferPointer { Array($0) }
        if let last = chunks.indices.last { chunks[last].shrink(to: ids.count - last * Self.chunkRows) }
    }

    /// The best `top` practitioners for a query, best first.
    ///
    /// - Throws: `SearchError.outOfRange` if the query does not fit the shape.
    package func search(_ query: SearchQuery, top: Int) throws(SearchError) -> [SearchHit] {
        try query.check(shape)
        if top <= 0 || query.goals.isEmpty || query.languages.isEmpty || query.modes.isEmpty { return [] }
        var pool: UInt16?
        if let wanted = query.pool {
            guard let code = poolCodes[wanted] else { return [] }
            pool = code
        }
        let plan = SearchPlan(query, map)
        var scan = SearchScan(plan: plan, query: query, pool: pool, top: top, seed: seed, scratch: scratch)
        return scan.run(self)
    }

    /// Whether a practitioner has the bit of a slice.
    func has(_ slice: Int, row: Int) -> Bool { chunks[row / Self.chunkRows].get(slice, row % Self.chunkRows) }

    /// The row of a practitioner: by bisection among those that came in order, by table among later ones.
    func row(of id: Int32) -> Int? {
        if let row = addedRows[id] { return Int(row) }
        var low = 0
        var high = sortedRows
        while low < high {
            let middle = (low + high) / 2
            if ids[middle] < id { low = middle + 1 } else { high = middle }
        }
        guard low < sortedRows, ids[low] == id, !isRemoved.contains(Int32(low)) else { return nil }
        return low
    }

    private func put(_ profile: SearchProfile) throws(SearchError) {
        try profile.validate(shape)
        let row: Int
        if sortedRows == ids.count, sortedRows == 0 || ids[sortedRows - 1] < profile.id {
            row = newRow(profile.id)
            sortedRows += 1
        } else if let free = freeRows.last(where: { Int($0) >= sortedRows || ids[Int($0)] == profile.id }) {
            row = Int(free)
            freeRows.removeAll { $0 == free }
            isRemoved.remove(free)
            ids[row] = profile.id
            if row >= sortedRows { addedRows[profile.id] = Int32(row) }
        } else {
            row = newRow(profile.id)
            addedRows[profile.id] = Int32(row)
        }
        try write(profile, at: row)
    }

    private func newRow(_ id: Int32) -> Int {
        let row = ids.count
        let chunk = row / Self.chunkRows
        if chunk == chunks.count { chunks.append(Chunk(slices: map.count, rows: Self.blockRows)) }
        if row % Self.chunkRows >= chunks[chunk].rows { chunks[chunk].grow(to: row % Self.chunkRows + 1) }
        ids.append(id)
        organisations.append(-1)
        pools.append(0)
        return row
    }

    private func write(_ profile: SearchProfile, at row: Int) throws(SearchError) {
        let chunk = chunks[row / Self.chunkRows]
        profile.forEachSlice(map) { chunk.set($0, row % Self.chunkRows, true) }
        organisations[row] = profile.organisation
        pools[row] = try poolCode(profile.pool)
    }

    private func poolCode(_ pool: Int32) throws(SearchError) -> UInt16 {
        if let code = poolCodes[pool] { return code }
        guard let code = UInt16(exactly: poolCodes.count) else { throw .outOfRange(field: "pool") }
        poolCodes[pool] = code
        return code
    }

    private func clear(_ row: Int) {
        let chunk = chunks[row / Self.chunkRows]
        for slice in 0..<map.count { chunk.set(slice, row % Self.chunkRows, false) }
    }
}
