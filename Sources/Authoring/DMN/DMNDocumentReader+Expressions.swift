internal import Decisions
internal import FEEL

extension DMNDocumentReader {
  /// Whether an element is an expression.
  static func isExpression(_ element: XMLElement) -> Bool {
    expressionNames.contains(element.name)
  }

  static let expressionNames: Set<String> = [
    "conditional", "context", "decisionTable", "every", "filter", "for", "functionDefinition", "invocation", "list",
    "literalExpression", "relation", "some",
  ]

  /// An expression in its box.
  mutating func expression(_ source: XMLElement) -> BoxedExpression {
    let type = type(of: source)
    depth += 1
    defer { depth -= 1 }
    if depth > max(1, limits.depth) {
      report(
        .error, "DEPTH", source.place, "expressions nest deeper than \(limits.depth) levels",
        fix: "divide the decision over several")
      return BoxedExpression(.failure("expressions nest too deep"), type: type, place: source.place)
    }
    return BoxedExpression(form(source), type: type, place: source.place)
  }

  private mutating func form(_ source: XMLElement) -> BoxedExpression.Form {
    switch source.name {
    case "literalExpression": return literal(source)
    case "decisionTable": return .table(table(source))
    case "context": return .context(source.children.filter { $0.name == "contextEntry" }.map { entry($0) })
    case "relation": return relation(source)
    case "list": return .list(source.children.filter { Self.isExpression($0) }.map { expression($0) })
    case "functionDefinition": return .function(function(source))
    case "invocation": return invocation(source)
    case "conditional":
      return .conditional(
        condition: inner("if", of: source), then: inner("then", of: source), otherwise: inner("else", of: source))
    case "filter": return .filter(inner("in", of: source), match: inner("match", of: source))
    case "for":
      return .loop(
        variable: variable(source), domain: inner("in", of: source), result: inner("return", of: source))
    default:
      return .quantified(
        source.name == "some" ? .some : .every, variable: variable(source), domain: inner("in", of: source),
        test: inner("satisfies", of: source))
    }
  }

  /// Tells what is missing in an expression, and stands for it.
  private mutating func missing(_ what: String, in source: XMLElement) -> BoxedExpression {
    report(.error, "MISSING", source.place, "<\(source.name)> has no \(what)")
    return BoxedExpression(.failure("<\(source.name)> has no \(what)"), place: source.place)
  }

  /// The expression in a part of a conditional, a filter or an iterator.
  private mutating func inner(_ part: String, of source: XMLElement) -> BoxedExpression {
    guard let element = source.children.first(where: { $0.name == part }) else {
      return missing("<\(part)>", in: source)
    }
    guard let value = element.children.first(where: { Self.isExpression($0) }) else {
      return missing("expression", in: element)
    }
    var result = expression(value)
    if result.type == nil, part != "in" { result.type = type(of: element) }
    return result
  }

  private mutating func variable(_ source: XMLElement) -> Text {
    if let name = source.attribute("iteratorVariable")?.text.trimmed, !name.isEmpty { return name }
    report(.error, "MISSING", source.place, "<\(source.name)> has no `iteratorVariable`")
    return ""
  }

  private mutating func literal(_ source: XMLElement) -> BoxedExpression.Form {
    let language = source.attribute("expressionLanguage")?.text ?? self.language
    guard DMNNamespace.isFEEL(language) else {
      report(.warning, "UNSUPPORTED", source.place, "the expression language `\(language)` is not read, only FEEL is")
      return .failure("the expression language `\(language)` is not read")
    }
    if let imported = source.children.first(where: { $0.name == "importedValues" }) {
      report(.warning, "UNSUPPORTED", imported.place, "values are not imported from other files")
      return .failure("values are not imported from other files")
    }
    guard let text = source.children.first(where: { $0.name == "text" })?.text, !text.isBlank else {
      report(.warning, "MISSING", source.place, "the expression is empty", fix: "write `null` if that is meant")
      return .failure("the expression is empty")
    }
    return .literal(text)
  }

  private mutating func entry(_ source: XMLElement) -> BoxedEntry {
    let variable = source.children.first { $0.name == "variable" }.map { typedName($0) }
    let value = source.children.first { Self.isExpression($0) }.map { expression($0) }
    return BoxedEntry(variable: variable, value: value ?? missing("expression", in: source))
  }

  private mutating func typedName(_ source: XMLElement) -> TypedName {
    TypedName(name(of: source), type: type(of: source), place: source.place)
  }

  private mutating func relation(_ source: XMLElement) -> BoxedExpression.Form {
    let columns = source.children.filter { $0.name == "column" }.map { typedName($0) }
    var rows: [[BoxedExpression]] = []
    for row in source.children where row.name == "row" {
      var cells = row.children.filter { Self.isExpression($0) }.map { expression($0) }
      if cells.count != columns.count {
        report(.error, "TABLE", row.place, "the row has \(cells.count) cells for \(columns.count) columns")
      }
      while cells.count < columns.count {
        cells.append(BoxedExpression(.failure("the cell is missing"), place: row.place))
      }
      rows.append(Array(cells.prefix(columns.count)))
    }
    return .relation(columns: columns, rows: rows)
  }

  private mutating func invocation(_ source: XMLElement) -> BoxedExpression.Form {
    let callee = source.children.first { Self.isExpression($0) }.map { expression($0) }
    var bindings: [BoxedBinding] = []
    for binding in source.children where binding.name == "binding" {
      guard let parameter = binding.children.first(where: { $0.name == "parameter" }) else {
        _ = missing("<parameter>", in: binding)
        continue
      }
      let argument = binding.children.first { Self.isExpression($0) }.map { expression($0) }
      // The standard lets the expression of a binding be left out: null.
      let absent = BoxedExpression(.literal(PlacedText("null", binding.place)), place: binding.place)
      bindings.append(BoxedBinding(parameter: typedName(parameter), argument: argument ?? absent))
    }
    return .invocation(callee ?? missing("expression that it invokes", in: source), bindings)
  }

  /// A function definition, or the logic of a business knowledge model.
  mutating func function(_ source: XMLElement) -> BoxedFunction {
    let kind: BoxedFunction.Kind
    switch source.attribute("kind")?.text.trimmed {
    case nil, "FEEL", "": kind = .feel
    case "Java": kind = .java
    case "PMML": kind = .pmml
    case .some(let other):
      report(.error, "UNSUPPORTED", source.place, "the kind of function `\(other)` is not FEEL, Java or PMML")
      kind = .pmml
    }
    var parameters: [TypedName] = []
    for child in source.children where child.name == "formalParameter" { parameters.append(typedName(child)) }
    let body = source.children.first { Self.isExpression($0) }.map { expression($0) }
    if body == nil { report(.warning, "MISSING", source.place, "the function has no body and gives null") }
    return BoxedFunction(kind, parameters: parameters, body: body, type: type(of: source), place: source.place)
  }
}
