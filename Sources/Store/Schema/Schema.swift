/// The schema as a list of steps, each done once in a transaction of its own. A process that is killed in between goes on
/// with the next step when it is started again.
enum Schema {
  static let migrations: [Migration] = [
    Migration(
      number: 1, name: "store",
      statements: playbooks + records + submissions + workflow + inbound + effects + people + audit + leases
        + operations)
  ]

  /// What the first step was called before the schema was restarted, ahead of the first release.
  static let abandoned = "playbooks"

  /// The number of the last step that this code knows.
  static var version: Int { migrations.last?.number ?? 0 }

  /// Brings a store up to `version`.
  ///
  /// - Throws: `StoreError.newerSchema`, or `.storeDamaged` where a step was recorded with other statements.
  static func migrate(_ driver: some StoreDriver, path: String) async throws {
    if try await done(driver) == 0 {
      try await driver.write { connection in
        // Whether it is ours was looked at before; so the mark and the table come together or not at all.
        try connection.run("PRAGMA application_id = \(SQLiteDriver.applicationID)", [])
        try connection.run(
          """
          CREATE TABLE IF NOT EXISTS migration (
            number INTEGER NOT NULL PRIMARY KEY,
            name TEXT NOT NULL,
            checksum TEXT NOT NULL
          ) STRICT
          """, [])
      }
    }
    for migration in migrations {
      try await driver.write { connection in try run(migration, connection, path: path) }
    }
  }

  /// How many steps are recorded; 0 where there is no table of them either.
  private static func done(_ driver: some StoreDriver) async throws -> Int {
    try await driver.read(briefly: true) { connection in
      var tables = 0
      try connection.rows("SELECT name FROM sqlite_master WHERE name = 'migration'", []) { _ in tables += 1 }
      if tables == 0 { return 0 }
      var steps = 0
      try connection.rows("SELECT number FROM migration", []) { _ in steps += 1 }
      return steps
    }
  }

  /// One step, unless it is done.
  private static func run(_ migration: Migration, _ connection: any StoreConnection, path: String) throws {
    var found: String?
    var last: Int64 = 0
    try connection.rows("SELECT number, checksum FROM migration ORDER BY number", []) { row in
      var columns = ColumnReader(row)
      last = try columns.next()
      let checksum: String = try columns.next()
      if last == Int64(migration.number) { found = checksum }
    }
    if last > Int64(version) { throw StoreError.newerSchema(path: path, found: Int(last), known: version) }
    if let found {
      if found == migration.checksum { return }
      throw StoreError.storeDamaged(
        path: path, reason: "step \(migration.number) of its schema is not this version's step of that number")
    }
    for statement in migration.statements { try connection.run(statement, []) }
    try connection.run(
      "INSERT INTO migration (number, name, checksum) VALUES ($1, $2, $3)",
      values(migration.number, migration.name, migration.checksum))
  }
}

extension StoreReading {
  /// The number of the last step of the schema that was done here.
  public func schemaVersion() throws -> Int { Int(try number("SELECT max(number) FROM migration")) }
}
