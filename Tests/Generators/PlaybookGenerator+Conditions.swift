import Decisions
import FEEL
import Sales

extension PlaybookGenerator {
  /// A condition over what a kind's rules can read.
  mutating func condition(_ vocabulary: Vocabulary, depth: Int) -> Text {
    guard depth > 0, random.chance(60) else { return test(vocabulary) }
    let first = condition(vocabulary, depth: depth - 1)
    switch random.below(10) {
    case 0...3: return "(\(first)) and (\(condition(vocabulary, depth: depth - 1)))"
    case 4...6: return "(\(first)) or (\(condition(vocabulary, depth: depth - 1)))"
    case 7: return "not(\(first))"
    case 8: return "if \(first) then \(test(vocabulary)) else \(test(vocabulary))"
    default:
      return "(if \(first) then \(number(vocabulary, 1)) else \(evident(vocabulary))) > \(random.below(30))"
    }
  }

  private mutating func test(_ vocabulary: Vocabulary) -> Text {
    switch random.below(100) {
    case 0..<45: return assessmentTest(vocabulary)
    case 45..<62: return attributeTest(vocabulary)
    case 62..<74: return vocabulary.kind.related.isEmpty ? attributeTest(vocabulary) : listTest(vocabulary)
    case 74..<80: return "\(evident(vocabulary)) \(sign()) \(number(vocabulary, 1))"
    default: return vocabulary.facts.isEmpty ? assessmentTest(vocabulary) : factTest(random.pick(vocabulary.facts))
    }
  }

  mutating func sign() -> Text { random.pick([">", ">", ">=", ">=", "<", "<=", "=", "!="]) }

  // MARK: Assessments

  private mutating func threshold(_ assessment: Text) -> Int {
    let bounds = reach[assessment] ?? (0, 100)
    return bounds.least + (bounds.most - bounds.least) * random.below(90) / 100
  }

  mutating func assessmentTest(_ vocabulary: Vocabulary) -> Text {
    let assessment = random.pick(vocabulary.assessments)
    let name = assessment.name
    let first = threshold(name)
    let second = threshold(name)
    switch random.below(16) {
    case 0...6: return "\(name).Score \(random.pick([">", ">=", ">="] as [Text])) \(first)"
    case 7: return "\(name).Score \(sign()) \(first)"
    case 8: return "\(name).Score between \(min(first, second)) and \(max(first, second))"
    case 9: return "\(name).Score in [\(min(first, second))..\(max(first, second) + 1))"
    case 10: return "\(name).Points >= \(first)"
    case 11: return "\(name).Percent >= \(random.below(80))"
    case 12: return "\(name).Complete"
    case 13: return "\(name).Score + \(random.pick(vocabulary.assessments).name).Points > \(first + second)"
    default:
      let question = random.pick(assessment.questions)
      return answerTest(question, name: "\(name).Answers.\(question.id)")
    }
  }

  /// A test of an answer by its name.
  mutating func answerTest(_ question: QuestionDefinition, name: Text) -> Text {
    if traits.nullTests, random.chance(5) { return "\(name) \(random.pick(["=", "!="] as [Text])) null" }
    switch question.kind {
    case .choice(let options):
      let id = random.pick(options).id
      return random.pick([
        "\(name) = \"\(id)\"", "\(name) != \"\(id)\"", "\(name) in (\"\(id)\", \"\(options[0].id)\")",
      ])
    case .severalOf(let options):
      return random.pick(["list contains(\(name), \"\(random.pick(options).id)\")", "count(\(name)) > 1"])
    case .yesNo: return random.pick([name, "not(\(name))", "\(name) = true"])
    case .number: return "\(name) \(sign()) \(random.below(20))"
    case .scale: return "\(name) >= \(1 + random.below(5))"
    case .text: return random.pick(["string length(\(name)) > 3", "contains(lower case(\(name)), \"yes\")"])
    case .date: return "\(name) >= @\"2026-02-\(10 + random.below(18))\""
    }
  }

  // MARK: Attributes

  mutating func attributeTest(_ vocabulary: Vocabulary) -> Text {
    let attribute = random.pick(vocabulary.kind.attributes)
    let name = attribute.name
    if traits.nullTests, random.chance(6) { return "\(name) \(random.pick(["=", "!="] as [Text])) null" }
    switch attribute.type {
    case .number:
      let bound = random.below(60)
      return random.pick([
        "\(name) \(sign()) \(bound)", "\(name) > \(bound)", "\(name) between \(bound) and \(bound + 20)",
        "\(name) in (< \(bound), \(bound + 10), > \(bound + 30))", "\(name) in ]\(bound)..\(bound + 25)]",
      ])
    case .boolean: return random.pick([name, "not(\(name))", "\(name) = false"])
    case .string:
      let values = attribute.values.isEmpty ? ["acme", "Zeta", "none"] : attribute.values
      let value = random.pick(values)
      return random.pick(
        [
          "\(name) = \"\(value)\"", "\(name) != \"\(value)\"", "\(name) in (\"\(value)\", \"\(values[0])\")",
          "not(\(name) in (\"\(value)\"))", "starts with(upper case(\(name)), \"A\")",
        ])
    case .date:
      if !traits.clock { return "\(name) >= @\"2026-03-\(10 + random.below(20))\"" }
      return random.pick([
        "\(name) >= today()", "\(name) - today() < @\"P\(10 + random.below(60))D\"",
        "\(name) + @\"P1M\" > today()", "\(name).month = 3",
      ])
    case .dateTime: return traits.clock ? "now() - \(name) < @\"P\(1 + random.below(40))D\"" : "\(name).year = 2026"
    case .daysDuration: return "\(name) > @\"P\(5 + random.below(40))D\""
    case .list:
      return random.pick([
        "list contains(\(name), \"core\")", "count(\(name)) >= \(1 + random.below(3))",
        "some p in \(name) satisfies p = \"plus\"", "every p in \(name) satisfies starts with(p, \"c\")",
      ])
    default: return "\(name) != 5"
    }
  }

  // MARK: Related lists

  private mutating func listTest(_ vocabulary: Vocabulary) -> Text {
    let list = random.pick(vocabulary.kind.related).name
    if list == "contacts" {
      return random.pick([
        "count(contacts) >= \(1 + random.below(3))", "some c in contacts satisfies c.role = \"champion\"",
        "every c in contacts satisfies c.score > \(random.below(4))", "list contains(contacts.role, \"buyer\")",
        "max(contacts.score) > \(random.below(5))", "contacts[score > 2][1].role = \"buyer\"",
        "count(distinct values(contacts.role)) > 1",
      ])
    }
    let recent: Text = traits.clock ? "today() - @\"P\(7 + random.below(30))D\"" : "@\"2026-02-10\""
    return random.pick([
      "count(activities[date > \(recent)]) >= \(1 + random.below(2))",
      "count(activities[type = \"call\" and minutes > \(random.below(30))]) > 0",
      "count(activities[not(done)]) between 1 and 3", "some a in activities satisfies a.done and a.minutes > 15",
      "every a in activities satisfies a.type in (\"call\", \"demo\")", "sum(activities.minutes) > \(random.below(80))",
      "activities[1].minutes > \(random.below(30))", "count(for a in activities return a.minutes * 2) > 2",
      "count(activities) = \(random.below(3))", "mean(activities[done].minutes) > 10",
    ])
  }

  // MARK: Numbers

  /// A number's expression that is not decided without an attribute.
  private mutating func evident(_ vocabulary: Vocabulary) -> Text {
    let number = number(vocabulary, 2)
    guard number.bytes.allSatisfy({ $0 >= 48 && $0 <= 57 }) else { return number }
    return "\(number) + \(random.pick(vocabulary.kind.attributes.filter { $0.type == .number }).name)"
  }

  /// A number's expression; divisions by what may be 0 are meant.
  mutating func number(_ vocabulary: Vocabulary, _ depth: Int) -> Text {
    guard depth > 0 else { return "\(random.below(40))" }
    let attributes = vocabulary.kind.attributes.filter { $0.type == .number }
    let attribute = random.pick(attributes).name
    switch random.below(10) {
    case 0: return "\(random.below(40))"
    case 1, 2: return attribute
    case 3: return "(\(number(vocabulary, depth - 1)) + \(attribute))"
    case 4: return "(\(attribute) * \(random.pick(["2", "0.5", "1.25"] as [Text])))"
    case 5: return "(\(number(vocabulary, depth - 1)) / \(attribute))"
    case 6: return "abs(\(attribute) - \(number(vocabulary, depth - 1)))"
    case 7: return "floor(\(attribute) / 10)"
    case 8: return "max(\(attribute), \(number(vocabulary, depth - 1)))"
    default: return "\(random.pick(vocabulary.assessments).name).Points"
    }
  }
}
