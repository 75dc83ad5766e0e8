/// Functions that make one value of a list (DMN 1.5 §10.3.4.4): of `min([1, 2])` and `min(1, 2)` alike.
enum AggregateBuiltins {
  static let all: [BuiltinDefinition] = [
    BuiltinDefinition("count", [.list("list")], unknown: .own, result: .number) { arguments, _ in
      switch arguments[0] {
      case .list(let items): return .number(Decimal34(items.count))
      case .uncertainList(let list):
        let sure = list.reach.lowerBound
        if sure == list.items.count { return .number(Decimal34(sure)) }
        return .undecided(Interval(least: Decimal34(sure), most: Decimal34(list.items.count)))
      default: return .unknown
      }
    },
    BuiltinDefinition("min", [.items("list")], variadic: .collected, result: .any) { arguments, surroundings in
      extreme(arguments.items(0), &surroundings) { $0.isLess(than: $1) }
    },
    BuiltinDefinition("max", [.items("list")], variadic: .collected, result: .any) { arguments, surroundings in
      extreme(arguments.items(0), &surroundings) { $1.isLess(than: $0) }
    },
    BuiltinDefinition("sum", [.items("list", of: .number)], variadic: .collected, result: .number) {
      arguments, surroundings in
      guard let numbers = numbers(arguments.items(0), &surroundings), !numbers.isEmpty else { return .null }
      return NumberBuiltins.result(sum(numbers), &surroundings)
    },
    BuiltinDefinition("product", [.items("list", of: .number)], variadic: .collected, result: .number) {
      arguments, surroundings in
      guard let numbers = numbers(arguments.items(0), &surroundings), !numbers.isEmpty else { return .null }
      var product: Decimal34? = .one
      for number in numbers { product = product?.multiplied(by: number) }
      return NumberBuiltins.result(product, &surroundings)
    },
    BuiltinDefinition("mean", [.items("list", of: .number)], variadic: .collected, result: .number) {
      arguments, surroundings in
      guard let numbers = numbers(arguments.items(0), &surroundings), !numbers.isEmpty else { return .null }
      return NumberBuiltins.result(mean(numbers), &surroundings)
    },
    BuiltinDefinition("median", [.items("list", of: .number)], variadic: .collected, result: .number) {
      arguments, surroundings in
      guard let numbers = numbers(arguments.items(0), &surroundings), !numbers.isEmpty else { return .null }
      let sorted = numbers.sorted()
      let middle = sorted.count / 2
      if sorted.count % 2 == 1 { return .number(sorted[middle]) }
      return NumberBuiltins.result(mean([sorted[middle - 1], sorted[middle]]), &surroundings)
    },
    BuiltinDefinition("stddev", [.items("list", of: .number)], variadic: .collected, result: .number) {
      arguments, surroundings in
      guard let numbers = numbers(arguments.items(0), &surroundings) else { return .null }
      if numbers.count < 2 { return surroundings.fail("a deviation needs two numbers or more") }
      return NumberBuiltins.result(deviation(numbers), &surroundings)
    },
    BuiltinDefinition("mode", [.items("list", of: .number)], variadic: .collected, result: .list(.number)) {
      arguments, surroundings in
      guard let numbers = numbers(arguments.items(0), &surroundings) else { return .null }
      return .list(modes(numbers).map { .number($0) })
    },
  ]

  /// The numbers of a list; nil, told why, if an item is none.
  private static func numbers(_ items: [Value], _ surroundings: inout CallSurroundings) -> [Decimal34]? {
    var numbers: [Decimal34] = []
    numbers.reserveCapacity(items.count)
    for (index, item) in items.enumerated() {
      guard let number = item.decimal else {
        _ = surroundings.wrongItem(index + 1, "a number", item)
        return nil
      }
      numbers.append(number)
    }
    return numbers
  }

  private static func sum(_ numbers: [Decimal34]) -> Decimal34? {
    var sum: Decimal34? = .zero
    for number in numbers { sum = sum?.adding(number) }
    return sum
  }

  private static func mean(_ numbers: [Decimal34]) -> Decimal34? {
    sum(numbers)?.divided(by: Decimal34(numbers.count))
  }

  /// The deviation of a sample: the divisor is one less than the count.
  private static func deviation(_ numbers: [Decimal34]) -> Decimal34? {
    guard let mean = mean(numbers) else { return nil }
    var squares: Decimal34? = .zero
    for number in numbers {
      guard let distance = number.subtracting(mean), let square = distance.multiplied(by: distance) else { return nil }
      squares = squares?.adding(square)
    }
    return squares?.divided(by: Decimal34(numbers.count - 1))?.squareRoot()
  }

  /// The numbers that come most often, ascending.
  private static func modes(_ numbers: [Decimal34]) -> [Decimal34] {
    var modes: [Decimal34] = []
    var most = 0
    var count = 0
    let sorted = numbers.sorted()
    for (index, number) in sorted.enumerated() {
      count = index > 0 && sorted[index - 1] == number ? count + 1 : 1
      if count > most {
        most = count
        modes = [number]
      } else if count == most {
        modes.append(number)
      }
    }
    return modes
  }

  /// The first item that no other comes before; of whatever kind has an order.
  private static func extreme(
    _ items: [Value], _ surroundings: inout CallSurroundings, comesBefore: (Value, Value) -> Value
  ) -> Value {
    guard var best = items.first else { return .null }
    // An only item must have an order too, and null has none.
    for (index, item) in items.enumerated() {
      switch comesBefore(item, best) {
      case .boolean(true): best = item
      case .boolean(false): break
      case .unknown: return .unknown
      default:
        if item.isNull { return surroundings.wrongItem(index + 1, "a value with an order", item) }
        if index == 0 { return surroundings.wrongItem(1, "a value with an order", item) }
        return surroundings.wrongItem(index + 1, best.kindInWords + " like the others", item)
      }
    }
    return best
  }
}
