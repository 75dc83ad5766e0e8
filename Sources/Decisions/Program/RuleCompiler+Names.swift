import FEEL

// Names, merges and the graph of reads: all that is known before types are.

extension RuleCompiler {
  mutating func placeFacts() {
    for (index, fact) in facts.enumerated() {
      if factPlaces[fact.name] == nil { factPlaces[fact.name] = index }
      if factAtSlot[factSlots[index]] == nil { factAtSlot[factSlots[index]] = index }
    }
  }

  mutating func checkNames() {
    for index in facts.indices where factPlaces[facts[index].name] != index {
      issues.append(
        RuleIssue(
          .error, "DUPLICATE", .fact(facts[index].name), Text("the fact \(facts[index].name.string) is declared twice"),
          fix: "keep one of the two"))
    }
    for (first, second) in zip(rulesByName, rulesByName.dropFirst()) where rules[first].name == rules[second].name {
      let name = rules[first].name
      issues.append(
        RuleIssue(
          .error, "DUPLICATE", .rule(name), Text("two rules are called \"\(name.string)\""),
          fix: "give each rule a name of its own"))
    }
    for rule in rules {
      if let from = rule.from, let until = rule.until, until.days < from.days {
        issues.append(
          RuleIssue(
            .error, "DATES", .rule(rule.name), "its last day lies before its first, so it is never in force",
            fix: "exchange the two dates"))
      }
    }
  }

  mutating func collectWriters() {
    writers = Array(repeating: [], count: facts.count)
    for rule in rulesByName {
      for (place, contribution) in rules[rule].contributions.enumerated() {
        if let fact = factPlaces[contribution.fact] {
          writers[fact].append(RuleProgram.Writer(rule: rule, contribution: place))
        } else {
          let name = contribution.fact.string
          issues.append(
            RuleIssue(
              .error, "UNDEFINED", .value(rule: rules[rule].name, contribution: place), Text("there is no fact \(name)")
            )
          )
        }
      }
    }
  }

  /// A fact is set or added to, never both; and its merge fits the word.
  mutating func checkMerges() {
    for (index, fact) in facts.enumerated() {
      let name = fact.name.string
      let setter = writers[index].first { kind($0) == .set }
      let adder = writers[index].first { kind($0) == .add }
      if let setter, let adder {
        let first = rules[setter.rule].name.string
        let second = rules[adder.rule].name.string
        issues.append(
          RuleIssue(
            .error, "MERGE", .fact(fact.name),
            Text("the fact \(name) is both set (rule \"\(first)\") and added to (rule \"\(second)\")"),
            fix: "use \"set\" or \"add\" for all of its rules", related: [subject(setter), subject(adder)]))
      } else if let adder, fact.merge != .sum {
        issues.append(
          RuleIssue(
            .error, "MERGE", subject(adder),
            Text("\"add\" is for sums, but the fact \(name) is declared with merge \(fact.merge.word)"),
            fix: Text("declare merge: sum, or write set \(name) to ...")))
      } else if let setter, fact.merge == .sum {
        issues.append(
          RuleIssue(
            .error, "MERGE", subject(setter), Text("the fact \(name) is a sum, so rules add to it"),
            fix: Text("write add ... to \(name), or declare another merge")))
      }
      if writers[index].isEmpty, factPlaces[fact.name] == index {
        issues.append(
          RuleIssue(
            .warning, "NEVER-SET", .fact(fact.name), Text("no rule gives the fact \(name) a value"),
            fix: "write a rule that does, or remove the fact"))
      }
    }
  }

  func kind(_ writer: RuleProgram.Writer) -> Contribution.Kind {
    rules[writer.rule].contributions[writer.contribution].kind
  }

  func subject(_ writer: RuleProgram.Writer) -> RuleIssue.Subject {
    .value(rule: rules[writer.rule].name, contribution: writer.contribution)
  }

  /// Which fact reads which, by a first compilation whose code is thrown away.
  mutating func readGraph(_ builder: ProgramBuilder) -> FactGraph {
    var scratch = builder
    for rule in rules {
      var found = Reads(condition: scratch.expression(rule.condition, scope: scope).reads)
      for contribution in rule.contributions {
        found.values.append(scratch.expression(contribution.value, scope: scope).reads)
      }
      reads.append(found)
    }
    var edges: [Set<Int>] = []
    for index in facts.indices {
      var edge: Set<Int> = []
      for writer in writers[index] {
        for slot in reads[writer.rule].condition { if let fact = factAtSlot[slot] { edge.insert(fact) } }
        for slot in reads[writer.rule].values[writer.contribution] {
          if let fact = factAtSlot[slot] { edge.insert(fact) }
        }
      }
      if let fallback = facts[index].fallback {
        for slot in scratch.expression(fallback, scope: scope).reads {
          if let fact = factAtSlot[slot] { edge.insert(fact) }
        }
      }
      edges.append(edge)
    }
    return FactGraph(reads: edges, names: facts.map { $0.name })
  }
}
