internal import Glibc

/// Files that a person or a program names one by one.
public enum NamedFile {
  /// The most bytes of one file.
  public static let mostBytes = 16 << 20

  /// All bytes of an ordinary file, or of standard input where the path is `-`.
  public static func bytes(of path: String, limit: Int = mostBytes) throws(FileTrouble) -> [UInt8] {
    if path != "-" { return try FileAccess.bytes(of: path, limit: limit) }
    var bytes: [UInt8] = []
    while true {
      let chunk = try FileAccess.read(STDIN_FILENO, atMost: min(1 << 16, limit + 1 - bytes.count))
      if chunk.isEmpty { return bytes }
      bytes += chunk
      if bytes.count > limit { throw .tooLarge(limit: limit) }
    }
  }
}
