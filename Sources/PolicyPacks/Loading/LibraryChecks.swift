// SPDX-License-Identifier: EUPL-1.2

/// What can only be seen with all packs side by side.
struct LibraryChecks {
    private(set) var problems: [PackProblem] = []

    init(_ packs: [PolicyPack]) {
        let packs = packs.sorted { $0.identity < $1.identity }
        for (index, pack) in packs.enumerated() {
            let earlier = packs[..<index]
            checkIdentity(pack, earlier)
            checkDates(pack, earlier)
            checkClauses(pack, earlier)
            checkDirections(pack, earlier)
        }
    }

    private mutating func checkIdentity(_ pack: PolicyPack, _ earlier: ArraySlice<PolicyPack>) {
        if let twin = earlier.first(where: { $0.identity == pack.identity }) {
            report(.duplicate(of: twin.file), pack, nil, "id")
        }
    }

    private mutating func checkDates(_ pack: PolicyPack, _ earlier: ArraySlice<PolicyPack>) {
        for other in earlier
        where other.identity.pack == pack.identity.pack && other.identity != pack.identity
            && other.inForce.overlaps(pack.inForce)
        {
            report(.overlappingDates(with: other.file), pack, nil, "in_force")
        }
    }

    private mutating func checkClauses(_ pack: PolicyPack, _ earlier: ArraySlice<PolicyPack>) {
        let strangers = earlier.filter { $0.identity.pack != pack.identity.pack }
        for clause in pack.clauses {
            if let owner = strangers.first(where: { $0.clause(clause.id) != nil }) {
                report(.duplicate(of: owner.file), pack, "clause \(clause.id)", "id")
            }
        }
    }

    private mutating func checkDirections(_ pack: PolicyPack, _ earlier: ArraySlice<PolicyPack>) {
        for number in pack.numbers where number.direction.binds {
            let rival = earlier.first { other in
                other.numbers.contains {
                    $0.key.quantity == number.key.quantity && $0.direction.binds && $0.direction != number.direction
                }
            }
            if let rival { report(.directionDiffers(from: rival.file), pack, "number \(number.key)", "direction") }
        }
    }

    private mutating func report(
        _ reason: PackProblem.Reason, _ pack: PolicyPack, _ place: String?, _ field: String
    ) {
        problems.append(PackProblem(file: pack.file, position: nil, place: place, field: field, reason: reason))
    }
}

extension PolicyPack {
    /// The path it was read from, which its identity decides.
    var file: String { "\(identity)/\(PackReader.fileName)" }
}
