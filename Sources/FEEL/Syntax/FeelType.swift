/// What is known of a value before it is computed (DMN 1.5 §10.3.2.1, figure 10-26).
public indirect enum FeelType: Hashable, Sendable {
  /// FEEL's `Any`: nothing is known, or every value will do.
  case any
  /// The type of null alone.
  case null
  /// `true` and `false`.
  case boolean
  /// Decimal numbers, whole ones included; FEEL has no other kind.
  case number
  /// Texts.
  case string
  /// Days without a time.
  case date
  /// Times of day: local, with an offset from UTC, or in a zone.
  case time
  /// Days with a time of day: FEEL's `date and time`.
  case dateTime
  /// FEEL's `years and months duration`.
  case monthsDuration
  /// FEEL's `days and time duration`.
  case daysDuration
  /// Lists, with the type of their items.
  case list(FeelType)
  /// Keys with their types; a key that is not listed is an error to read.
  case context([Entry])
  /// Ranges, with the type of their ends.
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
    /// Makes an entry.
    public init(_ name: Text, _ type: FeelType) {
      self.name = name
      self.type = type
    }
  }
}
