// SPDX-License-Identifier: EUPL-1.2

/// Whether the work costs anything; paid work is approved by the pool before it is done.
package enum Fee: String, Choice {
    package static let facet = Facet.fee

    case free
    case charged
}
