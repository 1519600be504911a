// SPDX-License-Identifier: EUPL-1.2

/// A part of a day of the week at which a practitioner usually has time.
package enum UsualTime: String, Choice {
    package static let facet = Facet.time

    case monMorning = "mon-morning"
    case monAfternoon = "mon-afternoon"
    case monEvening = "mon-evening"
    case tueMorning = "tue-morning"
    case tueAfternoon = "tue-afternoon"
    case tueEvening = "tue-evening"
    case wedMorning = "wed-morning"
    case wedAfternoon = "wed-afternoon"
    case wedEvening = "wed-evening"
    case thuMorning = "thu-morning"
    case thuAfternoon = "thu-afternoon"
    case thuEvening = "thu-evening"
    case friMorning = "fri-morning"
    case friAfternoon = "fri-afternoon"
    case friEvening = "fri-evening"
    case satMorning = "sat-morning"
    case satAfternoon = "sat-afternoon"
    case satEvening = "sat-evening"
    case sunMorning = "sun-morning"
    case sunAfternoon = "sun-afternoon"
    case sunEvening = "sun-evening"
}
