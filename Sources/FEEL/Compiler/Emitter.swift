/// Turns one tree into code: resolves names, infers types, reports what is wrong, and emits instructions, in one walk.
///
/// Registers are given out like a stack: a local variable keeps its register while its scope lasts, everything else
/// is free again once the instruction that used it is emitted.
struct Emitter {
  let tree: Tree
  let scope: Scope
  let law: Law
  let limits: Limits
  var constants: ConstantTable

  var code: [Instruction] = []
  /// For each instruction the span that it comes from.
  var spans: [Span] = []
  var diagnostics: [Diagnostic] = []
  /// Slots read so far, ascending.
  var reads: [Int] = []
  var readsClock = false
  var nullTests: [Span] = []
  var resultType = FeelType.any

  /// The scopes that the text itself opens, outermost first.
  var frames: [Frame] = []
  /// What `?` and unary tests are about.
  var subject: Subject?
  /// What was computed before the loops that it stands in.
  var hoisted: [NodeID: Operand] = [:]
  /// The certainty register of the innermost loop being emitted.
  var certainty = Instruction.none
  var registerCount = 1
  var freeRegister = 0
  /// The code of the functions that the text defines.
  var functions: [FunctionCode] = []
  /// How many functions the program has already.
  let functionBase: Int
  let externals: ExternalFunctions?
  private var depth = 0
  /// A tree from the parser has each node in one place; one made otherwise could go round in circles.
  private var budget: Int

  /// What a piece of the text comes to, and where its value is.
  struct Operand {
    enum Place {
      case register(Int)
      case slot(Int)
      case constant(Value)
    }
    var place: Place
    var type: FeelType

    init(_ place: Place, _ type: FeelType) {
      self.place = place
      self.type = type
    }

    /// What stands for something that is wrong: enough to go on and find more errors.
    static let hole = Operand(.constant(.null), .any)
  }

  typealias Subject = Operand

  init(
    tree: Tree, scope: Scope, law: Law, limits: Limits, constants: ConstantTable, functionBase: Int,
    externals: ExternalFunctions?
  ) {
    self.functionBase = functionBase
    self.externals = externals
    self.tree = tree
    self.scope = scope
    self.law = law
    self.limits = limits
    self.constants = constants
    budget = 8 * tree.nodes.count + 64
  }

  var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Emits the only root as an expression.
  mutating func emitExpression(subject: Subject?) {
    self.subject = subject.map { opened($0) }
    guard let root = tree.roots.first else { return report("SYNTAX", Span(0, 0), "there is no expression") }
    let target = allocate(span(root))
    resultType = isTest(root) ? emitTest(root, into: target) : emit(root, into: target)
    emit(Instruction(.end, a: target), span(root))
  }

  /// Emits the roots as unary tests of which one must hold.
  mutating func emitTests(_ subject: Subject) {
    guard let root = tree.roots.first else { return report("SYNTAX", Span(0, 0), "there is no test") }
    self.subject = opened(subject)
    let target = allocate(span(root))
    emitAnyTest(tree.roots, into: target)
    resultType = .boolean
    emit(Instruction(.end, a: target), span(root))
  }

  /// The subject in a register, counted among what is read.
  private mutating func opened(_ subject: Subject) -> Subject {
    guard case .slot(let slot) = subject.place else { return subject }
    read(slot)
    return subject
  }

  // MARK: Nodes

  /// Emits a node so that its value is in `target`.
  mutating func emit(_ id: NodeID, into target: Int) -> FeelType {
    let value = operand(id, preferring: target)
    move(value, into: target, span(id))
    return value.type
  }

  /// Emits a node and tells where its value is; what is computed is put in `target`, or in a new register.
  mutating func operand(_ id: NodeID, preferring target: Int? = nil) -> Operand {
    if let value = hoisted[id] { return value }
    guard tree.nodes.indices.contains(Int(id.index)), budget > 0 else {
      report("SYNTAX", Span(0, 0), "the tree of the expression is broken")
      return .hole
    }
    budget -= 1
    depth += 1
    defer { depth -= 1 }
    guard depth <= max(1, limits.depth) + 1 else {
      reportDepth(span(id))
      return .hole
    }
    switch tree[id] {
    case .literal(let value): return Operand(.constant(value), FeelType(of: value))
    case .name(let name): return emitName(name, id, target)
    case .subject: return emitSubject(id)
    case .path(let base, let key): return emitPath(base, key, id, target)
    case .negate(let value): return emitNegation(value, id, target)
    case .binary(let operation, let left, let right): return emitBinary(operation, left, right, id, target)
    case .and: return emitConnective(id, isAnd: true, target)
    case .or: return emitConnective(id, isAnd: false, target)
    case .compare(let operation, let left, let right): return emitComparison(operation, left, right, id, target)
    case .between(let value, let least, let most): return emitBetween(value, least, most, id, target)
    case .within(let value, let tests): return emitWithin(value, tests, id, target)
    case .test, .testAny, .testNot: return emitMisplacedTest(id, target)
    case .range(let start, let startIncluded, let end, let endIncluded):
      return emitRange(start, startIncluded, end, endIncluded, id, target)
    case .rangeBy(let operation, let value): return emitRange(by: operation, value, id, target)
    case .list(let items): return emitList(items, id, target)
    case .context(let entries): return emitContext(entries, id, target)
    case .choose(let condition, let then, let otherwise): return emitChoice(condition, then, otherwise, id, target)
    case .filter(let list, let condition): return emitFilter(list, condition, id, target)
    case .quantified(let quantifier, let iterations, let body):
      return emitQuantified(quantifier, iterations, body, id, target)
    case .loop(let iterations, let body): return emitFor(iterations, body, id, target)
    case .call(let function, let arguments, let names): return emitCall(function, arguments, names, id, target)
    case .function: return emitFunction(id, named: nil, target)
    case .instanceOf(let value, let type): return emitInstance(value, type, id, target)
    case .table(let table): return emitTable(table, id, target)
    case .coerce(let value, let item, let type): return emitCoercion(value, item, type, id, target)
    case .strict(let condition): return operand(condition, preferring: target)
    case .failure(let message): return emitFailure(message, span(id), target)
    }
  }

  /// Goes one level deeper for what is no operand, or more than one; tells if there is room.
  mutating func enterPart(_ span: Span) -> Bool {
    depth += 1
    budget -= 1
    if depth <= max(1, limits.depth) + 1, budget > 0 { return true }
    reportDepth(span)
    depth -= 1
    return false
  }

  mutating func leavePart() { depth -= 1 }

  private mutating func reportDepth(_ span: Span) {
    if diagnostics.contains(where: { $0.code == "DEPTH" }) { return }
    report("DEPTH", span, "the expression nests deeper than \(limits.depth)", fix: "divide it over several")
  }

  func span(_ id: NodeID) -> Span {
    tree.spans.indices.contains(Int(id.index)) ? tree.spans[Int(id.index)] : Span(0, 0)
  }

  // MARK: Instructions

  mutating func emit(_ instruction: Instruction, _ span: Span) {
    code.append(instruction)
    spans.append(span)
  }

  /// Emits a jump whose length is set by `land(_:)`.
  mutating func emitJump(_ operation: Operation, _ register: Int = 0, _ span: Span) -> Int {
    emit(Instruction(operation, a: register, wide: 0), span)
    return code.count - 1
  }

  /// Lets a jump lead to what is emitted next.
  mutating func land(_ jump: Int) { code[jump].wide = code.count - jump - 1 }

  /// Emits a jump back to a place in the code.
  mutating func emitJump(backTo place: Int, _ span: Span) {
    emit(Instruction(.jump, wide: place - code.count - 1), span)
  }

  /// Puts a value where it is wanted.
  mutating func move(_ operand: Operand, into target: Int, _ span: Span) {
    switch operand.place {
    case .register(let register):
      if register != target { emit(Instruction(.move, a: target, b: register), span) }
    case .slot(let slot): emit(Instruction(.slot, a: target, b: slot), span)
    case .constant(let value): emit(Instruction(.constant, a: target, wide: constants.place(of: value)), span)
    }
  }

  /// The register that holds an operand, loaded if need be.
  mutating func register(of operand: Operand, _ span: Span) -> Int {
    if case .register(let register) = operand.place { return register }
    let register = allocate(span)
    move(operand, into: register, span)
    return register
  }

  /// The place of a constant, if it fits a narrow operand.
  mutating func narrowPlace(of value: Value) -> Int? {
    let place = constants.place(of: value)
    return place < Instruction.none ? place : nil
  }

  // MARK: Registers

  /// A register that is free until the mark is restored.
  mutating func allocate(_ span: Span) -> Int { allocate(1, span) }

  /// The first of `count` neighbouring registers.
  mutating func allocate(_ count: Int, _ span: Span) -> Int {
    guard freeRegister + count < Instruction.none else {
      if !diagnostics.contains(where: { $0.code == "LIMIT" }) {
        report("LIMIT", span, "the expression is too large", fix: "divide it over several")
      }
      return 0
    }
    freeRegister += count
    registerCount = max(registerCount, freeRegister)
    return freeRegister - count
  }

  /// Runs a piece of emission and frees the registers that it took.
  mutating func freeing<Result>(_ body: (inout Emitter) -> Result) -> Result {
    let mark = freeRegister
    let result = body(&self)
    freeRegister = mark
    return result
  }

  /// Counts a slot among those that are read.
  mutating func read(_ slot: Int) {
    let index = reads.firstIndex { $0 >= slot } ?? reads.count
    if index == reads.count || reads[index] != slot { reads.insert(slot, at: index) }
  }

  // MARK: Findings

  mutating func report(
    _ code: Text, _ span: Span, _ message: Text, fix: Text? = nil, origins: [Diagnostic.Origin] = [],
    _ severity: Diagnostic.Severity = .error
  ) {
    guard diagnostics.count < 100 else { return }
    diagnostics.append(Diagnostic(severity, code, span, message, fix: fix, origins: origins))
  }

  /// Reports what makes a value null: an error in our law, a warning in DMN's, which calls for null.
  mutating func reportNull(
    _ code: Text, _ span: Span, _ message: Text, fix: Text? = nil, origins: [Diagnostic.Origin] = []
  ) {
    report(code, span, message, fix: fix, origins: origins, law == .sales ? .error : .warning)
  }

  /// What a node is, for a finding about what does not fit it: names say that they are declared so.
  func origin(_ id: NodeID, _ type: FeelType) -> Diagnostic.Origin {
    if tree.nodes.indices.contains(Int(id.index)), case .name(let name) = tree[id], type.kind != 0 {
      return Diagnostic.Origin(span(id), "`\(name)` is \(type.wording)")
    }
    let text = tree.text(of: id)
    let isShort = !text.isEmpty && text.bytes.count <= 40 && !text.bytes.contains(0x0A)
    return Diagnostic.Origin(span(id), (isShort ? "`" + text + "` is " : "this is ") + type.wording)
  }

  /// What stands for something that is null by its nature, with a note when it runs.
  mutating func emitFailure(_ message: Text, _ span: Span, _ target: Int?, unknown: Bool = false) -> Operand {
    let register = target ?? allocate(span)
    emit(
      Instruction(.fail, mode: unknown ? 1 : 0, a: register, wide: constants.place(of: .string(message))), span)
    return Operand(.register(register), .any)
  }
}
