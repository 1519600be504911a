// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Kernel
import SQL
import Web

/// Addresses of people: the list, the search, one person, adding and changing them.
struct PeopleRoutes: Sendable {
    let database: any Database
    let ids: any IDSource

    func add(to routes: Routes) {
        addLists(to: routes)
        addChanges(to: routes)
        for path in ["/people/{id}", "/people/{id}/done/{what}"] {
            routes.get(path, for: AsSteward.self) { [database] call in
                let found = try await ShowPerson(database: database)(
                    try call.id("id"), for: call.who.viewer, on: call.visit.now.day)
                return try PersonPage.response(to: call, found)
            }
        }
    }

    private func addLists(to routes: Routes) {
        routes.get("/people", for: AsSteward.self) { [database] call in
            let page = try await ListMembers(database: database)(
                for: call.who.viewer, after: nil, on: call.visit.now.day)
            return try PeoplePages.list(call, page)
        }
        routes.get("/people/after/{id}", for: AsSteward.self) { [database] call in
            let page = try await ListMembers(database: database)(
                for: call.who.viewer, after: try call.id("id"), on: call.visit.now.day)
            return try PeoplePages.list(call, page)
        }
        routes.post("/people", for: AsSteward.self, form: SearchForm.self) { call, filled in
            try PeoplePages.list(call, Page(items: [], next: nil), filled)
        } _: { [database] call, form in
            let page = try await ListMembers(database: database).search(
                form.words, for: call.who.viewer, after: form.after, on: call.visit.now.day)
            return try PeoplePages.found(call, page, words: form.words)
        }
    }

    private func addChanges(to routes: Routes) {
        routes.get("/people/new", for: AsSteward.self) { [database] call in
            try await PeoplePages.new(call, database, FilledForm(values: ["role": ["client"]]))
        }
        routes.post("/people/new", for: AsSteward.self, form: NewPersonForm.self) { [database] call, filled in
            try await PeoplePages.new(call, database, filled)
        } _: { [database, ids] call, form in
            guard let role = form.role else { throw PoolsError.roleNotYours }
            let id = try await SavePerson(database: database, ids: ids).add(
                form.person.details, as: role, by: call.who.viewer, at: call.visit.now)
            return call.see("/people/\(id)/done/added")
        }
        routes.get("/people/{id}/details", for: AsSteward.self) { [database] call in
            let found = try await ShowPerson(database: database)(
                try call.id("id"), for: call.who.viewer, on: call.visit.now.day)
            return try await PeoplePages.edit(call, database, found.person, PersonForm.filled(found.person))
        }
        routes.post("/people/{id}/details", for: AsSteward.self, form: PersonForm.self) { [database] call, filled in
            let found = try await ShowPerson(database: database)(
                try call.id("id"), for: call.who.viewer, on: call.visit.now.day)
            return try await PeoplePages.edit(call, database, found.person, filled)
        } _: { [database, ids] call, form in
            let id = try call.id("id", PersonKind.self)
            try await SavePerson(database: database, ids: ids).change(
                id, to: form.details, version: form.version ?? 0, by: call.who.viewer, at: call.visit.now)
            return call.see("/people/\(id)/done/changed")
        }
    }
}
