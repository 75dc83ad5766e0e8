// swift-tools-version: 6.2
import PackageDescription

// STAGECRAFT_WASM=1 lists only the pure modules and the WebAssembly test door, all as Embedded Swift:
//   STAGECRAFT_WASM=1 swift build -c release --triple wasm32-unknown-none-wasm --scratch-path .build-wasm
let wasm = Context.environment["STAGECRAFT_WASM"] == "1"

// STAGECRAFT_FUZZ=1 lists only the pure modules, watched by libFuzzer, and what feeds them; see scripts/fuzz.
let fuzz = Context.environment["STAGECRAFT_FUZZ"] == "1"

/// What every target of ours is compiled with: Swift 6 mode, warnings as errors, strictness switched on by name.
let strict: [SwiftSetting] =
  [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
  ] + (wasm ? [.enableExperimentalFeature("Embedded"), .unsafeFlags(["-Osize"])] : [])
  + (fuzz ? [.unsafeFlags(["-sanitize=fuzzer"])] : [])

/// Linker arguments, each behind `-Xlinker`.
func link(_ arguments: String...) -> [String] { arguments.flatMap { ["-Xlinker", $0] } }

let pure: [Target] = [
  .target(name: "FEEL", swiftSettings: strict),
  .target(name: "Decisions", dependencies: ["FEEL"], swiftSettings: strict),
  .target(name: "Sales", dependencies: ["Decisions", "FEEL"], swiftSettings: strict),
]

let pureNames: [Target.Dependency] = ["Sales", "Decisions", "FEEL"]

let package: Package
if wasm {
  package = Package(
    name: "stagecraft",
    targets: pure + [
      .target(
        name: "WebAssemblyRuntime",
        cSettings: [.unsafeFlags(["-ffreestanding", "-fno-builtin", "-mbulk-memory", "-O2"])]),
      .target(name: "PortableCases", dependencies: pureNames, path: "Tests/PortableCases", swiftSettings: strict),
      .executableTarget(
        name: "portable-cases",
        dependencies: ["PortableCases", "WebAssemblyRuntime"],
        path: "Tests/WebAssemblyDoor",
        swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])],
        linkerSettings: [
          .unsafeFlags(
            ["-Xclang-linker", "-nostdlib", "-Xclang-linker", "-nostartfiles"]
              + link("--no-entry", "--export=_start", "--gc-sections", "-s", "--stack-first", "-z", "stack-size=262144")
          )
        ]),
    ])
} else if fuzz {
  package = Package(
    name: "stagecraft",
    targets: pure + [
      .target(
        name: "ModelReading", dependencies: ["Decisions", "FEEL"], path: "Sources/Authoring/DMN", swiftSettings: strict),
      .executableTarget(
        name: "fuzz", dependencies: ["ModelReading", "Decisions", "FEEL"], path: "Tests/Fuzzing", swiftSettings: strict,
        linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])]),
    ])
} else {
  package = Package(
    name: "stagecraft",
    products: [
      .executable(name: "stagecraft", targets: ["stagecraft"]),
      .executable(name: "SandboxCRM", targets: ["SandboxCRM"]),
    ],
    dependencies: [
      .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
      .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
      .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
      .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
      .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
      .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
      .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
      .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
      .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.1"),
    ],
    targets: pure + [
      .target(
        name: "Authoring",
        dependencies: [
          "Cryptography", "Decisions", "FEEL", "Sales",
          .product(name: "Yams", package: "Yams"),
        ],
        swiftSettings: strict),
      .target(
        name: "Store",
        dependencies: [
          "Cryptography", "Decisions", "FEEL", "Sales",
          .product(name: "GRDB", package: "GRDB.swift"),
        ],
        swiftSettings: strict),
      .target(name: "CCurl", linkerSettings: [.linkedLibrary("curl")]),
      .target(name: "CCrypto", linkerSettings: [.linkedLibrary("crypto")]),
      .target(name: "Cryptography", dependencies: ["CCrypto"], swiftSettings: strict),
      .target(name: "Connect", dependencies: ["CCurl", "Cryptography", "FEEL", "Sales"], swiftSettings: strict),
      .target(
        name: "Service",
        dependencies: [
          "Connect", "Cryptography", "Decisions", "FEEL", "Sales", "Store",
          .product(name: "Logging", package: "swift-log"),
          .product(name: "Metrics", package: "swift-metrics"),
          .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        ],
        swiftSettings: strict),
      .target(name: "WebAssets", cSettings: [.unsafeFlags(["-std=c23"])]),
      .target(
        name: "Web",
        dependencies: [
          "Cryptography", "Decisions", "FEEL", "Sales", "Service", "WebAssets",
          .product(name: "CoreMetrics", package: "swift-metrics"),
          .product(name: "Hummingbird", package: "hummingbird"),
          .product(name: "Logging", package: "swift-log"),
        ],
        exclude: ["openapi.yaml", "Assets"],
        swiftSettings: strict),
      .target(name: "StarterPlaybook", cSettings: [.unsafeFlags(["-std=c23"])]),
      .executableTarget(
        name: "stagecraft",
        dependencies: [
          "Authoring", "Connect", "Decisions", "FEEL", "Sales", "Service", "StarterPlaybook", "Store", "Web",
          .product(name: "ArgumentParser", package: "swift-argument-parser"),
          .product(name: "Logging", package: "swift-log"),
          .product(name: "Metrics", package: "swift-metrics"),
          .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
          .product(name: "UnixSignals", package: "swift-service-lifecycle"),
        ],
        swiftSettings: strict),
      .executableTarget(
        name: "SandboxCRM",
        dependencies: [
          "CCrypto",
          .product(name: "ArgumentParser", package: "swift-argument-parser"),
          .product(name: "Hummingbird", package: "hummingbird"),
        ],
        swiftSettings: strict),
      .testTarget(
        name: "CryptographyTests",
        dependencies: [
          "Cryptography",
          .product(name: "Crypto", package: "swift-crypto"),
          .product(name: "CryptoExtras", package: "swift-crypto"),
        ],
        swiftSettings: strict),
      .testTarget(name: "HouseTests", dependencies: ["StarterPlaybook"], swiftSettings: strict),
      .target(
        name: "Generators", dependencies: ["Sales", "Decisions", "FEEL"], path: "Tests/Generators",
        swiftSettings: strict),
      .target(
        name: "PortableCases", dependencies: ["Sales", "FEEL"], path: "Tests/PortableCases", swiftSettings: strict),
      .testTarget(
        name: "PropertyTests", dependencies: ["Generators", "PortableCases", "Sales", "Decisions", "FEEL"],
        exclude: ["Fixtures"], swiftSettings: strict),
      .executableTarget(
        name: "benchmarks", dependencies: ["Authoring", "Generators", "Store", "Sales", "Decisions", "FEEL"],
        path: "Tests/Benchmarks", exclude: ["Load"], swiftSettings: strict),
      .testTarget(
        name: "FEELTests", dependencies: ["FEEL"],
        exclude: [
          "Cases", "Decimal/oracle.py", "Differential/differences.csv", "Differential/judges.py", "Pattern/judge.py",
          "Temporal/oracle.py",
        ],
        swiftSettings: strict),
      .testTarget(name: "DecisionsTests", dependencies: ["Decisions", "FEEL"], swiftSettings: strict),
      .testTarget(name: "SalesTests", dependencies: ["Sales", "Decisions", "FEEL"], swiftSettings: strict),
      .testTarget(
        name: "AuthoringTests", dependencies: ["Authoring", "Sales", "Decisions", "FEEL"],
        exclude: ["DMN/Models", "Fixtures"], swiftSettings: strict),
      .testTarget(
        name: "SandboxCRMTests",
        dependencies: [
          "SandboxCRM",
          .product(name: "Crypto", package: "swift-crypto"),
          .product(name: "CryptoExtras", package: "swift-crypto"),
          .product(name: "JWTKit", package: "jwt-kit"),
        ],
        exclude: ["judge.py"],
        swiftSettings: strict),
      .testTarget(
        name: "StoreTests", dependencies: ["Cryptography", "Store", "Sales", "FEEL"], swiftSettings: strict),
      .testTarget(
        name: "ConnectTests",
        dependencies: [
          "Connect", "FEEL", "Sales",
          .product(name: "CryptoExtras", package: "swift-crypto"),
          .product(name: "JWTKit", package: "jwt-kit"),
        ],
        exclude: ["Webhooks/judges.py"],
        swiftSettings: strict),
      .testTarget(
        name: "ServiceTests",
        dependencies: [
          "Connect", "Cryptography", "FEEL", "Generators", "Sales", "Service", "Store",
          .product(name: "Logging", package: "swift-log"),
        ],
        swiftSettings: strict),
      .testTarget(
        name: "WebTests",
        dependencies: [
          "Authoring", "Decisions", "FEEL", "Sales", "Service", "Store", "Web",
          .product(name: "CoreMetrics", package: "swift-metrics"),
          .product(name: "Hummingbird", package: "hummingbird"),
          .product(name: "HummingbirdTesting", package: "hummingbird"),
          .product(name: "Logging", package: "swift-log"),
        ],
        exclude: ["Fixtures"],
        swiftSettings: strict),
      .testTarget(
        name: "ServerTests",
        dependencies: [
          "SandboxCRM", "stagecraft", "Connect", "FEEL", "Service", "Store",
          .product(name: "CryptoExtras", package: "swift-crypto"),
          .product(name: "JWTKit", package: "jwt-kit"),
          .product(name: "Logging", package: "swift-log"),
        ],
        swiftSettings: strict),
      .testTarget(
        name: "AcceptanceTests",
        dependencies: [
          "stagecraft", "SandboxCRM", "Authoring", "Connect", "FEEL", "Sales", "Service", "Store",
          .product(name: "Crypto", package: "swift-crypto"),
          .product(name: "CryptoExtras", package: "swift-crypto"),
          .product(name: "GRDB", package: "GRDB.swift"),
          .product(name: "Logging", package: "swift-log"),
        ],
        swiftSettings: strict),
      .testTarget(
        name: "StagecraftTests", dependencies: ["stagecraft", "Authoring", "Sales", "Decisions", "FEEL"],
        exclude: ["Fixtures"],
        swiftSettings: strict),
    ])
}
