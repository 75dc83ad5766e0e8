/// What is known of a value before it is computed.
public indirect enum FeelType: Hashable, Sendable {
  case any
  case boolean
  case number
  case string
  case date
  case time
  case dateTime
  case monthsDuration
  case daysDuration
  case list(FeelType)
  /// Keys with their types; a key that is not listed is an error to read.
  case context([Entry])
  case range(FeelType)
  case function

  /// One key of a context type.
  public struct Entry: Hashable, Sendable {
    public var name: Text
    public var type: FeelType
    public init(_ name: Text, _ type: FeelType) {
      self.name = name
      self.type = type
    }
  }
}
