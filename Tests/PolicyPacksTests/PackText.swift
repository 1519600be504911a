// SPDX-License-Identifier: EUPL-1.2

import PolicyPacks

/// A pack file in the making: valid as it stands, changed by each test in the one thing that it is about.
struct PackText {
    var id = "alpha"
    var edition = "first"
    var from: String?
    var until: String?
    var clauses = [Self.clause("A-1")]
    var numbers: [String] = []
    var rules: [String] = []

    var path: String { "\(id)/\(edition)/pack.json" }

    var json: String {
        """
        {
          "id": "\(id)",
          "edition": "\(edition)",
          "title": { "en": "A code", "cy": "Cod" },
          "in_force": { "from": \(Self.day(from)), "until": \(Self.day(until)) },
          "source": { "title": "A code", "publisher": "A body", "address": "https://body.example" },
          "welsh": "draft",
          "clauses": [\(clauses.joined(separator: ",\n"))],
          "numbers": [\(numbers.joined(separator: ",\n"))],
          "rules": [\(rules.joined(separator: ",\n"))]
        }
        """
    }

    var file: (path: String, bytes: [UInt8]) { (path, Array(json.utf8)) }

    static func clause(
        _ id: String, duty: String = "Owe something.", controls: [String] = ["CODE"], how: [String] = ["gate"]
    ) -> String {
        """
        { "id": "\(id)", "duty": { "en": "\(duty)", "cy": "Rhywbeth." },
          "judgement": { "en": "Whether it is owed.", "cy": "A yw'n ddyledus." },
          "controls": [\(quoted(controls))], "how": [\(quoted(how))] }
        """
    }

    static func number(
        _ quantity: Quantity, _ direction: Direction, _ measure: Measure, scope: String? = nil,
        unverified: Bool = false
    ) -> String {
        let per = measure.per.map { #", "per": { "value": \#($0.value), "unit": "\#($0.unit.rawValue)" }"# } ?? ""
        let scope = scope.map { #", "scope": "\#($0)""# } ?? ""
        return """
            { "quantity": "\(quantity.rawValue)", "direction": "\(direction.rawValue)",
              "value": \(measure.amount.value), "unit": "\(measure.amount.unit.rawValue)"\(per)\(scope),
              "source": "a page", "unverified": \(unverified) }
            """
    }

    static func asked(
        _ quantity: Quantity, _ direction: Direction, _ unit: MeasureUnit, scope: String? = nil
    ) -> String {
        let scope = scope.map { #", "scope": "\#($0)""# } ?? ""
        return """
            { "quantity": "\(quantity.rawValue)", "direction": "\(direction.rawValue)",
              "unit": "\(unit.rawValue)", "source": "a page"\(scope) }
            """
    }

    static func rule(_ rule: Rule, _ option: String) -> String {
        #"{ "rule": "\#(rule.rawValue)", "option": "\#(option)", "source": "a page" }"#
    }

    private static func day(_ text: String?) -> String {
        text.map { "\"\($0)\"" } ?? "null"
    }

    private static func quoted(_ texts: [String]) -> String {
        texts.map { "\"\($0)\"" }.joined(separator: ", ")
    }
}

/// The same stream of numbers for the same seed, so that a failing case can be run again.
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    /// SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014).
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
