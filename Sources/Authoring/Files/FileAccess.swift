internal import Glibc

/// Why a file or folder could not be read.
public enum FileTrouble: Error, Hashable, Sendable {
  /// There is nothing at that path.
  case absent
  /// A file was asked for, and a folder is there.
  case isFolder
  /// Neither an ordinary file nor a folder: a pipe or a device, say.
  case isNoFile
  /// The path is, or leads through, something that should be a folder and is none.
  case isNoFolder
  /// It has more bytes than `limit`; reading stopped there.
  case tooLarge(limit: Int)
  /// What the system says.
  case refused(reason: String)

  /// The trouble in words, to follow the path.
  public var words: String {
    switch self {
    case .absent: "is not there"
    case .isFolder: "is a folder, not a file"
    case .isNoFile: "is no ordinary file"
    case .isNoFolder: "is no folder"
    case .tooLarge(let limit): "has more than \(limit) bytes"
    case .refused(let reason): "cannot be read: \(reason)"
    }
  }

  static func last() -> FileTrouble {
    switch errno {
    case ENOENT: .absent
    case ENOTDIR: .isNoFolder
    default: .refused(reason: String(cString: strerror(errno)))
    }
  }
}

/// Reading from the disk, with limits and the system's reasons.
enum FileAccess {
  /// One entry of a folder.
  struct Item {
    var name: String
    var isFolder: Bool
  }

  /// All bytes of an ordinary file.
  static func bytes(of path: String, limit: Int) throws(FileTrouble) -> [UInt8] {
    let descriptor = try open(path)
    defer { close(descriptor) }
    return try bytes(of: descriptor, limit: limit)
  }

  /// All that an open file still has.
  static func bytes(of descriptor: Int32, limit: Int) throws(FileTrouble) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let chunk = try read(descriptor, atMost: min(1 << 16, limit + 1 - bytes.count))
      if chunk.isEmpty { return bytes }
      bytes += chunk
      if bytes.count > limit { throw .tooLarge(limit: limit) }
    }
  }

  /// Opens an ordinary file for reading.
  static func open(_ path: String) throws(FileTrouble) -> Int32 {
    // Without O_NONBLOCK a named pipe would wait for its writer.
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    if descriptor < 0 { throw .last() }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let trouble = FileTrouble.last()
      close(descriptor)
      throw trouble
    }
    if status.st_mode & S_IFMT == S_IFREG { return descriptor }
    close(descriptor)
    throw status.st_mode & S_IFMT == S_IFDIR ? .isFolder : .isNoFile
  }

  /// Opens a pipe for reading, and waits until somebody opens it for writing.
  static func openPipe(_ path: String) throws(FileTrouble) -> Int32 {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { throw .last() }
    return descriptor
  }

  /// Whether a pipe is there, as shells make them for `<(command)`.
  static func isPipe(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO
  }

  /// Whether an ordinary file is there.
  static func isFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// Whether a folder is there, readable or not.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// How many bytes an open file has.
  static func size(of descriptor: Int32) -> Int {
    var status = stat()
    return fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
  }

  /// The next bytes; empty at the end.
  static func read(_ descriptor: Int32, atMost count: Int) throws(FileTrouble) -> [UInt8] {
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: max(count, 0)) { buffer, initialized in
      var got = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      while got < 0, errno == EINTR { got = Glibc.read(descriptor, buffer.baseAddress, buffer.count) }
      failed = got < 0
      initialized = max(got, 0)
    }
    if failed { throw .last() }
    return bytes
  }

  /// What stands in a folder, sorted by name; hidden files are left out.
  static func items(of path: String) throws(FileTrouble) -> [Item] {
    guard let folder = opendir(path) else { throw .last() }
    defer { closedir(folder) }
    var items: [Item] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: Int(entry.pointee.d_reclen)) { String(cString: $0) }
      }
      if name.hasPrefix(".") || name.hasSuffix("~") { continue }
      var status = stat()
      let isFolder = stat("\(path)/\(name)", &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
      items.append(Item(name: name, isFolder: isFolder))
    }
    return items.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }
}
