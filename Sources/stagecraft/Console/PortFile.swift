internal import Glibc

extension ServeCommand {
  /// Writes a small file in one step, so that a reader never sees half of it.
  static func write(_ text: String, to path: String) {
    let draft = path + ".new"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { return Terminal.tell("stagecraft: \(path) cannot be written") }
    Terminal.write(Array(text.utf8), to: descriptor)
    close(descriptor)
    rename(draft, path)
  }
}
