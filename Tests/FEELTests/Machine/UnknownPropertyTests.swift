import Testing

@testable import FEEL

/// What is missing is unknown, and unknown never decides anything.
@Suite struct `What is missing` {
  private static let clock = Clock(epochMilliseconds: 1_767_225_600_000, offsetSeconds: 0)

  @Test(arguments: 1...10) func `never changes what was decided, whatever it turns out to be`(seed: UInt64) {
    var generator = RandomExpression(seed: seed)
    let scope = RandomExpression.scope
    var decided = 0
    for _ in 0..<1000 {
      let text = generator.text()
      let expression = Expression(text, scope: scope)
      guard expression.compiled.entry != nil, expression.compiled.nullTests.isEmpty else { continue }
      for _ in 0..<3 {
        let before = (0..<RandomExpression.nameCount).map { _ in generator.value() }
        let result = expression.value(before, clock: Self.clock)
        if case .unknown = result { continue }
        decided += 1
        for _ in 0..<3 {
          let after = before.map { generator.completed($0) }
          let later = expression.value(after, clock: Self.clock)
          #expect(result.mayBecome(later), "\(text) with \(before) is \(result), with \(after) \(later)")
        }
      }
    }
    #expect(decided > 250)
  }

  @Test func `comes out the same however often it is computed`() {
    var generator = RandomExpression(seed: 99)
    var builder = ProgramBuilder()
    var entries: [Entry] = []
    for _ in 0..<1000 {
      if let entry = builder.expression(generator.text(), scope: RandomExpression.scope).entry { entries.append(entry) }
    }
    let program = builder.finish()
    var first = Machine(program, slots: RandomExpression.nameCount)
    var second = Machine(program, slots: RandomExpression.nameCount)
    first.slots = (0..<RandomExpression.nameCount).map { _ in generator.value() }
    second.slots = first.slots
    let forwards = entries.map { first.run($0, clock: Self.clock) }
    // In another order, so that nothing left behind in the registers shows.
    let backwards = entries.reversed().map { second.run($0, clock: Self.clock) }
    for (a, b) in zip(forwards, backwards.reversed()) { #expect(a.isIdentical(to: b)) }
  }

  @Test func `in DMN's law nothing is unknown`() {
    var generator = RandomExpression(seed: 7)
    for _ in 0..<2000 {
      let text = generator.text()
      let expression = Expression(text, scope: RandomExpression.scope, law: .standard)
      let slots = (0..<RandomExpression.nameCount).map { _ in generator.decided() }
      let result = expression.value(slots, clock: Self.clock)
      #expect(!result.hasUnknown, "\(text) with \(slots) is \(result)")
    }
  }
}

extension Value {
  fileprivate var hasUnknown: Bool {
    switch self {
    case .unknown, .undecided, .uncertainList: true
    case .list(let items): items.contains { $0.hasUnknown }
    case .context(let context): context.values.contains { $0.hasUnknown }
    default: false
    }
  }
}
