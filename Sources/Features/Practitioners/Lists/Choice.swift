// SPDX-License-Identifier: EUPL-1.2

/// One question of a profile that is answered from a closed list.
package enum Facet: String, CaseIterable, Sendable {
    case discipline, specialism, sector, language, fluent, region, format, experience, time, adjustment, fee
}

/// One answer out of a closed list. Its words are the message `choice.<facet>.<answer>`.
package protocol Choice: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
    static var facet: Facet { get }
}

extension Choice {
    /// How it stands in the database, unique over all lists: `specialism.new-managers`.
    package var code: String { "\(Self.facet.rawValue).\(rawValue)" }

    /// Key of its words.
    package var words: String { "choice." + code }
}

/// Answers from any of the closed lists. What is in no list cannot be in here.
package struct Choices: Hashable, Sendable {
    package private(set) var codes: Set<String> = []

    package init() {}

    /// Codes with a space between, as the database holds them.
    package init(stored text: String) {
        codes = Set(text.split(separator: " ").map(String.init))
    }

    /// In the order of the alphabet, so that the same answers have the same text.
    package var text: String { codes.sorted().joined(separator: " ") }

    package var isEmpty: Bool { codes.isEmpty }

    package func contains(_ choice: some Choice) -> Bool { codes.contains(choice.code) }

    /// The answers out of one list, in its order.
    package func all<Answer: Choice>(_: Answer.Type = Answer.self) -> [Answer] {
        let start = Answer.facet.rawValue + "."
        let chosen = Set(
            codes.lazy.filter { $0.hasPrefix(start) }.compactMap { Answer(rawValue: String($0.dropFirst(start.count))) }
        )
        return chosen.isEmpty ? [] : Answer.allCases.filter(chosen.contains)
    }

    package mutating func insert(_ choice: some Choice) { codes.insert(choice.code) }

    package mutating func insert<Answer: Choice>(_ choices: some Sequence<Answer>) {
        for choice in choices { insert(choice) }
    }

    package mutating func remove(_ choice: some Choice) { codes.remove(choice.code) }

    /// Speaks it like somebody who grew up with it; without this mark, well enough to work in.
    package func isFluent(in language: SpokenLanguage) -> Bool { codes.contains(Self.fluency(language)) }

    package mutating func insertFluent(_ language: SpokenLanguage) {
        insert(language)
        codes.insert(Self.fluency(language))
    }

    private static func fluency(_ language: SpokenLanguage) -> String {
        "\(Facet.fluent.rawValue).\(language.rawValue)"
    }
}
