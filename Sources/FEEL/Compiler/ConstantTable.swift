/// The constants, context shapes and types of a program, numbers, texts and types each held once.
struct ConstantTable: Sendable {
  private(set) var values: [Value] = []
  private(set) var shapes: [Shape] = []
  private(set) var types: [FeelType] = []
  private var places: [Key: Int] = [:]

  private enum Key: Hashable {
    case number(Int64, Int8)
    case text(Text)
  }

  /// The place of a value, added if it is new.
  mutating func place(of value: Value) -> Int {
    let key: Key
    switch value {
    case .small(let coefficient, let exponent): key = .number(coefficient, exponent)
    case .string(let text): key = .text(text)
    default:
      values.append(value)
      return values.count - 1
    }
    if let place = places[key] { return place }
    places[key] = values.count
    values.append(value)
    return values.count - 1
  }

  /// The place of a new shape.
  mutating func place(of shape: Shape) -> Int {
    shapes.append(shape)
    return shapes.count - 1
  }

  /// The place of a type, added if it is new.
  mutating func place(of type: FeelType) -> Int {
    if let place = types.firstIndex(of: type) { return place }
    types.append(type)
    return types.count - 1
  }
}
