/// Measures a value before it becomes part of another one, so that no program builds values that are deeper or,
/// written out, larger than the limits: nesting is walked by recursion, and shared parts multiply.
struct Weighing {
  var remaining: Int
  let depth: Int

  init(_ limits: Limits) {
    remaining = limits.size
    depth = min(limits.depth, Comparison.depth)
  }

  /// Whether the value keeps within the limits.
  mutating func admits(_ value: Value, depth level: Int = 1) -> Bool {
    switch value {
    case .list(let items): return admits(items, level)
    case .uncertainList(let list): return admits(list.items, level)
    case .context(let context): return admits(context.values, level)
    case .range(let range):
      if let start = range.start, !admits(start, depth: level + 1) { return false }
      if let end = range.end, !admits(end, depth: level + 1) { return false }
      if case .different(let value) = range.form, !admits(value, depth: level + 1) { return false }
      return true
    case .function(let function):
      guard case .closure(let closure) = function.body else { return true }
      return admits(closure.captured, level)
    default: return true
    }
  }

  private mutating func admits(_ items: [Value], _ level: Int) -> Bool {
    remaining -= items.count + 1
    if remaining < 0 || level >= depth { return false }
    for item in items where !admits(item, depth: level + 1) { return false }
    return true
  }
}
