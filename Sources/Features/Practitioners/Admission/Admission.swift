// SPDX-License-Identifier: EUPL-1.2

package import Kernel
import Pools
package import SQL

package enum AdmissionStep: String, CaseIterable, Sendable {
    case reference, induction, approved, declined
}

package enum AdmissionSubject {}
package typealias AdmissionID = ID<AdmissionSubject>

/// An application and what has been done about it.
package struct Admission: Sendable {
    package struct Step: Sendable {
        package let step: AdmissionStep
        /// For a reference: from whom.
        package let detail: String
        package let at: Timestamp
        package let by: PersonID
        package let byName: String
        /// In whose place they acted.
        package let principal: PersonID?
    }

    package let id: AdmissionID
    package let appliedAt: Timestamp
    package let steps: [Step]

    package var references: Int { steps.count { $0.step == .reference } }
    package var hasInduction: Bool { steps.contains { $0.step == .induction } }
    package var approval: Step? { steps.last { $0.step == .approved } }

    package static func open(of person: PersonID, in reader: Reader, pool: PoolID) throws -> Admission? {
        guard let row = try reader.first(AdmissionSQL.open, pool, person) else { return nil }
        let id: AdmissionID = try row.id("id")
        let steps = try reader.rows(AdmissionSQL.steps, pool, id).compactMap { row -> Step? in
            guard let step = AdmissionStep(rawValue: try row.text("step")) else { return nil }
            return Step(
                step: step, detail: try row.text("detail"), at: try row.time("taken_at"), by: try row.id("taken_by"),
                byName: try PractitionerStore.name(from: row), principal: try row.optionalID("deputy_for"))
        }
        return Admission(id: id, appliedAt: try row.time("applied_at"), steps: steps)
    }
}

/// What a pool asks before the lead approves.
package struct AdmissionRules: Hashable, Sendable {
    package let references: Int
    package let hasInduction: Bool

    package static func read(in reader: Reader, pool: PoolID) throws -> AdmissionRules {
        let settings = try PoolSettings.read(in: reader, pool: pool)
        return AdmissionRules(
            references: settings.number(.admissionReferences), hasInduction: settings.isOn(.admissionInduction))
    }

    /// - Throws: `PractitionersError.referencesMissing`, `.inductionMissing`.
    package func check(_ admission: Admission) throws(PractitionersError) {
        if admission.references < references { throw .referencesMissing }
        if hasInduction, !admission.hasInduction { throw .inductionMissing }
    }
}
