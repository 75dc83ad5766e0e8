internal import Glibc

/// A file that takes its place only once it is whole and on the disk.
struct PlacedFile: ~Copyable {
  /// Where it is to be.
  let path: String
  /// Where it is being made.
  let partial: String
  private let descriptor: Int32
  private var isPlaced = false

  /// Makes the file, empty and for its owner alone. What a killed process left of an earlier one is written over.
  ///
  /// - Throws: `StoreError`: `.cannotOpen`, `.diskFull`, or `.busy` where another process is making the same file.
  init(at path: String) throws(StoreError) {
    self.path = path
    partial = path + ".partial"
    descriptor = open(partial, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    if descriptor < 0 { throw Self.refusal(partial) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      isPlaced = true
      throw .busy(path: partial)
    }
    guard fchmod(descriptor, 0o600) == 0, ftruncate(descriptor, 0) == 0 else { throw Self.refusal(partial) }
    unlink(partial + "-journal")
  }

  deinit {
    if !isPlaced { unlink(partial) }
    close(descriptor)
  }

  /// Synchronises the file, gives it its name and synchronises the folder.
  ///
  /// - Parameter replacing: whether a file of that name may be there.
  /// - Throws: `StoreError`; `.exists` where there is one and it may not.
  mutating func place(replacing: Bool) throws(StoreError) {
    guard fsync(descriptor) == 0 else { throw Self.refusal(partial) }
    if !replacing {
      // A link is refused where the name is taken, also by somebody who was faster.
      if link(partial, path) == 0 {
        unlink(partial)
      } else if errno == EEXIST {
        throw .exists(path: path)
      } else if access(path, F_OK) == 0 || rename(partial, path) != 0 {
        throw Self.refusal(path)
      }
    } else if rename(partial, path) != 0 {
      throw Self.refusal(path)
    }
    isPlaced = true
    try Self.synchroniseFolder(of: path)
  }

  /// Makes renamings in the folder of a file durable.
  static func synchroniseFolder(of path: String) throws(StoreError) {
    let folder = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw refusal(folder) }
    defer { close(descriptor) }
    // Some file systems synchronise no folders, and say so.
    if fsync(descriptor) != 0, errno != EINVAL { throw refusal(folder) }
  }

  static func refusal(_ path: String) -> StoreError {
    let code = errno
    if code == ENOSPC || code == EDQUOT { return .diskFull(path: path) }
    return .cannotOpen(path: path, reason: String(cString: strerror(code)))
  }
}
