extension Emitter {
  /// A scope that the text itself opens.
  enum Frame {
    /// A variable of a loop, an entry of a context: a name in a register.
    case variable(Text, register: Int, FeelType)
    /// The items of a filter: their entries stand by themselves, and `item` is the item.
    case item(register: Int, FeelType, isRead: Bool)
    /// The results of a `for` so far, called `partial`.
    case results(register: Int)
  }

  static let partial: Text = "partial"

  /// What a name means where it stands.
  private enum Meaning {
    case value(Operand)
    case namespace([Scope.Variable], hint: Text)
    case builtin(Builtin)
    case results(register: Int)
    case undefined
    /// An entry that the items of a filter are known to have.
    case entry(item: Int, FeelType)
  }

  /// Finds a name from the innermost scope outwards. Items of which the entries are not known beforehand are asked
  /// first when the code runs; they are given innermost first.
  private mutating func resolve(_ name: Text) -> (meaning: Meaning, asked: [Int]) {
    var asked: [Int] = []
    for index in frames.indices.reversed() {
      switch frames[index] {
      case .variable(let variable, let register, let type):
        if variable.hasSameBytes(as: name) { return (.value(Operand(.register(register), type)), asked) }
      case .results(let register):
        if name.hasSameBytes(as: Self.partial) { return (.results(register: register), asked) }
      case .item(let register, let type, _):
        let isContext: Bool
        if case .context = type { isContext = true } else { isContext = false }
        if isContext, let entry = type.member(name) {
          frames[index] = .item(register: register, type, isRead: true)
          return (.entry(item: register, entry), asked)
        }
        if type.kind == 0 {
          frames[index] = .item(register: register, type, isRead: true)
          asked.append(register)
        }
        if name.hasSameBytes(as: "item") {
          frames[index] = .item(register: register, type, isRead: true)
          return (.value(Operand(.register(register), type)), asked)
        }
      }
    }
    if let variable = scope.variables.first(where: { $0.name.hasSameBytes(as: name) }) {
      switch variable.meaning {
      case .slot(let slot, let type): return (.value(Operand(.slot(slot), type)), asked)
      case .namespace(let members, let hint): return (.namespace(members, hint: hint), asked)
      }
    }
    if let builtin = Builtin(named: name) { return (.builtin(builtin), asked) }
    return (.undefined, asked)
  }

  mutating func emitName(_ name: Text, _ id: NodeID, _ target: Int?) -> Operand {
    let (meaning, asked) = resolve(name)
    guard !asked.isEmpty else { return emitMeaning(meaning, name, id, target) }
    let register = target ?? allocate(span(id))
    let found = asked.compactMap { emitEntry(name, of: $0, into: register, span(id)) }
    if case .undefined = meaning {
      // An item may still have it; one that has not leaves it missing.
      move(Operand(.constant(law == .sales ? .unknown : .null), .any), into: register, span(id))
    } else {
      move(emitMeaning(meaning, name, id, register), into: register, span(id))
    }
    for jump in found { land(jump) }
    return Operand(.register(register), .any)
  }

  /// Emits the look into an item; the jump is taken if the item has the entry.
  private mutating func emitEntry(_ name: Text, of item: Int, into target: Int, _ span: Span) -> Int? {
    guard let key = narrowPlace(of: .string(name)) else {
      report("LIMIT", span, "the program has too many constants")
      return nil
    }
    emit(Instruction(.itemEntry, a: target, b: item, c: key), span)
    // Taken if the entry is not there: over the jump that follows.
    emit(Instruction(.jump, wide: 1), span)
    return emitJump(.jump, 0, span)
  }

  private mutating func emitMeaning(_ meaning: Meaning, _ name: Text, _ id: NodeID, _ target: Int?) -> Operand {
    switch meaning {
    case .value(let operand):
      if case .slot(let slot) = operand.place { read(slot) }
      return operand
    case .results(let list):
      let register = target ?? allocate(span(id))
      emit(Instruction(.partial, a: register, b: list), span(id))
      return Operand(.register(register), .list(.any))
    case .entry(let item, let type):
      return emitPath(Operand(.register(item), .any), name, type, span(id), target)
    case .builtin(let builtin):
      if builtin.readsClock { readsClock = true }
      let function = FunctionValue(builtin: builtin.index)
      return Operand(.constant(.function(function)), function.type)
    case .namespace(_, let hint):
      reportNull("NAMESPACE", span(id), "`\(name)` is no value by itself", fix: hint)
      return emitFailure("`\(name)` is no value by itself", span(id), target)
    case .undefined: return emitUndefined(name, span(id), among: visibleNames, target)
    }
  }

  /// Reports a name that nothing has; its value is null.
  private mutating func emitUndefined(_ name: Text, _ span: Span, among names: [Text], _ target: Int?) -> Operand {
    let fix: Text? = suggestions(for: name, among: names).map { "did you mean `\($0)`?" }
    reportNull("UNDEFINED", span, "`\(name)` is not defined", fix: fix)
    return emitFailure("`\(name)` is not defined", span, target)
  }

  /// All names that may be used where the code stands.
  var visibleNames: [Text] {
    var names: [Text] = []
    for frame in frames.reversed() {
      switch frame {
      case .variable(let name, _, _): names.append(name)
      case .item(_, let type, _): names += type.memberNames
      case .results: names.append(Self.partial)
      }
    }
    return names + scope.variables.map { $0.name } + Builtin.names
  }

  /// `base.key`: a member of a namespace, or an entry of a value.
  mutating func emitPath(_ base: NodeID, _ key: Text, _ id: NodeID, _ target: Int?) -> Operand {
    if let (name, members) = namespace(base) {
      return emitMember(key, of: members, name, id, target)
    }
    return emitPath(after: base, key, id, target)
  }

  private mutating func emitPath(after base: NodeID, _ key: Text, _ id: NodeID, _ target: Int?) -> Operand {
    let value = operand(base)
    guard let type = value.type.member(key) else {
      let fix: Text? = suggestions(for: key, among: value.type.memberNames).map { "did you mean `\($0)`?" }
      reportNull("UNDEFINED", span(id), "\(value.type.wording) has no `\(key)` here", fix: fix)
      return emitPath(value, key, .any, span(id), target)
    }
    return emitPath(value, key, type, span(id), target)
  }

  private mutating func emitPath(
    _ base: Operand, _ key: Text, _ type: FeelType, _ span: Span, _ target: Int?
  ) -> Operand {
    let result = target ?? allocate(span)
    let register = register(of: base, span)
    guard let place = narrowPlace(of: .string(key)) else {
      report("LIMIT", span, "the program has too many constants")
      return .hole
    }
    emit(Instruction(.path, a: result, b: register, c: place), span)
    return Operand(.register(result), type)
  }

  /// The members of a namespace and its name, if the node names one.
  ///
  /// Inside a filter over items of unknown form a namespace comes before an entry of that name.
  private mutating func namespace(_ id: NodeID) -> (Text, [Scope.Variable])? {
    guard tree.nodes.indices.contains(Int(id.index)) else { return nil }
    var keys: [Text] = []
    var current = id
    while case .path(let base, let key) = tree[current], keys.count <= limits.depth {
      keys.append(key)
      current = base
      if !tree.nodes.indices.contains(Int(current.index)) { return nil }
    }
    guard case .name(let name) = tree[current], isFree(name), case .namespace(var members, _) = scope[name]?.meaning
    else { return nil }
    var path = name
    for key in keys.reversed() {
      guard let member = members.first(where: { $0.name.hasSameBytes(as: key) }),
        case .namespace(let nested, _) = member.meaning
      else { return nil }
      members = nested
      path = "\(path).\(key)"
    }
    return (path, members)
  }

  /// Whether no scope of the text itself certainly gives the name another meaning.
  private func isFree(_ name: Text) -> Bool {
    for frame in frames {
      switch frame {
      case .variable(let variable, _, _): if variable.hasSameBytes(as: name) { return false }
      case .results: if name.hasSameBytes(as: Self.partial) { return false }
      case .item(_, .context(let entries), _): if entries.contains(where: { $0.name == name }) { return false }
      case .item: break
      }
    }
    return true
  }

  private mutating func emitMember(
    _ key: Text, of members: [Scope.Variable], _ name: Text, _ id: NodeID, _ target: Int?
  ) -> Operand {
    switch members.first(where: { $0.name.hasSameBytes(as: key) })?.meaning {
    case .slot(let slot, let type):
      read(slot)
      return Operand(.slot(slot), type)
    case .namespace(_, let hint):
      reportNull("NAMESPACE", span(id), "`\(name).\(key)` is no value by itself", fix: hint)
      return emitFailure("`\(name).\(key)` is no value by itself", span(id), target)
    case nil:
      let names = members.map { $0.name }
      let fix: Text? =
        suggestions(for: key, among: names).map { "did you mean `\(name).\($0)`?" }
        ?? (names.isEmpty || names.count > 8 ? nil : Text("it has " + names.map { $0.string }.joined(separator: ", ")))
      reportNull("UNDEFINED", span(id), "`\(name)` has no `\(key)`", fix: fix)
      return emitFailure("`\(name)` has no `\(key)`", span(id), target)
    }
  }

  /// What is called: a built-in, unless something that may be a function hides it; else nil.
  ///
  /// A date of the record called `date` does not keep anybody from calling `date("2026-01-01")`.
  func builtin(_ function: NodeID) -> Builtin? {
    guard tree.nodes.indices.contains(Int(function.index)), case .name(let name) = tree[function] else { return nil }
    for frame in frames {
      switch frame {
      case .variable(let variable, _, let type):
        if !type.isNone(of: .anyFunction), variable.hasSameBytes(as: name) { return nil }
      case .item(_, .context(let entries), _):
        if entries.contains(where: { $0.name == name && $0.type.kind == FeelType.anyFunction.kind }) { return nil }
      case .item, .results: break
      }
    }
    if case .slot(_, .function) = scope[name]?.meaning { return nil }
    return Builtin(named: name)
  }

  /// Whether nothing has that name, certainly.
  func isUndefined(_ name: Text) -> Bool {
    for frame in frames {
      switch frame {
      case .variable(let variable, _, _): if variable.hasSameBytes(as: name) { return false }
      case .results: if name.hasSameBytes(as: Self.partial) { return false }
      case .item(_, let type, _): if type.kind == 0 || type.member(name) != nil || name == "item" { return false }
      }
    }
    return scope[name] == nil && Builtin(named: name) == nil
  }

  mutating func emitSubject(_ id: NodeID) -> Operand {
    guard let subject else {
      reportNull("UNDEFINED", span(id), "`?` stands in unary tests only")
      return .hole
    }
    return subject
  }
}
