// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Kernel
import Web

/// Addresses of the kinds of work that a pool offers.
struct ServiceRoutes: Sendable {
    let desk: PractitionerDesk

    func add(to routes: Routes) {
        routes.get("/services", for: AsAdministrator.self) { [desk] call in
            let types = try await desk.services(of: call.who.viewer.pool)
            return try call.page(
                "services", title: call.text("service.title"),
                ["services": Discipline.allCases.map { Self.line(types[$0], call) }])
        }
        routes.get("/services/{discipline}", for: AsAdministrator.self) { [desk] call in
            let discipline = try Self.discipline(call)
            let type = try await desk.services(of: call.who.viewer.pool)[discipline]
            return try Self.edit(call, ServiceForm.filled(type.isDecided ? type : .suggested(discipline)))
        }
        routes.post("/services/{discipline}", for: AsAdministrator.self, form: ServiceForm.self) { call, filled in
            try Self.edit(call, filled)
        } _: { [desk] call, form in
            try await desk.save(form.type(try Self.discipline(call)), by: call.who.viewer)
            return call.see("/services")
        }
    }

    private static func discipline(_ call: Call<AsAdministrator>) throws -> Discipline {
        guard let discipline = Discipline(rawValue: try call.word("discipline")) else { throw Refusal.notFound }
        return discipline
    }

    private static func line(_ type: ServiceType, _ call: Call<AsAdministrator>) -> View {
        let needs = ServiceNeed.allCases.filter(type.needs.contains).map { call.text($0.words) }
        return [
            "words": call.text(type.discipline.words), "path": "/services/\(type.discipline.rawValue)",
            "is_offered": type.isOffered, "is_decided": type.isDecided,
            "needs": needs.joined(separator: ", "), "has_needs": !needs.isEmpty,
            "length": type.sessions.map { call.text("service.sessions", count: $0) } ?? "",
            "has_length": type.sessions != nil,
        ]
    }

    @Sendable private static func edit(_ call: Call<AsAdministrator>, _ filled: FilledForm) throws -> Response {
        let discipline = try discipline(call)
        var form = FormBuilder(call, filled)
        form.radios("offered", "service.offered", ["yes", "no"].map { ($0, call.text("setting.\($0)")) })
        form.ticks("needs", "service.needs", ServiceNeed.allCases.map { ($0.rawValue, call.text($0.words)) })
        form.text("words_en", "service.words_en", optional: true, rows: 3)
        form.text("words_cy", "service.words_cy", optional: true, rows: 3)
        form.number("sessions", "service.length.sessions", optional: true)
        form.number("months", "service.length.months", optional: true)
        let view = form.view(action: "/services/\(discipline.rawValue)", button: "service.save")
        return try call.page(
            "service", title: call.text(discipline.words),
            ["form": view, "has_errors": view["has_errors"] as? Bool ?? false])
    }
}
