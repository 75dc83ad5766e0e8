import Foundation
import Hummingbird
import Testing

@testable import Web

@Suite("The description of the API")
struct OpenAPITests {
  private static let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources/Web/openapi.yaml")

  /// `METHOD /path` for each operation: paths stand two blanks deep, methods four.
  private func described() throws -> [String] {
    var found: [String] = []
    var path = ""
    var isInPaths = false
    for line in try String(contentsOf: Self.file, encoding: .utf8).split(separator: "\n") {
      if !line.hasPrefix(" ") { isInPaths = line == "paths:" }
      guard isInPaths else { continue }
      if line.hasPrefix("  /"), line.hasSuffix(":") { path = String(line.dropFirst(2).dropLast()) }
      for method in ["get", "put", "post", "delete"] where line == "    \(method):" {
        found.append(method.uppercased() + " " + path)
      }
    }
    return found
  }

  @Test("describes every route of the door, and no other")
  func routes() async throws {
    let routes = try await TestDoor.make().door.router().routes.map { "\($0.method.rawValue) \($0.path)" }
    #expect(try described().sorted() == routes.sorted())
  }

  @Test("demands an Idempotency-Key where the door does")
  func keys() throws {
    let text = try String(contentsOf: Self.file, encoding: .utf8)
    let demanded = text.split(separator: "components/parameters/idempotencyKey").count - 1
    #expect(demanded == Route.all.count { $0.kind == .keyed })
  }

  @Test("is what the door hands out")
  func embedded() throws {
    #expect(try Asset.named("openapi.yaml").bytes == Array(try Data(contentsOf: Self.file)))
  }

  private static let hasValidator: Bool = {
    let status = try? run(["python3", "-c", "import openapi_spec_validator"])
    if status != 0 {
      print("WebTests: SKIPPED the validation of openapi.yaml: openapi-spec-validator is not installed")
    }
    return status == 0
  }()

  private static func run(_ words: [String]) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["timeout", "60"] + words
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  @Test("is valid OpenAPI 3.1", .enabled(if: hasValidator, "openapi-spec-validator is not installed"))
  func validity() throws {
    #expect(try Self.run(["python3", "-m", "openapi_spec_validator", Self.file.path]) == 0)
  }
}
