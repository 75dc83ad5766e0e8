internal import Glibc

/// Files and folders made one after the other, that can be taken back while they are not all there.
struct NewFiles {
  private var made: [(path: String, isFolder: Bool)] = []

  /// Writes a file that is not there yet, and the folders above it.
  ///
  /// - Throws: `Refusal` with the system's reason.
  mutating func write(_ bytes: [UInt8], to path: String) throws(Refusal) {
    try makeFolders(above: path)
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    if descriptor < 0 { throw Self.refusal(path) }
    made.append((path, false))
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        let refusal = Self.refusal(path)
        close(descriptor)
        throw refusal
      }
      rest = rest.dropFirst(count)
    }
    if close(descriptor) != 0 { throw Self.refusal(path) }
  }

  /// Removes what was made, and nothing else.
  mutating func remove() {
    for item in made.reversed() { _ = item.isFolder ? rmdir(item.path) : unlink(item.path) }
    made = []
  }

  private mutating func makeFolders(above path: String) throws(Refusal) {
    for slash in path.indices.dropFirst() where path[slash] == "/" {
      let folder = String(path[..<slash])
      if mkdir(folder, 0o777) == 0 {
        made.append((folder, true))
      } else if errno != EEXIST {
        throw Self.refusal(folder)
      }
    }
  }

  private static func refusal(_ path: String) -> Refusal {
    let code = errno
    return Refusal(
      "\(path) cannot be written: \(String(cString: strerror(code))). Nothing was left behind; name another folder.",
      code == ENOSPC || code == EDQUOT || code == EIO ? ExitStatus.inputOutput : ExitStatus.cannotCreate)
  }
}
