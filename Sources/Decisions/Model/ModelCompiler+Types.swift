import FEEL

extension ModelCompiler {
  /// The types of the language by all names that versions of the standard gave them.
  private static let plainTypes: [Text: FeelType] = [
    "number": .number, "string": .string, "boolean": .boolean, "date": .date, "time": .time,
    "date and time": .dateTime, "dateTime": .dateTime, "days and time duration": .daysDuration,
    "dayTimeDuration": .daysDuration, "years and months duration": .monthsDuration,
    "yearMonthDuration": .monthsDuration, "list": .list(.any), "context": .context([]), "range": .range(.any),
    "function": .anyFunction,
  ]

  /// Gives every type its place, then fills them: types may refer to types that stand behind them.
  func defineTypes() {
    for (module, document) in documents.enumerated() {
      var names: [Text: Int] = [:]
      for definition in document.types {
        if names[definition.name] != nil {
          report(
            .error, "DUPLICATE", module: module, node: definition.name, definition.place,
            "two types are called `\(definition.name)`")
          continue
        }
        names[definition.name] = addItem(definition.name)
      }
      typePlaces.append(names)
    }
    var constraints: [(place: Int, text: PlacedText, module: Int, node: Text)] = []
    for (module, document) in documents.enumerated() {
      var filled: Set<Int> = []
      for definition in document.types {
        guard let place = typePlaces[module][definition.name], filled.insert(place).inserted else { continue }
        fill(place, definition, module, definition.name, &constraints)
      }
    }
    breakCircles()
    for constraint in constraints {
      compile(constraint.text, of: constraint.place, constraint.module, constraint.node)
    }
  }

  private func addItem(_ name: Text) -> Int {
    builder.items.append(ItemType(name: name, form: .plain(.any)))
    itemTypes.append(nil)
    return builder.items.count - 1
  }

  private func fill(
    _ place: Int, _ definition: ItemDefinition, _ module: Int, _ node: Text,
    _ constraints: inout [(place: Int, text: PlacedText, module: Int, node: Text)]
  ) {
    // A collection has a type for its items, and so has a type with two constraints.
    let isDivided = definition.isCollection || (definition.allowedValues != nil && definition.constraint != nil)
    let base = isDivided ? addItem(definition.name) : place
    if isDivided { builder.items[place].form = definition.isCollection ? .list(base) : .item(base) }
    if !definition.components.isEmpty {
      var entries: [(name: Text, item: Int)] = []
      for component in definition.components {
        let part = addItem(definition.name + "." + component.name)
        fill(part, component, module, node, &constraints)
        entries.append((component.name, part))
      }
      builder.items[base].form = .context(entries)
    } else if let function = definition.function {
      builder.items[base].form = .function(
        function.parameters.map { $0.type.flatMap { item($0, module, node) } },
        result: function.output.flatMap { item($0, module, node) })
    } else if let type = definition.type, let other = item(type, module, node) {
      builder.items[base].form = .item(other)
    }
    if let allowed = definition.allowedValues {
      constraints.append((base, allowed, module, node))
      allowedValues[base] = (allowed, module)
    }
    if let constraint = definition.constraint {
      constraints.append((place, constraint, module, node))
      if allowedValues[place] == nil, !definition.isCollection { allowedValues[place] = (constraint, module) }
    }
  }

  /// A type that is another name of itself in the end is told, and is any.
  private func breakCircles() {
    for place in builder.items.indices {
      var next = place
      var steps = 0
      while case .item(let other) = builder.items[next].form, steps <= builder.items.count {
        next = other
        steps += 1
      }
      guard steps > builder.items.count else { continue }
      builder.items[place].form = .plain(.any)
      for (module, document) in documents.enumerated() {
        for definition in document.types where typePlaces[module][definition.name] == place {
          report(
            .error, "CYCLE", module: module, node: definition.name, definition.place,
            "the type `\(definition.name)` is defined by itself")
        }
      }
    }
  }

  private func compile(_ text: PlacedText, of place: Int, _ module: Int, _ node: Text) {
    var lowering = BoxedLowering(self, element: nil, module: module, node: node, names: NameSet.builtins)
    guard let roots = lowering.tests(text) else { return }
    let isWhole = text == allowedValues[place]?.text
    lowering.tree.roots = roots
    let tree = lowering.finish()
    let type = isWhole && allowedValues[place] != nil ? feelType(place) : .any
    let compiled = builder.tests(tree, subject: builder.subjectSlot, type: type, scope: Scope())
    builder.items[place].constraint = compiled.entry
    builder.items[place].constraintText = text.text
    tell(compiled.diagnostics, module: module, node: node)
  }

  // MARK: References

  /// The place of the type that a file names; nil for any value, also if there is no such type, which is told.
  func item(_ reference: TypeReference, _ module: Int, _ node: Text?) -> Int? {
    if reference.name == "Any" || reference.name == "any" { return nil }
    if let plain = Self.plainTypes[reference.name] { return plainItem(plain, reference.name) }
    if let place = typePlace(reference.name, module, depth: 0) { return place }
    if let qualified = reference.qualified,
      let target = documents.firstIndex(where: { $0.namespace == qualified.namespace }),
      let place = typePlace(qualified.name, target, depth: 0)
    {
      return place
    }
    if reference.name.bytes.contains(UInt8(ascii: "<")), let type = FeelType(text: reference.name, limits: limits) {
      return plainItem(resolved(type, module, depth: 0), reference.name)
    }
    let names = typePlaces[module].keys.sorted() + Self.plainTypes.keys.sorted()
    report(
      .warning, "TYPE", module: module, node: node, reference.place, "there is no type `\(reference.name)`",
      fix: suggestions(for: reference.name, among: names).map { "did you mean `\($0)`?" })
    return nil
  }

  private func plainItem(_ type: FeelType, _ name: Text) -> Int {
    if let place = plainPlaces[type] { return place }
    let place = addItem(name)
    builder.items[place].form = .plain(type)
    plainPlaces[type] = place
    return place
  }

  /// A type by its name, behind the prefix of an import where it belongs to another model.
  private func typePlace(_ name: Text, _ module: Int, depth: Int) -> Int? {
    if let place = typePlaces[module][name] { return place }
    if depth > 8 { return nil }
    for (prefix, target) in imports[module] {
      if prefix.isEmpty {
        if let place = typePlaces[target][name] { return place }
      } else if name.bytes.starts(with: prefix.bytes + [UInt8(ascii: ".")]) {
        let rest = Text(bytes: Array(name.bytes.dropFirst(prefix.bytes.count + 1)))
        if let place = typePlace(rest, target, depth: depth + 1) { return place }
      }
    }
    return nil
  }

  /// A type of the language with the names in it looked up.
  private func resolved(_ type: FeelType, _ module: Int, depth: Int) -> FeelType {
    if depth > limits.depth { return .any }
    switch type {
    case .named(let name): return typePlace(name, module, depth: 0).map { feelType($0) } ?? .any
    case .list(let part): return .list(resolved(part, module, depth: depth + 1))
    case .range(let part): return .range(resolved(part, module, depth: depth + 1))
    case .context(let entries):
      return .context(entries.map { FeelType.Entry($0.name, resolved($0.type, module, depth: depth + 1)) })
    default: return type
    }
  }

  // MARK: Types of the language

  /// What is known of the values of an item type: its form without constraints.
  func feelType(_ place: Int) -> FeelType {
    if let known = itemTypes[place] { return known }
    // What refers to itself is any at the second turn.
    itemTypes[place] = .any
    let type: FeelType
    switch builder.items[place].form {
    case .plain(let plain): type = plain
    case .item(let other): type = feelType(other)
    case .list(let part): type = .list(feelType(part))
    case .context(let entries): type = .context(entries.map { FeelType.Entry($0.name, feelType($0.item)) })
    // What a function does not declare may fit all the same; the item type refuses what cannot.
    case .function: type = .anyFunction
    }
    itemTypes[place] = type
    return type
  }

  /// Whether the language's own type says less than the item type: then a value must be held against the latter.
  func isConstrained(_ place: Int) -> Bool {
    var pending = [place]
    var seen: Set<Int> = []
    while let next = pending.popLast() {
      guard seen.insert(next).inserted else { return true }
      if builder.items[next].constraint != nil { return true }
      switch builder.items[next].form {
      case .plain: break
      case .item(let other), .list(let other): pending.append(other)
      case .context(let entries): pending += entries.map { $0.item }
      case .function: return true
      }
    }
    return false
  }

  /// The text that gives the values of a type their order, if it has one.
  func orderedValues(_ place: Int?) -> (text: PlacedText, module: Int)? {
    var next = place
    for _ in 0...builder.items.count {
      guard let here = next else { return nil }
      if let values = allowedValues[here] { return values }
      switch builder.items[here].form {
      case .item(let other), .list(let other): next = other
      default: return nil
      }
    }
    return nil
  }

  /// The type of a component of a type, or of the items of a list of it.
  func component(_ name: Text, of place: Int?) -> Int? {
    var next = place
    for _ in 0...builder.items.count {
      guard let here = next else { return nil }
      switch builder.items[here].form {
      case .item(let other), .list(let other): next = other
      case .context(let entries): return entries.first { $0.name == name }?.item
      default: return nil
      }
    }
    return nil
  }
}
