import FEEL

extension ModelEvaluation {
  /// Puts the function value of a business knowledge model or decision service in its slot.
  mutating func makeFunction(_ slot: Int) {
    isKnown[slot] = true
    let element = model.elements[slot]
    messages += element.faults
    if element.kind == .service {
      machine.slots[slot] = .function(service(slot))
    } else if let entry = element.entry {
      machine.slots[slot] = run(entry, slot)
    }
  }

  /// A decision service as a function: its parameters are its input data, then its input decisions (DMN 1.5 §10.4).
  private func service(_ slot: Int) -> FunctionValue {
    let element = model.elements[slot]
    let parameters = element.parameters.map { place -> FunctionParameter in
      let parameter = model.elements[place]
      return FunctionParameter(name: parameter.name, type: parameter.item == nil ? nil : parameter.type)
    }
    let host = HostFunction(element.name) { [model, limits] arguments, surroundings in
      var evaluation = ModelEvaluation(model, limits: limits, within: surroundings)
      for (parameter, argument) in zip(element.parameters, arguments) {
        evaluation.give(argument, to: parameter)
        if evaluation.machine.slots[parameter].isNull, !argument.isNull {
          surroundings.failure = evaluation.messages.first?.message
          return .null
        }
      }
      for parameter in element.parameters { evaluation.isKnown[parameter] = true }
      let value = evaluation.value(ofService: slot)
      surroundings.steps = evaluation.surroundings.steps
      if value.isNull, let message = evaluation.messages.last {
        surroundings.failure = "\(element.name): \(message.message)"
      }
      return value
    }
    return FunctionValue(host: host, parameters: parameters, result: result(ofService: element))
  }

  private func result(ofService service: DecisionModel.Element) -> FeelType {
    if service.outputs.count == 1 { return model.elements[service.outputs[0]].type }
    return .context(service.outputs.map { FeelType.Entry(model.elements[$0].name, model.elements[$0].type) })
  }

  /// What a service comes to, its parameters being given: its output decision, of several a context.
  mutating func value(ofService slot: Int) -> Value {
    let element = model.elements[slot]
    messages += element.faults
    evaluate(element.outputs)
    let values = element.outputs.map { machine.slots[$0] }
    let value =
      values.count == 1
      ? values[0]
      : .context(Context(shape: Shape(element.outputs.map { model.elements[$0].name }), values: values))
    guard let item = element.item else { return value }
    let held = machine.coerce(value, to: item, clock: surroundings.clock)
    for note in machine.notes { tell(.error, note.code, slot, "the result of `\(element.name)`: \(note.message)") }
    machine.notes = []
    return held
  }

  /// What a business knowledge model gives for arguments by name.
  mutating func value(ofKnowledgeModel slot: Int, _ inputs: [ModelInput]) -> Value {
    evaluate([slot])
    let element = model.elements[slot]
    guard let call = element.call else { return .null }
    for (index, name) in element.names.enumerated() {
      let place = model.elements.count + 1 + index
      while machine.slots.count <= place { machine.slots.append(.null) }
      machine.slots[place] = inputs.first { $0.name == name }?.value ?? .null
    }
    return run(call, slot)
  }
}

extension Value {
  fileprivate var isNull: Bool {
    if case .null = self { return true }
    return false
  }
}
