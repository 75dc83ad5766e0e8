/// Immutable code, shared by any number of machines.
public final class Program: Sendable {
  /// Where the code of one expression lies and how many registers it uses.
  struct Routine: Sendable {
    var start: Int32
    var count: Int32
    var registers: Int32
  }

  /// The code of a function definition. Its registers start with the function itself, the arguments, and the values
  /// that it captured.
  struct Function: Sendable {
    var routine: Routine
    var parameters: [FunctionParameter]
    var result: FeelType
    var captures: Int
  }

  let law: Law
  let code: [Instruction]
  /// For each instruction the stretch of its own source text that it comes from.
  let spans: [Span]
  let constants: [Value]
  let shapes: [Shape]
  let types: [FeelType]
  let routines: [Routine]
  let functions: [Function]
  let items: [ItemType]
  /// The slot that constraints of item types look at.
  let subjectSlot: Int
  /// One more than the highest slot that is read.
  let slotCount: Int

  init(
    law: Law, code: [Instruction], spans: [Span], constants: [Value], shapes: [Shape], types: [FeelType],
    routines: [Routine], functions: [Function], items: [ItemType], subjectSlot: Int, slotCount: Int
  ) {
    self.law = law
    self.code = code
    self.spans = spans
    self.constants = constants
    self.shapes = shapes
    self.types = types
    self.routines = routines
    self.functions = functions
    self.items = items
    self.subjectSlot = subjectSlot
    self.slotCount = slotCount
  }
}
