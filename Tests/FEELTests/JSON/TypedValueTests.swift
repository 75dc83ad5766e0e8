import FEEL
import Testing

@Suite struct `Typed values in JSON` {
  private static let clock = Clock(epochMilliseconds: 0, offsetSeconds: 0)

  static let forms: [(expression: Text, json: String)] = [
    ("null", "null"),
    ("true", "true"),
    ("\"a\"", #""a""#),
    ("1.50", "1.5"),
    ("-0", "0"),
    ("1000000", "1000000"),
    ("12345678901234567890123456789012.34", "12345678901234567890123456789012.34"),
    ("10 ** 39", "1000000000000000000000000000000000000000"),
    ("10 ** 40", "1E+40"),
    ("@\"2026-01-31\"", #"{"@type":"date","value":"2026-01-31"}"#),
    ("@\"-0044-03-15\"", #"{"@type":"date","value":"-0044-03-15"}"#),
    ("@\"10:30:00.25+01:00\"", #"{"@type":"time","value":"10:30:00.25+01:00"}"#),
    ("@\"2026-01-31T10:30:00Z\"", #"{"@type":"date and time","value":"2026-01-31T10:30:00Z"}"#),
    ("@\"P1DT2H\"", #"{"@type":"days and time duration","value":"P1DT2H"}"#),
    ("@\"-P1Y2M\"", #"{"@type":"years and months duration","value":"-P1Y2M"}"#),
    ("[1, [2]]", "[1,[2]]"),
    ("{b: 1, a b: {}, \"+\": null}", #"{"b":1,"a b":{},"+":null}"#),
    ("{\"@type\": 1, b: 2}", #"{"@type":"context","entries":[["@type",1],["b",2]]}"#),
    ("[1..5)", #"{"@type":"range","start":1,"end":5,"startIncluded":true,"endIncluded":false}"#),
    ("[1..null)", #"{"@type":"range","start":1,"end":null,"startIncluded":true,"endIncluded":false}"#),
    ("(< 5)", #"{"@type":"range","end":5,"startIncluded":false,"endIncluded":false}"#),
    ("(!= 5)", #"{"@type":"range","except":5,"startIncluded":false,"endIncluded":false}"#),
    ("substring before", #"{"@type":"function","parameters":["string","match"]}"#),
  ]

  @Test(arguments: forms) func `each kind of value has its form`(form: (expression: Text, json: String)) throws {
    let value = Expression(form.expression, law: .standard).value(clock: Self.clock)
    #expect(String(decoding: JSON(typed: value).bytes, as: UTF8.self) == form.json)
    if case .function = value { return }
    #expect(try Value(typed: JSON.parse(Array(form.json.utf8))).isIdentical(to: value))
  }

  static let mistakes: [(json: String, message: String)] = [
    (#"{"@type":"dat","value":"2026-01-31"}"#, #"@type: there is no type "dat"; did you mean "date"?"#),
    (#"{"@type":1}"#, "@type: `@type` must be a string"),
    (
      #"{"deal":{"days":[1,{"@type":"date","value":"2026-02-30"}]}}"#,
      #"deal.days[2].value: "2026-02-30" is no date such as 2026-01-31"#
    ),
    (
      #"{"@type":"date","value":"2026-02-03T10:00:00"}"#, #"value: "2026-02-03T10:00:00" is no date such as 2026-01-31"#
    ),
    (#"{"@type":"time"}"#, #"a time needs the member "value""#),
    (#"{"@type":"time","value":7}"#, #""value" must be a string"#),
    (#"{"@type":"date","value":"2026-01-31","zone":"Z"}"#, #"a date has no member "zone""#),
    (
      #"{"@type":"years and months duration","value":"P1D"}"#,
      #"value: "P1D" is no years and months duration such as P1Y6M"#
    ),
    (#"{"@type":"context","entries":[["a",1],["a",2]]}"#, #"the entry "a" stands there twice"#),
    (#"{"@type":"context","entries":[["a",1],["b"]]}"#, "[2]: an entry is written as [name, value]"),
    (#"{"@type":"range","start":1}"#, #"a range needs the member "startIncluded""#),
    (#"{"@type":"function","parameters":[]}"#, "functions are never read from JSON"),
    (#"{"@type":"undecided","least":2,"most":1}"#, "`least` is more than `most`"),
    (#"{"@type":"uncertain list","items":[1],"certain":[]}"#, "`certain` must say true or false for each item"),
  ]

  @Test(arguments: mistakes) func `a mistake is told with its place`(mistake: (json: String, message: String)) throws {
    let json = try JSON.parse(Array(mistake.json.utf8))
    #expect(throws: TypedValueError.self) { try Value(typed: json) }
    do { _ = try Value(typed: json) } catch { #expect(error.description == mistake.message) }
  }

  @Test func `any value reads back as the same, through bytes too`() throws {
    var random = RandomValue(seed: 41, isOpen: true)
    for _ in 0..<3000 {
      let value = random.value()
      let json = JSON(typed: value)
      #expect(try Value(typed: json).isIdentical(to: value), "\(json)")
      #expect(try Value(typed: JSON.parse(json.bytes, limits: JSONLimits(depth: 256))).isIdentical(to: value))
    }
  }

  @Test func `a value without end is cut off, and says so`() {
    var value = Value.list([.number(1)])
    for _ in 0..<40 { value = .list([value, value]) }
    var isCut = false
    _ = JSON(typed: value, isCut: &isCut)
    #expect(isCut)
    var deep = Value.null
    for _ in 0..<300 { deep = .list([deep]) }
    isCut = false
    _ = JSON(typed: deep, isCut: &isCut)
    #expect(isCut)
  }
}
