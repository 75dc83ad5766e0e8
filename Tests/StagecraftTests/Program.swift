import Foundation
import Testing

/// The program as a user starts it: the binary beside the tests, with a home and a folder of its own.
struct Program {
  struct Result {
    var status: Int32
    var output: String
    var error: String
    var lines: [String] { output.split(separator: "\n").map(String.init) }
  }

  /// A folder that goes away with the last reference to it.
  final class Folder {
    let path: String
    init() throws {
      path = NSTemporaryDirectory() + "stagecraft-" + UUID().uuidString
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }
    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ text: String, to name: String) throws {
      try write(Data(text.utf8), to: name)
    }

    func write(_ data: Data, to name: String) throws {
      let file = URL(filePath: path).appending(path: name)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try data.write(to: file)
    }
  }

  /// The folder of the package.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path
  static let fixtures = root + "/Tests/StagecraftTests/Fixtures"
  /// Data that is not ours; tests that need it skip where it is absent.
  static let shared = root + "/../shared"
  static let hasSharedData = FileManager.default.fileExists(atPath: shared + "/data/salvirt-b2b.csv.gz")

  /// Beside the test bundle, wherever the build folder is.
  static let binary = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "stagecraft")

  let folder: Folder

  init() throws { folder = try Folder() }

  var home: String { folder.path + "/home" }

  /// Runs a command and waits for its end, two minutes at most.
  func run(_ arguments: String..., input: String? = nil, in directory: String? = nil) throws -> Result {
    try run(arguments, input: input.map { Data($0.utf8) }, in: directory)
  }

  private func process(_ arguments: [String], in directory: String?) -> Process {
    let process = Process()
    process.executableURL = Self.binary
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: directory ?? folder.path)
    var environment = ProcessInfo.processInfo.environment
    environment["STAGECRAFT_HOME"] = home
    environment["SWIFT_BACKTRACE"] = "enable=no"
    environment["NO_COLOR"] = "1"
    process.environment = environment
    return process
  }

  func run(_ arguments: [String], input: Data? = nil, in directory: String? = nil) throws -> Result {
    let process = process(arguments, in: directory)
    // Files and not pipes: nothing can block, however much is written.
    let names = ["in", "out", "err"].map { folder.path + "/.\(UUID().uuidString).\($0)" }
    defer { for name in names { try? FileManager.default.removeItem(atPath: name) } }
    for (name, data) in zip(names, [input ?? Data(), Data(), Data()]) {
      #expect(FileManager.default.createFile(atPath: name, contents: data))
    }
    process.standardInput = try FileHandle(forReadingFrom: URL(filePath: names[0]))
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: names[1]))
    process.standardError = try FileHandle(forWritingTo: URL(filePath: names[2]))
    try process.run()
    let limit = Date().addingTimeInterval(120)
    while process.isRunning && Date() < limit { usleep(2000) }
    if process.isRunning {
      kill(process.processIdentifier, SIGKILL)
      Issue.record("stagecraft \(arguments.joined(separator: " ")) did not end within two minutes")
    }
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus,
      output: String(decoding: try Data(contentsOf: URL(filePath: names[1])), as: UTF8.self),
      error: String(decoding: try Data(contentsOf: URL(filePath: names[2])), as: UTF8.self))
  }

  /// Runs a command in a terminal, and answers it as a person does: whenever it says the one, types the other.
  ///
  /// - Parameter columns: how wide the terminal is.
  /// - Returns: all that stood on the screen, typed lines included.
  func converse(
    _ arguments: String..., columns: Int = 80, replying replies: [(prompt: String, reply: String)]
  ) throws -> (status: Int32, screen: String) {
    // As `posix_openpt`, `unlockpt` and `ptsname` do it, which Swift does not see (ioctl_tty(2)).
    let (unlock, number) = (UInt(0x4004_5431), UInt(0x8004_5430))
    let terminal = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    defer { close(terminal) }
    var (isLocked, place) = (CInt(0), CInt(-1))
    #expect(terminal >= 0 && ioctl(terminal, unlock, &isLocked) == 0 && ioctl(terminal, number, &place) == 0)
    var size = winsize(ws_row: 24, ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    #expect(ioctl(terminal, UInt(TIOCSWINSZ), &size) == 0)
    let name = "/dev/pts/\(place)"
    let line = try FileHandle(forUpdating: URL(filePath: name))
    let process = process(arguments, in: nil)
    process.standardInput = line
    process.standardOutput = line
    process.standardError = line
    try process.run()
    try line.close()
    var screen = ""
    var seen = screen.startIndex
    var bytes: [UInt8] = []
    var rest = replies[...]
    let limit = Date().addingTimeInterval(60)
    while Date() < limit {
      var wanted = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
      guard poll(&wanted, 1, 100) > 0 else { continue }
      var buffer = [UInt8](repeating: 0, count: 4096)
      let count = read(terminal, &buffer, buffer.count)
      // The other end of a terminal is gone with the last process that had it.
      if count <= 0 { break }
      bytes += buffer[..<count]
      screen = String(decoding: bytes, as: UTF8.self).replacingOccurrences(of: "\r\n", with: "\n")
      if let next = rest.first, let found = screen[seen...].range(of: next.prompt) {
        seen = found.upperBound
        rest.removeFirst()
        let typed = Array((next.reply + "\n").utf8)
        #expect(write(terminal, typed, typed.count) == typed.count)
      }
    }
    if process.isRunning, Date() >= limit { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
    #expect(rest.isEmpty, "nobody asked \(rest.first?.prompt ?? ""): \(screen)")
    return (process.terminationStatus, screen)
  }

  /// The unpacked bytes of a data set that is not ours.
  static func unpacked(_ name: String) throws -> Data {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/gzip")
    process.arguments = ["-dc", shared + "/data/" + name + ".gz"]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return data
  }

  /// The lines of NDJSON as objects.
  static func objects(_ text: String) throws -> [[String: Any]] {
    try text.split(separator: "\n").map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
  }
}
