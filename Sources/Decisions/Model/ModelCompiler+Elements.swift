import FEEL

extension ModelCompiler {
  /// Compiles all elements, each after what it requires.
  func compile() {
    link()
    defineTypes()
    nameWhatIsKnown()
    for slot in elements.indices {
      let element = elements[slot]
      switch element.source.kind {
      case .inputDatum, .decision:
        elements[slot].item = element.source.type.flatMap { item($0, element.module, element.source.name) }
        if let item = elements[slot].item { elements[slot].type = feelType(item) }
      case .knowledgeModel: elements[slot].type = .anyFunction
      case .service:
        elements[slot].item = element.source.type.flatMap { item($0, element.module, element.source.name) }
        elements[slot].type = .anyFunction
      }
    }
    for slot in elements.indices {
      if case .knowledgeModel(let function?) = elements[slot].source.kind { compile(function, slot) }
    }
    for slot in order {
      if case .decision(let box?) = elements[slot].source.kind { compile(box, slot) }
    }
  }

  /// The names that all texts of a document know: types, and entries of contexts that have several parts.
  private func nameWhatIsKnown() {
    var members: Set<Text> = []
    for item in builder.items {
      if case .context(let entries) = item.form { members.formUnion(entries.map { $0.name }) }
    }
    for document in documents {
      for element in document.elements {
        if case .decision(let box?) = element.kind { box.gatherNames(into: &members) }
        if case .knowledgeModel(let function?) = element.kind { function.body?.gatherNames(into: &members) }
      }
    }
    let parted = members.filter { !$0.isOneWord }.sorted()
    for module in documents.indices {
      var types: [Scope.NamedType] = []
      appendTypes(of: module, "", into: &types, depth: 0)
      baseTypes.append(types)
      var names = NameSet.builtins
      for type in types { names.add(type: type.name) }
      for member in parted { names.add(member: member) }
      baseNames.append(names)
    }
  }

  private func appendTypes(of module: Int, _ prefix: Text, into types: inout [Scope.NamedType], depth: Int) {
    for definition in documents[module].types {
      guard let place = typePlaces[module][definition.name], types.count < 10_000 else { continue }
      types.append(Scope.NamedType(prefix + definition.name, feelType(place)))
    }
    guard depth < 2 else { return }
    for (name, target) in imports[module] {
      appendTypes(of: target, name.isEmpty ? prefix : prefix + name + ".", into: &types, depth: depth + 1)
    }
  }

  // MARK: Logic

  private func compile(_ box: BoxedExpression, _ slot: Int) {
    let scope = scope(of: slot)
    var lowering = lowering(of: slot, scope)
    var root = lowering.lower(box)
    if let item = elements[slot].item { root = lowering.coerced(root, item) }
    finish(&lowering, root, slot, scope)
  }

  private func compile(_ function: BoxedFunction, _ slot: Int) {
    let scope = scope(of: slot)
    var lowering = lowering(of: slot, scope)
    let root = lowering.lower(function, type: elements[slot].source.type)
    finish(&lowering, root, slot, scope)
    elements[slot].parameters = function.parameters.map { $0.name }
    compileCall(slot)
  }

  /// A call of a business knowledge model from outside, for those who invoke it by itself.
  private func compileCall(_ slot: Int) {
    var variables = [Scope.Variable("f", .slot(slot, .anyFunction))]
    var tree = Tree(source: "")
    let span = Span(0, 0)
    var arguments: [NodeID] = []
    for index in elements[slot].parameters.indices {
      let name: Text = "p\(index)"
      variables.append(Scope.Variable(name, .slot(builder.subjectSlot + 1 + index, .any)))
      arguments.append(tree.add(.name(name), span))
    }
    let function = tree.add(.name("f"), span)
    tree.roots = [tree.add(.call(function, arguments: arguments, names: []), span)]
    elements[slot].call = builder.tree(tree, scope: Scope(variables)).entry
  }

  private func lowering(of slot: Int, _ scope: Scope) -> BoxedLowering {
    current = slot
    let element = elements[slot]
    var names = baseNames[element.module]
    for variable in scope.variables { names.add(variable: variable) }
    return BoxedLowering(self, element: slot, module: element.module, node: element.source.name, names: names)
  }

  private func finish(_ lowering: inout BoxedLowering, _ root: NodeID, _ slot: Int, _ scope: Scope) {
    lowering.tree.roots = [root]
    let tree = lowering.finish()
    let compiled = builder.tree(tree, scope: scope)
    elements[slot].entry = compiled.entry
    if elements[slot].item == nil, case .decision = elements[slot].source.kind, compiled.type.isTelling {
      elements[slot].type = compiled.type
    }
    tell(compiled.diagnostics, module: elements[slot].module, node: elements[slot].source.name)
    current = nil
  }

  /// Tells what the compiler has to say about texts of the model.
  func tell(_ diagnostics: [Diagnostic], module: Int, node: Text?) {
    for diagnostic in diagnostics {
      let piece = pieces.piece(at: diagnostic.span.start)
      let place = piece.map { $0.text.place(at: Int(diagnostic.span.start - $0.start)) }
      var fix = diagnostic.fix
      if diagnostic.code == "UNDEFINED", let piece {
        let start = Int(diagnostic.span.start - piece.start)
        let length = Int(diagnostic.span.end - diagnostic.span.start)
        fix = unrequired(Text(bytes: Array(piece.text.text.bytes.dropFirst(start).prefix(length))), module) ?? fix
      }
      report(
        diagnostic.severity, diagnostic.code, module: module, node: node, place ?? SourcePlace(line: 1, column: 1),
        diagnostic.told, fix: fix)
    }
  }

  /// What to do about a name that is not known where it stands, if it is the model's all the same.
  private func unrequired(_ name: Text, _ module: Int) -> Text? {
    if let element = elements.first(where: { $0.module == module && $0.source.name == name }) {
      let (kind, requirement): (Text, Text) =
        switch element.source.kind {
        case .inputDatum: ("an input of the model", "informationRequirement")
        case .decision: ("a decision of the model", "informationRequirement")
        case .knowledgeModel: ("a business knowledge model", "knowledgeRequirement")
        case .service: ("a decision service", "knowledgeRequirement")
        }
      return "`\(name)` is \(kind); add an <\(requirement)> for it"
    }
    guard imports[module].contains(where: { $0.name == name }) else { return nil }
    return "`\(name)` is an import; add a requirement for what is used of it"
  }
}

extension FeelType {
  /// Whether it tells more than which operators fit: what a path may take, or that it can be called.
  fileprivate var isTelling: Bool {
    if case .function = self { true } else { hasEntries }
  }
}

extension [ModelCompiler.Piece] {
  /// The text that a byte of all texts belongs to.
  func piece(at offset: Int32) -> ModelCompiler.Piece? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].start <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? self[low - 1] : nil
  }
}

extension FeelType {
  /// Whether its values have entries that names of several parts may stand for.
  fileprivate var hasEntries: Bool {
    switch self {
    case .context: true
    case .list(let item): item.hasEntries
    default: false
    }
  }
}

extension Text {
  /// Whether it is a name that needs no declaration to be read as one.
  fileprivate var isOneWord: Bool { Lexer.tokens(of: self).count <= 2 }
}

extension BoxedExpression {
  /// The names of entries, columns and outputs in the boxes.
  fileprivate func gatherNames(into names: inout Set<Text>) {
    switch form {
    case .literal, .failure: break
    case .context(let entries):
      for entry in entries {
        if let variable = entry.variable { names.insert(variable.name) }
        entry.value.gatherNames(into: &names)
      }
    case .table(let table): names.formUnion(table.outputs.compactMap { $0.name })
    case .relation(let columns, let rows):
      names.formUnion(columns.map { $0.name })
      for cell in rows.joined() { cell.gatherNames(into: &names) }
    case .list(let items): for item in items { item.gatherNames(into: &names) }
    case .function(let function): function.body?.gatherNames(into: &names)
    case .invocation(let callee, let bindings):
      callee.gatherNames(into: &names)
      for binding in bindings { binding.argument.gatherNames(into: &names) }
    case .conditional(let a, let b, let c): for part in [a, b, c] { part.gatherNames(into: &names) }
    case .filter(let a, let b), .loop(_, let a, let b), .quantified(_, _, let a, let b):
      for part in [a, b] { part.gatherNames(into: &names) }
    }
  }
}
