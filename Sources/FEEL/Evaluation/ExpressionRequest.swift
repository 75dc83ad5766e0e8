/// One line of `feel --batch`: an expression with the names in scope, or unary tests with an input.
///
///     {"id": 1, "expr": "amount * 2", "context": {"amount": 21}, "now": "2026-03-02T09:00:00Z"}
///     {"id": 2, "expr": "[18..65)", "unary": true, "input": 30}
///
/// Values are typed as `TypedValue` has it; other members are passed over.
public struct ExpressionRequest: Sendable {
  /// Given back in the answer, whatever it is; null if there is none.
  public var id: JSON
  /// The expression as it was written.
  public var source: Text
  /// The values of the names that it reads.
  public var context: Context
  /// What unary tests are about; nil for an expression.
  public var subject: Value?
  /// The moment that `now()` is, if the request says one.
  public var clock: Clock?

  /// Why a line is no request.
  public struct Fault: Error, Sendable {
    /// Given back in the answer, whatever it is; null if there is none.
    public var id: JSON
    /// Which member, and what is wrong with it.
    public var message: Text
  }

  /// Reads a request.
  public init(_ json: JSON) throws(Fault) {
    guard json.members != nil else { throw Fault(id: .null, message: "a request is an object") }
    let id = json["id"] ?? .null
    self.id = id
    guard let source = json["expr"]?.text else {
      throw Fault(id: id, message: json["expr"] == nil ? "`expr` is missing" : "`expr` must be a string")
    }
    self.source = source
    context = try Self.context(json["context"] ?? .null, id)
    subject = try Self.subject(json, id)
    clock = try Self.clock(json["now"] ?? .null, id)
  }

  private static func context(_ json: JSON, _ id: JSON) throws(Fault) -> Context {
    if json.isNull { return Context(shape: Shape([]), values: []) }
    guard case .context(let context) = try value(json, "context", id) else {
      throw Fault(id: id, message: "`context` must be an object with the names in scope")
    }
    return context
  }

  private static func subject(_ json: JSON, _ id: JSON) throws(Fault) -> Value? {
    switch json["unary"] ?? .null {
    case .null, .boolean(false): return nil
    case .boolean(true): return try value(json["input"] ?? .null, "input", id)
    default: throw Fault(id: id, message: "`unary` must be true or false")
    }
  }

  private static func value(_ json: JSON, _ member: Text, _ id: JSON) throws(Fault) -> Value {
    do throws(TypedValueError) {
      return try Value(typed: json)
    } catch {
      throw Fault(id: id, message: "`" + member + "`: " + Text(error.description))
    }
  }

  private static func clock(_ json: JSON, _ id: JSON) throws(Fault) -> Clock? {
    if json.isNull { return nil }
    guard let text = json.text, let clock = Clock(text) else {
      throw Fault(id: id, message: "`now` must be a moment such as \"2026-03-02T09:00:00Z\"")
    }
    return clock
  }
}

extension Clock {
  /// The clock of a moment with its offset (`2026-03-02T09:00:00+07:00`); without one the moment is of UTC. Nil if the
  /// text is no date and time.
  public init?(_ text: Text) {
    guard let dateTime = DateTime(text), abs(dateTime.date.days) < 100_000_000_000 else { return nil }
    let milliseconds = dateTime.time.nanoseconds / 1_000_000
    let offset = dateTime.time.offsetSeconds ?? 0
    self.init(
      epochMilliseconds: dateTime.date.days * 86_400_000 + milliseconds - Int64(offset) * 1000, offsetSeconds: offset)
  }
}
