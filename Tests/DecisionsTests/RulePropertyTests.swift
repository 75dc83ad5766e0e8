import Decisions
import FEEL
import Testing

@Suite("What holds for all rules")
struct RulePropertyTests {
  /// All that a run found, by name.
  private func found(_ run: RuleBook.Run) -> [String] {
    guard let program = run.book.program else { return run.book.issues.map { "\($0.severity) \($0.message)" } }
    var lines: [String] = []
    for (index, rule) in program.rules.enumerated() { lines.append("\(rule.name): \(run.evaluation.outcomes[index])") }
    for fact in program.facts { lines.append("\(fact.name) = \(run.slots[fact.slot].phrase)") }
    return lines.sorted() + run.conflicts.sorted()
  }

  @Test("the order of rules and facts, shuffled, never changes a result")
  func shuffled() {
    var random = Seeded(1)
    for _ in 0..<100 {
      let rules = RandomRules(&random, upwards: random.chance(80))
      let book = RuleBook(rules.rules, facts: rules.facts, inputs: RandomRules.inputs)
      let other = RuleBook(
        rules.rules.shuffled(using: &random), facts: rules.facts.shuffled(using: &random),
        inputs: RandomRules.inputs.shuffled(using: &random))
      for _ in 0..<4 {
        let values = RandomRules.values(&random, known: 70)
        #expect(found(book.run(values)) == found(other.run(values)))
      }
    }
  }

  @Test("every set of rules ends, loops or not")
  func ends() {
    var random = Seeded(2)
    var loops = 0
    for _ in 0..<120 {
      let rules = RandomRules(&random, upwards: false)
      let book = RuleBook(rules.rules, facts: rules.facts, inputs: RandomRules.inputs)
      if book.program == nil { loops += 1 }
      _ = book.run(RandomRules.values(&random, known: 70))
    }
    #expect(loops > 20)
  }

  @Test("learning what was missing never changes what was decided")
  func monotone() {
    var random = Seeded(3)
    var compiled = 0
    var decided = 0
    for _ in 0..<120 {
      let rules = RandomRules(&random, upwards: true)
      let book = RuleBook(rules.rules, facts: rules.facts, inputs: RandomRules.inputs)
      guard let program = book.program else { continue }
      compiled += 1
      for _ in 0..<6 {
        let partly = RandomRules.values(&random, known: 50)
        var whole = partly
        for (name, type) in RandomRules.inputs where whole[name] == nil {
          whole[name] = RandomRules.value(type, &random)
        }
        let before = book.run(partly)
        let after = book.run(whole)
        for index in program.rules.indices where before.evaluation.outcomes[index] != .unknown {
          #expect(before.evaluation.outcomes[index] == after.evaluation.outcomes[index])
        }
        for fact in program.facts {
          if case .unknown = before.slots[fact.slot] { continue }
          decided += 1
          #expect(before.slots[fact.slot].phrase == after.slots[fact.slot].phrase)
        }
        for conflict in before.evaluation.conflicts where conflict.cause != .nothingGiven {
          #expect(after.evaluation.conflicts.contains { $0.fact == conflict.fact && $0.cause == conflict.cause })
        }
      }
    }
    #expect(compiled > 80 && decided > 500, "\(compiled) \(decided)")
  }

  @Test("with everything known a fact is undecided only by a conflict, its own or one before it, and that is told")
  func told() {
    var random = Seeded(4)
    for _ in 0..<120 {
      let rules = RandomRules(&random, upwards: true)
      let book = RuleBook(rules.rules, facts: rules.facts, inputs: RandomRules.inputs)
      guard let program = book.program else { continue }
      let run = book.run(RandomRules.values(&random, known: 100))
      let disputed = Set(run.evaluation.conflicts.filter { $0.cause != .nothingGiven }.map { $0.fact })
      for (index, fact) in program.facts.enumerated() {
        if disputed.contains(index) {
          #expect(run.slots[fact.slot].isIdentical(to: .unknown))
          continue
        }
        guard case .unknown = run.slots[fact.slot] else { continue }
        let reads = program.transitiveReads(fact: index).compactMap { program.fact(inSlot: $0) }
        #expect(reads.contains { disputed.contains($0) })
      }
    }
  }

  /// A system of truths that need each other, and its inputs.
  private func loops(_ random: inout Seeded, count: Int) -> [RuleDefinition] {
    var rules: [RuleDefinition] = []
    for index in 0..<(count * 2) {
      var parts: [Text] = []
      for _ in 0..<(1 + random.below(3)) {
        parts.append(
          random.chance(60) ? Text("f\(random.below(count))") : random.pick(["p0", "p1", "not(p0)", "n0 > 1"]))
      }
      let condition = Text(parts.map { $0.string }.joined(separator: random.chance(50) ? " and " : " or "))
      rules.append(rule(Text("r\(index)"), condition, set(Text("f\(random.below(count))"), "true")))
    }
    return rules
  }

  @Test("in a loop, what is decided is so in the least fixpoint of every way to complete what is missing")
  func fixpoints() {
    var random = Seeded(5)
    var decided = 0
    for _ in 0..<60 {
      let count = 2 + random.below(3)
      let facts = (0..<count).map {
        FactDefinition(name: Text("f\($0)"), type: .boolean, merge: .max, fallback: "false")
      }
      let rules = loops(&random, count: count)
      let book = RuleBook(rules, facts: facts, inputs: RandomRules.inputs)
      #expect(book.program != nil, "\(book.issues.map { $0.message })")
      let partly = RandomRules.values(&random, known: 40)
      let before = book.run(partly)
      for p0 in [true, false] {
        for p1 in [true, false] {
          for n0 in [0, 2] {
            var whole = partly
            if whole["p0"] == nil { whole["p0"] = .boolean(p0) }
            if whole["p1"] == nil { whole["p1"] = .boolean(p1) }
            if whole["n0"] == nil { whole["n0"] = .number(n0) }
            let after = book.run(whole)
            let expected = oracle(rules, whole, count: count)
            for index in 0..<count {
              let name = Text("f\(index)")
              #expect(after[name].isIdentical(to: .boolean(expected[index])))
              if case .boolean(let truth) = before[name] {
                decided += 1
                #expect(truth == expected[index])
              }
            }
          }
        }
      }
    }
    #expect(decided > 100)
  }

  @Test("levels that lift each other end at the least fixpoint too")
  func levels() {
    var random = Seeded(6)
    var decided = 0
    for _ in 0..<60 {
      let count = 2 + random.below(3)
      let facts = (0..<count).map {
        FactDefinition(name: Text("f\($0)"), type: .number, merge: .max, fallback: "1", domain: ["1", "2", "3", "4"])
      }
      var lifts: [Lift] = []
      var rules: [RuleDefinition] = []
      for index in 0..<(count * 3) {
        let lift = Lift(
          from: random.below(count), atLeast: 1 + random.below(4), to: random.below(count), level: 1 + random.below(4),
          copies: random.chance(25), needs: random.pick([nil, "p0", "p1"]))
        lifts.append(lift)
        let condition = "f\(lift.from) >= \(lift.atLeast)" + (lift.needs.map { " and \($0)" } ?? "")
        rules.append(
          rule(
            Text("r\(index)"), Text(condition),
            set(Text("f\(lift.to)"), Text(lift.copies ? "f\(lift.from)" : "\(lift.level)"))))
      }
      let book = RuleBook(rules, facts: facts, inputs: RandomRules.inputs)
      #expect(book.program != nil, "\(book.issues.map { $0.message })")
      let known = [nil, true, false]
      for p0 in known {
        for p1 in known {
          var partly: [Text: Value] = [:]
          if let p0 { partly["p0"] = .boolean(p0) }
          if let p1 { partly["p1"] = .boolean(p1) }
          let run = book.run(partly)
          for whole0 in p0.map({ [$0] }) ?? [true, false] {
            for whole1 in p1.map({ [$0] }) ?? [true, false] {
              let expected = Lift.close(lifts, count, p0: whole0, p1: whole1)
              for index in 0..<count {
                guard let level = run[Text("f\(index)")].decimal else {
                  #expect(p0 == nil || p1 == nil)
                  continue
                }
                decided += 1
                #expect(level == Decimal34(expected[index]))
              }
            }
          }
        }
      }
    }
    #expect(decided > 1000)
  }

  /// The least fixpoint by rule after rule until nothing changes, read from the text without the engine.
  private func oracle(_ rules: [RuleDefinition], _ values: [Text: Value], count: Int) -> [Bool] {
    var facts = Array(repeating: false, count: count)
    func truth(_ name: String) -> Bool {
      if case .boolean(let value)? = values[Text(name)] { return value }
      return false
    }
    func holds(_ part: String) -> Bool {
      switch part {
      case "p0", "p1": return truth(part)
      case "not(p0)": return !truth("p0")
      case "n0 > 1": return (values["n0"]?.decimal).map { $0 > 1 } ?? false
      default: return facts[Int(part.dropFirst()) ?? 0]
      }
    }
    var changed = true
    while changed {
      changed = false
      for rule in rules {
        let text = rule.condition.string
        let isAnd = text.contains(" and ")
        let parts = text.replacingOr.split(separator: "|").map { String($0) }
        let fires = isAnd ? parts.allSatisfy(holds) : parts.contains(where: holds)
        let target = Int(rule.contributions[0].fact.string.dropFirst()) ?? 0
        if fires && !facts[target] {
          facts[target] = true
          changed = true
        }
      }
    }
    return facts
  }
}

/// A rule that lifts one level once another is high enough.
private struct Lift {
  var from: Int
  var atLeast: Int
  var to: Int
  var level: Int
  var copies: Bool
  var needs: String?

  static func close(_ lifts: [Lift], _ count: Int, p0: Bool, p1: Bool) -> [Int] {
    var levels = Array(repeating: 1, count: count)
    var changed = true
    while changed {
      changed = false
      for lift in lifts where levels[lift.from] >= lift.atLeast {
        if lift.needs == "p0" && !p0 || lift.needs == "p1" && !p1 { continue }
        let level = lift.copies ? levels[lift.from] : lift.level
        if level > levels[lift.to] {
          levels[lift.to] = level
          changed = true
        }
      }
    }
    return levels
  }
}

extension String {
  /// The text with its connectives as bars.
  fileprivate var replacingOr: String {
    var words: [String] = []
    for word in split(separator: " ") { words.append(word == "and" || word == "or" ? "|" : String(word)) }
    return words.joined(separator: " ").split(separator: "|").map { part in
      part.split(separator: " ").joined(separator: " ")
    }.joined(separator: "|")
  }
}
