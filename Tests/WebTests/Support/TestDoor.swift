import Authoring
import FEEL
import Foundation
import Hummingbird
import HummingbirdTesting
import Logging
import Sales
import Service
import Store
import Testing

@testable import Web

/// A service with the starter playbook and a few deals, behind a door.
enum TestDoor {
  static let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

  /// A store of its own in a temporary folder, the starter playbook in force, and four deals of three people.
  static func application() async throws -> UseCases {
    let folder = FileManager.default.temporaryDirectory.appending(path: "stagecraft-web-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let store = try await Store.open(path: folder.appending(path: "store.sqlite").path)
    let application = UseCases(store: store, time: SystemTime(), logger: logger)
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let reading = PlaybookReader.read(root.path)
    _ = try await application.activate(document: reading.definition.canonical())
    _ = try await application.load(deals)
    return application
  }

  /// Closes the store of a service and removes its folder.
  static func discard(_ application: UseCases) async {
    await application.store.close()
    try? FileManager.default.removeItem(at: URL(filePath: application.store.path).deletingLastPathComponent())
  }

  private static let deals: [Record] = [
    deal("D-100", "Anggrek Hotels", "005000000000d01AAA", "Prospecting", 24_000),
    deal("D-101", "Teratai Schools", "005000000000r01AAA", "Demo", 240_000),
    deal("D/102 ä", "Cakrawala <b>Logistik</b>", "005000000000r01AAA", "Discovery", 150_000),
    deal("D-103", "Sinar Retail", "005000000000t01AAA", "Prospecting", nil),
  ]

  private static func deal(_ id: Text, _ company: Text, _ owner: Text, _ stage: Text, _ amount: Int?) -> Record {
    var attributes = [Record.Attribute(name: "company", value: .string(company))]
    if let amount { attributes.append(Record.Attribute(name: "amount", value: .number(Decimal34(amount)))) }
    return Record(kind: "opportunity", id: id, stage: stage, owner: owner, attributes: attributes)
  }

  /// One service for all tests that change nothing.
  private static let shared = Task { try await application() }

  static func make(
    _ configuration: WebConfiguration = WebConfiguration(port: 0), application: UseCases? = nil,
    whenRunning: @escaping @Sendable (Int) async -> Void = { _ in }
  ) async throws -> WebDoor {
    let given: UseCases = if let application { application } else { try await shared.value }
    return WebDoor(given, configuration: configuration, logger: logger, whenRunning: whenRunning)
  }
}
