/// Where the code of one expression starts in a `Program`.
public struct Entry: Hashable, Sendable {
  /// The place of its routine in the program.
  public var index: Int32
  /// Makes an entry of the place of a routine, counted in the order in which texts were compiled.
  public init(_ index: Int) { self.index = Int32(index) }
}

/// What compiling one source text gave.
public struct Compiled: Sendable {
  /// Nil if a diagnostic is an error.
  public var entry: Entry?
  /// What is wrong with it, in the order of the text.
  public var diagnostics: [Diagnostic]
  /// The inferred type of the result.
  public var type: FeelType
  /// The slots that the text reads, ascending, each once.
  public var reads: [Int]
  /// Whether it calls `today()` or `now()`.
  public var readsClock: Bool
  /// The spans of tests against the word `null` of something that can be missing.
  public var nullTests: [Span]
  /// As it was parsed.
  public var tree: Tree
}

/// Compiles source texts one after the other into one program.
public struct ProgramBuilder: Sendable {
  /// What missing values mean.
  public let law: Law
  /// How large and deep texts may be.
  public let limits: Limits

  private var code: [Instruction] = []
  private var spans: [Span] = []
  private var constants = ConstantTable()
  private var routines: [Program.Routine] = []
  private var functions: [Program.Function] = []
  private var slotCount = 0
  /// The functions outside FEEL that `function(...) external {...}` may name; none unless the host gives some.
  public var externals: ExternalFunctions?
  /// The types that values are held against (`Node.coerce`).
  public var items: [ItemType] = []
  /// The slot that the constraints of `items` look at.
  public var subjectSlot = 0

  /// Makes a builder that has compiled nothing yet.
  public init(law: Law = .sales, limits: Limits = Limits()) {
    self.law = law
    self.limits = limits
  }

  /// Compiles an expression.
  public mutating func expression(_ source: Text, scope: Scope) -> Compiled {
    switch Front.expression(source, scope: scope, law: law, limits: limits) {
    case .parsed(let tree, let findings): compile(tree, .expression, scope: scope, findings)
    case .refused(let diagnostics): refused(source, diagnostics)
    }
  }

  /// Compiles unary tests (DMN 1.5 §10.3.1.2 grammar rule 17) about the value in the slot `subject`: true, false, or
  /// unknown.
  public mutating func unaryTests(_ source: Text, subject: Int, type: FeelType, scope: Scope) -> Compiled {
    switch Front.unaryTests(source, scope: scope, law: law, limits: limits) {
    case .parsed(let tree, let findings):
      compile(tree, .tests(Emitter.Subject(.slot(subject), type)), scope: scope, findings)
    case .refused(let diagnostics): refused(source, diagnostics)
    }
  }

  /// Compiles one node of a tree that compiled before, for explanations.
  public mutating func node(_ id: NodeID, of tree: Tree, subject: Int?, scope: Scope) -> Compiled {
    var part = tree
    part.roots = [id]
    let subject = subject.map { Emitter.Subject(.slot($0), .any) }
    return compile(part, .node(subject), scope: scope)
  }

  /// Compiles a tree that was built or parsed elsewhere: its only root.
  ///
  /// The tree need not come from one text (`Tree.graft`); the spans of findings and notes are those of its nodes.
  public mutating func tree(_ tree: Tree, scope: Scope) -> Compiled { compile(tree, .expression, scope: scope) }

  /// Compiles unary tests that were built or parsed elsewhere: the roots of `tree`.
  public mutating func tests(_ tree: Tree, subject: Int, type: FeelType, scope: Scope) -> Compiled {
    compile(tree, .tests(Emitter.Subject(.slot(subject), type)), scope: scope)
  }

  /// The program of all that was compiled so far.
  public func finish() -> Program {
    var builder = self
    for place in FunctionRoutines.all.indices { builder.append(FunctionRoutines.code(at: place)) }
    return builder.program
  }

  private var program: Program {
    Program(
      law: law, code: code, spans: spans, constants: constants.values, shapes: constants.shapes,
      types: constants.types, routines: routines, functions: functions, items: items,
      subjectSlot: subjectSlot, slotCount: items.isEmpty ? slotCount : max(slotCount, subjectSlot + 1))
  }

  /// What the roots of a tree are.
  private enum Purpose {
    case expression
    case tests(Emitter.Subject)
    case node(Emitter.Subject?)
  }

  private mutating func compile(
    _ tree: Tree, _ purpose: Purpose, scope: Scope, _ findings: [Diagnostic] = []
  ) -> Compiled {
    var emitter = Emitter(
      tree: tree, scope: scope, law: law, limits: limits, constants: constants, functionBase: functions.count,
      externals: externals)
    // One owner at a time, or the table would be copied with every expression.
    constants = ConstantTable()
    switch purpose {
    case .expression: emitter.emitExpression(subject: nil)
    case .tests(let subject): emitter.emitTests(subject)
    case .node(let subject): emitter.emitExpression(subject: subject)
    }
    constants = ConstantTable()
    swap(&constants, &emitter.constants)
    var entry: Entry?
    if !emitter.hasErrors {
      entry = Entry(routines.count)
      routines.append(append(emitter.code, emitter.spans, registers: emitter.registerCount))
      for function in emitter.functions { append(function) }
      slotCount = max(slotCount, (emitter.reads.last ?? -1) + 1)
    }
    return Compiled(
      entry: entry, diagnostics: findings + emitter.diagnostics, type: emitter.resultType, reads: emitter.reads,
      readsClock: emitter.readsClock, nullTests: emitter.nullTests, tree: tree)
  }

  private mutating func append(_ function: FunctionCode) {
    functions.append(
      Program.Function(
        routine: append(function.code, function.spans, registers: function.registers),
        parameters: function.parameters, result: function.result, captures: function.captures))
  }

  private mutating func append(_ code: [Instruction], _ spans: [Span], registers: Int) -> Program.Routine {
    let start = self.code.count
    self.code += code
    self.spans += spans
    return Program.Routine(start: Int32(start), count: Int32(code.count), registers: Int32(registers))
  }

  private func refused(_ source: Text, _ diagnostics: [Diagnostic]) -> Compiled {
    Compiled(
      entry: nil, diagnostics: diagnostics, type: .any, reads: [], readsClock: false, nullTests: [],
      tree: Tree(source: source))
  }
}
