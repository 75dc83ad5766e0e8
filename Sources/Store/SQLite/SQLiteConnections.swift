internal import GRDB
internal import Synchronization

/// The connections of one store with what each has prepared.
final class SQLiteConnections: Sendable {
  private let connections = Mutex<[ObjectIdentifier: SQLiteConnection]>([:])

  /// The connection of a database; the same one each time, which keeps the database alive as well.
  func connection(_ database: Database, path: String) -> SQLiteConnection {
    let key = ObjectIdentifier(database)
    if let connection = connections.withLock({ $0[key] }) { return connection }
    let connection = SQLiteConnection(database, path: path)
    connections.withLock { $0[key] = connection }
    return connection
  }

  /// Forgets what a database had prepared.
  func remove(_ database: Database) { connections.withLock { $0[ObjectIdentifier(database)] = nil } }

  /// Forgets all that was prepared, which the databases need before they can be closed.
  func removeAll() { connections.withLock { $0 = [:] } }
}
