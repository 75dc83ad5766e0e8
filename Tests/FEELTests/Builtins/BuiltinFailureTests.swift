import FEEL
import Testing

@Suite struct `Why a built-in answers null` {
  private static let range = Value.range(
    RangeValue(start: .integer(1), startIncluded: true, end: .integer(2), endIncluded: true))

  static let cases: [(name: Text, arguments: [Value], sentence: String)] = [
    ("substring", [.string("abc"), .string("1")], "substring: the 2nd argument must be a number, but is a string"),
    ("substring", [.null, .integer(1)], "substring: the 1st argument must be a string, but is null"),
    ("substring", [.string("abc"), .integer(4)], "substring: there is no position 4 in a string of length 3"),
    ("substring", [.string("abc"), .integer(1), .integer(0)], "substring: the length must be 1 or more"),
    ("substring", [.string("abc")], "substring: takes 2 or 3 arguments, but got 1"),
    ("number", [.string("1"), .null], "number: takes 1 or 3 arguments, but got 2"),
    ("today", [.integer(1)], "today: takes no arguments, but got 1"),
    ("string length", [], "string length: takes 1 argument, but got 0"),
    ("min", [], "min: takes 1 or more arguments, but got 0"),
    ("append", [.list([])], "append: takes 2 or more arguments, but got 1"),
    ("count", [.null], "count: the 1st argument must be a list, but is null"),
    ("sum", [.list([.integer(1), .string("2")])], "sum: the 2nd item must be a number, but is a string"),
    (
      "min", [.list([.integer(1), .string("2")])], "min: the 2nd item must be a number like the others, but is a string"
    ),
    ("max", [.boolean(true)], "max: the 1st item must be a value with an order, but is a boolean"),
    ("all", [.list([.boolean(true), .integer(1)])], "all: the 2nd item must be a boolean, but is a number"),
    ("not", [.integer(1)], "not: the 1st argument must be a boolean, but is a number"),
    ("modulo", [.integer(1), .integer(0)], "modulo: the divisor is 0"),
    ("sqrt", [.integer(-1)], "sqrt: the number is below 0"),
    ("log", [.integer(0)], "log: the number is not above 0"),
    ("exp", [.integer(1_000_000)], "exp: the result is too large for a number"),
    ("decimal", [.integer(1), .integer(7000)], "decimal: the scale must be from -6111 to 6176"),
    ("remove", [.list([.integer(1), .integer(2)]), .integer(3)], "remove: there is no position 3 in a list of 2"),
    (
      "sublist", [.list([.integer(1), .integer(2), .integer(3)]), .integer(2), .integer(3)],
      "sublist: there are 2 items from there on, not 3"
    ),
    (
      "split", [.string("a b"), .string("[")],
      "split: this bracket is never closed (character 1 of the pattern)"
    ),
    ("number", [.string("twelve")], "number: \"twelve\" is no number"),
    ("number", [.string("1"), .string(","), .string(",")], "number: both separators are the same"),
    ("date", [.string("tomorrow")], "date: \"tomorrow\" is no date such as 2026-01-31"),
    ("date", [.integer(2026), .integer(2), .integer(30)], "date: there is no such day"),
    ("date", [.integer(1)], "date: the 1st argument must be a string, a date or a date and time, but is a number"),
    ("time", [.string("10:30")], "time: \"10:30\" is no time such as 10:30:00"),
    ("date and time", [.string("x")], "date and time: \"x\" is no date and time such as 2026-01-31T10:30:00Z"),
    ("duration", [.string("1 day")], "duration: \"1 day\" is no duration such as P1DT2H or P1Y2M"),
    ("day of week", [.string("2026-01-31")], "day of week: the 1st argument must be a date, but is a string"),
    (
      "context", [.list([.integer(1)])],
      "context: the 1st item must be a context with the entries key and value, but is a number"
    ),
    (
      "before", [.integer(1), .string("a")],
      "before: the points and ends must be of one kind that has an order"
    ),
    ("before", [.boolean(true), .integer(1)], "before: the 1st argument must be a point or a range, but is a boolean"),
    ("meets", [.integer(1), .integer(1)], "meets: the 1st argument must be a range, but is a number"),
    (
      "includes", [Self.range, Self.range, .null], "includes: takes 2 arguments, but got 3"
    ),
    ("starts", [Self.range, .integer(1)], "starts: the 2nd argument must be a range, but is a number"),
    (
      "range", [.string("[3..1]")],
      "range: \"[3..1]\" is no range of literals such as [1..10), ascending and of one kind"
    ),
    (
      "list replace", [.list([]), .string("1"), .null],
      "list replace: the 2nd argument must be a number or a function, but is a string"
    ),
    ("list replace", [.list([]), .integer(1), .null], "list replace: there is no position 1 in a list of 0"),
    ("time", [.string("10:30:00@Paris")], "time: \"10:30:00@Paris\" is no time such as 10:30:00"),
    ("get value", [.integer(1), .string("a")], "get value: the 1st argument must be a context, but is a number"),
  ]

  @Test(arguments: cases) func `one sentence tells it`(_ name: Text, arguments: [Value], sentence: String) throws {
    let (value, failure) = try call(name, arguments)
    #expect(value.isIdentical(to: .null))
    #expect(failure?.string == sentence)
  }

  @Test func `results larger than allowed are refused`() throws {
    var limits = Limits()
    limits.size = 10
    let words = Value.list((0..<6).map { _ in .string("ab") })
    let ten = Value.list((0..<10).map { .number(Decimal34($0)) })
    let cases: [(name: Text, arguments: [Value], things: String)] = [
      ("string join", [words], "bytes"), ("append", [ten, .integer(1)], "items"),
      ("concatenate", [ten, .integer(1)], "items"),
      ("insert before", [ten, .integer(1), .integer(1)], "items"), ("union", [ten, .integer(1)], "items"),
      ("string", [words], "bytes"),
      ("flatten", [.list([ten, .integer(1)])], "items"),
      ("split", [.string("a,a,a,a,a,a,a,a,a,a,a"), .string(",")], "items"),
      ("upper case", [.string("ßßßßßßßßßßß")], "bytes"),
    ]
    for (name, arguments, things) in cases {
      let (value, failure) = try call(name, arguments, limits: limits)
      #expect(value.isIdentical(to: .null))
      #expect(failure?.string == "\(name): the result would have more than 10 \(things)")
    }
  }

  @Test func `no built-in works on for ever`() throws {
    // Lists that hold the same list again and again are small in memory and endless to walk through.
    var nest = Value.list([.integer(1)])
    for _ in 0..<200 { nest = .list([nest, nest]) }
    for name in Builtin.names {
      let builtin = try #require(Builtin(named: name))
      for signature in builtin.signatures {
        _ = try call(name, Array(repeating: nest, count: signature.count))
      }
    }
    let many = Value.list((0..<5000).map { .date(CalendarDate(days: $0)) })
    let (value, failure) = try call("distinct values", [many])
    #expect(value.isIdentical(to: .null))
    #expect(failure?.string == "distinct values: there are too many items to hold each against all others")
    let (hay, needle) = (
      Text(String(repeating: "a", count: 500_000)), Text(String(repeating: "a", count: 250_000) + "b")
    )
    #expect(try call("contains", [.string(hay), .string(needle)]).value.isIdentical(to: .boolean(false)))
  }
}

/// Calls a built-in by its name at a fixed time.
func call(
  _ name: Text, _ arguments: [Value], law: Law = .sales, limits: Limits = Limits()
) throws -> (value: Value, failure: Text?) {
  let builtin = try #require(Builtin(named: name))
  var surroundings = CallSurroundings(
    clock: Clock(epochMilliseconds: 1_767_225_600_000, offsetSeconds: 3600), law: law, limits: limits)
  let value = builtin.call(arguments, &surroundings)
  return (value, surroundings.failure)
}

extension Value {
  static func integer(_ value: Int) -> Value { .number(Decimal34(value)) }
}
