// Why a value is not of an item type; asked only where it is not.
extension Machine {
  /// `"D" is no value of type tGrade: it does not meet ("A", "B", "C")`.
  mutating func misfit(_ value: Value, _ item: Int, at here: Int) -> Text {
    guard program.items.indices.contains(item) else { return "" }
    let refusal: Text = "\(Self.shown(value)) is no value of type \(program.items[item].name)"
    return reason(value, item, at: here, depth: 0).map { refusal + ": " + $0 } ?? refusal
  }

  /// What is wrong with a part: `180: it does not meet ([0..150])`.
  private mutating func misfit(part value: Value, _ item: Int, at here: Int, depth: Int) -> Text {
    if let reason = reason(value, item, at: here, depth: depth + 1) { return Self.shown(value) + ": " + reason }
    var place = item
    for _ in program.items.indices {
      guard case .item(let other) = program.items[place].form else { break }
      place = other
    }
    return Self.shown(value) + " is no value of type " + program.items[place].name
  }

  /// What is wrong with a value of the right kind.
  private mutating func reason(_ value: Value, _ item: Int, at here: Int, depth: Int) -> Text? {
    guard depth < 16 else { return nil }
    let type = program.items[item]
    switch type.form {
    case .plain(let form): if value.conforms(to: form) == false { return nil }
    case .item(let other):
      if !conforms(value, other, here, depth: 0) { return reason(value, other, at: here, depth: depth + 1) }
    case .list(let part):
      guard case .list(let items) = value else { return nil }
      for (index, item) in items.enumerated() where !conforms(item, part, here, depth: 0) {
        return "its item \(index + 1), " + misfit(part: item, part, at: here, depth: depth)
      }
    case .context(let entries):
      guard case .context(let context) = value else { return nil }
      for entry in entries {
        guard let value = context[entry.name] else { return "its entry `" + entry.name + "` is missing" }
        if !conforms(value, entry.item, here, depth: 0) {
          return "its entry `" + entry.name + "`, " + misfit(part: value, entry.item, at: here, depth: depth)
        }
      }
    case .function(let parameters, _):
      guard case .function(let function) = value, function.parameters.count != parameters.count else { return nil }
      return "it takes \(function.parameters.count) parameters, not \(parameters.count)"
    }
    return type.constraint == nil ? nil : "it does not meet (" + type.constraintText + ")"
  }

  private static func shown(_ value: Value) -> Text {
    switch value {
    case .list, .context, .function: FeelType(kindOf: value).wording
    default: ValueText.shown(value, limit: 60)
    }
  }
}
