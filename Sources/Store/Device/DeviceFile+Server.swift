internal import GRDB

/// The server that a device was told last. The token itself is never kept here, only where it lies.
public struct RememberedServer: Sendable, Equatable {
  /// The URL that requests are sent below, as it was checked: `https://stagecraft.example`.
  public var address: String
  /// An absolute path; nil: none was named.
  public var tokenFile: String?

  /// A server, and where the token for it lies; nil: in no file.
  public init(address: String, tokenFile: String?) {
    self.address = address
    self.tokenFile = tokenFile
  }
}

extension DeviceFile {
  /// The server that was told last; nil: none yet.
  public func server() throws -> RememberedServer? {
    try reading { database in
      try Row.fetchOne(database, sql: "SELECT address, token_file FROM server").map {
        RememberedServer(address: $0[0], tokenFile: $0[1])
      }
    }
  }

  /// Remembers a server in place of the one before.
  public func remember(_ server: RememberedServer) throws {
    try writing { database in
      try database.execute(
        sql: """
          INSERT INTO server (only, address, token_file) VALUES (1, ?, ?)
          ON CONFLICT (only) DO UPDATE SET address = excluded.address, token_file = excluded.token_file
          """,
        arguments: [server.address, server.tokenFile])
    }
  }
}
