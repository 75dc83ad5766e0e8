internal import Glibc

/// Where the program and a person talk: standard output, or standard error while standard output is for a program.
struct Screen {
  let descriptor: Int32

  init(leavingOutput: Bool = false) { descriptor = leavingOutput ? STDERR_FILENO : STDOUT_FILENO }

  /// Says a line; on a terminal one that is too long is broken between words.
  func say(_ line: String = "") {
    let line = Terminal.visible(line)
    let told = Terminal.width(of: descriptor).map { LineBreaking.broken(line, to: $0) } ?? line
    Terminal.write(Array((told + "\n").utf8), to: descriptor)
  }

  /// Says the lines of a table, whose columns are not broken.
  func say(_ table: Table) {
    for line in table.lines() { Terminal.write(Array((Terminal.visible(line) + "\n").utf8), to: descriptor) }
  }

  /// One line of standard input without its end; nil at the end of input.
  func ask(_ prompt: String) -> String? {
    Terminal.write(Array(Terminal.visible(prompt).utf8), to: descriptor)
    return readLine(strippingNewline: true)
  }
}

/// What Ctrl-C says while a sheet is filled in.
enum Interruption {
  /// - Parameter keepingDraft: whether what was typed is on the disk.
  static func watch(keepingDraft: Bool) {
    if keepingDraft {
      signal(SIGINT) { _ in Interruption.stop("\nStopped; the draft is kept. Go on with the same command.\n") }
    } else {
      signal(SIGINT) { _ in Interruption.stop("\nStopped; nothing was saved.\n") }
    }
  }

  /// In a signal handler only `write` and `_exit` are allowed.
  private static func stop(_ message: StaticString) {
    _ = write(STDERR_FILENO, message.utf8Start, message.utf8CodeUnitCount)
    _exit(130)
  }
}

/// Breaks lines between words.
enum LineBreaking {
  /// - Parameters:
  ///   - text: may hold line ends and our own colours, which take no place.
  ///   - width: in columns; a longer word stands on a line of its own.
  /// - Returns: the text with more line ends; what goes on in a line of its own stands as deep as the line began.
  static func broken(_ text: String, to width: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let indentation = line.prefix { $0 == " " }
      guard columns(line[...]) > width, indentation.count < width / 2 else { return String(line) }
      var lines: [String] = []
      var present = String(indentation)
      for word in line.dropFirst(indentation.count).split(separator: " ", omittingEmptySubsequences: false) {
        let isFirst = present.count == indentation.count
        if !isFirst, columns(present[...]) + 1 + columns(word) > width {
          lines.append(present)
          present = String(indentation) + word
        } else {
          present += (isFirst ? "" : " ") + word
        }
      }
      return (lines + [present]).joined(separator: "\n")
    }.joined(separator: "\n")
  }

  /// How many columns a text takes, without escape sequences.
  private static func columns(_ text: Substring) -> Int {
    var count = 0
    var isEscape = false
    for character in text {
      if character == "\u{1B}" { isEscape = true }
      if !isEscape { count += 1 }
      if isEscape, character == "m" { isEscape = false }
    }
    return count
  }
}
