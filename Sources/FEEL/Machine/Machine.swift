/// Runs the expressions of a program over slots; one for each thread, reused from record to record.
public struct Machine: Sendable {
  /// A failure that FEEL turns into null: what happened and in which expression.
  public struct Note: Sendable {
    public var entry: Entry
    public var span: Span
    public var code: Text
    public var message: Text
  }

  public let program: Program
  /// The values of the names in scope, by slot.
  public var slots: [Value]
  /// The failures since `slots` was last set up; emptied by the caller.
  public var notes: [Note] = []

  public init(_ program: Program, slots count: Int, limits: Limits = Limits()) {
    self.program = program
    slots = Array(repeating: .unknown, count: count)
  }

  /// The value of one expression. Never traps and always ends: past a limit the value is null with a note.
  public mutating func run(_ entry: Entry, clock: Clock) -> Value {
    preconditionFailure("in work")
  }
}
