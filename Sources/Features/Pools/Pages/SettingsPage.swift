// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Web

/// One field for each setting, in the order of the registry.
enum SettingsPage {
    static func response(to call: Call<AsAdministrator>, _ filled: FilledForm) throws -> Response {
        var form = FormBuilder(call, filled)
        for setting in PoolSetting.allCases {
            let label = "setting.\(setting.rawValue)"
            switch setting.kind {
            case .number: form.number(setting.rawValue, label)
            case .text: form.text(setting.rawValue, label, optional: true, rows: 3)
            case .yesNo: form.radios(setting.rawValue, label, ["yes", "no"].map { ($0, call.text("setting.\($0)")) })
            case .choice(let choices):
                form.radios(setting.rawValue, label, choices.map { ($0, call.text("\(label).\($0)")) })
            }
        }
        let view = form.view(action: "/settings", button: "settings.button")
        return try call.page(
            "settings", title: call.text("settings.title"),
            [
                "form": view, "has_errors": view["has_errors"] as? Bool ?? false,
                "has_done": call.visit.path == "/settings/done",
            ])
    }
}
