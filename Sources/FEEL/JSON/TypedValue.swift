/// How FEEL's values stand in JSON so that nothing is lost: what both share stands for itself, the rest is an object
/// with the member `@type`, named as FEEL names the type, and the text that FEEL writes inside `@"..."`.
///
/// | FEEL | JSON |
/// | --- | --- |
/// | null, boolean, string, number, list | the same in JSON; numbers are decimal text, never a binary double |
/// | date, time, date and time, durations | `{"@type": "date", "value": "2026-01-31"}` |
/// | context | an object; with an entry `@type`: `{"@type": "context", "entries": [["@type", 1]]}` |
/// | range | `{"@type": "range", "start": 1, "end": null, "startIncluded": true, "endIncluded": false}`; an end that the range does not have is left out, null means null |
/// | function | `{"@type": "function", "parameters": ["a", "b"]}`; never read |
///
/// The range `(= 1)` is written as `[1..1]`; that of `(!= 1)` has no ends and the member `"except": 1`.
///
/// What only our own law knows is `{"@type": "unknown"}`, `{"@type": "undecided", "least": 1, "most": 2}` and
/// `{"@type": "uncertain list", "items": [1, 2], "certain": [true, false]}`.
enum TypedValue {
  static let type: Text = "@type"
  static let value: Text = "value"
  static let entries: Text = "entries"
  static let start: Text = "start"
  static let end: Text = "end"
  static let except: Text = "except"
  static let startIncluded: Text = "startIncluded"
  static let endIncluded: Text = "endIncluded"
  static let parameters: Text = "parameters"
  static let least: Text = "least"
  static let most: Text = "most"
  static let items: Text = "items"
  static let certain: Text = "certain"

  /// What `@type` may say.
  enum Kind: CaseIterable {
    case date, time, dateTime, daysDuration, monthsDuration
    case context, range, function
    case unknown, undecided, uncertainList

    var name: Text {
      switch self {
      case .date: "date"
      case .time: "time"
      case .dateTime: "date and time"
      case .daysDuration: "days and time duration"
      case .monthsDuration: "years and months duration"
      case .context: "context"
      case .range: "range"
      case .function: "function"
      case .unknown: "unknown"
      case .undecided: "undecided"
      case .uncertainList: "uncertain list"
      }
    }

    init?(named name: Text) {
      guard let kind = Kind.allCases.first(where: { $0.name.hasSameBytes(as: name) }) else { return nil }
      self = kind
    }
  }
}

/// Why a JSON value is no typed value: where in the document, and what is wrong.
public struct TypedValueError: Error, Hashable, Sendable {
  /// What is wrong, without a full stop and without the place: `"2026-02-30" is no date such as 2026-01-31`.
  public let message: Text
  /// From the place to the whole: steps are added on the way back, so that what fits pays nothing for them.
  private var reversedPath: [ConversionError.Step] = []

  init(_ message: Text) { self.message = message }

  /// From the whole to the place.
  public var path: [ConversionError.Step] { reversedPath.reversed() }

  /// Tells that the value was found in this member or item of a larger one.
  func inside(_ step: ConversionError.Step) -> TypedValueError {
    var error = self
    error.reversedPath.append(step)
    return error
  }

  /// The place as `deal.activities[2]`, items counted from 1; empty for the whole.
  public var place: Text { ConversionError.place(path) }
}

extension TypedValueError: CustomStringConvertible {
  /// Place and sentence: `deal.closed: "2026-02-30" is no date such as 2026-01-31`.
  public var description: String { (reversedPath.isEmpty ? "" : place.string + ": ") + message.string }
}
