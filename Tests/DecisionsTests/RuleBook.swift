import Decisions
import FEEL

/// Facts and rules of a test, compiled over a few inputs.
struct RuleBook {
  let scope: Scope
  let issues: [RuleIssue]
  let program: RuleProgram?
  let code: Program
  let slotCount: Int

  init(
    _ rules: [RuleDefinition], facts declared: [FactDefinition] = [], inputs: [(Text, FeelType)] = [],
    namespaces: [(Text, [Text])] = []
  ) {
    var variables: [Scope.Variable] = []
    var slot = 0
    for (name, type) in inputs {
      variables.append(Scope.Variable(name, .slot(slot, type)))
      slot += 1
    }
    for (name, members) in namespaces {
      var inner: [Scope.Variable] = []
      for member in members {
        inner.append(Scope.Variable(member, .slot(slot, .number)))
        slot += 1
      }
      variables.append(Scope.Variable(name, .namespace(inner, hint: "write \(name).Score")))
    }
    let facts = FactInference.facts(declared: declared, rules: rules)
    var factSlots: [Int] = []
    for fact in facts {
      variables.append(Scope.Variable(fact.name, .slot(slot, fact.type)))
      factSlots.append(slot)
      slot += 1
    }
    scope = Scope(variables)
    slotCount = slot
    var builder = ProgramBuilder()
    let compiled = RuleProgram.compile(
      facts: facts, rules: rules, scope: scope, factSlots: factSlots, builder: &builder)
    program = compiled.program
    issues = compiled.issues
    code = builder.finish()
  }

  /// Runs it on some inputs; all others are missing.
  func run(_ inputs: [Text: Value] = [:], day: Int64 = 20_000) -> Run {
    var machine = Machine(code, slots: slotCount)
    for (name, value) in inputs {
      let slot = slot(name)
      if slot >= 0 { machine.slots[slot] = value }
    }
    let clock = Clock(epochMilliseconds: day * 86_400_000 + 43_200_000, offsetSeconds: 0)
    let evaluation = program?.run(&machine, clock: clock) ?? RuleEvaluation()
    return Run(book: self, slots: machine.slots, evaluation: evaluation, clock: clock)
  }

  func slot(_ path: Text) -> Int {
    let parts = path.string.split(separator: ".").map { Text(String($0)) }
    guard let variable = scope[parts.first ?? ""] else { return -1 }
    switch variable.meaning {
    case .slot(let slot, _): return slot
    case .namespace(let members, hint: _):
      for member in members where member.name == parts.last {
        if case .slot(let slot, _) = member.meaning { return slot }
      }
      return -1
    }
  }

  struct Run {
    let book: RuleBook
    let slots: [Value]
    let evaluation: RuleEvaluation
    let clock: Clock

    subscript(fact: Text) -> Value {
      guard let program = book.program, let index = program.fact(named: fact) else { return .unknown }
      return slots[program.facts[index].slot]
    }

    func outcome(_ rule: Text) -> Outcome? {
      book.program?.rule(named: rule).map { evaluation.outcomes[$0] }
    }

    var conflicts: [String] {
      guard let program = book.program else { return [] }
      return evaluation.conflicts.map { program.sentence($0).string }
    }

    func why(_ rule: Text, _ sentences: ReasonSentences = ReasonSentences()) -> String {
      guard let program = book.program, let index = program.rule(named: rule) else { return "no program" }
      var explainer = RuleExplainer(program, scope: book.scope)
      return sentences.sentence(explainer.why(rule: index, slots: slots, evaluation, clock: clock)).string
    }
  }
}

extension Value {
  static func number(_ value: Int) -> Value { .number(Decimal34(value)) }
}

/// A rule in one line: name, condition, and what it gives.
func rule(
  _ name: Text, _ condition: Text, _ contributions: Contribution..., priority: Decimal34? = nil,
  from: Int64? = nil, until: Int64? = nil
) -> RuleDefinition {
  RuleDefinition(
    name: name, condition: condition, contributions: contributions, priority: priority,
    from: from.map { CalendarDate(days: $0) }, until: until.map { CalendarDate(days: $0) })
}

func set(_ fact: Text, _ value: Text) -> Contribution { Contribution(.set, fact: fact, value: value) }
func add(_ value: Text, to fact: Text) -> Contribution { Contribution(.add, fact: fact, value: value) }
