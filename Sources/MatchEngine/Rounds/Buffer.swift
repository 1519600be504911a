// SPDX-License-Identifier: EUPL-1.2

/// Fixed-size storage for the inner loops: no bounds checks, no copies on write, freed with its owner.
///
/// Confined to one solver run on one thread; it never leaves the module and is therefore not `Sendable`.
final class Buffer<Element: BitwiseCopyable> {
    let base: UnsafeMutablePointer<Element>
    let count: Int

    init(_ count: Int, _ value: Element) {
        base = .allocate(capacity: max(count, 1))
        base.initialize(repeating: value, count: max(count, 1))
        self.count = count
    }

    /// Storage that the caller fills before reading.
    init(uninitialized count: Int) {
        base = .allocate(capacity: max(count, 1))
        self.count = count
    }

    deinit { base.deallocate() }

    subscript(index: Int) -> Element {
        get { base[index] }
        set { base[index] = newValue }
    }

    func fill(_ value: Element) { base.update(repeating: value, count: max(count, 1)) }
}
