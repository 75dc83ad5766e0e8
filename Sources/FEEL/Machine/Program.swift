/// Immutable code, shared by any number of machines.
public final class Program: Sendable {
  /// Where the code of one expression lies and how many registers it uses.
  struct Routine: Sendable {
    var start: Int32
    var count: Int32
    var registers: Int32
  }

  let law: Law
  let code: [Instruction]
  /// For each instruction the stretch of its own source text that it comes from.
  let spans: [Span]
  let constants: [Value]
  let shapes: [Shape]
  let routines: [Routine]
  /// One more than the highest slot that is read.
  let slotCount: Int

  init(
    law: Law, code: [Instruction], spans: [Span], constants: [Value], shapes: [Shape], routines: [Routine],
    slotCount: Int
  ) {
    self.law = law
    self.code = code
    self.spans = spans
    self.constants = constants
    self.shapes = shapes
    self.routines = routines
    self.slotCount = slotCount
  }
}
