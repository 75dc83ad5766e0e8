// Values at the borders of a model: what is declared is held to (DMN 1.5 §7.3.2 and §10.3.2.9.4).
extension Machine {
  /// A value as an item type expects it: itself if it conforms, the item of a list of one, the list of one item, the
  /// midnight of a date; else null, with a note. Null and what is missing is of every type.
  ///
  /// - Parameter item: the type's place in `ProgramBuilder.items`.
  public mutating func coerce(_ value: Value, to item: Int, clock: Clock) -> Value {
    self.clock = clock
    steps = max(steps, limits.steps)
    return coerce(value, to: item, at: -1)
  }

  @inline(never) mutating func coerce(_ value: Value, to item: Int, at here: Int) -> Value {
    if value.isNull || value.isMissing || !program.items.indices.contains(item) { return value }
    if let fitted = fitted(value, item, here, depth: 0) { return fitted }
    if isStopped { return .null }
    guard keepsNotes else { return .null }
    let message = misfit(value, item, at: here)
    note("COERCION", here, message)
    return .null
  }

  private mutating func fitted(_ value: Value, _ item: Int, _ here: Int, depth: Int) -> Value? {
    if depth > limits.depth { return nil }
    let plain = program.plainForm(of: item)
    if case .date(let date) = value, case .plain(.dateTime) = plain {
      let midnight = DateTime(date: date, time: TimeOfDay(nanoseconds: 0, offsetSeconds: 0))
      return conforms(.dateTime(midnight), item, here, depth: depth) ? .dateTime(midnight) : nil
    }
    if conforms(value, item, here, depth: depth) { return value }
    if case .list(let items) = value {
      switch plain {
      case .list, .plain(.list): return nil
      default: break
      }
      guard items.count == 1, !items[0].isNull else { return nil }
      return conforms(items[0], item, here, depth: depth) ? items[0] : nil
    }
    switch plain {
    case .list(let part):
      guard let single = fitted(value, part, here, depth: depth + 1) else { return nil }
      return conforms(.list([single]), item, here, depth: depth) ? .list([single]) : nil
    case .plain(.list(let part)):
      guard let single = value.coerced(to: part), conforms(.list([single]), item, here, depth: depth) else {
        return nil
      }
      return .list([single])
    default: return nil
    }
  }

  /// Whether a value is of an item type as it stands, constraints included.
  mutating func conforms(_ value: Value, _ item: Int, _ here: Int, depth: Int) -> Bool {
    if value.isNull || value.isMissing { return true }
    guard program.items.indices.contains(item), depth <= limits.depth, charge(1, max(0, here)) else { return false }
    let type = program.items[item]
    switch type.form {
    case .plain(let form): if value.conforms(to: form) == false { return false }
    case .item(let other): if !conforms(value, other, here, depth: depth + 1) { return false }
    case .list(let part):
      guard case .list(let items) = value else { return false }
      for item in items where !conforms(item, part, here, depth: depth + 1) { return false }
    case .context(let entries):
      guard case .context(let context) = value else { return false }
      for entry in entries {
        guard let value = context[entry.name], conforms(value, entry.item, here, depth: depth + 1) else { return false }
      }
    case .function(let parameters, let result):
      guard case .function(let function) = value, function.parameters.count == parameters.count else { return false }
      // What a function does not declare shows when it is called.
      guard case .function(let own?, let given) = function.type else { break }
      for (own, wanted) in zip(own, parameters) where clashes(own, wanted) { return false }
      if clashes(given, result) { return false }
    }
    guard let constraint = type.constraint else { return true }
    return meets(value, constraint)
  }

  /// Whether no value can be of a type and of an item type.
  private func clashes(_ type: FeelType, _ item: Int?) -> Bool {
    guard let item else { return false }
    switch program.plainForm(of: item) {
    case .plain(let form): return form.clashes(with: type)
    case .item: return false
    case .list(let part):
      guard case .list(let own) = type else { return type.isNone(of: .list(.any)) }
      return clashes(own, part)
    case .context: return type.isNone(of: .context([]))
    case .function: return type.isNone(of: .anyFunction)
    }
  }

  /// Runs a constraint about a value, in registers of its own. Constraints hold no constraints, so this nests once.
  private mutating func meets(_ value: Value, _ constraint: Entry) -> Bool {
    guard program.routines.indices.contains(Int(constraint.index)) else { return true }
    let routine = program.routines[Int(constraint.index)]
    guard charge(Int(routine.count), Int(routine.start)), slots.indices.contains(program.subjectSlot) else {
      return false
    }
    slots[program.subjectSlot] = value
    // What a test can't compare, it does not meet: no failure of the model.
    let keeps = keepsNotes
    keepsNotes = false
    var file = [Value](repeating: .null, count: Int(routine.registers))
    let verdict = file.withUnsafeMutableBufferPointer { execute(routine, $0) }
    keepsNotes = keeps
    return isTrue(verdict)
  }
}

extension Program {
  /// What a type is at the bottom of all its names.
  func plainForm(of item: Int) -> ItemType.Form {
    var place = item
    for _ in 0...items.count {
      guard items.indices.contains(place) else { break }
      guard case .item(let other) = items[place].form else { return items[place].form }
      place = other
    }
    return .plain(.any)
  }
}
