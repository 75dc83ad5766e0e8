/// Runs the expressions of a program over slots; one for each thread, reused from record to record.
///
/// Running a condition that compares numbers or texts allocates nothing.
public struct Machine: Sendable {
  /// A failure that FEEL turns into null: what happened and in which expression.
  public struct Note: Sendable {
    /// The text that was run.
    public var entry: Entry
    /// The part of it that the note is about.
    public var span: Span
    /// A word for programs, such as `ARGUMENT`.
    public var code: Text
    /// A sentence without its full stop.
    public var message: Text
  }

  /// What it runs.
  public let program: Program
  /// The values of the names in scope, by slot.
  public var slots: [Value]
  /// The failures since `slots` was last set up; emptied by the caller. At most a hundred are kept.
  ///
  /// Codes: `TYPE` (kinds that don't fit), `NUMBER` (no result that can be held), `INDEX`, `ARGUMENT` (a built-in
  /// refused), `NULL` (null for a reason found at compile time), `STEPS`, `SIZE` and `DEPTH` (given up
  /// at a limit: the last note).
  public var notes: [Note] = []

  /// Whether failures are noted. Without, a null costs no more than any other value; limits are noted all the same.
  public var keepsNotes = true

  /// Programs that `program` begins with: their functions are its own, at the same places.
  var extended: [Program] = []

  let limits: Limits
  /// How much more the current run may do.
  var steps = 0
  var clock = Clock(epochMilliseconds: 0, offsetSeconds: 0)
  /// How many calls surround the run.
  var depth = 0
  private var entry = Entry(0)
  /// Set when a limit was passed: the run is over.
  private(set) var isStopped = false
  private var registers: [Value] = []
  /// The sorts under way, innermost last.
  var sorts: [MergeSort] = []
  /// The regular expressions that were used last.
  var patterns = PatternCache()
  /// Where paths found their keys last, by the place of their instruction: most contexts of a list have one shape.
  var pathHints = [Int](repeating: 0, count: 64)

  /// Makes a machine whose slots are all unknown; slots that the program needs beyond `count` are added when it runs.
  public init(_ program: Program, slots count: Int, limits: Limits = Limits()) {
    self.program = program
    self.limits = limits
    slots = Array(repeating: .unknown, count: max(0, count))
  }

  /// The value of one expression. Never traps and always ends: past a limit the value is null with a note.
  public mutating func run(_ entry: Entry, clock: Clock) -> Value {
    guard program.routines.indices.contains(Int(entry.index)) else { return .null }
    let routine = program.routines[Int(entry.index)]
    return run(routine, entry, clock, steps: limits.steps, depth: 0)
  }

  /// The value of one expression as part of a function of the host: calls nest and work adds up.
  ///
  /// `notes` are the machine's own; whoever owns both machines may hand them on.
  public mutating func run(_ entry: Entry, within surroundings: inout CallSurroundings) -> Value {
    guard program.routines.indices.contains(Int(entry.index)) else { return .null }
    let budget = max(0, surroundings.limits.steps - surroundings.steps)
    let routine = program.routines[Int(entry.index)]
    let value = run(routine, entry, surroundings.clock, steps: budget, depth: surroundings.depth)
    surroundings.steps += budget - max(0, steps)
    return value
  }

  @inline(__always) private mutating func run(
    _ routine: Program.Routine, _ entry: Entry, _ clock: Clock, steps: Int, depth: Int
  ) -> Value {
    self.entry = entry
    self.clock = clock
    self.steps = steps
    self.depth = depth
    isStopped = false
    sorts.removeAll()
    if slots.count < program.slotCount {
      slots += Array(repeating: program.law == .sales ? .unknown : .null, count: program.slotCount - slots.count)
    }
    if registers.count < Int(routine.registers) {
      registers += Array(repeating: .null, count: Int(routine.registers) - registers.count)
    }
    guard charge(Int(routine.count), Int(routine.start)) else { return .null }
    // Out of the struct while it runs: the registers are written through a pointer, everything else through `self`.
    var file: [Value] = []
    swap(&file, &registers)
    let result = file.withUnsafeMutableBufferPointer { execute(routine, $0) }
    swap(&file, &registers)
    return result
  }

  /// Counts work; false, with a note, once there was too much of it.
  @inline(__always) mutating func charge(_ work: Int, _ place: Int) -> Bool {
    steps &-= work
    return steps >= 0 ? true : stopAtSteps(place)
  }

  @inline(never) private mutating func stopAtSteps(_ place: Int) -> Bool {
    stop(place, "STEPS", "the evaluation took more than \(limits.steps) steps")
  }

  /// Ends the run because of a limit.
  @inline(never) mutating func stop(_ place: Int, _ code: Text, _ message: Text) -> Bool {
    if !isStopped { keep(code, place, message) }
    isStopped = true
    sorts = []
    return false
  }

  /// Keeps a failure.
  @inline(never) mutating func note(_ code: Text, _ place: Int, _ message: @autoclosure () -> Text) {
    if keepsNotes, notes.count < 100 { keep(code, place, message()) }
  }

  private mutating func keep(_ code: Text, _ place: Int, _ message: Text) {
    guard notes.count < 200 else { return }
    let span = program.spans.indices.contains(place) ? program.spans[place] : Span(0, 0)
    notes.append(Note(entry: entry, span: span, code: code, message: message))
  }
}
