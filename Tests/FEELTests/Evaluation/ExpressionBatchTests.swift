import FEEL
import Testing

@Suite struct `Requests, one a line` {
  static let moment = Clock(epochMilliseconds: 1_772_442_000_000, offsetSeconds: 0)

  /// What a line is answered, and whether it was a request.
  static func answer(_ line: String, law: Law = .standard) -> (text: String, isRequest: Bool) {
    var batch = ExpressionBatch(law: law)
    var output: [UInt8] = []
    let isRequest = Array(line.utf8).withUnsafeBufferPointer {
      batch.answer($0, number: 7, clock: moment, into: &output)
    }
    return (String(decoding: output.dropLast(), as: UTF8.self), isRequest)
  }

  static let requests: [(line: String, answer: String)] = [
    (#"{"id":1,"expr":"1 + 1"}"#, #"{"id":1,"value":2}"#),
    (#"{"expr":"1"}"#, #"{"id":null,"value":1}"#),
    (#"{"id":{"a":[1]},"expr":"\"x\"","expected":"y"}"#, #"{"id":{"a":[1]},"value":"x"}"#),
    (
      #"{"id":1,"expr":"close date + @\"P1D\"","context":{"close date":{"@type":"date","value":"2026-01-31"}}}"#,
      #"{"id":1,"value":{"@type":"date","value":"2026-02-01"}}"#
    ),
    (
      #"{"id":1,"expr":"deals[1].next step","context":{"deals":[{"amount":1},{"next step":"call"}]}}"#,
      #"{"id":1,"value":null,"messages":[{"severity":"warning","code":"NULL","text":"the context has no `next step`""#
    ),
    (
      #"{"id":1,"expr":"deals[2].next step","context":{"deals":[{"amount":1},{"next step":"call"}]}}"#,
      #"{"id":1,"value":"call"}"#
    ),
    (#"{"id":1,"expr":"a-b","context":{"a":5,"b":3}}"#, #"{"id":1,"value":2}"#),
    (#"{"id":1,"expr":"a-b","context":{"a":5,"b":3,"a-b":7}}"#, #"{"id":1,"value":7}"#),
    (#"{"id":1,"expr":"now()"}"#, #"{"id":1,"value":{"@type":"date and time","value":"2026-03-02T09:00:00Z"}}"#),
    (
      #"{"id":1,"expr":"now()","now":"2026-01-01T01:00:00+07:00"}"#,
      #"{"id":1,"value":{"@type":"date and time","value":"2026-01-01T01:00:00+07:00"}}"#
    ),
    (#"{"id":1,"expr":"[18..65)","unary":true,"input":30}"#, #"{"id":1,"value":true}"#),
    (#"{"id":1,"expr":"> limit","unary":true,"input":30,"context":{"limit":40}}"#, #"{"id":1,"value":false}"#),
    (#"{"id":1,"expr":"\"a\", \"b\"","unary":true,"input":"b"}"#, #"{"id":1,"value":true}"#),
    (#"{"id":1,"expr":"-","unary":true}"#, #"{"id":1,"value":true}"#),
    (
      #"{"id":1,"expr":"1 +\n1 / 0"}"#,
      #"{"id":1,"value":null,"messages":[{"severity":"warning","code":"NUMBER","text":"division by zero","at":[2,1]}"#
    ),
    (#"{"id":1,"expr":"1 +"}"#, #"{"id":1,"error":"1:3 SYNTAX: a value is missing after `+`""#),
    (#"{"id":1,"expr":""}"#, #"{"id":1,"error":"1:1 SYNTAX: the expression is empty; write a condition or a value""#),
  ]

  @Test(arguments: requests) func `a request is answered`(example: (line: String, answer: String)) {
    let (text, isRequest) = Self.answer(example.line)
    #expect(isRequest)
    #expect(text.hasPrefix(example.answer), "\(text)")
  }

  static let refusals: [(line: String, answer: String)] = [
    ("garbage", #"{"id":null,"line":7,"error":"column 1: a value must follow here"}"#),
    ("[]", #"{"id":null,"line":7,"error":"a request is an object"}"#),
    (#"{"id":5}"#, #"{"id":5,"line":7,"error":"`expr` is missing"}"#),
    (#"{"id":5,"expr":7}"#, #"{"id":5,"line":7,"error":"`expr` must be a string"}"#),
    (
      #"{"id":5,"expr":"a","context":[1]}"#,
      #"{"id":5,"line":7,"error":"`context` must be an object with the names in scope"}"#
    ),
    (
      #"{"id":5,"expr":"a","context":{"a":{"@type":"date","value":"soon"}}}"#,
      #"{"id":5,"line":7,"error":"`context`: a.value: \"soon\" is no date such as 2026-01-31"}"#
    ),
    (#"{"id":5,"expr":"1","unary":"yes"}"#, #"{"id":5,"line":7,"error":"`unary` must be true or false"}"#),
    (
      #"{"id":5,"expr":"1","now":"today"}"#,
      #"{"id":5,"line":7,"error":"`now` must be a moment such as \"2026-03-02T09:00:00Z\""}"#
    ),
    (#"{"id":1,"id":2,"expr":"1"}"#, #"{"id":null,"line":7,"error":"column 9: "#),
    ("{\"expr\":\"\u{7}\"}", #"{"id":null,"line":7,"error":"column 10: "#),
  ]

  @Test(arguments: refusals) func `what is no request is answered too`(example: (line: String, answer: String)) {
    let (text, isRequest) = Self.answer(example.line)
    #expect(!isRequest)
    #expect(text.hasPrefix(example.answer), "\(text)")
  }

  @Test func `under our own law null in the context is what is missing`() {
    let line = #"{"id":1,"expr":"amount > 5","context":{"amount":null}}"#
    #expect(Self.answer(line).text.hasPrefix(#"{"id":1,"value":null"#))
    #expect(Self.answer(line, law: .sales).text == #"{"id":1,"value":{"@type":"unknown"}}"#)
  }

  @Test func `any bytes are answered with one line of JSON`() throws {
    var random = RepeatableRandom(seed: 43)
    let sample = Array(
      #"{"id":1,"expr":"for x in a return [x..5)","context":{"a":[1,{"@type":"date","value":"2026-01-31"}]}}"#.utf8)
    for _ in 0..<2000 {
      var line = sample
      for _ in 0..<(1 + random.next(below: 4)) { line[random.next(below: line.count)] = UInt8(random.next(below: 256)) }
      line.removeAll { $0 == 0x0A }
      var batch = ExpressionBatch()
      var output: [UInt8] = []
      _ = line.withUnsafeBufferPointer { batch.answer($0, number: 1, clock: Self.moment, into: &output) }
      #expect(output.last == 0x0A && output.dropLast().allSatisfy { $0 != 0x0A })
      let answer = try JSON.parse(output)
      #expect((answer["value"] == nil) != (answer["error"] == nil))
    }
  }
}
