// SPDX-License-Identifier: EUPL-1.2

import Kernel
import Web

/// All settings of a pool, each held to its range.
struct SettingsForm: Form {
    let values: [PoolSetting: String]

    init(reading fields: inout FieldReader) {
        var values: [PoolSetting: String] = [:]
        for setting in PoolSetting.allCases {
            let name = setting.rawValue
            switch setting.kind {
            case .number(let range): values[setting] = fields.number(name, range).map(String.init)
            case .text(let most): values[setting] = fields.text(name, most: most, optional: true)
            case .yesNo, .choice:
                let value = fields.fields.first(name) ?? ""
                if setting.takes(value) { values[setting] = value } else { fields.fail(name, "choose-one") }
            }
        }
        self.values = values
    }

    static func filled(_ settings: PoolSettings) -> FilledForm {
        FilledForm(
            values: Dictionary(uniqueKeysWithValues: PoolSetting.allCases.map { ($0.rawValue, [settings.text($0)]) }))
    }
}
