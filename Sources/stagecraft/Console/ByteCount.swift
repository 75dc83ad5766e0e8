/// Sizes of files as people read them.
enum ByteCount {
  /// `512 bytes`, `12.3 MB`: with one digit after the point, in powers of 1000.
  static func text(_ bytes: Int) -> String {
    if bytes < 1000 { return bytes == 1 ? "1 byte" : "\(bytes) bytes" }
    var unit = 1000
    for name in ["kB", "MB", "GB", "TB"] {
      let tenths = bytes / (unit / 10)
      if tenths < 10_000 || name == "TB" { return "\(tenths / 10).\(tenths % 10) \(name)" }
      unit *= 1000
    }
    return "\(bytes) bytes"
  }
}
