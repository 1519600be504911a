// swift-tools-version: 6.2
// SPDX-License-Identifier: EUPL-1.2

import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let hummingbirdTLS: Target.Dependency = .product(name: "HummingbirdTLS", package: "hummingbird")
let hummingbirdCore: Target.Dependency = .product(name: "HummingbirdCore", package: "hummingbird")
let hummingbirdTesting: Target.Dependency = .product(name: "HummingbirdTesting", package: "hummingbird")
let httpTypes: Target.Dependency = .product(name: "HTTPTypes", package: "swift-http-types")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let grdbSQLite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let cryptoExtras: Target.Dependency = .product(name: "CryptoExtras", package: "swift-crypto")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let metrics: Target.Dependency = .product(name: "Metrics", package: "swift-metrics")
let lifecycle: Target.Dependency = .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let configuration: Target.Dependency = .product(name: "Configuration", package: "swift-configuration")
let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let nioCore: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let nioHTTPTypes: Target.Dependency = .product(name: "NIOHTTPTypes", package: "swift-nio-extras")
let httpClient: Target.Dependency = .product(name: "AsyncHTTPClient", package: "async-http-client")
let nioHTTP1: Target.Dependency = .product(name: "NIOHTTP1", package: "swift-nio")
let nioSSL: Target.Dependency = .product(name: "NIOSSL", package: "swift-nio-ssl")

/// A platform module: `Sources/<name>`, strict settings, no files beside its sources unless named.
func module(_ name: String, _ dependencies: [Target.Dependency] = [], files: [String] = []) -> Target {
    .target(name: name, dependencies: dependencies, exclude: files, swiftSettings: strict)
}

/// A feature: `Sources/Features/<name>` with its README, its templates and its catalogue of words beside the code.
func feature(_ name: String, uses: [String] = [], with libraries: [Target.Dependency] = []) -> Target {
    .target(
        name: name,
        dependencies: ["Kernel", "SQL", "Journal", "Web", hummingbird, httpTypes] + libraries
            + uses.map { .byName(name: $0) },
        path: "Sources/Features/\(name)",
        exclude: ["README.md", "Messages.json", "Templates"],
        swiftSettings: strict
    )
}

/// A test target: `Tests/<name>`.
func tests(_ name: String, _ dependencies: [Target.Dependency] = [], path: String? = nil, files: [String] = [])
    -> Target
{
    .testTarget(
        name: name, dependencies: dependencies + ["TestSupport"], path: path, exclude: files, swiftSettings: strict
    )
}

let features = [
    "Pools", "Queues", "Codes", "Accounts", "Practitioners", "Matching", "Engagements", "Keys", "Programmes",
    "FirstDay",
    "Home",
]

let package = Package(
    name: "confidant",
    products: [.executable(name: "confidant", targets: ["confidant"])],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
        .package(url: "https://github.com/swift-server/async-http-client.git", from: "1.30.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        // C: what Swift needs a header for, and the files that travel inside the program.
        .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .target(name: "CCurl", linkerSettings: [.linkedLibrary("curl")]),  // Debian: libcurl4-openssl-dev
        .target(name: "CAssets"),

        // Platform: no words of the domain below Journal.
        module("Kernel"),
        module("Assets", ["CAssets"]),
        module("SQL", ["Kernel"]),
        module("SQLiteDriver", ["SQL", "Kernel", grdb, grdbSQLite]),
        module("PostgresDriver", ["SQL", "Kernel", "CLibPQ"]),
        module("Schema", ["SQL", "Assets", crypto], files: ["Migrations", "schema.sql"]),
        module("Journal", ["Kernel", "SQL"]),
        module("Mail", ["Kernel", "CCurl"]),
        module("MailOutbox", ["Kernel", "SQL", "Journal", "Mail"]),
        module("Seal", [crypto, cryptoExtras]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        module("MatchEngine"),
        module("MatchFiles", ["MatchEngine", "CZlib"]),
        module("PolicyPacks", ["Kernel"], files: ["README.md", "Packs"]),
        module(
            "Web",
            ["Kernel", "Assets", "Seal", "CZlib", hummingbird, httpTypes, mustache, logging, metrics, crypto, nioCore],
            files: ["Templates", "Styles", "Browser", "Messages.json"]
        ),

        // Features, in the order in which they may use each other.
        feature("Pools"),
        feature("Queues", uses: ["Pools"]),
        feature("Codes", uses: ["Pools", "Queues"], with: ["PolicyPacks"]),
        feature("Accounts", uses: ["Pools"], with: ["Mail", "MailOutbox", "Seal", crypto]),
        feature("Practitioners", uses: ["Pools", "Queues", "Codes", "Accounts"], with: ["PolicyPacks"]),
        feature("Matching", uses: ["Pools", "Codes", "Accounts", "Practitioners"]),
        feature("Engagements", uses: ["Pools", "Accounts", "Practitioners", "Matching"]),
        feature("Keys", uses: ["Pools", "Accounts", "Practitioners"], with: ["Seal"]),
        feature("Programmes", uses: ["Pools", "Practitioners", "Matching"], with: ["MatchEngine", crypto]),
        feature("FirstDay", uses: ["Pools", "Codes", "Accounts", "Practitioners"], with: ["PolicyPacks"]),
        feature("Home", uses: ["Mail"]),

        // The program.
        module(
            "App",
            [
                "Kernel", "Assets", "SQL", "SQLiteDriver", "PostgresDriver", "Schema", "Journal", "Mail", "MailOutbox",
                "PolicyPacks", "Seal", "Web",
                hummingbird, hummingbirdCore, hummingbirdTLS, httpTypes, logging, metrics, lifecycle,
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
                configuration, nioCore, nioHTTP1, nioHTTPTypes, nioSSL, httpClient, crypto,
            ] + features.map { .byName(name: $0) },
            files: ["Demo/people.csv"]
        ),
        .executableTarget(
            name: "confidant",
            dependencies: [
                "App", "Journal", "Kernel", "MatchEngine", "MatchFiles", "PolicyPacks", "Pools", "Programmes", "SQL",
                "Web",
                argumentParser,
            ],
            swiftSettings: strict),

        // What `make bench` needs beside the program.
        .executableTarget(
            name: "house-bench",
            dependencies: [
                "App", "Kernel", "SQL", "Web", "Pools", "Practitioners", "Matching", "TestSupport", hummingbird,
                logging,
                argumentParser,
            ],
            path: "Benchmarks/house/Program", swiftSettings: strict),

        // Tests.
        .target(
            name: "TestSupport",
            dependencies: [
                "Kernel", "SQL", "SQLiteDriver", "PostgresDriver", "CLibPQ", "Schema", "Journal", "Mail", "PolicyPacks",
                "Web", "App",
                hummingbird, hummingbirdTesting, httpTypes, logging, nioCore,
            ] + features.map { .byName(name: $0) },
            path: "Tests/TestSupport", swiftSettings: strict
        ),
        tests("KernelTests", ["Kernel"]),
        tests(
            "AppTests",
            ["App", "Journal", "Kernel", "SQL", "Web", httpTypes, logging]),
        tests("MatchEngineTests", ["MatchEngine"]),
        tests("MatchFilesTests", ["MatchFiles", "MatchEngine", "CZlib"]),
        tests("SealTests", ["Seal", crypto]),
        tests("PolicyPacksTests", ["App", "Assets", "Kernel", "PolicyPacks"]),
        tests("WebTests", ["Assets", "Kernel", "Web", mustache, hummingbird, httpTypes, nioCore]),
        tests("JournalTests", ["Journal", "Kernel", "SQL"]),
        tests("MailTests", ["Mail", "Kernel"]),
        tests("MailOutboxTests", ["MailOutbox", "Mail", "Journal", "Kernel", "SQL"]),
        tests("SQLTests", ["Kernel", "SQL", "SQLiteDriver", "Journal", "Schema"]),
        tests(
            "CodesTests",
            [
                "Kernel", "SQL", "Journal", "Web", "Pools", "Queues", "Codes", "PolicyPacks", "Practitioners",
                "FirstDay", httpTypes,
            ],
            path: "Tests/Features/CodesTests"),
        tests(
            "PractitionersTests",
            [
                "Kernel", "SQL", "Journal", "Web", "Pools", "Queues", "Codes", "PolicyPacks", "Practitioners",
                "Matching", "Engagements", httpTypes,
            ],
            path: "Tests/Features/PractitionersTests"),
        tests(
            "MatchingTests",
            [
                "Kernel", "SQL", "SQLiteDriver", "Journal", "Web", "Pools", "Practitioners", "Matching", "Engagements",
                httpTypes,
            ],
            path: "Tests/Features/MatchingTests"),
        tests(
            "EngagementsTests",
            ["Kernel", "SQL", "Journal", "Web", "Pools", "Practitioners", "Matching", "Engagements", httpTypes],
            path: "Tests/Features/EngagementsTests"),
        tests(
            "ProgrammesTests",
            [
                "Kernel", "SQL", "Journal", "Web", "Pools", "Practitioners", "Matching", "Engagements", "Programmes",
                "MatchEngine", httpTypes,
            ],
            path: "Tests/Features/ProgrammesTests"),
        tests(
            "AccountsTests",
            [
                "Accounts", "App", "Kernel", "SQL", "Journal", "Mail", "MailOutbox", "Pools", "Web", httpTypes,
                hummingbird,
                hummingbirdTesting, logging,
            ], path: "Tests/Features/AccountsTests"),
        tests(
            "KeysTests",
            [
                "Keys", "Accounts", "App", "Kernel", "SQL", "Journal", "Seal", "Web", httpTypes, hummingbird, logging,
                nioCore, .product(name: "NIOEmbedded", package: "swift-nio"),
            ], path: "Tests/Features/KeysTests"),
        tests("DriverTests", ["Kernel", "SQL", "SQLiteDriver", "PostgresDriver"]),
        tests(
            "PoolsTests", ["Pools", "Kernel", "SQL", "Journal", "Web", hummingbird, hummingbirdTesting, httpTypes],
            path: "Tests/Features/PoolsTests"),
    ],
    swiftLanguageModes: [.v6],
    cLanguageStandard: .c2x
)
