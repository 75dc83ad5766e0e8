import FEEL

// Types and allowed values: what rules give must fit what is declared, and each other.

extension RuleCompiler {
  /// Reads the listed values of each fact; a list of numbers is one of numbers if the type says so.
  mutating func readDomains(_ builder: ProgramBuilder) {
    var scratch = builder
    for index in facts.indices {
      let fact = facts[index]
      var domain: [Value] = []
      switch itemType(of: fact) {
      case .number, .date, .time, .dateTime, .monthsDuration, .daysDuration, .boolean:
        for text in fact.domain {
          let compiled = scratch.expression(text, scope: Scope())
          let literal =
            compiled.tree.constant
            ?? compiled.tree.roots.first.flatMap { compiled.tree.number($0) }
            .map { Value.number($0) }
          if let literal {
            domain.append(literal)
          } else {
            issues.append(
              RuleIssue(
                .error, "DOMAIN", .fact(fact.name),
                Text("the allowed value \(text.string) of \(fact.name.string) is no literal"),
                fix: "list the values as they are written in FEEL"))
          }
        }
      case .any, .null, .string, .list, .context, .range, .function, .named:
        domain = fact.domain.map { .string($0) }
        if !domain.isEmpty, case .any = itemType(of: fact) {
          facts[index].type = fact.merge == .collect ? .list(.string) : .string
        }
      }
      domains.append(domain)
      checkRepeats(domain, fact)
    }
  }

  private mutating func checkRepeats(_ domain: [Value], _ fact: FactDefinition) {
    for (place, value) in domain.enumerated() where domain[..<place].contains(where: { $0.agrees(with: value) == true })
    {
      issues.append(
        RuleIssue(
          .error, "DOMAIN", .fact(fact.name),
          Text("the allowed value \(fact.domain[place].string) of \(fact.name.string) is listed twice"),
          fix: "keep one of the two"))
    }
  }

  /// The type that one contribution has.
  func itemType(of fact: FactDefinition) -> FeelType {
    switch (fact.merge, fact.type) {
    case (.collect, .list(let item)): item
    case (.sum, _): .number
    case (.count, _): .any
    default: fact.type
    }
  }

  /// Checks what its rules and its default give to a fact; where no type was declared, theirs is the fact's.
  mutating func checkTypes(of index: Int) {
    let fact = facts[index]
    let declared = itemType(of: fact)
    var shown: (type: FeelType, rule: Text)?
    var isCertain = true
    for writer in writers[index] {
      guard let value = values[writer.rule][writer.contribution] else {
        isCertain = false
        continue
      }
      if !value.type.canBe(declared) {
        tellMisfit(value, declared, fact, subject(writer))
        isCertain = false
        continue
      }
      checkDomain(value, index, subject(writer))
      if case .null? = value.constant { continue }
      if case .any = value.type { isCertain = false }
      guard let known = shown else {
        shown = (value.type, rules[writer.rule].name)
        continue
      }
      if case .count = fact.merge { continue }
      if !value.type.canBe(known.type) {
        let rule = rules[writer.rule].name.string
        let type = value.type.withArticle
        issues.append(
          RuleIssue(
            .error, "TYPE", subject(writer), span: value.rootSpan,
            Text(
              "rule \"\(rule)\" gives \(fact.name.string) \(type), but rule \"\(known.rule.string)\" gives it "
                + known.type.withArticle),
            fix: "give the fact values of one type"))
        isCertain = false
      } else if value.type != known.type {
        isCertain = false
      }
    }
    refineType(index, shown: isCertain ? shown?.type : nil)
    if let fallback = fallbacks[index] {
      if !fallback.type.canBe(facts[index].type) {
        tellMisfit(fallback, facts[index].type, fact, .fallback(fact.name))
      } else {
        checkDomain(fallback, index, .fallback(fact.name))
      }
    }
  }

  private mutating func refineType(_ index: Int, shown: FeelType?) {
    switch (facts[index].merge, facts[index].type) {
    case (.count, _), (.sum, _): facts[index].type = .number
    case (.collect, .list): break
    case (.collect, .any): facts[index].type = .list(shown ?? .any)
    case (.collect, let item): facts[index].type = .list(item)
    case (_, .any):
      guard let shown else { return }
      // A default of another type is told against the rules' one.
      facts[index].type = shown
    default: break
    }
  }

  private mutating func tellMisfit(
    _ value: CompiledText, _ declared: FeelType, _ fact: FactDefinition, _ subject: RuleIssue.Subject
  ) {
    let name = fact.name.string
    let type = value.type.withArticle
    let message: Text
    let fix: Text
    if fact.merge == .sum {
      message = Text("only numbers can be added to \(name), but this is \(type)")
      fix = "add a number"
    } else {
      message = Text("the fact \(name) is \(declared.withArticle), but this is \(type)")
      fix = Text("give \(declared.withArticle), or declare another type for \(name)")
    }
    issues.append(RuleIssue(.error, "TYPE", subject, span: value.rootSpan, message, fix: fix))
  }

  /// Literals, also those in the branches of an `if`, must be among the listed values.
  private mutating func checkDomain(_ value: CompiledText, _ index: Int, _ subject: RuleIssue.Subject) {
    let domain = domains[index]
    if domain.isEmpty { return }
    var rest = value.tree.roots
    while let node = rest.popLast() {
      switch value.tree[node] {
      case .choose(_, let then, let otherwise): rest += [otherwise, then]
      case .literal(let literal):
        if case .null = literal { continue }
        if Merging.rank(literal, domain) != nil { continue }
        let written = value.tree.text(of: node)
        let list = facts[index].domain.map { Text(quoted($0.string, domain)) }
        var fix = "allowed are " + joined(list)
        if case .string(let text) = literal, let near = suggestions(for: text, among: facts[index].domain) {
          fix += "; did you mean \"\(near.string)\"?"
        }
        issues.append(
          RuleIssue(
            .error, "DOMAIN", subject, span: value.tree.span(of: node),
            Text("\(written.string) is not an allowed value of \(facts[index].name.string)"), fix: Text(fix)))
      default: break
      }
    }
  }

  private func quoted(_ text: String, _ domain: [Value]) -> String {
    if case .string? = domain.first { return "\"\(text)\"" }
    return text
  }

  private func joined(_ texts: [Text]) -> String {
    var joined = ""
    for (index, text) in texts.enumerated() { joined += (index == 0 ? "" : ", ") + text.string }
    return joined
  }
}

extension CompiledText {
  /// Where the expression stands, without what surrounds it.
  var rootSpan: Span? { tree.roots.first.map { tree.span(of: $0) } }
}
