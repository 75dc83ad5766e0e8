/// Built-ins that call functions (DMN 1.5 table 77). The machine does their work (`FunctionRoutines`); what stands here
/// is how they are called.
enum FunctionBuiltins {
  static let all: [BuiltinDefinition] = [
    BuiltinDefinition("sort", [.list("list"), .any("precedes")], result: .list(.any)) { _, surroundings in
      surroundings.fail("it is called within an expression only")
    }
  ]
}
