public import FEEL

/// Which record: known outside by its kind and external id.
public struct RecordKey: Hashable, Sendable {
  public var kind: Text
  public var id: Text

  public init(kind: Text, id: Text) {
    self.kind = kind
    self.id = id
  }
}

extension RecordKey: Comparable {
  /// Kind, then id, each by its bytes: the order of all lists by record.
  public static func < (a: RecordKey, b: RecordKey) -> Bool { a.kind == b.kind ? a.id < b.id : a.kind < b.kind }
}
