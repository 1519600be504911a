// SPDX-License-Identifier: EUPL-1.2

package import Web

/// Addresses of programmes and their rounds.
package struct ProgrammesRoutes: Sendable {
    let desk: ProgrammeDesk

    package init(desk: ProgrammeDesk) {
        self.desk = desk
    }

    package func add(to routes: Routes) {
        addTerms(to: routes)
        addTaking(to: routes)
        addNaming(to: routes)
        addRounds(to: routes)
        addEdits(to: routes)
        addPublication(to: routes)
        addFiles(to: routes)
    }
}
