// Operations on values, one method each. `here` is the place of the instruction.
extension Machine {
  @inline(never) mutating func fail(_ i: Instruction, _ r: Registers, _ message: Value, _ here: Int) {
    if case .string(let text) = message { note("NULL", here, text) }
    r[Int(i.a)] = i.mode == 1 ? .unknown : .null
  }

  @inline(never) mutating func compare(_ mask: UInt8, _ a: Value, _ b: Value, _ here: Int) -> Value {
    var comparison = Comparison(budget: steps)
    let truth: Truth
    switch mask {
    case 2: truth = comparison.equality(a, b)
    case 5: truth = comparison.equality(a, b).negated
    case 1: truth = Comparison.less(a, b)
    case 3: truth = Comparison.less(b, a).negated
    case 4: truth = Comparison.less(b, a)
    default: truth = Comparison.less(a, b).negated
    }
    settle(comparison, here)
    if truth == .null, !a.isNull, !b.isNull { note("TYPE", here, Self.incomparable(a, b)) }
    return truth.value
  }

  private static func incomparable(_ a: Value, _ b: Value) -> Text {
    let kinds = (FeelType(kindOf: a), FeelType(kindOf: b))
    switch kinds {
    case (.time, .time), (.dateTime, .dateTime):
      return "\(kinds.0.wording) with a zone or offset cannot be compared with one without"
    default: return "\(kinds.0.wording) cannot be compared with \(kinds.1.wording)"
    }
  }

  /// Takes over the work of a comparison.
  private mutating func settle(_ comparison: Comparison, _ here: Int) {
    if comparison.isExhausted { _ = stop(here, "SIZE", "values are too large to be compared") }
    steps = max(0, comparison.remaining)
  }

  @inline(never) mutating func between(_ value: Value, _ least: Value, _ most: Value, _ here: Int) -> Value {
    let truth = Comparison.between(value, least, most)
    if truth == .null, !value.isNull, !least.isNull, !most.isNull {
      note("TYPE", here, "\(FeelType(kindOf: value).wording) does not lie between what has another kind")
    }
    return truth.value
  }

  @inline(never) mutating func within(_ value: Value, _ test: Value, verdict: Bool, _ here: Int) -> Value {
    var comparison = Comparison(budget: steps)
    let truth = comparison.meets(value, test, verdict: verdict)
    settle(comparison, here)
    if truth == .null, !value.isNull, !test.isNull {
      note(
        "TYPE", here, "\(FeelType(kindOf: value).wording) is neither in nor outside \(FeelType(kindOf: test).wording)")
    }
    return truth.value
  }

  @inline(never) mutating func withinAny(_ value: Value, _ tests: Value, _ here: Int) -> Value {
    guard case .list(let items) = tests, charge(items.count, here) else { return .null }
    if case .string(let text) = value {
      var isSameKind = true
      for item in items {
        guard case .string(let other) = item else {
          isSameKind = false
          continue
        }
        if text.hasSameBytes(as: other) { return .boolean(true) }
      }
      if isSameKind { return .boolean(false) }
    }
    var comparison = Comparison(budget: steps)
    var truth = Truth.no
    for item in items {
      truth = truth.or(comparison.equality(value, item))
      if truth == .yes { break }
    }
    settle(comparison, here)
    return truth.value
  }

  /// Keeps why a condition came to null: an operand that is no boolean.
  @inline(never) mutating func noteCondition(_ operand: Value, _ here: Int) {
    switch operand {
    case .boolean, .null, .unknown: return
    default: note("TYPE", here, "\(FeelType(kindOf: operand).wording) stands where a condition is needed")
    }
  }

  @inline(never) mutating func join(_ i: Instruction, _ r: Registers) {
    let a = Int(i.a)
    let b = Int(i.b)
    guard Truth(r[Int(i.c)]) == .unknown else {
      r[a] = r[b]
      return
    }
    var order = TotalOrder(remaining: steps)
    let isSame = order.compare(r[a], r[b]) == .same && !order.isExhausted
    steps = max(0, order.remaining)
    if !isSame { r[a] = .unknown }
  }

  @inline(never) mutating func arithmetic(_ operation: BinaryOperator, _ a: Value, _ b: Value, _ here: Int) -> Value {
    if case .string(let x) = a, case .string(let y) = b {
      let bytes = x.bytes.count + y.bytes.count
      guard charge(bytes / 16, here) else { return .null }
      if bytes > limits.size { return stopped(here, "a string grew beyond \(limits.size) bytes") }
    }
    switch Arithmetic.compute(operation, a, b) {
    case .value(let value): return value
    case .failure(let reason):
      note(a.decimal == nil || b.decimal == nil ? "TYPE" : "NUMBER", here, reason)
      return .null
    }
  }

  private mutating func stopped(_ here: Int, _ message: Text) -> Value {
    _ = stop(here, "SIZE", message)
    return .null
  }

  @inline(never) mutating func negate(_ value: Value, _ here: Int) -> Value {
    if value.isMissing { return .unknown }
    if value.isNull { return .null }
    if let negated = Arithmetic.negated(value) { return negated }
    note("TYPE", here, "\(FeelType(kindOf: value).wording) cannot be negated")
    return .null
  }

  // MARK: Lists, contexts, ranges

  /// Whether a value may become part of another.
  mutating func admits(_ value: Value, _ here: Int) -> Bool {
    switch value {
    case .list, .uncertainList, .context, .range, .function:
      var weighing = Weighing(limits)
      let admitted = weighing.admits(value)
      guard charge(limits.size - weighing.remaining, here) else { return false }
      if admitted { return true }
      if weighing.remaining < 0 { return stop(here, "SIZE", "a value grew beyond \(limits.size) parts") }
      return stop(here, "DEPTH", "a value nests deeper than \(limits.depth)")
    default: return true
    }
  }

  @inline(never) mutating func append(_ value: Value, certain: Bool, to a: Int, _ r: Registers, _ here: Int) {
    guard admits(value, here) else { return }
    keep(value, certain: certain, in: a, r, here)
  }

  /// Adds a value that is known to be within the limits.
  @inline(__always) mutating func keep(_ value: Value, certain: Bool, in a: Int, _ r: Registers, _ here: Int) {
    // Taken out, so that the array has one owner and is not copied.
    var list = Value.null
    swap(&list, &r[a])
    guard case .list(var items) = consume list else { return }
    if items.count >= limits.size {
      _ = stop(here, "SIZE", "a list grew beyond \(limits.size) items")
      return
    }
    items.append(value)
    if !certain || !r[a + 1].isNull { flag(certain, a + 1, items.count, r) }
    r[a] = .list(items)
  }

  /// Notes of the last item of a list whether it is certain; before the first that is not, nothing is noted.
  @inline(never) private func flag(_ certain: Bool, _ place: Int, _ count: Int, _ r: Registers) {
    var list = Value.null
    swap(&list, &r[place])
    if case .list(var flags) = consume list {
      flags.append(.boolean(certain))
      r[place] = .list(flags)
    } else {
      var flags = Array(repeating: Value.boolean(true), count: count)
      flags[count - 1] = .boolean(certain)
      r[place] = .list(flags)
    }
  }

  @inline(never) mutating func finishList(_ a: Int, _ r: Registers) {
    guard case .list(let flags) = r[a + 1], case .list(let items) = r[a] else { return }
    r[a] = .uncertainList(UncertainList(items: items, certain: flags.map { isTrue($0) }))
    r[a + 1] = .null
  }

  /// The results of a loop so far. Its next round copies the list, which is paid for here.
  @inline(never) mutating func partial(_ list: Int, _ r: Registers, _ here: Int) -> Value {
    if case .list = r[list + 1] { return .unknown }
    guard case .list(let items) = r[list], charge(items.count / 4, here) else { return .null }
    return r[list]
  }

  @inline(never) mutating func context(_ i: Instruction, _ r: Registers, _ here: Int) -> Value {
    let shape = program.shapes[Int(i.c)]
    let values = Array(r[Int(i.b)..<(Int(i.b) + shape.keys.count)])
    for value in values where !admits(value, here) { return .null }
    return .context(Context(shape: shape, values: values))
  }

  @inline(never) mutating func range(_ i: Instruction, _ r: Registers, _ here: Int) -> Value {
    let ends = Instruction.Ends(rawValue: i.mode)
    if ends.contains(.equal) { return Construction.range(by: .equal, r[Int(i.b)]) }
    if ends.contains(.different) { return Construction.range(by: .notEqual, r[Int(i.b)]) }
    let start: Value? = ends.contains(.start) ? r[Int(i.b)] : nil
    let end: Value? = ends.contains(.end) ? r[Int(i.c)] : nil
    let range = Construction.range(start, ends.contains(.startIncluded), end, ends.contains(.endIncluded))
    if range.isNull { note("TYPE", here, "the ends of a range must be of one kind that has an order") }
    return range
  }

  // MARK: Paths

  @inline(never) mutating func entry(_ key: Value, of value: Value, _ here: Int) -> Value {
    guard case .string(let key) = key else { return .null }
    return entry(key, of: value, depth: 0, here)
  }

  private mutating func entry(_ key: Text, of value: Value, depth: Int, _ here: Int) -> Value {
    switch value {
    case .context(let context):
      if let place = context.shape.index(of: key), place < context.values.count { return context.values[place] }
      if program.law == .sales { return .unknown }
      note("NULL", here, "the context has no `\(key)`")
      return .null
    case .null: return .null
    case .unknown, .undecided: return .unknown
    case .list(let items): return .list(entries(key, of: items, depth, here))
    case .uncertainList(let list):
      return .uncertainList(UncertainList(items: entries(key, of: list.items, depth, here), certain: list.certain))
    case .range(let range):
      switch key {
      case "start": return range.start ?? .null
      case "end": return range.end ?? .null
      case "start included": return .boolean(range.startIncluded)
      case "end included": return .boolean(range.endIncluded)
      default: break
      }
    default:
      if let property = TemporalProperty.property(key, of: value) { return property }
    }
    note("TYPE", here, "\(FeelType(kindOf: value).wording) has no `\(key)`")
    return .null
  }

  private mutating func entries(_ key: Text, of items: [Value], _ depth: Int, _ here: Int) -> [Value] {
    guard charge(items.count, here), depth < Comparison.depth else { return [] }
    var result: [Value] = []
    result.reserveCapacity(items.count)
    for item in items { result.append(entry(key, of: item, depth: depth + 1, here)) }
    return result
  }

  /// Loads an entry of a filter's item; false if the item has none, and an outer name is meant.
  @inline(never) mutating func itemEntry(_ i: Instruction, _ r: Registers, _ key: Value, _ here: Int) -> Bool {
    switch r[Int(i.b)] {
    case .unknown, .undecided, .uncertainList:
      r[Int(i.a)] = .unknown
      return true
    case .context(let context):
      guard case .string(let key) = key,
        let place = context.shape.index(of: key, hint: pathHints[here & 63]), place < context.values.count
      else { return false }
      pathHints[here & 63] = place
      r[Int(i.a)] = context.values[place]
      return true
    default: return false
    }
  }
}
