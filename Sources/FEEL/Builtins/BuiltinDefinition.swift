/// What kind of value a parameter takes, and so what a wrong argument is told.
enum ArgumentKind: Sendable {
  /// Anything, null too.
  case any
  /// One value of several kinds, which the function looks at itself; a list of one item stands for it.
  case single
  case boolean
  case number
  case string
  case stringOrNull
  /// A list, of whatever items; another value than null counts as a list of one.
  case list
  /// A list whose items are looked at: with an unknown one nothing can be said.
  case items
  case context
  /// A date, or a date and time.
  case day
}

extension ArgumentKind {
  /// The type that it asks for.
  var type: FeelType {
    switch self {
    case .any, .single, .day: .any
    case .boolean: .boolean
    case .number: .number
    case .string, .stringOrNull: .string
    case .list, .items: .list(.any)
    case .context: .context([])
    }
  }
}

/// One parameter of a built-in.
struct Parameter: Sendable {
  let name: Text
  let kind: ArgumentKind
  /// Of a list: what its items must be, as far as that can be told.
  var item: FeelType = .any

  static func any(_ name: Text) -> Parameter { Parameter(name: name, kind: .any) }
  static func single(_ name: Text) -> Parameter { Parameter(name: name, kind: .single) }
  static func boolean(_ name: Text) -> Parameter { Parameter(name: name, kind: .boolean) }
  static func number(_ name: Text) -> Parameter { Parameter(name: name, kind: .number) }
  static func string(_ name: Text) -> Parameter { Parameter(name: name, kind: .string) }
  static func stringOrNull(_ name: Text) -> Parameter { Parameter(name: name, kind: .stringOrNull) }
  static func list(_ name: Text) -> Parameter { Parameter(name: name, kind: .list) }
  static func items(_ name: Text, of item: FeelType = .any) -> Parameter {
    Parameter(name: name, kind: .items, item: item)
  }
  static func context(_ name: Text) -> Parameter { Parameter(name: name, kind: .context) }
  static func day(_ name: Text) -> Parameter { Parameter(name: name, kind: .day) }
}

/// A built-in: how it is called, and what it does with arguments that fit.
final class BuiltinDefinition: Sendable {
  /// What happens to more arguments than there are parameters.
  enum Variadic: Sendable {
    /// They are an error.
    case no
    /// All arguments together are the one list (`min(1, 2, 3)` is `min([1, 2, 3])`).
    case collected
    /// The last parameter takes each of them.
    case repeated
  }

  /// What unknown arguments mean.
  enum UnknownLaw: Sendable {
    /// An argument that is unknown, undecided or an uncertain list makes the result unknown.
    case strict
    /// The function sees them.
    case own
  }

  typealias Body = @Sendable (Arguments, inout CallSurroundings) -> Value

  let name: Text
  let signatures: [[Parameter]]
  let variadic: Variadic
  let result: FeelType
  let unknown: UnknownLaw
  let readsClock: Bool
  let body: Body

  convenience init(
    _ name: Text, _ signatures: [Parameter]..., variadic: Variadic = .no, unknown: UnknownLaw = .strict,
    readsClock: Bool = false, result: FeelType, body: @escaping Body
  ) {
    self.init(
      name, signatures: signatures, variadic: variadic, unknown: unknown, readsClock: readsClock, result: result,
      body: body)
  }

  init(
    _ name: Text, signatures: [[Parameter]], variadic: Variadic = .no, unknown: UnknownLaw = .strict,
    readsClock: Bool = false, result: FeelType, body: @escaping Body
  ) {
    self.name = name
    self.signatures = signatures
    self.variadic = variadic
    self.result = result
    self.unknown = unknown
    self.readsClock = readsClock
    self.body = body
  }
}

/// Arguments that were found to fit their parameters.
struct Arguments {
  let values: [Value]

  var count: Int { values.count }

  subscript(place: Int) -> Value { place < values.count ? values[place] : .null }

  func number(_ place: Int) -> Decimal34 { self[place].decimal ?? .zero }

  /// The number without its fraction; beyond the reach of `Int` the farthest that is safe to reckon with.
  func integer(_ place: Int) -> Int { Self.integer(number(place)) }

  static func integer(_ number: Decimal34) -> Int {
    guard let whole = number.rounded(toScale: 0, .down), let integer = Int(exactly: whole) else {
      return number.isNegative ? -farthest : farthest
    }
    return min(max(integer, -farthest), farthest)
  }

  /// More than anything has items, and far enough from the end of `Int` (32 bits wide in a browser).
  private static let farthest = 1 << 29

  func text(_ place: Int) -> Text {
    if case .string(let text) = self[place] { text } else { "" }
  }

  func items(_ place: Int) -> [Value] {
    if case .list(let items) = self[place] { items } else { [] }
  }

  func boolean(_ place: Int) -> Bool {
    if case .boolean(let boolean) = self[place] { boolean } else { false }
  }
}
