// SPDX-License-Identifier: EUPL-1.2

import Journal
import Kernel

/// What the journal says of pools and people.
package enum PoolsAction: String, JournalAction {
    case poolCreated = "pool.created"
    case settingsChanged = "pool.settings-changed"
    case organisationAdded = "organisation.added"
    case organisationRenamed = "organisation.renamed"
    case personAdded = "person.added"
    case personChanged = "person.changed"
    case personImported = "person.imported"
    case roleGiven = "role.given"
    case roleEnded = "role.ended"
    case deputyNamed = "deputy.named"
    case deputyEnded = "deputy.ended"
    case peopleImported = "people.imported"
}

extension RoleGrantKind: JournalSubject { package static let subjectCode = "role-grant" }
extension DeputyKind: JournalSubject { package static let subjectCode = "deputy" }
extension ImportKind: JournalSubject { package static let subjectCode = "people-import" }
