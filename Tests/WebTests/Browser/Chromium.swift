import FEEL
import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// A browser driven over a pair of pipes (DevTools protocol): no port, no driver, no package. Every wait is bounded.
final class Chromium: @unchecked Sendable {
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// The browser of this machine; nil: there is none.
  static let executable: String? = {
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":").map(String.init) ?? []
    for name in ["chromium-headless-shell", "chromium"] {
      for folder in folders where FileManager.default.isExecutableFile(atPath: folder + "/" + name) {
        return folder + "/" + name
      }
    }
    print("WebTests: SKIPPED what needs a browser: neither chromium-headless-shell nor chromium is installed")
    return nil
  }()

  // All below is touched on the queue only, which is what makes the class sendable.
  private let queue = DispatchQueue(label: "chromium")
  private let process: pid_t
  private let input: Int32
  private let output: Int32
  private let profile: URL
  private var lastID = 0
  private var buffer: [UInt8] = []
  private(set) var events: [JSON] = []
  private var isOpen = true

  init(_ executable: String) throws {
    profile = FileManager.default.temporaryDirectory.appending(path: "stagecraft-browser-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: profile, withIntermediateDirectories: true)
    var toChild: [Int32] = [0, 0]
    var fromChild: [Int32] = [0, 0]
    guard pipe(&toChild) == 0, pipe(&fromChild) == 0 else { throw Failure(description: "no pipe") }
    // Away from 3 and 4, which the browser reads and writes.
    let ends = [toChild[0], fromChild[1], toChild[1], fromChild[0]].map { fcntl($0, F_DUPFD_CLOEXEC, 64) }
    for end in toChild + fromChild { Glibc.close(end) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[0], 3)
    posix_spawn_file_actions_adddup2(&actions, ends[1], 4)
    for standard: Int32 in 0...2 { posix_spawn_file_actions_addopen(&actions, standard, "/dev/null", O_RDWR, 0) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    var words = [
      executable, "--headless=new", "--remote-debugging-pipe", "--user-data-dir=\(profile.path)", "--no-first-run",
      "--disable-gpu", "--disable-dev-shm-usage", "--password-store=basic",
    ]
    if geteuid() == 0 { words.append("--no-sandbox") }
    words.append("about:blank")
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var started: pid_t = 0
    let code = posix_spawn(&started, executable, &actions, &attributes, &arguments, environ)
    Glibc.close(ends[0])
    Glibc.close(ends[1])
    guard code == 0 else { throw Failure(description: "\(executable) does not start: error \(code)") }
    process = started
    input = ends[2]
    output = ends[3]
  }

  /// Ends the browser and all that it started, and removes its profile.
  func close() async {
    _ = try? await send("Browser.close", seconds: 5)
    await withCheckedContinuation { (done: CheckedContinuation<Void, Never>) in
      queue.async { [self] in
        guard isOpen else { return done.resume() }
        isOpen = false
        kill(-process, SIGKILL)
        var status: Int32 = 0
        waitpid(process, &status, 0)
        Glibc.close(input)
        Glibc.close(output)
        try? FileManager.default.removeItem(at: profile)
        done.resume()
      }
    }
  }

  /// Calls a method of the protocol and waits for its result, at most so many seconds.
  @discardableResult
  func send(
    _ method: String, _ parameters: JSON = .object([]), page: String? = nil, seconds: Double = 20
  ) async throws -> JSON {
    try await withCheckedThrowingContinuation { done in
      queue.async { [self] in
        done.resume(with: Result { try call(method, parameters, page: page, seconds: seconds) })
      }
    }
  }

  /// Waits for an event of a page that came or will come, at most so many seconds; earlier events are forgotten.
  func event(_ method: Text, page: String, seconds: Double = 20) async throws -> JSON {
    try await withCheckedThrowingContinuation { done in
      queue.async { [self] in
        done.resume(
          with: Result {
            let deadline = Date(timeIntervalSinceNow: seconds)
            while true {
              if let place = events.firstIndex(where: {
                $0["method"]?.text == method && $0["sessionId"]?.text == Text(page)
              }) {
                let event = events[place]
                events.removeSubrange(...place)
                return event
              }
              events.append(try message(before: deadline, waitingFor: method.string))
            }
          })
      }
    }
  }

  private func call(_ method: String, _ parameters: JSON, page: String?, seconds: Double) throws -> JSON {
    guard isOpen else { throw Failure(description: "the browser is closed") }
    lastID += 1
    var members = [
      JSON.Member("id", .number(Decimal34(lastID))), JSON.Member("method", .string(Text(method))),
      JSON.Member("params", parameters),
    ]
    if let page { members.append(JSON.Member("sessionId", .string(Text(page)))) }
    var rest = (JSON.object(members).bytes + [0])[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
      guard count > 0 else { throw Failure(description: "the browser takes no more") }
      rest = rest.dropFirst(count)
    }
    let deadline = Date(timeIntervalSinceNow: seconds)
    while true {
      let message = try message(before: deadline, waitingFor: method)
      guard message["id"]?.number == Decimal34(lastID) else {
        events.append(message)
        continue
      }
      if let error = message["error"] { throw Failure(description: "\(method): \(error["message"]?.text ?? "")") }
      return message["result"] ?? .null
    }
  }

  private func message(before deadline: Date, waitingFor what: String) throws -> JSON {
    while true {
      if let end = buffer.firstIndex(of: 0) {
        let bytes = Array(buffer[..<end])
        buffer.removeSubrange(...end)
        return try JSON.parse(bytes, limits: JSONLimits(bytes: 64 << 20, depth: 200, values: 10_000_000))
      }
      let left = deadline.timeIntervalSinceNow
      guard left > 0 else { throw Failure(description: "waited too long for \(what)") }
      var descriptor = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
      guard poll(&descriptor, 1, Int32(min(left * 1000 + 1, 1000))) > 0 else { continue }
      var chunk = [UInt8](repeating: 0, count: 1 << 16)
      let count = read(output, &chunk, chunk.count)
      guard count > 0 else { throw Failure(description: "the browser ended while \(what) was awaited") }
      buffer += chunk[..<count]
    }
  }
}
