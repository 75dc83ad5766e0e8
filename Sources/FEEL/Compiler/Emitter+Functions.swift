/// The code of a function definition: registers for the function itself, its parameters, and what it captured come first.
struct FunctionCode: Sendable {
  var code: [Instruction]
  var spans: [Span]
  var registers: Int
  var parameters: [FunctionParameter]
  var result: FeelType
  var captures: Int
}

extension Emitter {
  /// `function(a, b) body`: code of its own, called later, and a value that holds what the body sees of the registers
  /// around it.
  ///
  /// - Parameter name: the key of the context entry that the function is, by which it may call itself.
  mutating func emitFunction(_ id: NodeID, named name: Text?, _ target: Int?) -> Operand {
    guard case .function(let declared, let body, let isExternal) = tree[id] else { return .hole }
    let span = span(id)
    let parameters = declared.map { FunctionParameter(name: $0.name, type: $0.type.map { resolved($0, span) }) }
    for (place, parameter) in parameters.enumerated()
    where parameters[..<place].contains(where: { $0.name == parameter.name }) {
      reportNull("DUPLICATE", span, "the function has the parameter `\(parameter.name)` twice")
      return emitFailure("the function has the parameter `\(parameter.name)` twice", span, target)
    }
    guard parameters.count <= 255 else {
      report("LIMIT", span, "the function has more than 255 parameters", fix: "give it a list or a context")
      return .hole
    }
    if isExternal { return emitExternal(body, parameters, span, target) }
    let result = target ?? allocate(span)
    return freeing { emitter in
      let captures = emitter.captures(of: body, span)
      let first = emitter.allocate(max(captures.count, 1), span)
      for (index, capture) in captures.enumerated() {
        emitter.move(Operand(.register(capture.register), .any), into: first + index, span)
      }
      let before = emitter.functions.count
      let type = emitter.emitBody(body, name, parameters, captures.map { $0.frame }, span)
      if emitter.functions.count == before { return .hole }
      let place = emitter.functionBase + emitter.functions.count - 1
      if place >= Instruction.none { emitter.report("LIMIT", span, "the program has too many functions") }
      emitter.emit(Instruction(.closure, a: result, b: place, c: first), span)
      return Operand(.register(result), .function(parameters.map { $0.type ?? .any }, type))
    }
  }

  /// Emits the body as code of its own; gives the type of its result.
  private mutating func emitBody(
    _ body: NodeID, _ name: Text?, _ parameters: [FunctionParameter], _ captures: [Frame], _ span: Span
  ) -> FeelType {
    // A function takes more of the stack than other nodes do, and counts for two.
    guard enterPart(span) else { return .any }
    defer { leavePart() }
    let outer = (code, spans, registerCount, freeRegister, certainty, hoisted, frames, subject)
    (code, spans, registerCount, freeRegister, certainty, hoisted) = ([], [], 1, 0, Instruction.none, [:])
    _ = allocate(1 + parameters.count + captures.count, span)
    subject = nil
    frames = []
    for (index, capture) in captures.enumerated() {
      frames.append(capture.moved(to: 1 + parameters.count + index))
      if case .variable(Self.subjectName, let register, let type) = frames[index] {
        subject = Operand(.register(register), type)
      }
    }
    if subject == nil, case .slot? = outer.7?.place { subject = outer.7 }
    if let name {
      frames.append(.variable(name, register: 0, .function(parameters.map { $0.type ?? .any }, .any)))
    }
    for (index, parameter) in parameters.enumerated() {
      frames.append(.variable(parameter.name, register: index + 1, parameter.type ?? .any))
    }
    let result = allocate(span)
    let type = emit(body, into: result)
    emit(Instruction(.end, a: result), span)
    functions.append(
      FunctionCode(
        code: code, spans: spans, registers: registerCount, parameters: parameters, result: type,
        captures: captures.count))
    (code, spans, registerCount, freeRegister, certainty, hoisted, frames, subject) = outer
    return type
  }

  /// The name under which a function captures the subject of the unary test that it stands in; no name is spelled so.
  private static let subjectName: Text = "?"

  /// What of the scopes around a function its body may speak of: each with the register that holds it.
  ///
  /// By name only: what a later scope hides is captured too, and does no harm.
  private mutating func captures(of body: NodeID, _ span: Span) -> [(frame: Frame, register: Int)] {
    let names = names(in: body)
    var captures: [(frame: Frame, register: Int)] = []
    for index in frames.indices {
      switch frames[index] {
      case .variable(let name, let register, _):
        if names.contains(name) { captures.append((frames[index], register)) }
      case .results(let register):
        guard names.contains(Self.partial) else { continue }
        let copy = allocate(span)
        emit(Instruction(.partial, a: copy, b: register), span)
        captures.append((.variable(Self.partial, register: copy, .list(.any)), copy))
      case .item(let register, let type, _):
        if names.isEmpty { continue }
        // Whether the body reads the item is known later only; here it counts as read.
        frames[index] = .item(register: register, type, isRead: true)
        captures.append((frames[index], register))
      }
    }
    if names.contains(Self.subjectName), let subject, case .register(let register) = subject.place {
      captures.append((.variable(Self.subjectName, register: register, subject.type), register))
    }
    return captures
  }

  /// All names that a node speaks of.
  private func names(in body: NodeID) -> Set<Text> {
    var names: Set<Text> = []
    var pending = [body]
    var visited = 0
    while let id = pending.popLast(), visited <= tree.nodes.count {
      visited += 1
      guard tree.nodes.indices.contains(Int(id.index)) else { continue }
      if case .name(let name) = tree[id] { names.insert(name) }
      if case .subject = tree[id] { names.insert(Self.subjectName) }
      pending += tree[id].children
    }
    return names
  }

  /// A function that the host knows: found when it is compiled, so its mapping is a literal.
  private mutating func emitExternal(
    _ body: NodeID, _ parameters: [FunctionParameter], _ span: Span, _ target: Int?
  ) -> Operand {
    if case .context(let mapping)? = constant(body), let host = externals?.function(mapping, parameters) {
      let function = FunctionValue(host: host, parameters: parameters)
      return Operand(.constant(.function(function)), function.type)
    }
    reportNull("EXTERNAL", span, "this external function is not known here")
    return emitFailure("this external function is not known here", span, target)
  }

  /// The value of a literal, or of a context of literals.
  private func constant(_ id: NodeID, depth: Int = 0) -> Value? {
    guard tree.nodes.indices.contains(Int(id.index)), depth < 8 else { return nil }
    switch tree[id] {
    case .literal(let value): return value
    case .context(let entries):
      var values: [Value] = []
      for entry in entries {
        guard let value = constant(entry.value, depth: depth + 1) else { return nil }
        values.append(value)
      }
      return .context(Context(shape: Shape(entries.map { $0.key }), values: values))
    default: return nil
    }
  }

  /// `value instance of type`.
  mutating func emitInstance(_ value: NodeID, _ type: FeelType, _ id: NodeID, _ target: Int?) -> Operand {
    let span = span(id)
    let result = target ?? allocate(span)
    return freeing { emitter in
      let operand = emitter.operand(value)
      if let unknown = emitter.firstUnknownName(in: type) {
        let names = emitter.scope.types.map { $0.name } + FeelType.simpleNames.map { $0.name }
        let fix: Text? = suggestions(for: unknown, among: names).map { "did you mean `\($0)`?" }
        emitter.reportNull("UNDEFINED", span, "there is no type `\(unknown)`", fix: fix)
        return emitter.emitFailure("there is no type `\(unknown)`", span, result)
      }
      let place = emitter.constants.place(of: emitter.resolved(type, span))
      if place >= Instruction.none { emitter.report("LIMIT", span, "the program has too many types") }
      let register = emitter.register(of: operand, span)
      emitter.emit(Instruction(.instance, a: result, b: register, c: place), span)
      return Operand(.register(result), .boolean)
    }
  }

  /// The type with its names looked up; a name that nothing has stands for any value, and is told.
  private mutating func resolved(_ type: FeelType, _ span: Span, depth: Int = 0) -> FeelType {
    if depth > max(1, limits.depth) { return .any }
    switch type {
    case .named(let name):
      if let known = scope.types.first(where: { $0.name == name }) {
        return resolved(known.type, span, depth: depth + 1)
      }
      reportNull("UNDEFINED", span, "there is no type `\(name)`")
      return .any
    case .list(let item): return .list(resolved(item, span, depth: depth + 1))
    case .range(let end): return .range(resolved(end, span, depth: depth + 1))
    case .context(let entries):
      return .context(entries.map { FeelType.Entry($0.name, resolved($0.type, span, depth: depth + 1)) })
    case .function(let parameters, let result):
      return .function(
        parameters.map { $0.map { resolved($0, span, depth: depth + 1) } }, resolved(result, span, depth: depth + 1))
    default: return type
    }
  }

  /// The first name in a type that no type has.
  private func firstUnknownName(in type: FeelType) -> Text? {
    var pending = [type]
    while let type = pending.popLast() {
      switch type {
      case .named(let name): if !scope.types.contains(where: { $0.name == name }) { return name }
      case .list(let part), .range(let part): pending.append(part)
      case .context(let entries): pending += entries.map { $0.type }
      case .function(let parameters, let result): pending += (parameters ?? []) + [result]
      default: break
      }
    }
    return nil
  }
}

extension Emitter.Frame {
  /// The same name for what is in another register.
  fileprivate func moved(to register: Int) -> Emitter.Frame {
    switch self {
    case .variable(let name, _, let type): .variable(name, register: register, type)
    case .item(_, let type, let isRead): .item(register: register, type, isRead: isRead)
    case .results: .results(register: register)
    }
  }
}
