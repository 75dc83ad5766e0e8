import Foundation
import Synchronization

/// A program that runs beside the test, and is ended with the last reference to it, by its own id.
final class RunningProcess: Sendable {
  /// A program that could not be started, or did not do in time what it was started for.
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  let id: pid_t
  /// What it wrote to both outputs.
  let log: String
  private let status = Mutex<Int32?>(nil)

  /// - Parameter log: a file that is appended to.
  init(_ binary: String, _ arguments: [String], environment: [String: String] = [:], log: String) throws {
    self.log = log
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, log, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    var all = ProcessInfo.processInfo.environment
    all["SWIFT_BACKTRACE"] = "enable=no"
    for (name, value) in environment { all[name] = value }
    let words = ([binary] + arguments).map { strdup($0) }
    let settings = all.map { strdup("\($0)=\($1)") }
    defer { for text in words + settings { free(text) } }
    var id: pid_t = 0
    let code = posix_spawn(&id, binary, &actions, nil, words + [nil], settings + [nil])
    guard code == 0 else { throw Failure(description: "\(binary): \(String(cString: strerror(code)))") }
    self.id = id
  }

  deinit { end(SIGKILL) }

  /// The status it ended with (128 and the signal for one that was killed), or nil while it runs.
  var endStatus: Int32? {
    status.withLock { status in
      if status == nil { status = Self.reap(id, WNOHANG) }
      return status
    }
  }

  /// Ends it and waits until it is gone.
  func end(_ signal: Int32) {
    status.withLock { status in
      if status != nil { return }
      kill(id, signal)
      // What does not heed a polite signal within ten seconds is killed.
      let limit = Date().addingTimeInterval(10)
      while signal != SIGKILL, Date() < limit {
        status = Self.reap(id, WNOHANG)
        if status != nil { return }
        usleep(5000)
      }
      kill(id, SIGKILL)
      status = Self.reap(id, 0)
    }
  }

  /// Waits for its end.
  func wait(seconds: Double) throws -> Int32 {
    let limit = Date().addingTimeInterval(seconds)
    while Date() < limit {
      if let endStatus { return endStatus }
      usleep(2000)
    }
    throw Failure(description: "process \(id) did not end within \(seconds) s; it wrote:\n\(text.suffix(2000))")
  }

  var text: String { (try? String(contentsOfFile: log, encoding: .utf8)) ?? "" }

  private static func reap(_ id: pid_t, _ options: Int32) -> Int32? {
    var status: Int32 = 0
    guard waitpid(id, &status, options) == id else { return nil }
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }
}
