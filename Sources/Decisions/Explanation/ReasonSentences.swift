public import FEEL

/// Reasons as English sentences, without a full stop.
public struct ReasonSentences: Sendable {
  /// What to call a name in front of its value; an empty text leaves it out.
  private let name: @Sendable (Text) -> Text

  /// `name` turns a path as written (`DemoAssessment.Score`) into what a person calls it ("Demo").
  public init(name: @escaping @Sendable (Text) -> Text = { $0 }) { self.name = name }

  /// The rule in one sentence: `yes, because ...`, `no, because ...`, `unknown, because next_meeting is missing`,
  /// `not in force`.
  public func sentence(_ rule: RuleReason) -> Text {
    guard let condition = rule.condition else { return rule.outcome == .notInForce ? "not in force" : "no" }
    let because = sentences(condition)
    let start: Text =
      switch rule.outcome {
      case .yes: "yes"
      case .no: "no"
      case .unknown: "unknown"
      case .notInForce: "not in force"
      }
    return because.isEmpty ? start : start + ", because " + because.listed()
  }

  /// What makes a condition what it is, one sentence a leaf; what is missing comes together in one.
  public func sentences(_ condition: Reason) -> [Text] {
    if condition.outcome == .unknown { return unknown(condition) }
    return condition.deciding.map { sentence($0) }
  }

  /// One leaf: `80 is not greater than 80`, `region "APAC" is not in "NA", "EMEA"`.
  public func sentence(_ leaf: Reason) -> Text {
    if leaf.outcome == .unknown { return unknown(leaf).listed() }
    switch leaf.kind {
    case .comparison(let comparison): return sentence(comparison, leaf)
    case .membership(let membership): return sentence(membership, leaf)
    case .truth(let side): return sentence(side)
    case .all, .any, .not: return sentences(leaf).listed()
    }
  }

  private func sentence(_ comparison: Comparison, _ leaf: Reason) -> Text {
    if let nothing = testOfNothing(comparison) { return nothing }
    guard case .boolean(let truth) = leaf.value else { return incomparable([comparison.left, comparison.right]) }
    let digits = ShownDigits(for: [comparison.left.value, comparison.right.value])
    return shown(comparison.left, digits) + " " + ReasonSentences.verb(comparison.sign, truth) + " "
      + shown(comparison.right, digits) + ReasonSentences.parenthesis(comparison.distance)
  }

  /// `x = null`, in words.
  private func testOfNothing(_ comparison: Comparison) -> Text? {
    let other: Side
    if comparison.right.isNothing {
      other = comparison.left
    } else if comparison.left.isNothing {
      other = comparison.right
    } else {
      return nil
    }
    switch other.value {
    case .unknown: return called(other) + " is missing"
    case .null: return called(other) + " is nothing"
    default: return shown(other, ShownDigits(for: [other.value])) + " is there"
    }
  }

  private func sentence(_ membership: Membership, _ leaf: Reason) -> Text {
    guard case .boolean(let truth) = leaf.value else { return incomparable([membership.value] + membership.bounds) }
    let verb: Text = membership.bounds.count == 2 ? "between" : "in"
    var tests = membership.tests
    let digits = ShownDigits(for: [membership.value.value] + membership.bounds.map { $0.value } + membership.literals)
    if membership.bounds.count == 2 {
      tests = shown(membership.bounds[0], digits) + " and " + shown(membership.bounds[1], digits)
    }
    return shown(membership.value, digits) + (truth ? " is " : " is not ") + verb + " " + tests
      + ReasonSentences.parenthesis(membership.distance)
  }

  private func sentence(_ side: Side) -> Text {
    switch side.value {
    case .boolean(let truth): called(side) + (truth ? " is true" : " is false")
    case .null: called(side) + " is null"
    default: shown(side, ShownDigits(for: [side.value])) + " is neither true nor false"
    }
  }

  /// Null, or kinds that don't compare.
  private func incomparable(_ sides: [Side]) -> Text {
    for side in sides {
      if case .null = side.value { return called(side) + " is null" }
    }
    return sides.map { shown($0, ShownDigits(for: [$0.value])) }.listed() + " cannot be compared"
  }

  private func unknown(_ condition: Reason) -> [Text] {
    var absent: [Text] = []
    var others: [Text] = []
    for missing in condition.allMissing {
      var path = name(missing.path)
      if path.isEmpty { path = missing.path }
      if let through = missing.through.last { path += " (needed for " + through + ")" }
      if let least = missing.least, let most = missing.most {
        let digits = ShownDigits(apart: [least, most])
        others.append(
          path + " is only known to lie between " + digits.shown(least) + " and " + digits.shown(most))
      } else if !absent.contains(path) {
        absent.append(path)
      }
    }
    var sentences: [Text] = []
    if !absent.isEmpty {
      sentences.append(absent.listed() + (absent.count == 1 ? " is missing" : " are missing"))
    }
    sentences += others + conflicts(condition)
    return sentences.isEmpty ? condition.deciding.map { $0.text + " cannot be told yet" } : sentences
  }

  /// Facts that are undecided because rules disagree about them.
  private func conflicts(_ condition: Reason) -> [Text] {
    var found: [Text] = []
    for leaf in condition.deciding where leaf.outcome == .unknown {
      for fact in leaf.facts {
        for sentence in conflicts(fact, depth: 0) where !found.contains(sentence) { found.append(sentence) }
      }
    }
    return found
  }

  private func conflicts(_ fact: FactReason, depth: Int) -> [Text] {
    guard depth < 16, fact.value.isOpen else { return [] }
    if fact.conflict != nil, fact.conflict != .nothingGiven { return [fact.fact + " is in conflict"] }
    var found: [Text] = []
    for contribution in fact.contributions where contribution.rule.outcome == .unknown {
      for leaf in contribution.rule.condition?.deciding ?? [] {
        for deeper in leaf.facts { found += conflicts(deeper, depth: depth + 1) }
      }
    }
    return found
  }

  /// What to call a side: its name, or its text.
  private func called(_ side: Side) -> Text {
    guard let path = side.path else { return side.text }
    let name = name(path)
    return name.isEmpty ? path : name
  }

  /// A side with its value: `Discovery 60`, `60`, `count(contacts) 2`. What its author wrote stays as it is.
  private func shown(_ side: Side, _ digits: ShownDigits) -> Text {
    if side.isLiteral { return side.value.phrase }
    let value = side.value.phrase(digits)
    let name = side.path.map { self.name($0) } ?? side.text
    return name.isEmpty ? value : name + " " + value
  }
}

extension ReasonSentences {
  static func verb(_ sign: CompareOperator, _ truth: Bool) -> Text {
    switch (sign, truth) {
    case (.equal, true), (.notEqual, false): "is"
    case (.equal, false), (.notEqual, true): "is not"
    case (.less, true): "is less than"
    case (.less, false): "is not less than"
    case (.lessOrEqual, true): "is at most"
    case (.lessOrEqual, false): "is not at most"
    case (.greater, true): "is greater than"
    case (.greater, false): "is not greater than"
    case (.greaterOrEqual, true): "is at least"
    case (.greaterOrEqual, false): "is not at least"
    }
  }

  /// ` (15 short, strictly)`, ` (3 over)`; nothing where the distance is none.
  static func parenthesis(_ distance: Distance?) -> Text {
    guard let distance, !distance.by.isZero else { return "" }
    let least: Text = distance.isAtLeast ? "at least " : ""
    let way: Text = distance.isOver ? " over" : " short"
    let by = ShownDigits(apart: [Decimal34(0), distance.by]).shown(distance.by)
    return " (" + least + by + way + (distance.isStrict ? ", strictly)" : ")")
  }
}

extension Side {
  /// Whether it is the word `null`.
  var isNothing: Bool {
    guard isLiteral, case .null = value else { return false }
    return true
  }
}
