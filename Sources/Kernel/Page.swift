// SPDX-License-Identifier: EUPL-1.2

/// One page of a list and where the next one begins.
package struct Page<Item: Sendable>: Sendable {
    package let items: [Item]
    /// Opaque; `nil` on the last page.
    package let next: String?

    package init(items: [Item], next: String?) {
        self.items = items
        self.next = next
    }

    /// Cuts a list that was read one longer than `limit`.
    package init(overRead items: [Item], limit: Int, cursor: (Item) -> String) {
        let kept = Array(items.prefix(limit))
        self.init(items: kept, next: items.count > limit ? kept.last.map(cursor) : nil)
    }
}
