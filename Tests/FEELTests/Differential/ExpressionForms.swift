import FEEL

/// The forms of expressions that engines are compared on: operators for each pair of kinds, functions for each kind of
/// argument, and the constructs of the language; each with several operands.
enum ExpressionForms {
  /// An expression with the name of its form, such as `number + string`.
  struct Example {
    var form: String
    var text: Text
  }

  /// Literals that all engines can read, by kind. Temporal ones are calls, as not all read `@"..."`.
  static let literals: [(kind: String, texts: [String])] = [
    ("null", ["null"]),
    ("boolean", ["true", "false"]),
    ("number", ["0", "1", "2", "-3", "0.5", "10", "-1.25", "100"]),
    ("string", [#""""#, #""a""#, #""b""#, #""abc""#, #""Äß""#]),
    ("date", [#"date("2026-01-31")"#, #"date("2024-02-29")"#, #"date("1999-12-31")"#]),
    ("time", [#"time("10:30:00")"#, #"time("00:00:00")"#, #"time("23:59:59")"#]),
    (
      "moment",
      [#"date and time("2026-01-31T10:30:00")"#, #"date and time("2024-02-29T00:00:00")"#]
    ),
    ("days", [#"duration("P1D")"#, #"duration("PT36H")"#, #"duration("-PT90S")"#]),
    ("months", [#"duration("P1M")"#, #"duration("P1Y2M")"#, #"duration("-P5M")"#]),
    ("list", ["[]", "[1]", "[1, 2, 3]", #"["a", "b"]"#]),
    ("context", ["{}", "{a: 1}", #"{a: 1, b: "x"}"#]),
  ]

  static let operators = ["+", "-", "*", "/", "**", "=", "!=", "<", "<=", ">", ">=", "and", "or"]

  /// Functions with the kinds of arguments that they are tried with.
  static let calls: [(name: String, arguments: [[String]])] = [
    ("not", [["boolean"], ["null"], ["number"]]),
    ("string", [["number"], ["string"], ["boolean"], ["null"], ["date"], ["time"], ["days"], ["months"], ["list"]]),
    ("number", [["string"], ["number"], ["null"]]),
    ("contains", [["string", "string"], ["string", "null"], ["number", "string"]]),
    ("starts with", [["string", "string"], ["string", "null"]]),
    ("ends with", [["string", "string"], ["null", "string"]]),
    ("matches", [["string", "string"]]),
    ("upper case", [["string"], ["null"]]),
    ("lower case", [["string"], ["number"]]),
    ("string length", [["string"], ["null"]]),
    ("substring", [["string", "number"], ["string", "number", "number"]]),
    ("substring before", [["string", "string"]]),
    ("substring after", [["string", "string"]]),
    ("replace", [["string", "string", "string"]]),
    ("split", [["string", "string"]]),
    ("count", [["list"], ["number"], ["null"]]),
    ("sum", [["list"], ["number"]]),
    ("min", [["list"], ["number", "number"]]),
    ("max", [["list"], ["number", "number"]]),
    ("mean", [["list"], ["number", "number"]]),
    ("median", [["list"]]),
    ("mode", [["list"]]),
    ("stddev", [["list"]]),
    ("product", [["list"]]),
    ("all", [["list"]]),
    ("any", [["list"]]),
    ("list contains", [["list", "number"], ["list", "null"], ["list", "string"]]),
    ("append", [["list", "number"]]),
    ("concatenate", [["list", "list"]]),
    ("union", [["list", "list"]]),
    ("distinct values", [["list"]]),
    ("flatten", [["list"]]),
    ("reverse", [["list"]]),
    ("index of", [["list", "number"]]),
    ("insert before", [["list", "number", "number"]]),
    ("remove", [["list", "number"]]),
    ("sublist", [["list", "number"], ["list", "number", "number"]]),
    ("abs", [["number"], ["days"], ["null"]]),
    ("floor", [["number"]]),
    ("ceiling", [["number"]]),
    ("decimal", [["number", "number"]]),
    ("modulo", [["number", "number"]]),
    ("sqrt", [["number"]]),
    ("exp", [["number"]]),
    ("log", [["number"]]),
    ("odd", [["number"]]),
    ("even", [["number"]]),
    ("get value", [["context", "string"]]),
    ("get entries", [["context"]]),
    ("years and months duration", [["date", "date"]]),
    ("day of week", [["date"], ["moment"]]),
    ("day of year", [["date"]]),
    ("month of year", [["date"]]),
    ("week of year", [["date"]]),
    ("date", [["moment"], ["string"]]),
    ("time", [["moment"]]),
    ("date and time", [["date", "time"]]),
    ("before", [["number", "number"], ["date", "date"]]),
    ("after", [["number", "number"], ["date", "date"]]),
    ("is", [["date", "date"], ["number", "number"]]),
  ]

  /// Constructs by name; `{n}`, `{s}`, `{b}`, `{d}`, `{l}` stand for a number, string, boolean, date and list.
  static let constructs: [(form: String, text: String)] = [
    ("if boolean", "if {b} then {n} else {s}"),
    ("if null", "if null then {n} else {s}"),
    ("if number", "if {n} then 1 else 2"),
    ("- number", "-({n})"),
    ("number between", "{n} between {n} and {n}"),
    ("date between", "{d} between {d} and {d}"),
    ("number in range", "{n} in [{n}..{n}]"),
    ("number in open range", "{n} in ({n}..{n})"),
    ("date in range", "{d} in [{d}..{d})"),
    ("number in list", "{n} in [1, 2, 3]"),
    ("number in tests", "{n} in (< 1, [2..5])"),
    ("list[number]", "[1, 2, 3][{n}]"),
    ("list[condition]", "[1, 2, 3][item > {n}]"),
    ("list[condition on an entry]", "[{a: 1}, {a: 2}][a >= {n}]"),
    ("context.entry", "{a: {n}}.a"),
    ("context.missing", "{a: {n}}.b"),
    ("list.entry", "[{a: {n}}, {a: 2}].a"),
    ("for", "for i in [1, 2] return i * {n}"),
    ("for over a range", "for i in 1..3 return i + {n}"),
    ("some", "some i in [1, 2] satisfies i > {n}"),
    ("every", "every i in [1, 2] satisfies i > {n}"),
    ("instance of number", "{n} instance of number"),
    ("instance of string", "{s} instance of number"),
    ("function", "(function(x) x + 1)({n})"),
    ("date.year", "{d}.year"),
    ("date.weekday", "{d}.weekday"),
    ("nested list", "[{n}, [{s}]]"),
    ("nested context", "{a: {n}, b: {c: {s}}}"),
    ("sum of products", "{n} + {n} * {n}"),
    ("difference of differences", "{n} - {n} - {n}"),
    ("powers of powers", "2 ** {n} ** 2"),
    ("minus before a power", "-2 ** 2 + {n}"),
    ("and before or", "{b} or {b} and {b}"),
    ("comparison of sums", "{n} + 1 > {n} - 1"),
    ("undefined name", "unheard"),
    ("date + months at the end of the month", #"{d} + duration("P1M")"#),
    ("date - date", "{d} - {d}"),
  ]

  /// Nested expressions of what every engine reads the same way, in parentheses throughout.
  static let nested: [Example] = {
    var random = RepeatableRandom(seed: 815)
    return (0..<1500).map { number in
      number % 2 == 0
        ? Example(form: "nested number", text: Text(nestedNumber(&random, depth: 0)))
        : Example(form: "nested condition", text: Text(nestedCondition(&random, depth: 0)))
    }
  }()

  private static func nestedNumber(_ random: inout RepeatableRandom, depth: Int) -> String {
    func inner() -> String { nestedNumber(&random, depth: depth + 1) }
    switch depth > 3 ? 0 : random.next(below: 8) {
    case 0, 1: return "\(random.next(below: 20))"
    case 2: return "(\(inner()) + \(inner()))"
    case 3: return "(\(inner()) - \(inner()))"
    case 4: return "(\(inner()) * \(inner()))"
    case 5: return "count([\(inner()), \(inner())])"
    case 6: return "sum([\(inner()), \(inner()), \(inner())])"
    default: return "max([\(inner()), \(inner())])"
    }
  }

  private static func nestedCondition(_ random: inout RepeatableRandom, depth: Int) -> String {
    func inner() -> String { nestedCondition(&random, depth: depth + 1) }
    func number() -> String { nestedNumber(&random, depth: 2) }
    switch depth > 3 ? random.next(below: 3) : random.next(below: 8) {
    case 0: return ["true", "false"][random.next(below: 2)]
    case 1, 2: return "(\(number()) \(["=", "!=", "<", "<=", ">", ">="][random.next(below: 6)]) \(number()))"
    case 3: return "(\(inner()) and \(inner()))"
    case 4: return "(\(inner()) or \(inner()))"
    case 5: return "not(\(inner()))"
    case 6: return "(\(number()) in [\(random.next(below: 9))..\(9 + random.next(below: 9))])"
    default: return "(\(inner()) = \(inner()))"
    }
  }

  /// All examples, the same on every run.
  static let all: [Example] = {
    var random = RepeatableRandom(seed: 4711)
    var examples: [Example] = []
    func add(_ form: String, _ texts: [String]) {
      for text in texts where !examples.contains(where: { $0.form == form && $0.text == Text(text) }) {
        examples.append(Example(form: form, text: Text(text)))
      }
    }
    func pick(_ kind: String) -> String {
      let texts = literals.first { $0.kind == kind }?.texts ?? ["null"]
      return texts[random.next(below: texts.count)]
    }
    for sign in operators {
      for (left, _) in literals {
        for (right, _) in literals {
          let isNumeric = left == "number" && right == "number"
          add(
            "\(left) \(sign) \(right)", (0..<(isNumeric ? 12 : 3)).map { _ in "\(pick(left)) \(sign) \(pick(right))" })
        }
      }
    }
    for (name, signatures) in calls {
      for kinds in signatures {
        let texts = (0..<5).map { _ in "\(name)(" + kinds.map { pick($0) }.joined(separator: ", ") + ")" }
        add("\(name)(\(kinds.joined(separator: ", ")))", texts)
      }
    }
    let marks = ["{n}": "number", "{s}": "string", "{b}": "boolean", "{d}": "date", "{l}": "list"]
    for (form, text) in constructs {
      add(
        form,
        (0..<6).map { _ in
          var filled = ""
          var rest = text[...]
          while let first = rest.first {
            if let kind = marks[String(rest.prefix(3))] {
              filled += pick(kind)
              rest = rest.dropFirst(3)
            } else {
              filled.append(first)
              rest = rest.dropFirst()
            }
          }
          return filled
        })
    }
    return examples
  }()
}
