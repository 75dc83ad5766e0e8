public import FEEL

/// A decision model, compiled with all that it imports: immutable, shared by any number of evaluations.
///
/// A model with faults is a model too: what can't be read or compiled is null when it is evaluated, with a message.
public final class DecisionModel: Sendable {
  /// An input datum that evaluations may give a value.
  public struct Input: Hashable, Sendable {
    /// The name under which a value is given.
    public var name: Text
    /// The namespace of the model that declares it.
    public var namespace: Text
    /// What its value must be.
    public var type: FeelType
    /// The declared type as the file names it.
    public var typeName: Text?
  }

  /// An element of the model or of one that it imports; its place is its slot.
  struct Element: Sendable {
    enum Kind: Sendable { case inputDatum, decision, knowledgeModel, service }
    var kind: Kind
    var name: Text
    var module: Int
    var place: SourcePlace
    var type: FeelType
    var item: Int?
    var entry: Entry?
    /// Of a business knowledge model: a call of it, and what it takes.
    var call: Entry?
    var names: [Text]
    /// Whether there is logic to evaluate; else a decision's value can only be given.
    var hasLogic: Bool
    var information: [Int]
    var knowledge: [Int]
    var outputs: [Int]
    /// Of a service: what it takes, in order.
    var parameters: [Int]
    /// Why it is null, if it could not be compiled.
    var faults: [ModelFinding]
    /// What to do about what may become null in it.
    var hints: [ModelFinding]
  }

  /// As its file calls it.
  public let name: Text
  /// What tells it from other models of the same name.
  public let namespace: Text
  /// Names of the model's own elements, in the order of the file.
  public let decisions: [Text]
  /// Names of the decision services, in the order of the file.
  public let services: [Text]
  /// Names of the business knowledge models, in the order of the file.
  public let knowledgeModels: [Text]
  /// The input data of the model and of its imports.
  public let inputs: [Input]

  let elements: [Element]
  /// The elements in an order in which each comes after what it requires.
  let order: [Int]
  let program: Program
  /// For each document, the model itself first.
  let files: [(name: Text, namespace: Text)]
  let pieces: [ModelCompiler.Piece]

  /// Compiles a model with those of the given ones that it imports; tells all that is wrong.
  ///
  /// - Parameter reading: what was told when the files were read; evaluations tell the errors among it again.
  public static func compile(
    _ document: ModelDocument, imports: [ModelDocument] = [], reading: [ModelFinding] = [], limits: Limits = Limits()
  ) -> (model: DecisionModel, findings: [ModelFinding]) {
    let compiler = ModelCompiler(document, imports: imports, limits: limits)
    compiler.compile()
    compiler.blame(reading)
    return (DecisionModel(compiler), compiler.findings)
  }

  init(_ compiler: ModelCompiler) {
    name = compiler.documents[0].name
    namespace = compiler.documents[0].namespace
    files = compiler.documents.map { ($0.file, $0.namespace) }
    var faults: [Int: [ModelFinding]] = [:]
    for (slot, finding) in compiler.faults { faults[slot, default: []].append(finding) }
    var hints: [Int: [ModelFinding]] = [:]
    for (slot, finding) in compiler.hints { hints[slot, default: []].append(finding) }
    elements = compiler.elements.indices.map {
      Element(compiler.elements[$0], faults[$0] ?? [], hints[$0] ?? [], compiler)
    }
    order = compiler.order
    pieces = compiler.pieces
    program = compiler.builder.finish()
    let own = elements.filter { $0.module == 0 }
    decisions = own.filter { $0.kind == .decision }.map { $0.name }
    services = own.filter { $0.kind == .service }.map { $0.name }
    knowledgeModels = own.filter { $0.kind == .knowledgeModel }.map { $0.name }
    let namespaces = files.map { $0.namespace }
    inputs = compiler.elements.filter { if case .inputDatum = $0.source.kind { true } else { false } }.map {
      Input(name: $0.source.name, namespace: namespaces[$0.module], type: $0.type, typeName: $0.source.type?.name)
    }
  }

  /// The place of an element by its name: the model's own before those of imports, which also have their prefix's name.
  func place(of name: Text, namespace: Text? = nil, _ kinds: [Element.Kind]) -> Int? {
    var found: Int?
    for (place, element) in elements.enumerated() where kinds.contains(element.kind) && element.name == name {
      if let namespace {
        if files[element.module].namespace == namespace { return place }
      } else if found == nil || element.module == 0 && elements[found ?? 0].module != 0 {
        found = place
      }
    }
    return found
  }
}

extension DecisionModel.Element {
  fileprivate init(
    _ element: ModelCompiler.Element, _ faults: [ModelFinding], _ hints: [ModelFinding], _ compiler: ModelCompiler
  ) {
    self.faults = faults
    self.hints = hints
    let source = element.source
    name = source.name
    module = element.module
    place = source.place
    type = element.type
    item = element.item
    entry = element.entry
    call = element.call
    names = element.parameters
    information = element.information
    knowledge = element.knowledge
    outputs = element.outputs
    parameters = element.inputData + element.inputDecisions
    hasLogic = true
    switch source.kind {
    case .inputDatum: kind = .inputDatum
    case .decision(let box):
      kind = .decision
      hasLogic = box != nil
    case .knowledgeModel(let function):
      kind = .knowledgeModel
      hasLogic = function != nil
    case .service:
      kind = .service
      if let declared = element.item { item = compiler.resultItem(ofService: declared) }
    }
  }
}

extension ModelCompiler {
  /// What a service whose variable has that type gives; older files name the type of the result itself.
  fileprivate func resultItem(ofService declared: Int) -> Int? {
    var item = declared
    for _ in builder.items.indices {
      switch builder.items[item].form {
      case .item(let other): item = other
      case .function(_, let result): return result
      default: return declared
      }
    }
    return nil
  }
}
