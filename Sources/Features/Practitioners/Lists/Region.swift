// SPDX-License-Identifier: EUPL-1.2

/// Where a practitioner can meet somebody in person.
package enum Region: String, Choice {
    package static let facet = Facet.region

    case northWestWales = "north-west-wales"
    case northEastWales = "north-east-wales"
    case midWales = "mid-wales"
    case westWales = "west-wales"
    case swanseaBay = "swansea-bay"
    case valleys
    case cardiffAndVale = "cardiff-and-vale"
    case gwent
    case northEngland = "north-england"
    case midlands
    case londonAndSouthEast = "london-and-south-east"
    case southWestEngland = "south-west-england"
    case scotland
    case northernIreland = "northern-ireland"
    case elsewhere
}
