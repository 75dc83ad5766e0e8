internal import ArgumentParser
internal import Glibc

/// Writes a file that only its owner may read, whole or not at all.
enum PrivateCopy {
  /// - Throws: `Refusal` where the file is there already or cannot be written.
  static func write(_ bytes: [UInt8], to path: String) throws {
    let draft = "\(path).\(getpid()).part"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    if descriptor < 0 { throw refusal(path) }
    do {
      defer { close(descriptor) }
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
        if count < 0 {
          if errno == EINTR { continue }
          throw refusal(path)
        }
        rest = rest.dropFirst(count)
      }
      // Before it gets its name: after a power cut there is the whole file or none.
      if fsync(descriptor) != 0 { throw refusal(path) }
      // An export may be the only copy of somebody's answers, so none is overwritten.
      if access(path, F_OK) == 0 {
        errno = EEXIST
        throw refusal(path)
      }
      if rename(draft, path) != 0 { throw refusal(path) }
    } catch {
      unlink(draft)
      throw error
    }
    let folder = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let parent = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if parent >= 0 {
      fsync(parent)
      close(parent)
    }
  }

  private static func refusal(_ path: String) -> Refusal {
    let code = errno
    if code == EEXIST {
      return Refusal("\(path) is there already, and is not overwritten; name another file", ExitStatus.cannotCreate)
    }
    return Refusal(
      "\(path) cannot be written: \(String(cString: strerror(code))). Nothing was left behind.",
      code == ENOSPC || code == EDQUOT || code == EIO ? ExitStatus.inputOutput : ExitStatus.cannotCreate)
  }
}
