internal import Glibc
internal import Synchronization

/// Whether whoever had a store open last was stopped before it could close it.
enum UncleanStop {
  /// The files that this process has had open, by device and inode.
  private static let opened = Mutex<Set<[UInt64]>>([])
  /// Every connection of SQLite holds a shared lock on this byte of the shared-memory file (its "dead man's switch").
  private static let switchByte: off_t = 128

  /// A log that was left behind, with nobody who has the file open. The last who closes a store removes its log.
  static func isLikely(_ path: String) -> Bool {
    // Closing any descriptor of the shared-memory file would drop the locks of this process's own connections.
    if isOpened(path) { return false }
    guard PrivateFile.size(path + "-wal") > 0 else { return false }
    let descriptor = open(path + "-shm", O_RDWR | O_CLOEXEC)
    if descriptor < 0 { return true }
    defer { close(descriptor) }
    var lock = flock()
    lock.l_type = Int16(F_WRLCK)
    lock.l_whence = Int16(SEEK_SET)
    lock.l_start = switchByte
    lock.l_len = 1
    guard fcntl(descriptor, F_GETLK, &lock) == 0 else { return true }
    return lock.l_type == Int16(F_UNLCK)
  }

  /// Remembers that this process opens the file; whether it did so before.
  private static func isOpened(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    let file = [UInt64(status.st_dev), UInt64(status.st_ino)]
    return opened.withLock { !$0.insert(file).inserted }
  }
}
