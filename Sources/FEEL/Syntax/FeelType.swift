/// What is known of a value before it is computed (DMN 1.5 §10.3.2.1, figure 10-26).
public indirect enum FeelType: Hashable, Sendable {
  case any
  /// The type of null alone.
  case null
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
  /// The types of the parameters, nil if any parameters will do, and the type of the result.
  case function([FeelType]?, FeelType)
  /// A type by its name, to be looked up in `Scope.types`.
  case named(Text)

  /// A function of whatever parameters and result.
  public static let anyFunction = FeelType.function(nil, .any)

  /// One key of a context type.
  public struct Entry: Hashable, Sendable {
    /// The entry's name.
    public var name: Text
    /// What its values are.
    public var type: FeelType
    public init(_ name: Text, _ type: FeelType) {
      self.name = name
      self.type = type
    }
  }
}
