// SPDX-License-Identifier: EUPL-1.2

import Assets
package import PolicyPacks

extension PackFolder {
    /// The packs inside the program. What is built passes its tests, so a failure means a damaged program file.
    ///
    /// - Throws: `OperatorError` of code `packs.broken` with everything that is wrong, in one line.
    package static func shipped() throws(OperatorError) -> PackFolder {
        let assets = Asset.all(under: sourcePath)
        do {
            return try PackFolder(assets.map { (String($0.path.dropFirst(sourcePath.count)), $0.bytes) })
        } catch {
            throw OperatorError("packs.broken", error.problems.map(\.description).joined(separator: "; "))
        }
    }
}
