// SPDX-License-Identifier: EUPL-1.2

/// A language in which a practitioner can hold a conversation that matters.
package enum SpokenLanguage: String, Choice {
    package static let facet = Facet.language

    case cy
    case en
    case bsl
    case pl
    case ur
    case bn
    case pa
    case hi
    case ar
    case fr
    case es
    case pt
    case ro
    case uk
    case ga
    case gd
}
