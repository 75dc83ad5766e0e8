import FEEL
import Foundation
import Testing

@testable import Store

@Suite("The device file")
struct DeviceFileTests {
  /// A folder that goes away with the test.
  final class Folder {
    let path = NSTemporaryDirectory() + "stagecraft-" + UUID().uuidString
    var file: String { path + "/device.sqlite" }
    init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }
    deinit { try? FileManager.default.removeItem(atPath: path) }
  }

  func freeze(_ file: DeviceFile, id: String, content: String = "{}") throws -> OutboxItem {
    try file.freeze(record: "O-1", assessment: "ProspectingAssessment", id: id, at: 1000) { device, sequence in
      Array("\(device) \(sequence) \(content)".utf8)
    }
  }

  @Test("keeps its own id and goes on numbering when it is opened again")
  func identity() throws {
    let folder = try Folder()
    let first = try DeviceFile(path: folder.file, device: "device-a")
    #expect(try freeze(first, id: "s-1").sequence == 1)
    let second = try DeviceFile(path: folder.file, device: "device-b")
    #expect(try second.device() == "device-a")
    #expect(try freeze(second, id: "s-2").sequence == 2)
    #expect(
      try second.outbox().map { String(decoding: $0.envelope, as: UTF8.self) } == ["device-a 1 {}", "device-a 2 {}"])
  }

  @Test("is readable by its owner only")
  func privacy() throws {
    let folder = try Folder()
    _ = try DeviceFile(path: folder.file, device: "d")
    let mode = try FileManager.default.attributesOfItem(atPath: folder.file)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test("freezes the very bytes with their digest, and deletes the draft with them")
  func freezing() throws {
    let folder = try Folder()
    let file = try DeviceFile(path: folder.file, device: "d")
    try file.saveDraft(record: "O-1", assessment: "ProspectingAssessment", answers: Array("{\"hours\":6}".utf8), at: 1)
    #expect(try file.draft(record: "O-1", assessment: "ProspectingAssessment") == Array("{\"hours\":6}".utf8))
    let item = try freeze(file, id: "s-1", content: "abc")
    #expect(try file.draft(record: "O-1", assessment: "ProspectingAssessment") == nil)
    let stored = try #require(try file.outbox().first)
    #expect(stored.envelope == item.envelope)
    #expect(stored.sha256 == DeviceFile.digest(Array("d 1 abc".utf8)))
    #expect(DeviceFile.digest(Array("abc".utf8)) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test("stores nothing and burns no number when an id comes twice")
  func sameID() throws {
    let folder = try Folder()
    let file = try DeviceFile(path: folder.file, device: "d")
    _ = try freeze(file, id: "s-1")
    #expect(throws: StoreError.self) { try freeze(file, id: "s-1", content: "other") }
    #expect(try freeze(file, id: "s-2").sequence == 2)
    #expect(try file.outbox().map(\.id) == ["s-1", "s-2"])
  }

  @Test("a full disk saves nothing, says so, and leaves the draft")
  func fullDisk() throws {
    let folder = try Folder()
    let file = try DeviceFile(path: folder.file, device: "d", maximumPages: 20)
    try file.saveDraft(record: "O-1", assessment: "ProspectingAssessment", answers: Array("{}".utf8), at: 1)
    let content = String(repeating: "x", count: 200_000)
    let told = #expect(throws: StoreError.self) { try freeze(file, id: "s-1", content: content) }
    #expect(told == .diskFull(path: folder.file))
    #expect(told?.description.contains("the disk is full, so nothing was saved") == true)
    #expect(try file.outbox().isEmpty)
    #expect(try file.draft(record: "O-1", assessment: "ProspectingAssessment") != nil)
    #expect(try freeze(file, id: "s-1").sequence == 1)
  }

  @Test("refuses a file that is not its own, with the reason, and leaves it alone")
  func notOurs() throws {
    let folder = try Folder()
    let text = Array("this is a letter, not a database, and longer than a header of one hundred bytes ...........".utf8)
    _ = FileManager.default.createFile(atPath: folder.file, contents: Data(text))
    #expect(throws: StoreError.self) { try DeviceFile(path: folder.file, device: "d") }
    #expect(FileManager.default.contents(atPath: folder.file) == Data(text))
  }

  @Test("a path that cannot be made is told with the path")
  func absentFolder() throws {
    let told = #expect(throws: StoreError.self) {
      try DeviceFile(path: "/proc/no-such-folder/device.sqlite", device: "d")
    }
    #expect(told?.description.contains("/proc/no-such-folder/device.sqlite cannot be opened") == true)
  }

  @Test("a file that exists is never made anew, whoever opens it at the same time")
  func openedTwice() async throws {
    let folder = try Folder()
    let path = folder.file
    let devices = try await withThrowingTaskGroup(of: String.self) { group in
      for number in 1...8 { group.addTask { try DeviceFile(path: path, device: "d-\(number)").device() } }
      return try await group.reduce(into: Set<String>()) { $0.insert($1) }
    }
    #expect(devices.count == 1)
  }

  @Test("a damaged file is told with what to do, and left alone")
  func damaged() throws {
    let folder = try Folder()
    var file: DeviceFile? = try DeviceFile(path: folder.file, device: "d")
    _ = try freeze(try #require(file), id: "s-1", content: String(repeating: "x", count: 20_000))
    file = nil
    var bytes = try #require(FileManager.default.contents(atPath: folder.file))
    for place in 100..<4096 { bytes[place] = 0x55 }
    try bytes.write(to: URL(filePath: folder.file))
    let told = #expect(throws: StoreError.self) { try DeviceFile(path: folder.file, device: "d").outbox() }
    #expect(told?.description.contains("is damaged") == true)
    #expect(told?.description.contains("Copy it to a safe place") == true)
  }

  @Test("a new bundle takes the place of the old one; outbox and drafts stay")
  func bundle() throws {
    let folder = try Folder()
    let file = try DeviceFile(path: folder.file, device: "d")
    #expect(try file.bundle() == nil)
    _ = try freeze(file, id: "s-1")
    func records(_ ids: [Text]) -> [DeviceRecord] {
      ids.map { DeviceRecord(kind: "opportunity", id: $0, line: Array("{\"id\":\"\($0)\"}".utf8)) }
    }
    try file.replaceBundle(Bundle(version: "1", playbook: [1], fetchedAt: 5), records: records(["O-2", "O-1"]))
    try file.replaceBundle(Bundle(version: "2", playbook: [2], fetchedAt: 6), records: records(["O-3", "O-1"]))
    #expect(try file.bundle()?.version == "2")
    #expect(try file.records().map(\.id) == ["O-3", "O-1"])
    #expect(try file.record("O-2") == nil)
    #expect(try file.outbox().count == 1)
    #expect(throws: StoreError.self) {
      try file.replaceBundle(Bundle(version: "3", playbook: [3], fetchedAt: 7), records: records(["O-1", "O-1"]))
    }
    #expect(try file.bundle()?.version == "2")
    #expect(try file.records().map(\.id) == ["O-3", "O-1"])
  }
}
