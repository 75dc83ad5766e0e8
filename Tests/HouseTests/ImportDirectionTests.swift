import Foundation
import Testing

/// The house of the design: a module imports only what stands below it.
@Suite("The direction of imports")
struct ImportDirectionTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// For each module the modules and libraries it may import.
  static let allowed: [(module: String, imports: Set<String>)] = [
    ("FEEL", []),
    ("Decisions", ["FEEL"]),
    ("Sales", ["FEEL", "Decisions"]),
    ("Cryptography", ["CCrypto"]),
    ("Authoring", ["FEEL", "Decisions", "Sales", "Cryptography", "CYaml", "Yams", "FoundationEssentials", "Glibc"]),
    (
      "Store",
      [
        "FEEL", "Decisions", "Sales", "Cryptography", "Dispatch", "GRDB", "GRDBSQLite", "FoundationEssentials", "Glibc",
        "Synchronization",
      ]
    ),
    (
      "Connect",
      ["FEEL", "Decisions", "Sales", "CCurl", "Cryptography", "FoundationEssentials", "Glibc", "Synchronization"]
    ),
    (
      "Service",
      [
        "FEEL", "Decisions", "Sales", "Store", "Connect", "Cryptography", "Logging", "Metrics", "ServiceLifecycle",
        "FoundationEssentials", "Glibc", "Synchronization",
      ]
    ),
    (
      "Web",
      [
        "FEEL", "Decisions", "Sales", "Service", "WebAssets", "CoreMetrics", "Cryptography", "HTTPTypes", "Hummingbird",
        "HummingbirdCore", "Synchronization",
        "Logging", "NIOCore", "NIOHTTPTypes", "FoundationEssentials",
      ]
    ),
    (
      "stagecraft",
      [
        "FEEL", "Decisions", "Sales", "Authoring", "Store", "Connect", "Service", "Web", "StarterPlaybook",
        "ArgumentParser", "Logging", "Metrics", "ServiceLifecycle", "Synchronization", "UnixSignals",
        "Dispatch", "FoundationEssentials",
        "Glibc",
      ]
    ),
    (
      "SandboxCRM",
      [
        "ArgumentParser", "CCrypto", "HTTPTypes", "Hummingbird", "Logging", "NIOCore", "FoundationEssentials",
        "Glibc", "NIOPosix", "Synchronization",
      ]
    ),
  ]

  /// The modules that a source text imports, whatever attribute or access level stands before the word.
  static func imports(in source: String) -> Set<String> {
    var found: Set<String> = []
    for line in source.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      guard let place = words.firstIndex(of: "import"), place + 1 < words.count else { continue }
      let before = words[..<place]
      let isImport = before.allSatisfy { word in
        word.hasPrefix("@") || ["public", "package", "internal", "fileprivate", "private"].contains(word)
      }
      if !isImport { continue }
      let kinds: Set<String> = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
      let name = kinds.contains(words[place + 1]) && place + 2 < words.count ? words[place + 2] : words[place + 1]
      found.insert(String(name.prefix { $0 != "." && $0 != ";" }))
    }
    return found
  }

  static func swiftFiles(below folder: URL) -> [URL] {
    let enumerator = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (enumerator?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }
      .sorted { $0.path < $1.path }
  }

  @Test("a module imports only modules below it and its own libraries", arguments: allowed)
  func direction(of module: (module: String, imports: Set<String>)) throws {
    let files = Self.swiftFiles(below: Self.root.appending(path: "Sources/\(module.module)"))
    #expect(!files.isEmpty)
    for file in files {
      let found = Self.imports(in: try String(contentsOf: file, encoding: .utf8))
      let forbidden = found.subtracting(module.imports)
      #expect(forbidden.isEmpty, "\(file.lastPathComponent) imports \(forbidden.sorted())")
    }
  }

  @Test("every folder of Sources is known here")
  func modules() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Self.root.appending(path: "Sources").path)
    #expect(
      Set(folders)
        == Set(Self.allowed.map(\.module)).union([
          "CCrypto", "CCurl", "StarterPlaybook", "WebAssemblyRuntime", "WebAssets",
        ]))
  }

  @Test("an import is found behind every attribute and access level")
  func finding() {
    #expect(
      Self.imports(in: "@preconcurrency public import GRDB\nimport struct Foundation.Data\n") == ["GRDB", "Foundation"])
    #expect(Self.imports(in: "/// words that import nothing\nlet import_ = 1\n").isEmpty)
  }
}
