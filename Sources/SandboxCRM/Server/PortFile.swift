internal import Glibc

/// Writes the port to a file that is whole from the moment it is there.
enum PortFile {
  /// `false` when it cannot be written; `errno` says why.
  static func write(_ port: Int, to path: String) -> Bool {
    let draft = path + ".\(getpid()).draft"
    let file = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { return false }
    let bytes = Array("\(port)\n".utf8)
    let isWritten = Glibc.write(file, bytes, bytes.count) == bytes.count && fsync(file) == 0
    close(file)
    if isWritten, rename(draft, path) == 0 { return true }
    unlink(draft)
    return false
  }
}
