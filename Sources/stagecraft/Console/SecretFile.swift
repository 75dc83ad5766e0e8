internal import Glibc

/// A file that holds a secret: mode 0600, one text.
enum SecretFile {
  /// The most bytes that one has.
  private static let longest = 65_536

  /// The secret without the blanks around it.
  ///
  /// - Throws: `Refusal` where it cannot be read, or others can read it too.
  static func text(of path: String) throws(Refusal) -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw Refusal(
        "the secret file \(path) cannot be read: \(String(cString: strerror(errno)))", ExitStatus.noInput)
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw Refusal("the secret file \(path) is no ordinary file", ExitStatus.noInput)
    }
    guard status.st_mode & 0o077 == 0 else {
      throw Refusal("the secret file \(path) can be read by others. Run: chmod 600 \(path)", ExitStatus.configuration)
    }
    var bytes = [UInt8](repeating: 0, count: longest)
    let count = read(descriptor, &bytes, bytes.count)
    guard count >= 0 else {
      throw Refusal(
        "the secret file \(path) cannot be read: \(String(cString: strerror(errno)))", ExitStatus.noInput)
    }
    let blanks: Set<UInt8> = [0x20, 0x0A, 0x0D, 0x09]
    let text = bytes[..<count].drop { blanks.contains($0) }
    guard let end = text.lastIndex(where: { !blanks.contains($0) }) else { return "" }
    return String(decoding: text[...end], as: UTF8.self)
  }
}
