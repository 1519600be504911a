// SPDX-License-Identifier: EUPL-1.2

import App
import ArgumentParser

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Serve a pool of people who do not exist, to try everything.")

    @OptionGroup var listening: ListenOptions

    func run() async throws {
        print("not yet")
    }
}
