// SPDX-License-Identifier: EUPL-1.2

import Mustache
import Synchronization

/// What a template can name. Values are texts, booleans, further views and lists of views.
package typealias View = [String: Any]

/// The outermost view of a page. Mustache shows a name that no view has as nothing at all; this one takes note of it, so that
/// a misspelt name fails the test that renders the page.
final class RootView: MustacheParent {
    private let values: View
    private let unknown = Mutex<Set<String>>([])

    init(_ values: View) {
        self.values = values
    }

    func child(named name: String) -> Any? {
        if let value = values[name] { return value }
        unknown.withLock { _ = $0.insert(name) }
        return nil
    }

    var missing: [String] { unknown.withLock { $0.sorted() } }
}
