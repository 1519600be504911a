// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser

/// What `bench.py` needs beside the program itself: a filled pool, and servers to compare with.
@main
struct HouseBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "house-bench", subcommands: [Fill.self, ServeProduct.self, ServeConstants.self])
}
