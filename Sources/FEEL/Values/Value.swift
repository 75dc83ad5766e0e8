/// A FEEL value, 16 bytes wide.
///
/// Beside the values of DMN 1.5 §10.3.2 it knows two of our own (design §5): `unknown`, what is missing, which is not
/// `null`; and `undecided`, a number of which only the bounds are certain.
public enum Value: Sendable {
  /// Missing: nobody has said yet. Never decides anything.
  case unknown
  /// FEEL's null: decided to be nothing.
  case null
  /// FEEL's `true` or `false`.
  case boolean(Bool)
  /// `coefficient` × 10^`exponent`; every number that fits is held so (see `Value.number(_:)`).
  case small(coefficient: Int64, exponent: Int8)
  /// A number that does not fit `small`.
  case large(LargeNumber)
  /// A text, compared code point by code point.
  case string(Text)
  /// A day without a time.
  case date(CalendarDate)
  /// A time of day: local, with an offset from UTC, or in a zone.
  case time(TimeOfDay)
  /// A day with a time of day: FEEL's `date and time`.
  case dateTime(DateTime)
  /// FEEL's `years and months duration`.
  case monthsDuration(MonthsDuration)
  /// FEEL's `days and time duration`.
  case daysDuration(DaysDuration)
  /// Items in order, all of them certain to be there; FEEL counts them from 1.
  case list([Value])
  /// A list of which some items may or may not be there (a filter whose condition was unknown for them).
  case uncertainList(UncertainList)
  /// Values by key, in order of definition.
  case context(Context)
  /// A range, or a unary test as a value.
  case range(RangeValue)
  /// A function that can be called.
  case function(FunctionValue)
  /// A number known only to lie between two bounds, both included; FEEL treats it as unknown except in comparisons.
  case undecided(Interval)
}

/// Box of a number too wide for `Value.small`.
public final class LargeNumber: Sendable {
  /// The number.
  public let number: Decimal34
  /// Boxes a number; `Value.number(_:)` decides which ones need it.
  public init(_ number: Decimal34) { self.number = number }
}

/// The keys of a context in order of definition, shared by all contexts of one form.
public final class Shape: Sendable {
  /// The names of the entries, in their order.
  public let keys: [Text]
  /// Makes a shape of its keys, in order of definition.
  public init(_ keys: [Text]) { self.keys = keys }

  /// The place of a key, or nil.
  public func index(of key: Text) -> Int? {
    for index in keys.indices where keys[index].hasSameBytes(as: key) { return index }
    return nil
  }

  /// The place of a key, looked for first where it was found last.
  @inline(__always) func index(of key: Text, hint: Int) -> Int? {
    hint < keys.count && keys[hint].hasSameBytes(as: key) ? hint : index(of: key)
  }
}

/// A FEEL context: values by key, in order of definition.
public final class Context: Sendable {
  /// The names of the entries.
  public let shape: Shape
  /// One value for each key of `shape`.
  public let values: [Value]
  /// Makes a context.
  ///
  /// - Parameter values: one for each key of the shape, in that order.
  public init(shape: Shape, values: [Value]) {
    self.shape = shape
    self.values = values
  }
  /// The value of an entry; nil if there is none of that name.
  public subscript(key: Text) -> Value? { shape.index(of: key).map { values[$0] } }
}

/// Items of which those with `certain[i] == false` may or may not belong to the list.
public final class UncertainList: Sendable {
  /// The items, those that may not be in it included.
  public let items: [Value]
  /// By item: whether it is in the list for certain.
  public let certain: [Bool]
  /// Makes a list of items that may or may not be there.
  ///
  /// - Parameter certain: by item: whether it is there for certain.
  public init(items: [Value], certain: [Bool]) {
    self.items = items
    self.certain = certain
  }
}

/// A range or unary test as a value; an absent end is open to that side (`< 10` has no start).
public final class RangeValue: Sendable {
  /// How the range was written, which counts when ranges are compared: `(= 10)` is not `[10..10]`.
  public enum Form: Sendable {
    /// `[a..b]`, or a comparison such as `(< b)`, which is open to one side.
    case interval
    /// `(= x)`: both ends are x.
    case equal
    /// `(!= x)`: everything but x; it has no ends.
    case different(from: Value)
  }

  /// Where it begins; nil: it has no beginning.
  public let start: Value?
  /// Where it ends; nil: it has no end.
  public let end: Value?
  /// Whether the beginning belongs to it.
  public let startIncluded: Bool
  /// Whether the end belongs to it.
  public let endIncluded: Bool
  /// How it was written.
  public let form: Form

  /// Makes an interval of its ends; one that is nil leaves it open to that side.
  public init(start: Value?, startIncluded: Bool, end: Value?, endIncluded: Bool) {
    self.start = start
    self.end = end
    self.startIncluded = startIncluded
    self.endIncluded = endIncluded
    form = .interval
  }

  /// The range `(= value)`.
  public init(equalTo value: Value) {
    (start, end, startIncluded, endIncluded, form) = (value, value, true, true, .equal)
  }

  /// The range `(!= value)`.
  public init(differentFrom value: Value) {
    (start, end, startIncluded, endIncluded, form) = (nil, nil, false, false, .different(from: value))
  }

  /// The value that `(= x)` and `(!= x)` speak of.
  var only: Value? {
    switch form {
    case .interval: nil
    case .equal: start
    case .different(let value): value
    }
  }
}

/// The bounds of an undecided number, both included and attained by some way to complete what is missing.
public final class Interval: Sendable {
  /// The least that the number may be.
  public let least: Decimal34
  /// The most that the number may be.
  public let most: Decimal34
  /// Makes the bounds of an undecided number, both of which it may be.
  public init(least: Decimal34, most: Decimal34) {
    self.least = least
    self.most = most
  }
}
