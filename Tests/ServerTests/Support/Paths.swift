import Foundation

/// Where things are.
enum Paths {
  /// The folder of the package.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path
  static let salvirt = root + "/Tests/StagecraftTests/Fixtures/salvirt"
  /// Data that is not ours; tests that need it skip where it is absent.
  static let deals = root + "/../shared/data/salvirt-b2b.csv.gz"
  static let hasDeals = FileManager.default.fileExists(atPath: deals)

  /// Beside the test bundle, wherever the build folder is.
  static let binaries = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().path
  static let stagecraft = binaries + "/stagecraft"
  static let sandbox = binaries + "/SandboxCRM"
}

/// A folder that goes away with the last reference to it.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "stagecraft-server-" + UUID().uuidString
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// A file that only we can read.
  func write(_ text: String, to name: String) throws {
    let file = URL(filePath: path).appending(path: name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
  }
}
