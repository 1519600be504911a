// SPDX-License-Identifier: EUPL-1.2

package import Web

/// The room's API (`docs/room-api.md`), and the pages of the pool that lead to the room.
package struct KeysRoutes: Sendable {
    private let desk: KeysDesk
    private let limits: RateLimits

    package init(desk: KeysDesk, limits: RateLimits) {
        self.desk = desk
        self.limits = limits
    }

    package func add(to routes: Routes) {
        ComingInRoutes(desk: desk, limits: limits).add(to: routes)
        SessionRoutes(desk: desk).add(to: routes)
        OwnKeysRoutes(desk: desk).add(to: routes)
        RecoveryRoutes(desk: desk).add(to: routes)
        ResetRoutes(desk: desk).add(to: routes)
        PeopleRoutes(desk: desk).add(to: routes)
        RoomPageRoutes(desk: desk).add(to: routes)
    }
}
