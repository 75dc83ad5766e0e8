import FEEL

/// Turns files of a model into one program: links what they refer to, resolves types, lowers boxes to trees.
final class ModelCompiler {
  /// An element of one of the files; its place is its slot.
  struct Element {
    var module: Int
    var source: ModelElement
    /// The input data and decisions that it requires, and the functions.
    var information: [Int] = []
    var knowledge: [Int] = []
    /// Of a decision service.
    var outputs: [Int] = []
    var inputDecisions: [Int] = []
    var inputData: [Int] = []
    /// The place of its declared type in `ProgramBuilder.items`.
    var item: Int?
    /// What is known of its value.
    var type = FeelType.any
    var entry: Entry?
    /// Of a business knowledge model: a call of it with the values of the slots behind the subject's.
    var call: Entry?
    var parameters: [Text] = []
  }

  /// A stretch of text in the one sequence that all spans of the program lead into.
  struct Piece {
    var start: Int32
    /// The element that it belongs to, if it does to one.
    var element: Int32
    var module: Int32
    var text: PlacedText
  }

  let limits: Limits
  var documents: [ModelDocument]
  /// For each document what it imports: the prefix, and the place of the other document.
  var imports: [[(name: Text, module: Int)]] = []
  var elements: [Element] = []
  var places: [[Text: Int]] = []
  /// Decisions after all that they require.
  var order: [Int] = []
  var builder: ProgramBuilder
  var findings: [ModelFinding] = []
  /// The errors of elements, which are told again when these are evaluated.
  var faults: [(slot: Int, finding: ModelFinding)] = []
  /// The warnings of elements that say what to do.
  var hints: [(slot: Int, finding: ModelFinding)] = []
  /// The element that is being compiled.
  var current: Int?
  var pieces: [Piece] = []
  /// How long the texts of `pieces` are together.
  var length = 0

  /// The places of the types by name, for each document.
  var typePlaces: [[Text: Int]] = []
  /// The place of each type of the language.
  var plainPlaces: [FeelType: Int] = [:]
  /// What is known of the values of each item type; filled when first asked.
  var itemTypes: [FeelType?] = []
  /// The allowed values of item types, which give outputs their order.
  var allowedValues: [Int: (text: PlacedText, module: Int)] = [:]
  /// For each document the names that every text of it knows, and the types.
  var baseNames: [NameSet] = []
  var baseTypes: [[Scope.NamedType]] = []

  init(_ document: ModelDocument, imports: [ModelDocument], limits: Limits) {
    self.limits = limits
    documents = [document]
    builder = ProgramBuilder(law: .standard, limits: limits)
    builder.externals = ExternalJava.functions
    collect(imports)
  }

  /// Makes errors of reading those of the elements that they are about, so that evaluations tell them too.
  func blame(_ findings: [ModelFinding]) {
    for finding in findings where finding.severity == .error {
      let slot = elements.firstIndex {
        $0.source.name == finding.node && documents[$0.module].file == finding.file
      }
      if let slot { faults.append((slot, finding)) }
    }
  }

  /// Tells something about a place of a document.
  func report(
    _ severity: Diagnostic.Severity, _ code: Text, module: Int, node: Text?, _ place: SourcePlace, _ message: Text,
    fix: Text? = nil
  ) {
    guard findings.count < 1_000 else { return }
    let finding = ModelFinding(severity, code, node: node, file: documents[module].file, place, message, fix: fix)
    findings.append(finding)
    if let current, severity == .error { faults.append((current, finding)) }
    if let current, severity == .warning, fix != nil { hints.append((current, finding)) }
  }

  // MARK: Documents

  /// Adds the documents that are imported, directly or by others.
  private func collect(_ given: [ModelDocument]) {
    var index = 0
    while index < documents.count {
      var targets: [(name: Text, module: Int)] = []
      for reference in documents[index].imports {
        if let known = documents.firstIndex(where: { $0.namespace == reference.namespace }) {
          targets.append((reference.name, known))
        } else if let found = given.first(where: { $0.namespace == reference.namespace }) {
          documents.append(found)
          targets.append((reference.name, documents.count - 1))
        } else {
          report(
            .error, "IMPORT", module: index, node: nil, reference.place,
            "no file of the namespace `\(reference.namespace)` was given",
            fix: "give the file that has it as its `namespace`")
        }
      }
      imports.append(targets)
      index += 1
    }
  }

  // MARK: Elements

  /// Gives every element its slot and finds what the elements require.
  func link() {
    for (module, document) in documents.enumerated() {
      var ids: [Text: Int] = [:]
      var names: Set<Text> = []
      for source in document.elements {
        if !source.id.isEmpty {
          if ids[source.id] != nil {
            report(
              .error, "DUPLICATE", module: module, node: source.name, source.place,
              "two elements have the id `\(source.id)`")
          } else {
            ids[source.id] = elements.count
          }
        }
        if !names.insert(source.name).inserted, !source.name.isEmpty {
          report(
            .error, "DUPLICATE", module: module, node: source.name, source.place,
            "two elements are called `\(source.name)`", fix: "give one of them another name")
        }
        elements.append(Element(module: module, source: source))
      }
      places.append(ids)
    }
    builder.subjectSlot = elements.count
    for slot in elements.indices {
      current = slot
      defer { current = nil }
      let source = elements[slot].source
      elements[slot].information = source.information.compactMap { place(of: $0, from: slot) }
      elements[slot].knowledge = source.knowledge.compactMap { place(of: $0, from: slot) }
      if case .service(let service) = source.kind {
        elements[slot].outputs = service.outputs.compactMap { place(of: $0, from: slot) }
        elements[slot].inputDecisions = service.inputDecisions.compactMap { place(of: $0, from: slot) }
        elements[slot].inputData = service.inputData.compactMap { place(of: $0, from: slot) }
      }
    }
    sort()
  }

  private func place(of reference: ElementReference, from slot: Int) -> Int? {
    let module = elements[slot].module
    var target: Int? = module
    if let namespace = reference.namespace, namespace != documents[module].namespace {
      target = documents.firstIndex { $0.namespace == namespace }
    }
    let name = elements[slot].source.name
    guard let target else {
      report(
        .error, "REFERENCE", module: module, node: name, reference.place,
        "`\(reference.namespace ?? "")#\(reference.id)` belongs to no model that is imported")
      return nil
    }
    if let place = places[target][reference.id] { return place }
    report(
      .error, "REFERENCE", module: module, node: name, reference.place,
      "there is no element with the id `\(reference.id)`")
    return nil
  }

  /// Puts decisions in order; a decision that requires itself in the end is told, and null.
  private func sort() {
    var state = [UInt8](repeating: 0, count: elements.count)
    for root in elements.indices where state[root] == 0 {
      var open: [(slot: Int, next: Int)] = [(root, 0)]
      state[root] = 1
      while let (slot, next) = open.last {
        guard next < elements[slot].information.count else {
          state[slot] = 2
          order.append(slot)
          open.removeLast()
          continue
        }
        open[open.count - 1].next += 1
        let required = elements[slot].information[next]
        if state[required] == 0 {
          state[required] = 1
          open.append((required, 0))
        } else if state[required] == 1 {
          current = slot
          defer { current = nil }
          let loop = open.drop { $0.slot != required }.map { elements[$0.slot].source.name }
          report(
            .error, "CYCLE", module: elements[slot].module, node: elements[slot].source.name,
            elements[slot].source.place,
            "decisions require each other in a circle: \((loop + [elements[required].source.name]).joined(by: " -> "))",
            fix: "take one of the requirements away")
          elements[slot].information.remove(at: next)
          open[open.count - 1].next = next
        }
      }
    }
  }

  // MARK: Names

  /// The names that an element may speak of: what it requires, elements of imported models behind their prefix.
  func scope(of slot: Int) -> Scope {
    let element = elements[slot]
    var variables: [Scope.Variable] = []
    for required in element.information + element.knowledge {
      let target = elements[required]
      let variable = Scope.Variable(target.source.name, .slot(required, target.type))
      for path in prefixes(from: element.module, to: target.module) { insert(variable, path[...], into: &variables) }
    }
    if case .knowledgeModel = element.source.kind, Builtin(named: element.source.name) == nil,
      !variables.contains(where: { $0.name == element.source.name })
    {
      // A business knowledge model may call itself.
      variables.append(Scope.Variable(element.source.name, .slot(slot, .anyFunction)))
    }
    var scope = Scope(variables)
    scope.types = baseTypes[element.module]
    return scope
  }

  private func insert(_ variable: Scope.Variable, _ path: ArraySlice<Text>, into variables: inout [Scope.Variable]) {
    guard let prefix = path.first else {
      if !variables.contains(where: { $0.name == variable.name }) { variables.append(variable) }
      return
    }
    let hint: Text = "write `\(prefix).` and the name of an element that is required"
    if let index = variables.firstIndex(where: { $0.name == prefix }) {
      guard case .namespace(var members, let hint) = variables[index].meaning else { return }
      insert(variable, path.dropFirst(), into: &members)
      variables[index].meaning = .namespace(members, hint: hint)
    } else {
      var members: [Scope.Variable] = []
      insert(variable, path.dropFirst(), into: &members)
      variables.append(Scope.Variable(prefix, .namespace(members, hint: hint)))
    }
  }

  /// The ways in which a document calls another: the prefixes under which it is imported, directly or by the shortest
  /// way over others.
  private func prefixes(from module: Int, to target: Int) -> [[Text]] {
    if module == target { return [[]] }
    let direct = imports[module].filter { $0.module == target }
    if !direct.isEmpty { return direct.map { $0.name.isEmpty ? [] : [$0.name] } }
    var seen: Set<Int> = [module]
    var pending: [(module: Int, path: [Text])] = [(module, [])]
    var index = 0
    while index < pending.count {
      let (here, path) = pending[index]
      index += 1
      for (name, next) in imports[here] where seen.insert(next).inserted {
        let longer = name.isEmpty ? path : path + [name]
        if next == target { return [longer] }
        pending.append((next, longer))
      }
    }
    return []
  }
}
