public import FEEL

extension DecisionModel {
  /// The values of decisions, each with what it requires (DMN 1.5 §10.4).
  ///
  /// - Throws: `unknownName` if the model has no such decision.
  public func evaluate(
    decisions: [Text], inputs: [ModelInput], clock: Clock, limits: Limits = Limits()
  ) throws(ModelRequestError) -> ModelAnswer {
    var slots: [Int] = []
    for name in decisions { slots.append(try place(asked: name, .decision)) }
    var evaluation = ModelEvaluation(self, limits: limits, clock: clock)
    evaluation.give(inputs)
    evaluation.evaluate(slots)
    let results = zip(decisions, slots).map { ModelAnswer.Result(name: $0, value: evaluation.machine.slots[$1]) }
    return ModelAnswer(
      results: results, value: combined(results), messages: evaluation.messages)
  }

  /// The output decisions of a decision service, invoked with its inputs by name; a parameter that is not given is
  /// null (DMN 1.5 §10.4).
  ///
  /// - Parameter decisions: the output decisions to answer for; nil for all.
  public func evaluate(
    service: Text, decisions: [Text]? = nil, inputs: [ModelInput], clock: Clock, limits: Limits = Limits()
  ) throws(ModelRequestError) -> ModelAnswer {
    let slot = try place(asked: service, .service)
    let outputs = elements[slot].outputs
    var asked: [(name: Text, slot: Int)] = []
    for name in decisions ?? outputs.map({ elements[$0].name }) {
      if let output = outputs.first(where: { elements[$0].name == name }) {
        asked.append((name, output))
      } else {
        asked.append((name, try place(asked: name, .decision)))
      }
    }
    var evaluation = ModelEvaluation(self, limits: limits, clock: clock)
    evaluation.give(inputs, only: elements[slot].parameters)
    let value = evaluation.value(ofService: slot)
    evaluation.evaluate(asked.map { $0.slot })
    let results = asked.map { name, decision in
      ModelAnswer.Result(name: name, value: output(decision, of: slot, value) ?? evaluation.machine.slots[decision])
    }
    return ModelAnswer(results: results, value: value, messages: evaluation.messages)
  }

  /// The value of a business knowledge model, invoked with its parameters by name.
  public func evaluate(
    knowledgeModel: Text, inputs: [ModelInput], clock: Clock, limits: Limits = Limits()
  ) throws(ModelRequestError) -> ModelAnswer {
    let slot = try place(asked: knowledgeModel, .knowledgeModel)
    var evaluation = ModelEvaluation(self, limits: limits, clock: clock)
    let value = evaluation.value(ofKnowledgeModel: slot, inputs)
    return ModelAnswer(
      results: [ModelAnswer.Result(name: knowledgeModel, value: value)], value: value, messages: evaluation.messages)
  }

  private func place(asked name: Text, _ kind: Element.Kind) throws(ModelRequestError) -> Int {
    if let place = place(of: name, [kind]) { return place }
    let names = elements.filter { $0.kind == kind }.map { $0.name }
    throw .unknownName(name, hint: suggestions(for: name, among: names))
  }

  /// What an output decision came to within the value of its service, which may be held against a type.
  private func output(_ decision: Int, of service: Int, _ value: Value) -> Value? {
    let outputs = elements[service].outputs
    guard outputs.contains(decision) else { return nil }
    if outputs.count == 1 { return value }
    guard case .context(let context) = value else { return .null }
    return context[elements[decision].name] ?? .null
  }

  private func combined(_ results: [ModelAnswer.Result]) -> Value {
    if results.count == 1 { return results[0].value }
    return .context(Context(shape: Shape(results.map { $0.name }), values: results.map { $0.value }))
  }
}

/// One evaluation of a model: what is given, and what was computed from it.
struct ModelEvaluation {
  let model: DecisionModel
  let limits: Limits
  var surroundings: CallSurroundings
  var machine: Machine
  /// Which slots have their value.
  var isKnown: [Bool]
  var messages: [ModelFinding] = []

  init(_ model: DecisionModel, limits: Limits, clock: Clock) {
    var surroundings = CallSurroundings(clock: clock, law: .standard, limits: limits)
    // A model is many expressions; each may cost as much as one by itself, all together ten times that.
    surroundings.limits.steps = limits.steps.multipliedReportingOverflow(by: 10).partialValue
    self.init(model, limits: limits, within: surroundings)
  }

  init(_ model: DecisionModel, limits: Limits, within surroundings: CallSurroundings) {
    self.model = model
    self.limits = limits
    self.surroundings = surroundings
    machine = Machine(model.program, slots: 0, limits: limits)
    // One more for the subject of constraints.
    machine.slots = [Value](repeating: .null, count: model.elements.count + 1)
    isKnown = [Bool](repeating: false, count: model.elements.count)
  }

  // MARK: Inputs

  /// Takes values for input data, and for decisions in place of their logic.
  ///
  /// - Parameter parameters: nil for any, else what may be given.
  mutating func give(_ inputs: [ModelInput], only parameters: [Int]? = nil) {
    for input in inputs {
      let place = model.place(of: input.name, namespace: input.namespace, [.inputDatum, .decision])
      let parameter = parameters?.first { model.elements[$0].name == input.name }
      guard let place = parameter ?? place else {
        let names = model.elements.filter { $0.kind == .inputDatum || $0.kind == .decision }.map { $0.name }
        tell(
          .warning, "INPUT", nil, "the model has no input `\(input.name)`",
          fix: suggestions(for: input.name, among: names).map { "did you mean `\($0)`?" })
        continue
      }
      give(input.value, to: place)
    }
    // What a service is not given it does not look for elsewhere.
    for parameter in parameters ?? [] where !isKnown[parameter] {
      isKnown[parameter] = true
      tell(
        .warning, "INPUT", parameter, "no value was given for `\(model.elements[parameter].name)`, so it is null")
    }
  }

  /// Gives an element its value, held against its type.
  mutating func give(_ value: Value, to slot: Int) {
    let element = model.elements[slot]
    var held = value
    if let item = element.item {
      held = machine.coerce(value, to: item, clock: surroundings.clock)
      if !machine.notes.isEmpty {
        for note in machine.notes {
          tell(.error, "INPUT", slot, "the value given for `\(element.name)`: \(note.message)")
        }
        machine.notes = []
      }
    }
    machine.slots[slot] = held
    isKnown[slot] = true
  }

  // MARK: Decisions

  /// Computes decisions, and before them whatever they require.
  mutating func evaluate(_ asked: [Int]) {
    var isNeeded = [Bool](repeating: false, count: model.elements.count)
    var functions: [Int] = []
    var pending = asked
    while let slot = pending.popLast() {
      guard !isNeeded[slot], !isKnown[slot] else { continue }
      isNeeded[slot] = true
      pending += model.elements[slot].information
      pending += model.elements[slot].knowledge
      switch model.elements[slot].kind {
      case .knowledgeModel, .service: functions.append(slot)
      default: break
      }
    }
    for slot in functions { makeFunction(slot) }
    for slot in model.order where isNeeded[slot] && !isKnown[slot] { compute(slot) }
  }

  private mutating func compute(_ slot: Int) {
    let element = model.elements[slot]
    isKnown[slot] = true
    messages += element.faults
    guard let entry = element.entry else {
      if element.kind == .inputDatum {
        tell(.warning, "INPUT", slot, "no value was given for `\(element.name)`, so it is null")
      } else if !element.hasLogic {
        tell(.warning, "INPUT", slot, "`\(element.name)` has no logic, and no value was given for it")
      }
      return
    }
    machine.slots[slot] = run(entry, slot)
  }

  mutating func run(_ entry: Entry, _ slot: Int) -> Value {
    let value = machine.run(entry, within: &surroundings)
    for note in machine.notes { tell(note, slot) }
    machine.notes = []
    return value
  }

  // MARK: Messages

  private mutating func tell(_ note: Machine.Note, _ slot: Int) {
    guard messages.count < 1_000 else { return }
    let piece = model.pieces.piece(at: note.span.start)
    // A note of a business knowledge model's code speaks of that.
    let owner = piece.map { Int($0.element) } ?? slot
    let element = model.elements[model.elements.indices.contains(owner) ? owner : slot]
    var message = ModelFinding(
      note.severity, note.code, node: element.name,
      file: model.files[piece.map { Int($0.module) } ?? element.module].name,
      piece.map { $0.text.place(at: Int(note.span.start - $0.start)) } ?? element.place, note.message)
    message.fix = element.hints.first { $0.message == message.message && $0.place.line == message.place.line }?.fix
    // What is wrong with a text was told before it ran, and what fails in every round is told once.
    let isTold = messages.contains {
      $0.message.hasSameBytes(as: message.message) && $0.node == message.node && $0.place.line == message.place.line
    }
    if !isTold { messages.append(message) }
  }

  mutating func tell(
    _ severity: Diagnostic.Severity, _ code: Text, _ slot: Int?, _ message: Text, fix: Text? = nil
  ) {
    guard messages.count < 1_000 else { return }
    let element = slot.map { model.elements[$0] }
    messages.append(
      ModelFinding(
        severity, code, node: element?.name, file: model.files[element?.module ?? 0].name,
        element?.place ?? SourcePlace(line: 1, column: 1), message, fix: fix))
  }
}
