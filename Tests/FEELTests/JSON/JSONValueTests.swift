import FEEL
import Testing

@Suite struct `JSON as values of a declared type` {
  static let activity = FeelType.context([
    FeelType.Entry("type", .string), FeelType.Entry("date", .date), FeelType.Entry("at", .dateTime),
  ])
  static let record = FeelType.context([
    FeelType.Entry("amount", .number), FeelType.Entry("active", .boolean), FeelType.Entry("name", .string),
    FeelType.Entry("term", .monthsDuration), FeelType.Entry("wait", .daysDuration), FeelType.Entry("time", .time),
    FeelType.Entry("activities", .list(activity)), FeelType.Entry("anything", .any),
  ])

  static func json(_ source: String) throws -> JSON { try JSON.parse(Array(source.utf8)) }

  @Test func `the declared type decides what a text is`() throws {
    let source = """
      {"amount":12.50,"active":true,"name":"2026-01-31","term":"P1Y","wait":"PT48H","time":"10:30:00",\
      "activities":[{"type":"call","date":"2026-01-31","at":"2026-01-31T10:30:00+07:00"}],"anything":{"a":[1,"x"]}}
      """
    let value = try Value(Self.json(source), as: Self.record, law: .sales)
    let written = """
      {"amount":12.5,"active":true,"name":"2026-01-31","term":"P1Y","wait":"P2D","time":"10:30:00",\
      "activities":[{"type":"call","date":"2026-01-31","at":"2026-01-31T10:30:00+07:00"}],"anything":{"a":[1,"x"]}}
      """
    #expect(String(decoding: JSON(value).bytes, as: UTF8.self) == written)
    guard case .context(let context) = value, case .list(let items)? = context["activities"],
      case .context(let item)? = items.first, case .date? = item["date"], case .dateTime? = item["at"],
      case .string? = context["name"]
    else {
      Issue.record("the kinds are wrong")
      return
    }
  }

  @Test func `what is absent or null is unknown, in DMN null`() throws {
    for (law, absent) in [(Law.sales, Value.unknown), (.standard, .null)] {
      let value = try Value(Self.json("{\"name\":null,\"anything\":[null]}"), as: Self.record, law: law)
      guard case .context(let context) = value else { return }
      for (key, entry) in zip(context.shape.keys, context.values) where key != "anything" {
        #expect(entry.isIdentical(to: absent))
      }
      #expect(context["anything"]?.isIdentical(to: .list([absent])) == true)
    }
  }

  @Test func `all contexts of a type share one shape`() throws {
    let form = ValueForm(.list(Self.activity))
    let value = try form.value(of: Self.json(#"[{"type":"a"},{"date":"2026-01-31"},{}]"#), law: .sales)
    guard case .list(let items) = value else { return }
    for item in items {
      guard case .context(let context) = item, case .context(let first) = items[0] else { return }
      #expect(context.shape === first.shape)
    }
  }

  static let refused: [(source: String, sentences: [String])] = [
    (#"{"amount":"12"}"#, ["amount must be a number without quotes"]),
    (#"{"active":"yes"}"#, ["active must be true or false"]),
    (#"{"name":5}"#, ["name must be a text in quotes"]),
    (#"{"term":"P1D"}"#, [#"term must be a duration such as "P1Y6M", but is "P1D""#]),
    (#"{"wait":"P1Y"}"#, [#"wait must be a duration such as "P14D" or "PT2H30M", but is "P1Y""#]),
    (#"{"time":"noon"}"#, [#"time must be a time such as "10:30:00", but is "noon""#]),
    (#"{"activities":{}}"#, ["activities must be a list in [ ]"]),
    (#"{"activities":[{},5]}"#, ["activities[2] must be an object in { }"]),
    (
      #"{"activities":[{"date":"31.01.2026","colour":1},{"at":"2026-01-31T10:30:00"}],"size":1}"#,
      [
        #"activities[1].date must be a date such as "2026-01-31", but is "31.01.2026""#,
        "activities[1].colour is not declared",
        #"activities[2].at must say its offset from UTC (2026-01-31T10:30:00+07:00, or Z at the end), but is "2026-01-31T10:30:00""#,
        "size is not declared",
      ]
    ),
    (
      #"{"activities":[{"at":"2026-01-31"}]}"#,
      [
        #"activities[1].at must be a date and time such as "2026-01-31T10:30:00+07:00", but is "2026-01-31""#
      ]
    ),
    ("[]", ["the value must be an object in { }"]),
  ]

  @Test(arguments: refused) func `everything that does not fit is told with its place`(
    _ source: String, sentences: [String]
  ) throws {
    var errors: [ConversionError] = []
    _ = ValueForm(Self.record).value(of: try Self.json(source), law: .sales, errors: &errors)
    #expect(errors.map { $0.description } == sentences)
    #expect(throws: ConversionError.self) { try Value(Self.json(source), as: Self.record, law: .sales) }
  }

  @Test func `a local date and time is fine in DMN`() throws {
    let value = try Value(.string("2026-01-31T10:30:00"), as: .dateTime, law: .standard)
    #expect(JSON(value) == .string("2026-01-31T10:30:00"))
  }

  @Test func `what is not decided can be seen in the output`() {
    let undecided = Value.undecided(Interval(least: 10, most: 40))
    let list = Value.uncertainList(UncertainList(items: [.boolean(true), .unknown], certain: [true, false]))
    let range = Value.range(RangeValue(start: .integer(1), startIncluded: true, end: .integer(5), endIncluded: false))
    func text(_ value: Value, _ unknown: JSON = .null) -> String {
      String(decoding: JSON(value, unknown: unknown).bytes, as: UTF8.self)
    }
    #expect(text(undecided) == #"{"least":10,"most":40}"#)
    #expect(text(list, .string("?")) == #"{"certain":[true],"possible":["?"]}"#)
    #expect(text(.list([.unknown, .null])) == "[null,null]")
    #expect(text(range) == #""[1..5)""#)
    #expect(text(.number(Decimal34("1e3") ?? .zero)) == "1000")
  }

  @Test func `endless values become null somewhere`() {
    var nest = Value.list([.integer(1)])
    for _ in 0..<200 { nest = .list([nest, nest]) }
    #expect(JSON(nest).bytes.count > 0)
  }
}
