import Decisions
import FEEL

/// Numbers that are the same in every run (xorshift64*).
struct Seeded: RandomNumberGenerator {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }
  mutating func next() -> UInt64 {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return state &* 0x2545_F491_4F6C_DD1D
  }
  mutating func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &self) }
  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }
  mutating func pick<T>(_ items: [T]) -> T { items[below(items.count)] }
}

/// Rules, facts and inputs made at random; no test against null.
struct RandomRules {
  static let inputs: [(Text, FeelType)] = [
    ("n0", .number), ("n1", .number), ("p0", .boolean), ("p1", .boolean), ("s0", .string), ("s1", .string),
  ]

  var facts: [FactDefinition] = []
  var rules: [RuleDefinition] = []

  /// `upwards`: facts read facts before them only, so that there is no loop.
  init(_ random: inout Seeded, upwards: Bool) {
    let factCount = 2 + random.below(5)
    for index in 0..<factCount {
      let merge = random.pick(Merge.allCases)
      let kind: FeelType =
        merge == .sum || merge == .count ? .number : merge == .max ? random.pick([.boolean, .number]) : .number
      facts.append(
        FactDefinition(
          name: Text("f\(index)"), type: merge == .collect ? .list(.number) : kind, merge: merge,
          fallback: kind == .number && merge != .collect && random.chance(30) ? "1" : nil))
    }
    for index in 0..<(factCount + random.below(6)) {
      let target = index < factCount ? index : random.below(factCount)
      let readable = upwards ? target : factCount
      var contributions: [Contribution] = []
      let fact = facts[target]
      let kind: Contribution.Kind = fact.merge == .sum ? .add : .set
      contributions.append(
        Contribution(kind, fact: fact.name, value: RandomRules.value(fact, &random)))
      rules.append(
        RuleDefinition(
          name: Text("r\(index)"), condition: condition(readable, 3, &random), contributions: contributions,
          priority: random.chance(50) ? Decimal34(random.below(3)) : nil,
          until: random.chance(10) ? CalendarDate(days: 19_000) : nil))
    }
    for index in 0..<2 {
      rules.append(RuleDefinition(name: Text("gate\(index)"), condition: condition(factCount, 3, &random)))
    }
  }

  private static func value(_ fact: FactDefinition, _ random: inout Seeded) -> Text {
    if fact.type == .boolean { return random.pick(["true", "false", "p0"]) }
    return random.pick(["0", "1", "2", "n0", "n0 + 1", "if p0 then 1 else 2"])
  }

  private func condition(_ readable: Int, _ depth: Int, _ random: inout Seeded) -> Text {
    if depth > 0, random.chance(60) {
      let a = condition(readable, depth - 1, &random)
      switch random.below(4) {
      case 0: return "(" + a + ") and (" + condition(readable, depth - 1, &random) + ")"
      case 1: return "(" + a + ") or (" + condition(readable, depth - 1, &random) + ")"
      case 2: return "not(" + a + ")"
      default:
        return "if " + a + " then " + condition(readable, 0, &random) + " else " + condition(readable, 0, &random)
      }
    }
    if readable > 0, random.chance(50) { return RandomRules.test(facts[random.below(readable)], &random) }
    let sign: Text = random.pick(["=", "!=", "<", "<=", ">", ">="])
    switch random.below(6) {
    case 0: return random.pick(["p0", "p1"])
    case 1: return random.pick(["s0", "s1"]) + random.pick([" = ", " != "]) + random.pick(["\"a\"", "\"b\"", "s0"])
    case 2: return random.pick(["n0", "n1"]) + " between 1 and 2"
    case 3: return random.pick(["n0", "n1"]) + " in [1..3)"
    case 4: return "n0 + n1 " + sign + Text(" \(random.below(5))")
    default: return random.pick(["n0 ", "n1 "]) + sign + Text(" \(random.below(4))")
    }
  }

  private static func test(_ fact: FactDefinition, _ random: inout Seeded) -> Text {
    if fact.merge == .collect {
      return random.pick(["count(" + fact.name + ") > 1", "list contains(" + fact.name + ", 1)"])
    }
    if fact.type == .boolean, fact.merge != .count { return fact.name }
    return fact.name + random.pick([" > 1", " = 1", " <= 2", " != 0", " in (0, 2)"])
  }

  /// Some inputs known, the others missing.
  static func values(_ random: inout Seeded, known percent: Int) -> [Text: Value] {
    var values: [Text: Value] = [:]
    for (name, type) in inputs where random.chance(percent) { values[name] = value(type, &random) }
    return values
  }

  static func value(_ type: FeelType, _ random: inout Seeded) -> Value {
    switch type {
    case .number: .number(random.below(5))
    case .boolean: .boolean(random.chance(50))
    default: .string(random.pick(["a", "b", "c"]))
    }
  }
}
