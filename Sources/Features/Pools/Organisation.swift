// SPDX-License-Identifier: EUPL-1.2

package import Kernel

/// An organisation whose people a pool serves.
package struct Organisation: Hashable, Sendable {
    package let id: OrganisationID
    package let name: String
    /// How many people belong to it.
    package let people: Int
}
