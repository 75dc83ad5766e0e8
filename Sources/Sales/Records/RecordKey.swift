public import FEEL

/// How a record is known outside: its kind and external id.
public struct RecordKey: Hashable, Sendable {
  /// The record kind, as the playbook calls it.
  public var kind: Text
  /// The external id.
  public var id: Text

  /// Makes a key.
  public init(kind: Text, id: Text) {
    self.kind = kind
    self.id = id
  }
}

extension RecordKey: Comparable {
  /// By kind, then id.
  public static func < (a: RecordKey, b: RecordKey) -> Bool { a.kind == b.kind ? a.id < b.id : a.kind < b.kind }
}
