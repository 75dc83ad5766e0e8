internal import Decisions
internal import FEEL

extension DMNDocumentReader {
  // MARK: The requirements graph

  /// An input datum, decision, business knowledge model or decision service.
  mutating func element(_ source: XMLElement) -> ModelElement? {
    let name = name(of: source)
    node = name
    defer { node = nil }
    let variable = source.children.first { $0.name == "variable" }
    // DMN 1.1 has the type of a decision in its variable too; a missing variable means no declared type.
    let type = variable.flatMap { self.type(of: $0) }
    var element = ModelElement(
      .inputDatum, id: source.attribute("id")?.text ?? "", name: name, type: type, place: source.place)
    if let variable, let own = variable.attribute("name")?.text.trimmed, own != name, !own.isEmpty {
      report(
        .warning, "NAME", variable.place, "the variable is called `\(own)`, but its element `\(name)`",
        fix: "give both one name; the element's counts")
    }
    for child in source.children {
      switch child.name {
      case "informationRequirement":
        for required in child.children where required.name == "requiredInput" || required.name == "requiredDecision" {
          if let reference = reference(required) { element.information.append(reference) }
        }
      case "knowledgeRequirement":
        for required in child.children where required.name == "requiredKnowledge" {
          if let reference = reference(required) { element.knowledge.append(reference) }
        }
      default: break
      }
    }
    switch source.name {
    case "decision": element.kind = .decision(logic(of: source).map { expression($0) })
    case "businessKnowledgeModel":
      let logic = source.children.first { $0.name == "encapsulatedLogic" }
      if logic == nil {
        report(
          .warning, "MISSING", source.place, "the business knowledge model has no logic, so what calls it is null",
          fix: "add <encapsulatedLogic>")
      }
      element.kind = .knowledgeModel(logic.map { function($0) })
    case "decisionService": element.kind = .service(service(source))
    default: break
    }
    return element
  }

  /// The expression of a decision; what stands in its place and is none is told.
  private mutating func logic(of decision: XMLElement) -> XMLElement? {
    let expressions = decision.children.filter { Self.isExpression($0) }
    if expressions.count > 1 {
      report(
        .error, "DUPLICATE", expressions[1].place, "a second expression stands in the decision; the first counts")
    }
    for child in decision.children where !Self.isExpression(child) && !Self.decisionParts.contains(child.name) {
      let near = suggestions(for: Text(child.name), among: Self.expressionNames.sorted().map { Text($0) })
      report(
        expressions.isEmpty ? .error : .warning, "UNSUPPORTED", child.place,
        "<\(child.name)> is no expression and no part of a decision", fix: near.map { "did you mean <\($0)>?" })
    }
    return expressions.first
  }

  /// What a decision has beside its expression (DMN 1.5 §6.3.7).
  private static let decisionParts: Set<String> = [
    "allowedAnswers", "authorityRequirement", "decisionMaker", "decisionOwner", "description", "extensionElements",
    "impactedPerformanceIndicator", "informationRequirement", "knowledgeRequirement", "question", "supportedObjective",
    "usingProcess", "usingTask", "variable",
  ]

  private mutating func service(_ source: XMLElement) -> ModelElement.Service {
    var service = ModelElement.Service()
    for child in source.children {
      switch child.name {
      case "outputDecision": if let reference = reference(child) { service.outputs.append(reference) }
      case "encapsulatedDecision": if let reference = reference(child) { service.encapsulated.append(reference) }
      case "inputDecision": if let reference = reference(child) { service.inputDecisions.append(reference) }
      case "inputData": if let reference = reference(child) { service.inputData.append(reference) }
      default: break
      }
    }
    if service.outputs.isEmpty {
      report(.error, "MISSING", source.place, "the decision service has no output decision")
    }
    return service
  }

  // MARK: Types

  /// A type, or a component of one.
  mutating func itemDefinition(_ source: XMLElement) -> ItemDefinition {
    let name = name(of: source)
    let outer = node
    if outer == nil { node = name }
    defer { node = outer }
    var definition = ItemDefinition(name: name, place: source.place)
    definition.isCollection = source.attribute("isCollection")?.text.trimmed == "true"
    depth += 1
    defer { depth -= 1 }
    if depth > max(1, limits.depth) {
      report(.error, "LIMIT", source.place, "types nest deeper than \(limits.depth) levels")
      return definition
    }
    for child in source.children {
      switch child.name {
      case "typeRef": definition.type = type(child.text, child)
      case "itemComponent": definition.components.append(itemDefinition(child))
      case "allowedValues": definition.allowedValues = tests(child)
      case "typeConstraint": definition.constraint = tests(child)
      case "functionItem": definition.function = functionItem(child)
      default: break
      }
    }
    return definition
  }

  private mutating func functionItem(_ source: XMLElement) -> ItemDefinition.FunctionItem {
    var parameters: [TypedName] = []
    for child in source.children where child.name == "parameters" {
      parameters.append(TypedName(name(of: child), type: type(of: child), place: child.place))
    }
    return ItemDefinition.FunctionItem(parameters: parameters, output: type(of: source, "outputTypeRef"))
  }

  /// Unary tests; nil if there are none.
  mutating func tests(_ source: XMLElement) -> PlacedText? {
    if let language = source.attribute("expressionLanguage")?.text, !DMNNamespace.isFEEL(language) {
      report(.warning, "UNSUPPORTED", source.place, "the expression language `\(language)` is not read, only FEEL is")
      return nil
    }
    guard let text = source.children.first(where: { $0.name == "text" })?.text, !text.isBlank else { return nil }
    return text
  }
}
