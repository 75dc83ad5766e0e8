internal import Glibc

/// Files that only their owner may read.
enum PrivateFile {
  /// Makes the file with mode 0600, and missing folders with 0700, before SQLite does with the process's own mask. A file
  /// that is there, or that another process makes at the same time, stays as it is.
  ///
  /// - Throws: `StoreError.cannotOpen` or `.diskFull`.
  static func make(_ path: String) throws(StoreError) {
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    if descriptor >= 0 {
      close(descriptor)
      return
    }
    switch errno {
    case EEXIST: return
    case ENOENT: break
    default: throw refusal(path)
    }
    for slash in path.indices.dropFirst() where path[slash] == "/" {
      if mkdir(String(path[..<slash]), 0o700) != 0, errno != EEXIST { throw refusal(path) }
    }
    let again = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    if again >= 0 {
      close(again)
    } else if errno != EEXIST {
      throw refusal(path)
    }
  }

  /// Takes group and others their rights where the file is ours: a backup may have been put back with more.
  static func restrict(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0, status.st_uid == geteuid(), status.st_mode & 0o077 != 0 else { return }
    _ = chmod(path, 0o600)
  }

  /// How many bytes the file has; 0 where there is none.
  static func size(_ path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  /// Whether there is a file of that name.
  static func isThere(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Whether two names are of one file that is there.
  static func isSame(_ one: String, _ other: String) -> Bool {
    var (first, second) = (stat(), stat())
    return stat(one, &first) == 0 && stat(other, &second) == 0 && first.st_dev == second.st_dev
      && first.st_ino == second.st_ino
  }

  /// Removes a file if it is there.
  static func remove(_ path: String) { unlink(path) }

  /// Gives a file another name.
  ///
  /// - Throws: `StoreError.cannotOpen`, also where the name is taken.
  static func rename(_ path: String, to name: String) throws(StoreError) {
    if isThere(name) { throw .cannotOpen(path: name, reason: String(cString: strerror(EEXIST))) }
    if Glibc.rename(path, name) != 0 { throw refusal(path) }
  }

  /// Whether the disk has no room for SQLite's own files, which it tells as an error of reading or writing.
  static func isDiskFull(_ path: String) -> Bool {
    var status = statvfs()
    return statvfs(path, &status) == 0 && status.f_bavail * status.f_frsize < 1 << 17
  }

  private static func refusal(_ path: String) -> StoreError {
    let code = errno
    if code == ENOSPC || code == EDQUOT { return .diskFull(path: path) }
    return .cannotOpen(path: path, reason: String(cString: strerror(code)))
  }
}
