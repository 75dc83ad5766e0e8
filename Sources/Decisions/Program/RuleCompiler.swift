public import FEEL

extension RuleProgram {
  /// Compiles facts and rules into one program; all issues are told at once, in an order that does not hang on that of
  /// the definitions. The program is nil if one of them is an error.
  ///
  /// `facts` must hold every fact that a rule gives to (see `FactInference`), each with its slot in `factSlots`. In
  /// `scope` the names of facts stand with these slots; where a fact's type is `any` there, the type that its rules'
  /// values show takes its place while they are compiled.
  ///
  /// - Complexity: every text is compiled twice, first to learn what it reads.
  public static func compile(
    facts: [FactDefinition], rules: [RuleDefinition], scope: Scope, factSlots: [Int], builder: inout ProgramBuilder
  ) -> (program: RuleProgram?, issues: [RuleIssue]) {
    var compiler = RuleCompiler(facts: facts, rules: rules, scope: scope, factSlots: factSlots)
    let program = compiler.compile(&builder)
    let issues = compiler.issues.sorted(by: RuleIssue.precedes)
    return (issues.contains { $0.severity == .error } ? nil : program, issues)
  }
}

/// The state of compiling a rule program.
struct RuleCompiler {
  /// What the texts of one rule read, before types are known.
  struct Reads {
    var condition: [Int] = []
    var values: [[Int]] = []
  }

  var facts: [FactDefinition]
  let rules: [RuleDefinition]
  var scope: Scope
  let factSlots: [Int]
  var issues: [RuleIssue] = []
  /// By name; the first of several.
  var factPlaces: [Text: Int] = [:]
  /// By slot.
  var factAtSlot: [Int: Int] = [:]
  /// Rules by name.
  let rulesByName: [Int]
  /// By fact: the contributions to it, by rule name.
  var writers: [[RuleProgram.Writer]] = []
  var domains: [[Value]] = []
  /// By rule: what its texts read, found by a first compilation.
  var reads: [Reads] = []
  var conditions: [CompiledText?] = []
  var values: [[CompiledText?]] = []
  var fallbacks: [CompiledText?] = []
  /// Rules whose condition was compiled, with an error or not.
  var isJudged: [Bool] = []

  init(facts: [FactDefinition], rules: [RuleDefinition], scope: Scope, factSlots: [Int]) {
    self.facts = facts
    self.rules = rules
    self.scope = scope
    self.factSlots = factSlots
    rulesByName = rules.indices.sorted {
      rules[$0].name != rules[$1].name ? rules[$0].name < rules[$1].name : $0 < $1
    }
  }

  mutating func compile(_ builder: inout ProgramBuilder) -> RuleProgram? {
    guard facts.count == factSlots.count else {
      issues.append(RuleIssue(.error, "SLOTS", .fact(facts.first?.name ?? ""), "every fact needs a slot of its own"))
      return nil
    }
    placeFacts()
    checkNames()
    collectWriters()
    readDomains(builder)
    checkMerges()
    let graph = readGraph(builder)
    let components = graph.components()
    conditions = Array(repeating: nil, count: rules.count)
    values = rules.map { Array(repeating: nil, count: $0.contributions.count) }
    fallbacks = Array(repeating: nil, count: facts.count)
    isJudged = Array(repeating: false, count: rules.count)
    var plan: [RuleProgram.Step] = []
    var loops: [Loop] = []
    var planned = Array(repeating: false, count: rules.count)
    for component in components {
      for fact in component { compileFact(fact, &builder) }
      if graph.isLoop(component) {
        if let loop = loop(component, graph) {
          for turn in loop.turns { planned[turn.rule] = true }
          plan.append(.loop(loops.count))
          loops.append(loop)
        }
        continue
      }
      for fact in component {
        for writer in writers[fact] where !planned[writer.rule] {
          planned[writer.rule] = true
          plan.append(.condition(writer.rule))
        }
        plan.append(.fact(fact))
      }
    }
    for rule in rulesByName {
      compileCondition(rule, &builder)
      if !planned[rule] { plan.append(.condition(rule)) }
    }
    return assemble(plan, loops)
  }

  private func assemble(_ plan: [RuleProgram.Step], _ loops: [Loop]) -> RuleProgram? {
    if issues.contains(where: { $0.severity == .error }) { return nil }
    var compiledRules: [RuleProgram.Rule] = []
    for (index, rule) in rules.enumerated() {
      guard let condition = conditions[index] else { return nil }
      let texts = values[index].compactMap { $0 }
      guard texts.count == rule.contributions.count else { return nil }
      compiledRules.append(RuleProgram.Rule(definition: rule, condition: condition, values: texts))
    }
    var compiledFacts: [RuleProgram.Fact] = []
    for (index, fact) in facts.enumerated() {
      compiledFacts.append(
        RuleProgram.Fact(
          definition: fact, slot: factSlots[index], writers: writers[index], fallback: fallbacks[index],
          domain: domains[index]))
    }
    return RuleProgram(facts: compiledFacts, rules: compiledRules, plan: plan, loops: loops)
  }

  /// Compiles the texts that give to a fact, and finds its type if none was declared.
  private mutating func compileFact(_ fact: Int, _ builder: inout ProgramBuilder) {
    for writer in writers[fact] {
      compileCondition(writer.rule, &builder)
      let rule = rules[writer.rule]
      let compiled = builder.expression(rule.contributions[writer.contribution].value, scope: scope)
      let subject = RuleIssue.Subject.value(rule: rule.name, contribution: writer.contribution)
      tell(compiled.diagnostics, subject)
      values[writer.rule][writer.contribution] = CompiledText(compiled)
    }
    if let fallback = facts[fact].fallback {
      let compiled = builder.expression(fallback, scope: scope)
      tell(compiled.diagnostics, .fallback(facts[fact].name))
      fallbacks[fact] = CompiledText(compiled)
    }
    checkTypes(of: fact)
    refineScope(fact)
  }

  private mutating func compileCondition(_ index: Int, _ builder: inout ProgramBuilder) {
    if isJudged[index] { return }
    isJudged[index] = true
    let rule = rules[index]
    let compiled = builder.expression(rule.condition, scope: scope)
    tell(compiled.diagnostics, .condition(rule.name))
    conditions[index] = CompiledText(compiled)
    guard compiled.entry != nil else { return }
    switch compiled.type {
    case .any, .boolean: break
    default:
      let root = compiled.tree.roots.first.map { compiled.tree.span(of: $0) }
      issues.append(
        RuleIssue(
          .error, "TYPE", .condition(rule.name), span: root,
          Text("a condition is true or false, but this is \(compiled.type.withArticle)"),
          fix: "compare it with something"))
    }
  }

  private mutating func tell(_ diagnostics: [Diagnostic], _ subject: RuleIssue.Subject) {
    for diagnostic in diagnostics {
      issues.append(
        RuleIssue(
          diagnostic.severity, diagnostic.code, subject, span: diagnostic.span, diagnostic.told,
          fix: diagnostic.fix))
    }
  }

  private mutating func refineScope(_ fact: Int) {
    let name = facts[fact].name
    for (index, variable) in scope.variables.enumerated() where variable.name == name {
      if case .slot(let slot, _) = variable.meaning, slot == factSlots[fact] {
        scope.variables[index].meaning = .slot(slot, facts[fact].type)
      }
    }
  }
}
