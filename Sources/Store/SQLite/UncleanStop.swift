internal import Glibc

/// Whether whoever had a store open last was stopped before it could close it.
enum UncleanStop {
  /// Every connection of SQLite holds a shared lock on this byte of the shared-memory file (its "dead man's switch").
  private static let switchByte: off_t = 128

  /// Whether a log was left behind, with nobody who has the file open: the last who closes a store removes its log. Not
  /// to be asked in a process that has the file open (`OpenFile`).
  static func isLikely(_ path: String) -> Bool {
    guard PrivateFile.size(path + "-wal") > 0 else { return false }
    return isHeld(path) != true
  }

  /// Whether any process has the file open; nil where that cannot be known. Not to be asked in a process that has it
  /// open itself.
  static func isHeld(_ path: String) -> Bool? {
    let descriptor = open(path + "-shm", O_RDWR | O_CLOEXEC)
    if descriptor < 0 { return errno == ENOENT ? false : nil }
    defer { close(descriptor) }
    var lock = flock()
    lock.l_type = Int16(F_WRLCK)
    lock.l_whence = Int16(SEEK_SET)
    lock.l_start = switchByte
    lock.l_len = 1
    guard fcntl(descriptor, F_GETLK, &lock) == 0 else { return nil }
    return lock.l_type != Int16(F_UNLCK)
  }
}
