import FEEL

/// The merge of one fact's values, taken one after the other by rule name.
struct Merging {
  private let fact: Int
  private let definition: FlatProgram.Fact
  /// Whether a rule or a value is undecided, and so the fact.
  private var open: Bool
  /// The value so far, of the rule in the row `holder`.
  private var held: Value?
  private var holder = 0
  private var priority: Decimal34?
  private var total = Decimal34(0)
  private var collected: [Value] = []
  /// The values that stand against each other.
  private var cause: Conflict.Cause?
  private var rules: [Int] = []
  private var values: [Value] = []

  init(fact: Int, definition: FlatProgram.Fact, open: Bool) {
    self.fact = fact
    self.definition = definition
    self.open = open
  }

  mutating func take(_ value: Value, from writer: FlatProgram.Writer) {
    if value.isOpen {
      open = true
      return
    }
    if !definition.domain.isEmpty, value.isWhole, !Merging.isAllowed(value, of: definition) {
      oppose(.outsideDomain, value, writer.rule)
      return
    }
    switch definition.merge {
    case .any: takeEqual(value, writer, otherwise: .differentValues)
    case .unique:
      if held != nil { stand(.severalRules, value, writer.rule) } else { hold(value, writer.rule) }
    case .highestPriority: takeByPriority(value, writer)
    case .collect:
      // Its place among the others hangs on all of it.
      if value.isWhole { collected.append(value) } else { open = true }
    case .sum:
      if case .null = value { return leaveOut(value, writer.rule) }
      guard let number = value.decimal, let sum = total.adding(number) else {
        return oppose(.unusable, value, writer.rule)
      }
      total = sum
    case .min: takeExtreme(value, writer, greatest: false)
    case .max: takeExtreme(value, writer, greatest: true)
    case .count: break
    }
  }

  /// The merged value; conflicts are told even while the fact is undecided anyway.
  mutating func finish(fired: Int, into conflicts: inout [Conflict]) -> Value {
    // What is still open may outrank a tie.
    if let cause, !(open && cause == .tie) {
      conflicts.append(Conflict(cause, fact: fact, rules: rules, values: values))
      if cause != .nothingGiven { return .unknown }
    }
    if open { return .unknown }
    switch definition.merge {
    case .any, .unique, .highestPriority, .min, .max: return held ?? .null
    case .count: return .small(coefficient: Int64(fired), exponent: 0)
    case .sum: return .number(total)
    case .collect: return .list(sorted(collected))
    }
  }

  private mutating func hold(_ value: Value, _ rule: Int) {
    held = value
    holder = rule
  }

  /// Any: equal values agree; the value of the first rule by name stands, should they be written differently.
  private mutating func takeEqual(_ value: Value, _ writer: FlatProgram.Writer, otherwise cause: Conflict.Cause) {
    guard let held else { return hold(value, writer.rule) }
    switch held.agrees(with: value) {
    case true?: break
    case false?: stand(cause, value, writer.rule)
    case nil: open = true
    }
  }

  private mutating func takeByPriority(_ value: Value, _ writer: FlatProgram.Writer) {
    guard held != nil else {
      priority = writer.priority
      return hold(value, writer.rule)
    }
    switch Merging.compare(writer.priority, priority) {
    case 1:
      // What stood against each other below no longer counts.
      if cause == .tie { clear() }
      priority = writer.priority
      hold(value, writer.rule)
    case 0: takeEqual(value, writer, otherwise: .tie)
    default: break
    }
  }

  /// -1, 0 or 1; a rule without priority stands below every other.
  private static func compare(_ a: Decimal34?, _ b: Decimal34?) -> Int {
    guard let a else { return b == nil ? 0 : -1 }
    guard let b else { return 1 }
    return a < b ? -1 : b < a ? 1 : 0
  }

  private mutating func takeExtreme(_ value: Value, _ writer: FlatProgram.Writer, greatest: Bool) {
    if case .null = value { return leaveOut(value, writer.rule) }
    guard let held else {
      // A lone value without order is as unusable as two.
      if Merging.isLess(value, value, definition.domain) == nil { return oppose(.unusable, value, writer.rule) }
      return hold(value, writer.rule)
    }
    let less =
      greatest ? Merging.isLess(held, value, definition.domain) : Merging.isLess(value, held, definition.domain)
    guard let less else { return oppose(.unusable, value, writer.rule) }
    if less { hold(value, writer.rule) }
  }

  /// Whether a comes before b: by the listed values if there are any, else as FEEL orders them, and false before true.
  /// Nil if they have no order.
  static func isLess(_ a: Value, _ b: Value, _ domain: [Value]) -> Bool? {
    if !domain.isEmpty {
      guard let first = rank(a, domain), let second = rank(b, domain) else { return nil }
      return first < second
    }
    if case .boolean(let first) = a, case .boolean(let second) = b { return !first && second }
    guard case .boolean(let less) = a.isLess(than: b) else { return nil }
    return less
  }

  static func rank(_ value: Value, _ domain: [Value]) -> Int? {
    domain.firstIndex { $0.agrees(with: value) == true }
  }

  /// Whether a value is among the listed ones; null always is: it says that there is none.
  static func isAllowed(_ value: Value, of fact: FlatProgram.Fact) -> Bool {
    if case .null = value { return true }
    if fact.merge == .count || fact.merge == .sum { return true }
    return rank(value, fact.domain) != nil
  }

  /// As `isAllowed`, of the fact's own value: a list where values are collected.
  static func isAllowedFallback(_ value: Value, of fact: FlatProgram.Fact) -> Bool {
    guard fact.merge == .collect, case .list(let items) = value else { return isAllowed(value, of: fact) }
    return items.allSatisfy { isAllowed($0, of: fact) }
  }

  private mutating func leaveOut(_ value: Value, _ rule: Int) {
    // Graver things have been told already.
    if let cause, cause != .nothingGiven { return }
    cause = .nothingGiven
    rules.append(rule)
    values.append(value)
  }

  /// A value that stands against the one held.
  private mutating func stand(_ new: Conflict.Cause, _ value: Value, _ rule: Int) {
    if cause != new, let held {
      clear()
      rules = [holder]
      values = [held]
    }
    cause = new
    rules.append(rule)
    values.append(value)
  }

  /// A value that is wrong by itself.
  private mutating func oppose(_ new: Conflict.Cause, _ value: Value, _ rule: Int) {
    if cause != new { clear() }
    cause = new
    rules.append(rule)
    values.append(value)
  }

  private mutating func clear() {
    cause = nil
    rules = []
    values = []
  }

  /// By value; equal ones stay by rule name.
  private func sorted(_ values: [Value]) -> [Value] {
    if values.count < 2 { return values }
    let places = values.indices.sorted { a, b in
      if values[a].precedes(values[b]) { return true }
      if values[b].precedes(values[a]) { return false }
      return a < b
    }
    return places.map { values[$0] }
  }
}
