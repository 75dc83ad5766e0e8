/// What the parts of an expression came to, for whoever asks why.
///
/// Only what matters is told: names, and what was computed; of an `if` the way that was taken; of loops and filters the
/// first items.
public struct ExpressionExplanation: Sendable {
  /// One part: what is written, what it came to, and why that is null.
  public struct Part: Sendable {
    /// Which item or argument it is, if that is to be said (`item 2`, `key amount`).
    public var label: Text?
    /// As it is written, on one line.
    public var text: Text
    /// What it came to.
    public var value: Value
    /// The failures that happened in it and in none of its parts.
    public var reasons: [Text]
    /// What it consists of, in the order of the text.
    public var parts: [Part]

    fileprivate func tells(_ reason: Text) -> Bool { reasons.contains(reason) || parts.contains { $0.tells(reason) } }
  }

  /// The whole, and what it was computed from.
  public let part: Part
  /// Whether there was too much to tell.
  public let isCut: Bool
}

extension ContextExpression {
  /// What its parts came to; nil if it can't be evaluated.
  public func explanation(clock: Clock) -> ExpressionExplanation? {
    guard isUsable, let root = expression.compiled.tree.roots.first else { return nil }
    var explainer = Explainer(of: self, clock: clock)
    let names = Explainer.Names(variables: scope.variables, slots: slots, subject: subject)
    if expression.compiled.tree.roots.count == 1, subject == nil {
      guard let part = explainer.part(root, nil, names) else { return nil }
      return ExpressionExplanation(part: part, isCut: explainer.isCut)
    }
    let (value, notes) = evaluate(clock: clock)
    let parts = expression.compiled.tree.roots.compactMap { explainer.part($0, nil, names) }
    let whole = ExpressionExplanation.Part(
      label: nil, text: Explainer.line(source), value: value,
      reasons: parts.isEmpty ? notes.map { $0.message } : [], parts: parts)
    return ExpressionExplanation(part: whole, isCut: explainer.isCut)
  }
}

/// Evaluates the parts of a tree one by one.
private struct Explainer {
  /// The names in scope at a place, innermost first, and their values.
  struct Names {
    var variables: [Scope.Variable]
    var slots: [Value]
    var subject: Int?
    /// Names whose values the label of a part tells already.
    var told: [Text] = []

    /// Adds a name in front of those of outer scopes.
    mutating func add(_ name: Text, _ value: Value) {
      variables.insert(Scope.Variable(name, .slot(slots.count, .any)), at: 0)
      slots.append(value)
    }
  }

  typealias Part = ExpressionExplanation.Part

  private let tree: Tree
  private let limits: Limits
  private let clock: Clock
  /// Holds all parts, so that a function that one part came to can be called by a later one.
  private var builder: ProgramBuilder
  /// The programs, of the parts so far, that functions came from.
  private var programs: [Program] = []
  /// How many more parts are told.
  private var budget = 200
  private(set) var isCut = false

  /// How many items of a loop are told.
  private static let mostItems = 3

  init(of expression: ContextExpression, clock: Clock) {
    tree = expression.expression.compiled.tree
    limits = expression.limits
    builder = ProgramBuilder(law: expression.law, limits: expression.limits)
    self.clock = clock
  }

  /// A part with its parts; nil if there is nothing to tell of it.
  mutating func part(_ id: NodeID, _ label: Text?, _ names: Names) -> Part? {
    if isPlain(id) { return nil }
    if label == nil, case .name(let name) = tree[id], names.told.contains(name) { return nil }
    guard budget > 0 else {
      isCut = true
      return nil
    }
    budget -= 1
    guard let (value, notes) = evaluate(id, names) else { return nil }
    var part = Part(label: label, text: Self.line(tree.text(of: id)), value: value, reasons: [], parts: [])
    part.parts = parts(of: id, names)
    let inner = children(of: id).filter { !isPlain($0) }.map { tree.span(of: $0) }
    for note in notes where !inner.contains(where: { $0.start <= note.span.start && note.span.end <= $0.end }) {
      // What happened in a function's body is told by the part that called it.
      if !part.tells(note.message) { part.reasons.append(note.message) }
    }
    return part
  }

  /// The value of one node for the given names, with the failures.
  private mutating func evaluate(_ id: NodeID, _ names: Names) -> (value: Value, notes: [Machine.Note])? {
    let compiled = builder.node(id, of: tree, subject: names.subject, scope: Scope(names.variables))
    guard let entry = compiled.entry else { return nil }
    var machine = Machine(builder.finish(), slots: 0, limits: limits)
    machine.extended = programs
    machine.slots = names.slots
    let value = machine.run(entry, clock: clock)
    if Self.holdsFunction(value) { programs.append(machine.program) }
    return (value, machine.notes)
  }

  private static func holdsFunction(_ value: Value) -> Bool {
    switch value {
    case .function: true
    case .list(let items): items.contains(where: holdsFunction)
    case .uncertainList(let list): list.items.contains(where: holdsFunction)
    case .context(let context): context.values.contains(where: holdsFunction)
    default: false
    }
  }

  /// Whether it says all there is to say about itself.
  private func isPlain(_ id: NodeID) -> Bool {
    switch tree[id] {
    case .literal, .testAny, .function: true
    case .negate(let operand), .test(_, let operand), .rangeBy(_, let operand): isPlain(operand)
    case .list(let items), .testNot(let items): items.allSatisfy { isPlain($0) }
    case .context(let entries): entries.allSatisfy { isPlain($0.value) }
    case .range(let start, _, let end, _): (start.map { isPlain($0) } ?? true) && (end.map { isPlain($0) } ?? true)
    default: false
    }
  }

  // MARK: The parts of a part

  private mutating func parts(of id: NodeID, _ names: Names) -> [Part] {
    switch tree[id] {
    case .choose(let condition, let then, let otherwise):
      let isTrue = evaluate(condition, names)?.value.isIdentical(to: .boolean(true)) ?? false
      return parts([condition, isTrue ? then : otherwise], names)
    case .path(let base, _): return pathParts(base, names)
    case .within(let value, let tests):
      var inner = names
      inner.subject = inner.slots.count
      inner.slots.append(evaluate(value, names)?.value ?? .null)
      return parts([value], names) + parts(tests, inner)
    case .context(let entries):
      var inner = names
      var parts: [Part] = []
      for entry in entries {
        if let part = part(entry.value, entry.key, inner) { parts.append(part) }
        inner.add(entry.key, evaluate(entry.value, inner)?.value ?? .null)
      }
      return parts
    case .filter(let list, let condition): return filterParts(list, condition, names)
    case .quantified(_, let iterations, let body), .loop(let iterations, let body):
      return loopParts(iterations[...], body, nil, names)
    case .call(let function, let arguments, let argumentNames):
      var parts: [Part] = []
      if case .name = tree[function] {} else { parts = self.parts([function], names) }
      for (place, argument) in arguments.enumerated() {
        if let part = part(argument, place < argumentNames.count ? argumentNames[place] : nil, names) {
          parts.append(part)
        }
      }
      return parts
    default: return parts(children(of: id), names)
    }
  }

  private mutating func parts(_ ids: [NodeID], _ names: Names) -> [Part] {
    var parts: [Part] = []
    for id in ids {
      let text = Self.line(tree.text(of: id))
      if parts.contains(where: { $0.text == text }) { continue }
      if let part = part(id, nil, names) { parts.append(part) }
    }
    return parts
  }

  /// Behind a long path of names only the outermost value matters.
  private mutating func pathParts(_ base: NodeID, _ names: Names) -> [Part] {
    var start = base
    while case .path(let next, _) = tree[start] { start = next }
    return parts([start], names)
  }

  private mutating func filterParts(_ list: NodeID, _ condition: NodeID, _ names: Names) -> [Part] {
    var parts = self.parts([list], names)
    if isPlain(condition) { return parts }
    let items = Self.items(evaluate(list, names)?.value ?? .null)
    for (place, item) in items.prefix(Self.mostItems).enumerated() {
      var inner = names
      inner.add("item", item)
      if case .context(let context) = item {
        for (key, value) in zip(context.shape.keys, context.values) { inner.add(key, value) }
      }
      if let part = part(condition, Text("item \(place + 1)"), inner) { parts.append(part) }
    }
    if items.count > Self.mostItems { isCut = true }
    return parts
  }

  private mutating func loopParts(
    _ iterations: ArraySlice<Iteration>, _ body: NodeID, _ label: Text?, _ names: Names
  ) -> [Part] {
    guard let iteration = iterations.first else { return part(body, label, names).map { [$0] } ?? [] }
    var parts = self.parts([iteration.domain] + (iteration.end.map { [$0] } ?? []), names)
    let items = domain(iteration, names)
    for item in items.prefix(Self.mostItems) {
      var inner = names
      inner.add(iteration.name, item)
      inner.told.append(iteration.name)
      let shown = iteration.name + " = " + ValueText.shown(item, limit: 40)
      parts += loopParts(iterations.dropFirst(), body, label.map { $0 + ", " + shown } ?? shown, inner)
    }
    if items.count > Self.mostItems { isCut = true }
    return parts
  }

  /// What a loop goes over, as far as it is told.
  private mutating func domain(_ iteration: Iteration, _ names: Names) -> [Value] {
    guard let value = evaluate(iteration.domain, names)?.value else { return [] }
    var range = value
    if let end = iteration.end {
      range = Construction.range(value, true, evaluate(end, names)?.value ?? .null, true)
    }
    guard case .range(let ends) = range else { return Self.items(value) }
    guard case .range(let stretch)? = Construction.stretch(ends, descending: iteration.end != nil) else { return [] }
    return (0...Int64(Self.mostItems)).compactMap { Construction.item(stretch, at: $0) }
  }

  private static func items(_ value: Value) -> [Value] {
    switch value {
    case .list(let items): items
    case .uncertainList(let list): list.items
    case .null, .unknown: []
    default: [value]
    }
  }

  private func children(of id: NodeID) -> [NodeID] {
    switch tree[id] {
    case .path(let a, _), .negate(let a), .test(_, let a), .rangeBy(_, let a), .instanceOf(let a, _): [a]
    case .binary(_, let a, let b), .and(let a, let b), .or(let a, let b), .compare(_, let a, let b),
      .filter(let a, let b):
      [a, b]
    case .between(let a, let b, let c), .choose(let a, let b, let c): [a, b, c]
    case .within(let a, let tests): [a] + tests
    case .testNot(let items), .list(let items): items
    case .range(let a, _, let b, _): [a, b].compactMap { $0 }
    case .context(let entries): entries.map { $0.value }
    case .quantified(_, let iterations, let body), .loop(let iterations, let body):
      iterations.flatMap { [$0.domain, $0.end].compactMap { $0 } } + [body]
    case .call(let function, let arguments, _): [function] + arguments
    default: []
    }
  }

  /// A source text on one line, without the blanks that only break lines.
  static func line(_ text: Text) -> Text {
    var bytes: [UInt8] = []
    var isBlank = false
    for byte in text.bytes {
      if byte == 0x0A || byte == 0x0D || byte == 0x09 || byte == 0x20 && isBlank {
        isBlank = true
        continue
      }
      if isBlank, !bytes.isEmpty, byte != 0x20 { bytes.append(0x20) }
      isBlank = false
      bytes.append(byte)
    }
    return Text(bytes: bytes)
  }
}
