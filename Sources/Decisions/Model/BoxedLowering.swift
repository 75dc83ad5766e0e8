import FEEL

/// Lowers the boxes of one element to one tree: each cell is parsed with the names that are visible in it.
struct BoxedLowering {
  let compiler: ModelCompiler
  let element: Int?
  let module: Int
  let node: Text?
  var tree = Tree(source: "")
  /// The names visible where the lowering stands.
  var names: NameSet
  /// Where the tree's own text starts among all texts of the model.
  private let base: Int
  private var depth = 0

  init(_ compiler: ModelCompiler, element: Int?, module: Int, node: Text?, names: NameSet) {
    self.compiler = compiler
    self.element = element
    self.module = module
    self.node = node
    self.names = names
    base = compiler.length
  }

  /// The tree, its spans leading into the texts of the whole model.
  mutating func finish() -> Tree {
    compiler.length = base + tree.source.bytes.count + 1
    tree.start = Int32(clamping: base)
    tree.spans = tree.spans.map { Span(base + Int($0.start), base + Int($0.end)) }
    return tree
  }

  // MARK: Texts

  /// Keeps where the text of a cell comes from.
  private func keep(_ text: PlacedText) {
    let start = base + tree.source.bytes.count + (tree.source.isEmpty ? 0 : 1)
    compiler.pieces.append(
      ModelCompiler.Piece(
        start: Int32(clamping: start), element: Int32(element ?? -1), module: Int32(module), text: text))
  }

  /// A node that no text was written for; its span leads to a place of the file.
  mutating func add(_ node: Node, _ place: SourcePlace) -> NodeID {
    keep(PlacedText("", place))
    if !tree.source.isEmpty { tree.source.bytes.append(0x0A) }
    let start = tree.source.bytes.count
    // A byte of its own keeps the place apart from that of the next text.
    tree.source.bytes.append(0x20)
    return tree.add(node, Span(start, start))
  }

  /// The expression in a cell; what can't be read is told, and null.
  mutating func expression(_ text: PlacedText) -> NodeID {
    var parser = Parser(source: text.text, names: names, limits: compiler.limits)
    let (parsed, diagnostics) = parser.parseExpression()
    if let failure = tell(diagnostics, text) { return add(.failure(failure), text.place) }
    keep(text)
    return tree.graft(parsed).first ?? add(.literal(.null), text.place)
  }

  /// The unary tests in a cell; nil, and told, if they can't be read.
  mutating func tests(_ text: PlacedText) -> [NodeID]? {
    var parser = Parser(source: text.text, names: names, limits: compiler.limits)
    let (parsed, diagnostics) = parser.parseUnaryTests()
    if tell(diagnostics, text) != nil { return nil }
    keep(text)
    return tree.graft(parsed)
  }

  /// Tells what is wrong with a text; the first error if there is one.
  private func tell(_ findings: [Diagnostic], _ text: PlacedText) -> Text? {
    let diagnostics = findings.map { $0.under(.standard) }
    for diagnostic in diagnostics {
      compiler.report(
        diagnostic.severity, diagnostic.code, module: module, node: node, text.place(at: Int(diagnostic.span.start)),
        diagnostic.message, fix: diagnostic.fix)
    }
    return diagnostics.first { $0.severity == .error }?.message
  }

  // MARK: Boxes

  /// An expression, held against its type.
  mutating func lower(_ source: BoxedExpression) -> NodeID {
    depth += 1
    defer { depth -= 1 }
    guard depth <= compiler.limits.depth else { return add(.failure("expressions nest too deep"), source.place) }
    return coerced(form(source), source.type)
  }

  /// A value held against a type that a file names.
  mutating func coerced(_ value: NodeID, _ type: TypeReference?) -> NodeID {
    guard let type, let item = compiler.item(type, module, node) else { return value }
    return coerced(value, item)
  }

  mutating func coerced(_ value: NodeID, _ item: Int) -> NodeID {
    tree.add(.coerce(value, item: item, compiler.feelType(item)), tree.span(of: value))
  }

  private mutating func form(_ source: BoxedExpression) -> NodeID {
    switch source.form {
    case .literal(let text): return expression(text)
    case .failure(let message): return add(.failure(message), source.place)
    case .context(let entries): return context(entries, source.place)
    case .table(let table): return lower(table, type: source.type, source.place)
    case .relation(let columns, let rows):
      let contexts = rows.map { row in
        let entries = zip(columns, row).map { column, cell in
          ContextEntry(key: column.name, value: coerced(lower(cell), column.type))
        }
        return add(.context(entries), source.place)
      }
      return add(.list(contexts), source.place)
    case .list(let items):
      let nodes = items.map { lower($0) }
      return add(.list(nodes), source.place)
    case .function(let function): return lower(function)
    case .invocation(let callee, let bindings):
      let function = lower(callee)
      let arguments = bindings.map { coerced(lower($0.argument), $0.parameter.type) }
      return add(
        .call(function, arguments: arguments, names: bindings.map { $0.parameter.name }), source.place)
    case .conditional(let condition, let then, let otherwise):
      let parts = [lower(condition), lower(then), lower(otherwise)]
      let test = add(.strict(parts[0]), condition.place)
      return add(.choose(condition: test, then: parts[1], otherwise: parts[2]), source.place)
    case .filter(let list, let match):
      let items = lower(list)
      let condition = within(["item"] + list.memberNames) { $0.lower(match) }
      let test = add(.strict(condition), match.place)
      return add(.filter(items, test), source.place)
    case .loop(let variable, let domain, let result):
      let iteration = iteration(variable, domain)
      let body = within([variable, "partial"]) { $0.lower(result) }
      return add(.loop([iteration], body), source.place)
    case .quantified(let quantifier, let variable, let domain, let test):
      let iteration = iteration(variable, domain)
      let body = within([variable]) { $0.lower(test) }
      let results = add(.loop([iteration], body), source.place)
      return verdict(quantifier, results, source.place)
    }
  }

  /// What a boxed iterator goes over; its text may be `a..b`, as in `for x in a..b`.
  private mutating func iteration(_ variable: Text, _ domain: BoxedExpression) -> Iteration {
    guard case .literal(let text) = domain.form, domain.type == nil else {
      return Iteration(name: variable, domain: lower(domain))
    }
    var parser = Parser(source: text.text, names: names, limits: compiler.limits)
    let (parsed, diagnostics) = parser.parseDomain()
    if let failure = tell(diagnostics, text) {
      return Iteration(name: variable, domain: add(.failure(failure), text.place))
    }
    keep(text)
    let ends = tree.graft(parsed)
    return Iteration(name: variable, domain: ends[0], end: ends.count > 1 ? ends[1] : nil)
  }

  /// Whether some or all rounds hold. Unlike in texts all rounds are looked at, and one that gives neither a boolean nor
  /// null makes the whole null: `{rounds: ..., fit: rounds[item], result: if fit = null then null else any(rounds)}`.
  private mutating func verdict(_ quantifier: Quantifier, _ results: NodeID, _ place: SourcePlace) -> NodeID {
    let (rounds, fit): (Text, Text) = ("\u{0}rounds", "\u{0}fit")
    let item = add(.name("item"), place)
    let list = add(.name(rounds), place)
    let test = add(.strict(item), place)
    let filtered = add(.filter(list, test), place)
    let null = add(.literal(.null), place)
    let isUnfit = add(.compare(.equal, add(.name(fit), place), null), place)
    let function = add(builtin(quantifier == .some ? "any" : "all"), place)
    let verdict = add(.call(function, arguments: [add(.name(rounds), place)], names: []), place)
    let result = add(.choose(condition: isUnfit, then: null, otherwise: verdict), place)
    let context = add(
      .context([
        ContextEntry(key: rounds, value: results), ContextEntry(key: fit, value: filtered),
        ContextEntry(key: Self.resultKey, value: result),
      ]), place)
    return add(.path(context, Self.resultKey), place)
  }

  /// A built-in whatever its name means where it stands.
  private func builtin(_ name: Text) -> Node {
    Builtin(named: name).map { .literal(.function(FunctionValue(builtin: $0.index))) } ?? .literal(.null)
  }

  /// Lowers with more names visible.
  mutating func within<Result>(_ more: [Text], _ body: (inout BoxedLowering) -> Result) -> Result {
    let outer = names
    for name in more where !name.isEmpty { names.add(name: name) }
    defer { names = outer }
    return body(&self)
  }

  /// The key of a context's result cell; no name is spelled so.
  private static let resultKey: Text = "\u{0}result"

  /// A context, of which each entry sees those before it; with a result cell its value.
  private mutating func context(_ boxes: [BoxedEntry], _ place: SourcePlace) -> NodeID {
    let outer = names
    defer { names = outer }
    var entries: [ContextEntry] = []
    var hasResult = false
    for box in boxes {
      if let variable = box.variable {
        entries.append(ContextEntry(key: variable.name, value: coerced(lower(box.value), variable.type)))
        names.add(name: variable.name)
      } else if !hasResult {
        hasResult = true
        entries.append(ContextEntry(key: Self.resultKey, value: lower(box.value)))
      } else {
        compiler.report(
          .error, "DUPLICATE", module: module, node: node, box.value.place, "the context has two result cells")
      }
    }
    let context = add(.context(entries), place)
    return hasResult ? add(.path(context, Self.resultKey), place) : context
  }

  // MARK: Functions

  /// A function; its value and arguments are held against the types that are declared for them.
  ///
  /// - Parameter type: the type that the variable of a business knowledge model declares.
  mutating func lower(_ function: BoxedFunction, type: TypeReference? = nil) -> NodeID {
    var parameters: [FunctionParameter] = []
    var held: [(name: Text, item: Int)] = []
    for parameter in function.parameters {
      let item = parameter.type.flatMap { compiler.item($0, module, node) }
      parameters.append(FunctionParameter(name: parameter.name, type: item.map { compiler.feelType($0) }))
      if let item, compiler.isConstrained(item) { held.append((parameter.name, item)) }
    }
    if function.kind == .java {
      let mapping = function.body.map { lower($0) }
      return external(mapping, parameters, function.place)
    }
    if function.kind == .pmml {
      let body = add(.failure("functions of PMML are not evaluated"), function.place)
      return add(.function(parameters: parameters, body: body, isExternal: false), function.place)
    }
    var body = within(function.parameters.map { $0.name }) { lowering in
      function.body.map { lowering.lower($0) } ?? lowering.add(.failure("the function has no body"), function.place)
    }
    for declared in [function.type, type] {
      if let result = declared.flatMap({ resultItem($0) }) { body = coerced(body, result) }
    }
    for (name, item) in held { body = guarded(body, name, item, function.place) }
    return add(.function(parameters: parameters, body: body, isExternal: false), function.place)
  }

  private mutating func external(
    _ mapping: NodeID?, _ parameters: [FunctionParameter], _ place: SourcePlace
  ) -> NodeID {
    let entries = mapping.map { [ContextEntry(key: "java", value: $0)] } ?? []
    let body = add(.context(entries), place)
    return add(.function(parameters: parameters, body: body, isExternal: true), place)
  }

  /// What a function of that type gives; older files name the type of the result itself.
  private func resultItem(_ type: TypeReference) -> Int? {
    guard var item = compiler.item(type, module, node) else { return nil }
    for _ in compiler.builder.items.indices {
      switch compiler.builder.items[item].form {
      case .item(let other): item = other
      case .function(_, let result): return result
      default: return compiler.item(type, module, node)
      }
    }
    return nil
  }

  /// A body that is null unless an argument meets the constraints of its type: then the call fails as a whole.
  private mutating func guarded(_ body: NodeID, _ name: Text, _ item: Int, _ place: SourcePlace) -> NodeID {
    let value = add(.name(name), place)
    let null = add(.literal(.null), place)
    let isNull = add(.compare(.equal, value, null), place)
    let held = coerced(add(.name(name), place), item)
    let isHeld = add(.compare(.notEqual, held, null), place)
    let condition = add(.or(isNull, isHeld), place)
    return add(.choose(condition: condition, then: body, otherwise: null), place)
  }
}

extension BoxedExpression {
  /// The names that entries of its items have, as far as the boxes tell.
  fileprivate var memberNames: [Text] {
    switch form {
    case .relation(let columns, _): columns.map { $0.name }
    case .list(let items): items.first?.memberNames ?? []
    case .context(let entries): entries.compactMap { $0.variable?.name }
    default: []
    }
  }
}
