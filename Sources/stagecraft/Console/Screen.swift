internal import Glibc

/// Where the program and a person talk: standard output, or standard error while standard output is for a program.
struct Screen {
  let descriptor: Int32

  init(leavingOutput: Bool = false) { descriptor = leavingOutput ? STDERR_FILENO : STDOUT_FILENO }

  func say(_ line: String = "") { Terminal.write(Array((Terminal.visible(line) + "\n").utf8), to: descriptor) }

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
