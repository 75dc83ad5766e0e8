internal import Dispatch
internal import Glibc
internal import Logging
internal import Metrics
internal import Synchronization

/// Where a service's log lines go. A thread of its own writes them, so that whoever logs neither waits for a reader that
/// is slow nor fails with a disk that is full.
///
/// A line that finds no room, or that cannot be written, is dropped and counted (`stagecraft_log_lines_dropped_total`);
/// before the next line that can be written, another says how many are missing.
final class LogOutput: Sendable {
  static let standardOutput = LogOutput(STDOUT_FILENO)
  static let standardError = LogOutput(STDERR_FILENO)

  /// The most bytes that wait to be written.
  static let mostWaiting = 1 << 18

  private struct State {
    var lines: [[UInt8]] = []
    var bytes = 0
    var isWriting = false
    /// Lines that were dropped and not told yet.
    var dropped = 0
  }

  private let descriptor: Int32
  private let state = Mutex(State())
  private let queue: DispatchQueue

  init(_ descriptor: Int32) {
    self.descriptor = descriptor
    queue = DispatchQueue(label: "stagecraft.log")
  }

  /// Takes a line with its line end; never waits.
  func add(_ line: [UInt8]) {
    let (isTaken, starts) = state.withLock { state -> (Bool, Bool) in
      if state.bytes + line.count > Self.mostWaiting {
        state.dropped += 1
        return (false, false)
      }
      state.lines.append(line)
      state.bytes += line.count
      defer { state.isWriting = true }
      return (true, !state.isWriting)
    }
    if !isTaken { Self.count() }
    if starts { queue.async { [self] in drain() } }
  }

  /// Waits until everything is written, a second at most.
  func flush() {
    for _ in 0..<200 where state.withLock({ $0.isWriting }) { usleep(5000) }
  }

  private func drain() {
    // Whether the last write ended within a line.
    var isTorn = false
    while true {
      let (line, dropped) = state.withLock { state -> ([UInt8]?, Int) in
        if state.lines.isEmpty {
          state.isWriting = false
          return (nil, 0)
        }
        return (state.lines.removeFirst(), state.dropped)
      }
      guard let line else { return }
      var bytes: [UInt8] = isTorn ? [0x0A] : []
      if dropped > 0 {
        bytes += JSONLog.line(
          .warning, "log lines were dropped, since they could not be written", [("lines", "\(dropped)")])
      }
      bytes += line
      let written = write(bytes)
      let isWhole = written == bytes.count
      if isWhole { isTorn = false } else if written > 0 { isTorn = true }
      state.withLock { state in
        state.bytes -= line.count
        state.dropped += isWhole ? -dropped : 1
      }
      if !isWhole { Self.count() }
    }
  }

  /// - Returns: how many of the bytes were written.
  private func write(_ bytes: [UInt8]) -> Int {
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        written += count
        continue
      }
      switch errno {
      case EINTR: continue
      case EAGAIN:
        var wanted = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&wanted, 1, -1)
      default: return written
      }
    }
    return written
  }

  private static func count() { Counter(label: "stagecraft_log_lines_dropped_total").increment() }
}
