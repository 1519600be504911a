// SPDX-License-Identifier: EUPL-1.2

package import Kernel
package import SQL
package import Web

/// The pages of this feature: the door, one's own page, invitations, and in a demonstration the links that need no
/// press.
package struct AccountsRoutes: Sendable {
    private let needs: AccountsNeeds
    private let isDemo: Bool

    package init(
        database: any Database, ids: any IDSource, address: PublicAddress, limits: RateLimits, isDemo: Bool
    ) {
        needs = AccountsNeeds(database: database, ids: ids, address: address, limits: limits)
        self.isDemo = isDemo
    }

    package func add(to routes: Routes) {
        AskRoutes(needs: needs).add(to: routes)
        EnterRoutes(needs: needs).add(to: routes)
        CodeRoutes(needs: needs).add(to: routes)
        MeRoutes(needs: needs).add(to: routes)
        AddressRoutes(needs: needs).add(to: routes)
        InvitationRoutes(needs: needs).add(to: routes)
        InviteeRoutes(needs: needs).add(to: routes)
        if isDemo { DemoSignIn(needs: needs).add(to: routes) }
    }
}

/// What the routes work with.
struct AccountsNeeds: Sendable {
    let database: any Database
    let ids: any IDSource
    let address: PublicAddress
    let limits: RateLimits
}
