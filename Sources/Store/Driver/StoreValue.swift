/// A value as a statement binds it and as a column gives it: what every database of ours has in common.
public enum StoreValue: Hashable, Sendable {
  case null
  case integer(Int64)
  /// Valid UTF-8 without U+0000, which no database keeps faithfully.
  case text(String)
  case blob([UInt8])
}
