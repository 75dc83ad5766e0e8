internal import Glibc

/// Standard output and standard error.
enum Terminal {
  static let isInteractiveInput = isatty(STDIN_FILENO) == 1
  static let isInteractiveOutput = isatty(STDOUT_FILENO) == 1
  static let isInteractiveError = isatty(STDERR_FILENO) == 1
  /// Whether colours help and are wanted (https://no-color.org).
  static let hasColours = isInteractiveOutput && getenv("NO_COLOR") == nil

  /// Writes to standard error with a line end.
  static func tell(_ line: String) {
    write(Array((line + "\n").utf8), to: STDERR_FILENO)
  }

  /// Writes to standard output with a line end.
  static func say(_ line: String = "") {
    write(Array((line + "\n").utf8), to: STDOUT_FILENO)
  }

  /// Writes all bytes; a reader that has gone ends the program quietly, as for any filter.
  static func write(_ bytes: [UInt8], to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        exit(errno == EPIPE ? 0 : 74)
      }
      rest = rest.dropFirst(count)
    }
  }

  /// One line of standard input without its end; nil at the end of input.
  static func ask(_ prompt: String) -> String? {
    write(Array(prompt.utf8), to: STDOUT_FILENO)
    return readLine(strippingNewline: true)
  }

  static func bold(_ text: String) -> String { hasColours ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
  static func dim(_ text: String) -> String { hasColours ? "\u{1B}[2m\(text)\u{1B}[0m" : text }
  static func red(_ text: String) -> String { hasColours ? "\u{1B}[31m\(text)\u{1B}[0m" : text }
  static func yellow(_ text: String) -> String { hasColours ? "\u{1B}[33m\(text)\u{1B}[0m" : text }
  static func green(_ text: String) -> String { hasColours ? "\u{1B}[32m\(text)\u{1B}[0m" : text }
}
