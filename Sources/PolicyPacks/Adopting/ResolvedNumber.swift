// SPDX-License-Identifier: EUPL-1.2

/// One quantity as it binds a pool.
package struct ResolvedNumber: Hashable, Sendable {
    package let key: NumberKey
    /// Nil where no adopted pack binds the quantity.
    package let direction: Direction?
    /// The strictest figures of the adopted packs, before the pool's choice.
    package let demanded: [BindingFigure]
    /// Packs that leave the figure to the pool.
    package let leftToPool: [PackOrigin]
    /// Packs that leave the figure to each organisation.
    package let leftToOrganisation: [PackOrigin]
    package internal(set) var choice: Measure?

    init(_ key: NumberKey, _ packs: [PolicyPack]) {
        self.key = key
        let numbers = packs.flatMap { pack in
            pack.numbers.filter { $0.key == key }.map { (number: $0, origin: PackOrigin($0, in: pack)) }
        }
        let direction = numbers.map(\.number.direction).first(where: \.binds)
        self.direction = direction
        demanded =
            direction.map { direction in
                BindingFigure.strictest(
                    numbers.compactMap { entry in
                        entry.number.measure.map { BindingFigure(measure: $0, origins: [entry.origin]) }
                    }, direction)
            } ?? []
        leftToPool = numbers.filter { $0.number.direction == .poolChooses }.map(\.origin)
        leftToOrganisation = numbers.filter { $0.number.direction == .organisationChooses }.map(\.origin)
    }

    /// What binds now. The pool's choice takes care of every figure demanded, so it stands alone.
    package var inForce: [BindingFigure] {
        choice.map { [BindingFigure(measure: $0, origins: [])] } ?? demanded
    }

    /// True while the pool owes a figure: a pack leaves it to the pool, or every pool has to say it. A demanded figure
    /// binds meanwhile, and does not answer for the pool.
    package var isOpenToPool: Bool {
        choice == nil && (!leftToPool.isEmpty || (key.scope == nil && key.quantity.isChosenByEveryPool))
    }

    /// Whether the pool may state this figure: it has to measure the quantity and satisfy every figure demanded.
    package func judge(_ measure: Measure) -> ChoiceVerdict {
        guard key.quantity.families.contains(measure.amount.unit.family) else { return .refused(.unitDoesNotFit) }
        guard let direction else { return .fits }
        let laxer = demanded.first { !measure.satisfies($0.measure, direction: direction) }
        return laxer?.origins.first.map { .refused(.laxerThan($0)) } ?? .fits
    }

    /// Nothing asked, demanded or chosen.
    var isEmpty: Bool {
        demanded.isEmpty && leftToOrganisation.isEmpty && choice == nil && !isOpenToPool
    }
}

extension PackOrigin {
    init(_ number: PackNumber, in pack: PolicyPack) {
        self.init(
            pack: pack.identity, clause: number.clause, source: number.source, unverified: number.unverified)
    }
}
