internal import Glibc

/// What a store's files looked like at a moment: equal means that no process committed anything in between.
///
/// Every commit writes to the log, so its size or its time of writing changes. The time's grain is a few milliseconds;
/// whoever compares also bounds how long an answer is kept.
public struct FileChanges: Hashable, Sendable {
  private var size: Int64
  private var seconds: Int64
  private var nanoseconds: Int64

  /// Nil where there is no log: then nothing is known.
  init?(path: String) {
    var status = stat()
    guard stat(path + "-wal", &status) == 0 else { return nil }
    size = Int64(status.st_size)
    seconds = Int64(status.st_mtim.tv_sec)
    nanoseconds = Int64(status.st_mtim.tv_nsec)
  }
}

extension Store {
  /// What the files look like now; costs one system call.
  public var changes: FileChanges? { FileChanges(path: path) }
}
