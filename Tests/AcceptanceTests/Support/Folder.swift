import Foundation

/// A folder that goes away with the last reference to it.
final class Folder: Sendable {
  let path: String

  init(in parent: String = NSTemporaryDirectory()) throws {
    path = (parent.hasSuffix("/") ? parent : parent + "/") + "acceptance-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  @discardableResult
  func write(_ text: String, to name: String) throws -> String { try write(Data(text.utf8), to: name) }

  @discardableResult
  func write(_ data: Data, to name: String) throws -> String {
    let file = URL(filePath: path).appending(path: name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
    return file.path
  }
}

/// Where things are that tests read.
enum Place {
  static let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path
  static let root = URL(filePath: tests).deletingLastPathComponent().path
  /// The playbook of story 2.
  static let field = tests + "/AuthoringTests/Fixtures/field"
  static let maven = tests + "/StagecraftTests/Fixtures/maven"
  /// Data that is not ours; tests that need it skip where it is absent.
  static let data = root + "/../shared/data"

  /// A program beside the test bundle, wherever the build folder is.
  static func program(_ name: String) -> URL {
    URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: name)
  }
}
