public import FEEL

/// A secret that somebody holds: an API token, a session or a one-time link. Only its hash is known here.
public struct AccessToken: Hashable, Sendable {
  /// Made by the server when the token was; shown in lists, and no secret.
  public var id: String
  /// Hexadecimal SHA-256 of the whole text of the token.
  public var hash: String
  /// The playbook's id of whoever it signs in.
  public var person: Text
  /// What its owner calls it.
  public var name: Text
  /// A role of its own; nil: the person's by the playbook in force.
  public var role: Text?
  /// A unit of its own; nil: the person's by the playbook in force.
  public var unit: Text?
  /// Epoch milliseconds.
  public var createdAt: Int64
  /// Epoch milliseconds.
  public var expiresAt: Int64?
  /// Epoch milliseconds.
  public var revokedAt: Int64?
  /// Epoch milliseconds.
  public var lastUsedAt: Int64?
  /// `api`, `session` or `link`.
  public var kind: Text

  /// A token that is neither used nor revoked, unless said.
  public init(
    id: String, hash: String, person: Text, name: Text, role: Text? = nil, unit: Text? = nil, createdAt: Int64,
    expiresAt: Int64? = nil, revokedAt: Int64? = nil, lastUsedAt: Int64? = nil, kind: Text
  ) {
    self.id = id
    self.hash = hash
    self.person = person
    self.name = name
    self.role = role
    self.unit = unit
    self.createdAt = createdAt
    self.expiresAt = expiresAt
    self.revokedAt = revokedAt
    self.lastUsedAt = lastUsedAt
    self.kind = kind
  }
}

extension AccessToken: TableRow {
  static let table = Table(
    "access_token", key: ["id"],
    [
      "id", "hash", "person", "name", "role", "unit", "created_at", "expires_at", "revoked_at", "last_used_at",
      "kind",
    ])

  init(_ columns: inout ColumnReader) throws {
    id = try columns.next()
    hash = try columns.next()
    person = try columns.next()
    name = try columns.next()
    role = try columns.next()
    unit = try columns.next()
    createdAt = try columns.next()
    expiresAt = try columns.next()
    revokedAt = try columns.next()
    lastUsedAt = try columns.next()
    kind = try columns.next()
  }

  func write(_ columns: inout ColumnWriter) {
    columns.add(id)
    columns.add(hash)
    columns.add(person)
    columns.add(name)
    columns.add(role)
    columns.add(unit)
    columns.add(createdAt)
    columns.add(expiresAt)
    columns.add(revokedAt)
    columns.add(lastUsedAt)
    columns.add(kind)
  }
}
