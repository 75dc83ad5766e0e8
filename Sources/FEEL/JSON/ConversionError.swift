/// Why a JSON value is no value of the type that was declared for it: where in the document, and what is wrong.
public struct ConversionError: Error, Hashable, Sendable {
  /// One step from the whole document to the place.
  public enum Step: Hashable, Sendable {
    /// Into the member of that name.
    case member(Text)
    /// Counted from 0.
    case item(Int)
  }

  /// What is wrong.
  public enum Reason: Hashable, Sendable {
    /// Another kind of JSON value than the type is written as.
    case wrongKind
    /// A string that is no date, time or duration of the declared type.
    case unreadable(Text)
    /// A date and time that does not say its offset from UTC.
    case missingOffset(Text)
    /// A member that the type does not declare.
    case undeclared
    /// Ranges and functions are never read from JSON.
    case unsupported
  }

  /// From the whole to the place.
  public var path: [Step] { reversedPath.reversed() }
  /// What is wrong.
  public let reason: Reason
  /// What was declared there; for an undeclared member, the context that lacks it.
  public let expected: FeelType
  /// From the place to the whole: steps are added on the way back, so that what fits pays nothing for them.
  private(set) var reversedPath: [Step] = []

  init(_ reason: Reason, expected: FeelType) {
    self.reason = reason
    self.expected = expected
  }

  /// Tells that the value was found in this member or item of a larger one.
  mutating func isInside(_ step: Step) { reversedPath.append(step) }

  /// The place as `activities[2].date`, items counted from 1 as in FEEL; empty for the whole.
  public var place: Text { Self.place(path) }

  /// A path as people write it.
  static func place(_ path: [Step]) -> Text {
    var place: Text = ""
    for step in path {
      switch step {
      case .member(let name): place += place.isEmpty ? name : "." + name
      case .item(let index): place += Text("[\(index + 1)]")
      }
    }
    return place
  }

  /// What is wrong, one sentence without a full stop and without the place: `must be a date such as 2026-01-31, but is
  /// "tomorrow"`.
  public var message: Text {
    switch reason {
    case .wrongKind: Text("must be \(Self.form(of: expected))")
    case .unreadable(let text): Text("must be \(Self.form(of: expected)), but is \"\(text.string)\"")
    case .missingOffset(let text):
      Text("must say its offset from UTC (2026-01-31T10:30:00+07:00, or Z at the end), but is \"\(text.string)\"")
    case .undeclared: "is not declared"
    case .unsupported: "has a type that is never read from JSON"
    }
  }

  /// How values of a type look in JSON.
  private static func form(of type: FeelType) -> String {
    switch type {
    case .any, .named: "a value"
    case .null: "null"
    case .boolean: "true or false"
    case .number: "a number without quotes"
    case .string: "a text in quotes"
    case .date: "a date such as \"2026-01-31\""
    case .time: "a time such as \"10:30:00\""
    case .dateTime: "a date and time such as \"2026-01-31T10:30:00+07:00\""
    case .monthsDuration: "a duration such as \"P1Y6M\""
    case .daysDuration: "a duration such as \"P14D\" or \"PT2H30M\""
    case .list: "a list in [ ]"
    case .context: "an object in { }"
    case .range: "a range"
    case .function: "a function"
    }
  }
}

extension ConversionError: CustomStringConvertible {
  /// Place and sentence: `close_date must be a date such as "2026-01-31", but is "tomorrow"`.
  public var description: String { (reversedPath.isEmpty ? "the value" : place.string) + " " + message.string }
}
