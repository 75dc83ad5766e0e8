import FEEL
import Foundation
import Testing

@testable import Store

@Suite("The device file's schema")
struct DeviceSchemaTests {
  typealias Folder = DeviceFileTests.Folder

  /// A file as the first schema had it, with two submissions, a draft and a bundle.
  func firstSchema(_ path: String) throws {
    let file = try DeviceFile(path: path, device: "device-a", schema: 1)
    try file.run(
      """
      INSERT INTO outbox VALUES (1, 's-1', 'O-1', 'A', 1000, CAST('{"id":"s-1"}' AS BLOB), 'aa');
      INSERT INTO outbox VALUES (2, 's-2', 'O-2', 'A', 2000, CAST('{"id":"s-2"}' AS BLOB), 'bb');
      UPDATE device SET next_sequence = 3;
      INSERT INTO draft VALUES ('O-1', 'B', CAST('{}' AS BLOB), 5);
      INSERT INTO bundle VALUES (1, 'v1', CAST('{}' AS BLOB), 7);
      INSERT INTO record VALUES ('opportunity', 'O-1', 0, CAST('{}' AS BLOB));
      """)
  }

  @Test("a file of the first schema is migrated with its outbox intact")
  func migration() throws {
    let folder = try Folder()
    try firstSchema(folder.file)
    let file = try DeviceFile(path: folder.file, device: "never used")
    #expect(try file.device() == "device-a")
    let items = try file.outbox()
    #expect(items.map(\.id) == ["s-1", "s-2"])
    #expect(items.map(\.sequence) == [1, 2] && items.map(\.sha256) == ["aa", "bb"])
    #expect(items.map { String(decoding: $0.envelope, as: UTF8.self) } == [#"{"id":"s-1"}"#, #"{"id":"s-2"}"#])
    #expect(items.allSatisfy { $0.state == .waiting && $0.device == "device-a" && $0.attempts == 0 })
    #expect(try file.draft(record: "O-1", assessment: "B") == Array("{}".utf8))
    #expect(try file.bundle()?.version == "v1" && file.bundle()?.person == nil)
    #expect(try file.record("O-1") != nil)
    let next = try file.freeze(record: "O-3", assessment: "A", id: "s-3", at: 1) { _, _ in [1] }
    #expect(next.sequence == 3 && next.place == 3)
    #expect(
      try DeviceFile(path: folder.file, device: "x").outbox().count == 3, "opened again, nothing is migrated twice")
  }

  @Test("a migration that fails leaves the old file as it was")
  func failedMigration() throws {
    let folder = try Folder()
    try firstSchema(folder.file)
    // Something in the way of the new table.
    try DeviceFile(path: folder.file, device: "x", schema: 1).run("CREATE TABLE delivery (x)")
    #expect(throws: StoreError.self) { try DeviceFile(path: folder.file, device: "x") }
    try DeviceFile(path: folder.file, device: "x", schema: 1).run("DROP TABLE delivery")
    #expect(try DeviceFile(path: folder.file, device: "x").outbox().map(\.id) == ["s-1", "s-2"])
  }

  @Test("a newer file is refused with what to do, and left alone")
  func newer() throws {
    let folder = try Folder()
    var file: DeviceFile? = try DeviceFile(path: folder.file, device: "d")
    try file?.run("PRAGMA user_version = 99")
    file = nil
    let told = #expect(throws: StoreError.self) { try DeviceFile(path: folder.file, device: "d") }
    #expect(told?.description.contains("its schema is version 99") == true)
    #expect(told?.description.contains("newer stagecraft") == true)
  }
}
