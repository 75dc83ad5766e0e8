import Testing

@testable import FEEL

/// A number of which only bounds are known, compared with decided ones: decided exactly where all of it agrees.
@Suite struct `A number between bounds` {
  private static let clock = Clock(epochMilliseconds: 0, offsetSeconds: 0)
  private static let quarter = Decimal34(25).divided(by: Decimal34(100)) ?? Decimal34(0)

  private static let tests: [String] = {
    var tests: [String] = []
    for bound in ["0", "1", "1.5", "2", "3", "4"] {
      for sign in ["=", "!=", "<", "<=", ">", ">="] {
        tests.append("x \(sign) \(bound)")
        tests.append("\(bound) \(sign) x")
        tests.append("x \(sign) y - y + \(bound)")
        if sign != "!=" { tests.append("x in (\(sign) \(bound))") }
      }
      tests.append("x in \(bound)")
      for end in ["0", "1", "2.5", "3"] {
        tests.append("x between \(bound) and \(end)")
        tests.append("not(x between \(bound) and \(end))")
        for range in ["[\(bound)..\(end)]", "(\(bound)..\(end))", "[\(bound)..\(end))", "(\(bound)..\(end)]"] {
          tests.append("x in \(range)")
        }
      }
    }
    return tests
  }()

  @Test func `is decided where the whole interval agrees, and nowhere else`() {
    let scope = Scope([Scope.Variable("x", .slot(0, .number)), Scope.Variable("y", .slot(1, .number))])
    var decided = 0
    for text in Self.tests {
      let expression = Expression(Text(text), scope: scope)
      #expect(expression.compiled.entry != nil, "\(text)")
      for least in 0...3 {
        for most in least + 1...4 {
          let interval = Interval(least: Decimal34(least), most: Decimal34(most))
          let result = expression.value([.undecided(interval), .number(Decimal34(7))], clock: Self.clock)
          var outcomes: Set<String> = []
          for step in least * 4...most * 4 {
            let number = Decimal34(step).multiplied(by: Self.quarter) ?? Decimal34(0)
            outcomes.insert("\(expression.value([.number(number), .number(Decimal34(7))], clock: Self.clock))")
          }
          if outcomes.count == 1 {
            decided += 1
            #expect("\(result)" == outcomes.first, "\(text) for \(least) to \(most)")
          } else if case .unknown = result {
          } else {
            Issue.record("\(text) for \(least) to \(most) is \(result), but may be \(outcomes.sorted())")
          }
        }
      }
    }
    #expect(decided > 500)
  }
}
