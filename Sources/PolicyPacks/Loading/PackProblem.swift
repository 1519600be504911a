// SPDX-License-Identifier: EUPL-1.2

/// One thing wrong with one file, precise enough to be mended without reading code.
package struct PackProblem: Hashable, Sendable, CustomStringConvertible {
    package let file: String
    /// Nil where the fault is an absence or lies between files.
    package let position: TextPosition?
    /// `clause GLOBAL-1.2`, `number supervision.ratio`, `rule indemnity`; nil for the pack as a whole.
    package let place: String?
    package let field: String?
    package let reason: Reason

    package enum Reason: Hashable, Sendable {
        case badJSON(String)
        case wrongType(expected: String, found: String)
        case missingField
        case unknownField
        case emptyText
        case unknownName(what: String, name: String)
        case namedTwice(String)
        case badName(expected: String)
        case badDay(String)
        case endsBeforeItStarts
        case numberWithoutUnit
        case numberOutOfRange
        case unitDoesNotFit(String)
        case valueMissing
        case valueNotExpected
        case directionDiffers(from: String)
        case overlappingDates(with: String)
        case duplicate(of: String)
        case missingClause(String)
        case unlistedClause(String)
        case missingPack
        case wrongFolder(expected: String)
        case strangeFile
    }

    /// One line: `global/2018/pack.json:12:9: clause GLOBAL-1.2: controls: unknown control CODEX [packs.unknown-name]`.
    package var description: String {
        var parts = [file + (position.map { ":\($0.line):\($0.column)" } ?? "")]
        if let place { parts.append(place) }
        if let field { parts.append(field) }
        parts.append("\(reason.message) [\(reason.code)]")
        return parts.joined(separator: ": ")
    }
}

extension PackProblem.Reason {
    /// Stable, for scripts and tests; the message may change, the code may not.
    package var code: String {
        switch self {
        case .badJSON: "packs.bad-json"
        case .wrongType: "packs.wrong-type"
        case .missingField: "packs.missing-field"
        case .unknownField: "packs.unknown-field"
        case .emptyText: "packs.empty-text"
        case .unknownName: "packs.unknown-name"
        case .namedTwice: "packs.named-twice"
        case .badName: "packs.bad-name"
        case .badDay: "packs.bad-day"
        case .endsBeforeItStarts: "packs.ends-before-it-starts"
        case .numberWithoutUnit: "packs.number-without-unit"
        case .numberOutOfRange: "packs.number-out-of-range"
        case .unitDoesNotFit: "packs.unit-does-not-fit"
        case .valueMissing: "packs.value-missing"
        case .valueNotExpected: "packs.value-not-expected"
        case .directionDiffers: "packs.direction-differs"
        case .overlappingDates: "packs.overlapping-dates"
        case .duplicate: "packs.duplicate"
        case .missingClause: "packs.missing-clause"
        case .unlistedClause: "packs.unlisted-clause"
        case .missingPack: "packs.missing-pack"
        case .wrongFolder: "packs.wrong-folder"
        case .strangeFile: "packs.strange-file"
        }
    }

    var message: String {
        switch self {
        case .badJSON(let fault): fault
        case .wrongType(let expected, let found): "should be \(expected), not \(found)"
        case .missingField: "is missing"
        case .unknownField: "is no field of this record"
        case .emptyText: "is empty"
        case .unknownName(let what, let name): "unknown \(what) \(name)"
        case .namedTwice(let name): "\(name) is named twice"
        case .badName(let expected): "should be \(expected)"
        case .badDay(let text): "\(text) is no day; write it as 2026-01-31"
        case .endsBeforeItStarts: "the last day lies before the first"
        case .numberWithoutUnit: "a number needs its unit"
        case .numberOutOfRange: "should be a whole number up to \(Measure.greatest), and a stretch more than 0"
        case .unitDoesNotFit(let quantity): "this unit does not measure \(quantity)"
        case .valueMissing: "a figure should stand here, since the direction binds"
        case .valueNotExpected: "no figure may stand here, since somebody has to choose it"
        case .directionDiffers(let other): "\(other) binds the same quantity the other way"
        case .overlappingDates(let other): "in force on days on which \(other) is in force too"
        case .duplicate(let other): "stands already in \(other)"
        case .missingClause(let id): "clause \(id) of the register is missing"
        case .unlistedClause(let id): "clause \(id) is not in the register"
        case .missingPack: "the register names this pack, and no file holds it"
        case .wrongFolder(let expected): "should lie at \(expected)"
        case .strangeFile: "no file of this name belongs here"
        }
    }
}

/// Everything wrong with a set of files, in the order in which it was found; never empty.
package struct PackFailure: Error, Equatable, Sendable, CustomStringConvertible {
    package let problems: [PackProblem]

    package var description: String { problems.map(\.description).joined(separator: "\n") }
}
