internal import ArgumentParser
internal import FEEL
internal import Glibc
internal import Synchronization

/// Standard output and standard error.
enum Terminal {
  private static let isOfService = Atomic(false)

  /// From now on what is said or told is dropped rather than waited for: a service must neither end nor hang because
  /// nobody takes what it writes.
  static func beOfService() { isOfService.store(true, ordering: .relaxed) }

  static let isInteractiveInput = isatty(STDIN_FILENO) == 1
  static let isInteractiveOutput = isatty(STDOUT_FILENO) == 1
  static let isInteractiveError = isatty(STDERR_FILENO) == 1
  /// Whether the terminal obeys escape sequences.
  static let isDumb = variable("TERM") == "dumb"
  /// Whether colours help and are wanted (https://no-color.org).
  static let hasColours = isInteractiveOutput && !isDumb && (variable("NO_COLOR") ?? "").isEmpty

  /// How many columns a terminal has; nil: that is no terminal, or one that does not say.
  static func width(of descriptor: Int32) -> Int? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 20 else { return nil }
    return Int(size.ws_col)
  }

  /// Writes to standard error with a line end.
  static func tell(_ line: String) {
    let bytes = Array((visible(line) + "\n").utf8)
    if isOfService.load(ordering: .relaxed) { return LogOutput.standardError.add(bytes) }
    write(bytes, to: STDERR_FILENO)
  }

  /// Writes a JSON document to standard output as one line.
  static func say(_ json: JSON) { write(json.bytes + [0x0A], to: STDOUT_FILENO) }

  /// Writes to standard output with a line end.
  static func say(_ line: String = "", end: String = "\n") {
    let bytes = Array((visible(line) + end).utf8)
    if isOfService.load(ordering: .relaxed) { return LogOutput.standardOutput.add(bytes) }
    write(bytes, to: STDOUT_FILENO)
  }

  /// A terminal obeys control characters; those that a record's name brought along are made visible. Line ends and our
  /// own colours stay.
  static func visible(_ text: String) -> String {
    if !text.utf8.contains(where: { $0 < 0x20 && $0 != 0x0A || $0 == 0x7F || $0 == 0xC2 }) { return text }
    var result = ""
    var rest = text[...]
    while let scalar = rest.unicodeScalars.first {
      if let colour = colours.first(where: { rest.hasPrefix($0) }) {
        result += colour
        rest.removeFirst(colour.count)
        continue
      }
      rest.unicodeScalars.removeFirst()
      if scalar != "\n", scalar.properties.generalCategory == .control {
        result += "\\u{\(String(scalar.value, radix: 16))}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static let colours = ["0", "1", "2", "31", "32", "33"].map { "\u{1B}[\($0)m" }

  /// Writes all bytes; a reader that has gone ends the program quietly, as for any filter. What cannot be written (a
  /// full disk behind `>`) ends it with a message and code 74, so that nobody takes half a file for a whole one. What
  /// standard error does not take is dropped: the exit code still tells.
  static func write(_ bytes: [UInt8], to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        switch errno {
        case let code where descriptor == STDERR_FILENO && code != EINTR && code != EAGAIN: return
        case EINTR: continue
        case EAGAIN:
          var wanted = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          poll(&wanted, 1, -1)
          continue
        case EPIPE: exit(0)
        default: break
        }
        let reason = String(cString: strerror(errno))
        if descriptor == STDOUT_FILENO {
          tell("stagecraft: the output cannot be written: \(reason); it is not complete")
        }
        exit(ExitStatus.inputOutput.rawValue)
      }
      rest = rest.dropFirst(count)
    }
  }

  private static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  static func bold(_ text: String) -> String { hasColours ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
  static func dim(_ text: String) -> String { hasColours ? "\u{1B}[2m\(text)\u{1B}[0m" : text }
  static func red(_ text: String) -> String { hasColours ? "\u{1B}[31m\(text)\u{1B}[0m" : text }
  static func yellow(_ text: String) -> String { hasColours ? "\u{1B}[33m\(text)\u{1B}[0m" : text }
  static func green(_ text: String) -> String { hasColours ? "\u{1B}[32m\(text)\u{1B}[0m" : text }
}
