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
  private let file: [UInt64]

  /// - Parameter path: of a file that is there.
  init(_ path: String) {
    var status = stat()
    let file = stat(path, &status) == 0 ? [UInt64(status.st_dev), UInt64(status.st_ino)] : []
    self.file = file
    wasOpen = OpenFile.opened.withLock { opened in
      opened[file, default: 0] += 1
      return opened[file, default: 0] > 1
    }
  }

  deinit {
    OpenFile.opened.withLock { [file] opened in
      opened[file, default: 0] -= 1
      if opened[file] == 0 { opened[file] = nil }
    }
  }
}
