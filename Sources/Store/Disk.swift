internal import Glibc

/// How much room a store takes, and how much there is.
public struct Disk: Hashable, Sendable {
  /// Of the store's file and its log.
  public var bytes: Int
  /// On the file's disk, for who runs this process; nil: unknown.
  public var freeBytes: Int?
}

extension Store {
  /// How it is now; costs three system calls.
  public var disk: Disk {
    var status = statvfs()
    let free = statvfs(path, &status) == 0 ? Int(clamping: status.f_bavail) * Int(clamping: status.f_frsize) : nil
    return Disk(bytes: PrivateFile.size(path) + PrivateFile.size(path + "-wal"), freeBytes: free)
  }
}
