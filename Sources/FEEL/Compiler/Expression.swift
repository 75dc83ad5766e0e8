/// One source text compiled by itself: for tests, the command line, and wherever no program is worth building.
///
///     let expression = Expression("amount * 2", scope: Scope([.init("amount", .slot(0, .number))]))
///     expression.value([.small(coefficient: 21, exponent: 0)], clock: clock)  // 42
public struct Expression: Sendable {
  /// The expression with its tree, type and findings.
  public let compiled: Compiled
  /// The program that it is compiled into.
  public let program: Program
  /// How much work an evaluation may do.
  public let limits: Limits

  /// Compiles `source`; `compiled.diagnostics` tells what is wrong with it.
  ///
  /// - Parameter externals: the functions outside FEEL that it may name.
  public init(
    _ source: Text, scope: Scope = Scope(), law: Law = .sales, limits: Limits = Limits(),
    externals: ExternalFunctions? = nil
  ) {
    var builder = ProgramBuilder(law: law, limits: limits)
    builder.externals = externals
    compiled = builder.expression(source, scope: scope)
    program = builder.finish()
    self.limits = limits
  }

  /// Compiles unary tests about the value in the slot `subject`.
  public init(
    tests source: Text, subject: Int, type: FeelType = .any, scope: Scope = Scope(), law: Law = .sales,
    limits: Limits = Limits(), externals: ExternalFunctions? = nil
  ) {
    var builder = ProgramBuilder(law: law, limits: limits)
    builder.externals = externals
    compiled = builder.unaryTests(source, subject: subject, type: type, scope: scope)
    program = builder.finish()
    self.limits = limits
  }

  /// A machine to run it on many records.
  public var machine: Machine { Machine(program, slots: program.slotCount, limits: limits) }

  /// Its value for the names' values by slot; null if it did not compile.
  public func value(_ slots: [Value] = [], clock: Clock) -> Value { evaluate(slots, clock: clock).value }

  /// Its value, and the failures met on the way.
  public func evaluate(_ slots: [Value] = [], clock: Clock) -> (value: Value, notes: [Machine.Note]) {
    guard let entry = compiled.entry else { return (.null, []) }
    var machine = Machine(program, slots: 0, limits: limits)
    machine.slots = slots
    let value = machine.run(entry, clock: clock)
    return (value, machine.notes)
  }
}
