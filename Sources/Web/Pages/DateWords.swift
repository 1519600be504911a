// SPDX-License-Identifier: EUPL-1.2

import Foundation
package import Kernel

/// Days and moments in words: "2 March 2026", "2 March 2026, 09:00". Moments are in the time of the United Kingdom,
/// where the pools are; a session carries a time zone of its own.
extension Catalogue {
    package func words(for day: Day, _ language: Language) -> String {
        let (year, month, number) = day.parts
        return text(
            "date.day", language,
            ["day": String(number), "month": text("date.month.\(month)", language), "year": String(year)])
    }

    package func words(for moment: Timestamp, _ language: Language) -> String {
        let local = Self.local(moment)
        let clock = local.text.dropFirst(11).prefix(5)
        return text("date.moment", language, ["day": words(for: local.day, language), "time": String(clock)])
    }

    private static func local(_ moment: Timestamp) -> Timestamp {
        let date = Date(timeIntervalSince1970: Double(moment.milliseconds) / 1000)
        return moment.adding(seconds: TimeZone(identifier: "Europe/London")?.secondsFromGMT(for: date) ?? 0)
    }
}

extension Call {
    package func words(for day: Day) -> String { pages.catalogue.words(for: day, visit.language) }
    package func words(for moment: Timestamp) -> String { pages.catalogue.words(for: moment, visit.language) }
}
