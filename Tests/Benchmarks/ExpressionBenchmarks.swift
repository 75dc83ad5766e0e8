import FEEL
import Generators

/// What one condition costs, compiled, its values in their slots.
enum ExpressionBenchmarks {
  static func run() {
    let scope = Scope([
      Scope.Variable("score", .slot(0, .number)), Scope.Variable("amount", .slot(1, .number)),
      Scope.Variable("region", .slot(2, .string)), Scope.Variable("minutes", .slot(3, .list(.number))),
    ])
    let minutes = (1...10).map { Value.number(Decimal34($0 * 7)) }
    let slots: [Value] = [
      .number(Decimal34(70)), .number(Decimal34(120_000)), .string("EMEA"), .list(minutes),
    ]
    let sources: [Text] = [
      "score > 60", "score > 60 and amount >= 1000", "region in (\"NA\", \"EMEA\") and amount between 1000 and 500000",
      "amount * 0.15 + score > 1000", "count(minutes[item > 30]) >= 3",
    ]
    for source in sources {
      let expression = Expression(source, scope: scope)
      guard let entry = expression.compiled.entry else { Benchmarks.fail("\(source) does not compile") }
      var machine = expression.machine
      machine.slots = slots
      let seconds = Stopwatch.perRound {
        for _ in 0..<100_000 { _ = machine.run(entry, clock: PlaybookGenerator.clock) }
      }
      Stopwatch.tell("FEEL: \(source)", seconds / 100_000 * 1e9, "ns")
    }
  }
}
