internal import Glibc
internal import Synchronization

/// Tells, as long as it lives, that this process has a file open.
///
/// Closing any descriptor of SQLite's shared-memory file would drop the locks of this process's own connections, so
/// nobody may look at it beside them.
final class OpenFile: Sendable {
  /// How many of these live, by device and inode.
  private static let opened = Mutex<[[UInt64]: Int]>([:])

  /// Whether this process had the file open before.
  let wasOpen: Bool
  private let path: String
  private let file: [UInt64]
  /// The log beside it, once it was seen; it stays the same while a connection is open.
  private let log = Mutex<[UInt64]>([])

  /// - Parameter path: of a file that is there.
  init(_ path: String) {
    let file = OpenFile.identity(path)
    self.path = path
    self.file = file
    wasOpen = OpenFile.opened.withLock { opened in
      opened[file, default: 0] += 1
      return opened[file, default: 0] > 1
    }
  }

  /// Whether the file at the path, and its log, are still those that were opened: else somebody moved or replaced them,
  /// and what is written now is lost. Costs two calls of the system.
  var isInPlace: Bool {
    guard OpenFile.identity(path) == file else { return false }
    let present = OpenFile.identity(path + "-wal")
    return log.withLock { log in
      if log.isEmpty { log = present }
      return log == present
    }
  }

  /// Device and inode of what stands at a path; empty: nothing.
  private static func identity(_ path: String) -> [UInt64] {
    var status = stat()
    return stat(path, &status) == 0 ? [UInt64(status.st_dev), UInt64(status.st_ino)] : []
  }

  deinit {
    OpenFile.opened.withLock { [file] opened in
      opened[file, default: 0] -= 1
      if opened[file] == 0 { opened[file] = nil }
    }
  }
}
