internal import Glibc

/// Files that a person or a program names one by one.
public enum NamedFile {
  /// The most bytes of one file.
  public static let mostBytes = 16 << 20

  /// All bytes of an ordinary file or of a pipe that somebody writes into, or of standard input where the path is `-`.
  public static func bytes(of path: String, limit: Int = mostBytes) throws(FileTrouble) -> [UInt8] {
    if path == "-" { return try FileAccess.bytes(of: STDIN_FILENO, limit: limit) }
    let descriptor = FileAccess.isPipe(path) ? try FileAccess.openPipe(path) : try FileAccess.open(path)
    defer { close(descriptor) }
    return try FileAccess.bytes(of: descriptor, limit: limit)
  }
}
