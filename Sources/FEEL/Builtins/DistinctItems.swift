/// The items of a list without those that are equal to an earlier one.
enum DistinctItems {
  static func of(_ items: [Value], _ surroundings: inout CallSurroundings) -> Value {
    if items.count > 16, let distinct = sorted(items) { return .list(distinct) }
    var comparison = Comparison(budget: surroundings.limits.steps)
    var distinct: [Value] = []
    for item in items {
      guard surroundings.spend(distinct.count) else {
        return surroundings.fail("there are too many items to hold each against all others")
      }
      var isNew = true
      for other in distinct {
        let equality = comparison.equality(other, item)
        if equality == .unknown { return .unknown }
        if equality == .yes {
          isNew = false
          break
        }
      }
      if comparison.isExhausted { return surroundings.fail("the values are too large to compare") }
      if isNew { distinct.append(item) }
    }
    return .list(distinct)
  }

  /// In O(n log n) where all items are strings, or all numbers; nil for others.
  private static func sorted(_ items: [Value]) -> [Value]? {
    let texts = items.compactMap { item -> Text? in if case .string(let text) = item { text } else { nil } }
    if texts.count == items.count { return pick(items, texts) }
    let numbers = items.compactMap { $0.decimal }
    return numbers.count == items.count ? pick(items, numbers) : nil
  }

  private static func pick<Key: Comparable>(_ items: [Value], _ keys: [Key]) -> [Value] {
    let order = keys.indices.sorted { a, b in
      if keys[a] < keys[b] { return true }
      return keys[b] < keys[a] ? false : a < b
    }
    var isFirst = Array(repeating: true, count: items.count)
    for place in order.indices.dropFirst() where keys[order[place]] == keys[order[place - 1]] {
      isFirst[order[place]] = false
    }
    return items.indices.filter { isFirst[$0] }.map { items[$0] }
  }
}
