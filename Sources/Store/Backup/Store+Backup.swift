internal import GRDB

extension Store {
  /// Writes a copy of the store as it is at one moment, while others go on writing. The copy is one file of mode 0600,
  /// checked for damage, that appears under its name only when it is whole and on the disk.
  ///
  /// - Parameters:
  ///   - file: where to.
  ///   - replacing: whether a file that is there may be replaced.
  ///   - now: the time that the copy, and then the store, remembers; epoch milliseconds.
  ///   - progress: how many pages are copied, and of how many.
  /// - Returns: what the copy holds.
  /// - Throws: `StoreError`: `.exists` where the file is there; the store and the file are as they were then.
  /// - Complexity: O(size of the store).
  public func backUp(
    to file: String, replacing: Bool = false, at now: Int64,
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) async throws -> StoreInspection {
    if !replacing, PrivateFile.isThere(file) { throw StoreError.exists(path: file) }
    if PrivateFile.isSame(file, path) {
      throw StoreError.unsuitable(reason: "\(file) is the store itself; name another file for its copy")
    }
    var placed = try PlacedFile(at: file)
    try await copy(to: placed.partial, at: now, progress: progress)
    let inspection = try await Store.inspect(placed.partial)
    try placed.place(replacing: replacing)
    return inspection
  }

  /// Who has a store's file open, and who holds leases in it as far as it can be read. Not for a file that this process
  /// has open itself.
  public static func users(of path: String) async -> (isOpen: Bool, leases: [Lease]) {
    let found = try? await SQLiteDriver.blocking { () throws -> (Bool, [Lease]) in
      if !PrivateFile.isThere(path) { return (UncleanStop.isHeld(path) ?? false, []) }
      // First: the connection below would be one of those who have it open.
      let isOpen = UncleanStop.isHeld(path) ?? false
      let queue = try? SQLiteOpening.readOnly(path)
      defer { try? queue?.close() }
      let leases = try? queue?.read { database in
        let reading = StoreReading(SQLiteConnection(database, path: path), path: path)
        defer { reading.end() }
        return try reading.leases()
      }
      return (isOpen, leases ?? [])
    }
    return found ?? (false, [])
  }

  /// Puts a copy of a copy in the place of a store. The store that was there, with its log, stays under another name.
  ///
  /// - Parameters:
  ///   - backup: a file that `inspect` takes.
  ///   - path: of the store, which nobody may have open.
  ///   - name: what the old store is called afterwards.
  ///   - progress: how many pages are copied, and of how many.
  /// - Returns: whether there was an old one.
  /// - Throws: `StoreError`; the old store is in its place then, or under its new name.
  public static func restore(
    from backup: String, to path: String, keepingOldAs name: String,
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) async throws -> Bool {
    if PrivateFile.isSame(backup, path) {
      throw StoreError.unsuitable(reason: "\(backup) is the store itself; name a copy of it")
    }
    var placed = try PlacedFile(at: path)
    let partial = placed.partial
    try await SQLiteDriver.blocking {
      let source = try SQLiteOpening.readOnly(backup)
      defer { try? source.close() }
      try SQLiteCopy.make(of: source, to: partial, at: nil, progress: progress)
    }
    // The store before its log: whoever starts in between finds no store, instead of one whose newest commits are gone,
    // or a log that belongs to another file.
    var wasThere = false
    if PrivateFile.isThere(path) {
      try PrivateFile.rename(path, to: name)
      wasThere = true
    }
    if PrivateFile.size(path + "-wal") > 0 { try PrivateFile.rename(path + "-wal", to: name + "-wal") }
    // An index of the log, which whoever opens it next makes anew.
    for part in ["-wal", "-shm"] { PrivateFile.remove(path + part) }
    try PlacedFile.synchroniseFolder(of: path)
    try placed.place(replacing: false)
    return wasThere
  }
}
