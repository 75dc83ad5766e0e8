import FEEL
import Testing

@Suite struct `Reading JSON` {
  static let accepted: [(source: String, written: String)] = [
    ("null", "null"), (" true ", "true"), ("false", "false"), ("[]", "[]"), ("{}", "{}"), ("[ ]", "[]"), ("{\n}", "{}"),
    ("0", "0"), ("-0", "0"), ("12", "12"), ("-0.5", "-0.5"), ("1.10", "1.1"), ("1e3", "1000"), ("1E-3", "0.001"),
    ("1.5e+2", "150"), ("100", "100"), ("0.000", "0"), ("1.0e0", "1"),
    ("0.1234567890123456789012345678901234", "0.1234567890123456789012345678901234"),
    ("1234567890123456789012345678901234567", "1234567890123456789012345678901235000"),
    ("12345678901234567890123456789012345", "12345678901234567890123456789012340"),
    ("12345678901234567890123456789012355", "12345678901234567890123456789012360"),
    ("9999999999999999999", "9999999999999999999"), ("-9223372036854775808", "-9223372036854775808"),
    (#""""#, #""""#), (#""Jalan""#, #""Jalan""#), (#""é€😀""#, #""é€😀""#), (#""\u00e9""#, #""é""#),
    (#""\ud83d\ude00""#, #""😀""#), (#""a\"\\\/\b\f\n\r\tz""#, #""a\"\\/\b\f\n\r\tz""#),
    (#""\u0000\u001f""#, #""\u0000\u001f""#),
    (#"{"b":1,"a":[1,{"c":null}]}"#, #"{"b":1,"a":[1,{"c":null}]}"#),
    (#"{"stage" : "Demo" , "a" : 1 }"#, #"{"stage":"Demo","a":1}"#),
  ]

  @Test(arguments: accepted) func `a text means one value`(_ source: String, _ written: String) throws {
    let json = try JSON.parse(Array(source.utf8))
    #expect(String(decoding: json.bytes, as: UTF8.self) == written)
  }

  static let refused: [(source: [UInt8], sentence: String)] = [
    (Array("".utf8), "line 1, column 1: the text ends where a value must follow"),
    (Array("[1,".utf8), "line 1, column 4: the text ends where a value must follow"),
    (Array("[1 2]".utf8), "line 1, column 4: a comma or ] must follow here"),
    (Array("[1,]".utf8), "line 1, column 4: a value must follow here"),
    (Array("{\"a\" 1}".utf8), "line 1, column 6: a colon must follow here"),
    (Array("{\"a\":1,}".utf8), "line 1, column 8: a name in quotes must follow here"),
    (Array("{a:1}".utf8), "line 1, column 2: a name in quotes must follow here"),
    (Array("{\n  \"é\": 1\n  \"b\": 2}".utf8), "line 3, column 3: a comma or } must follow here"),
    (Array("1 1".utf8), "line 1, column 3: the value has ended, but more text follows"),
    (Array("nulL".utf8), "line 1, column 1: a value must follow here"),
    (Array("NaN".utf8), "line 1, column 1: a value must follow here"),
    (Array("01".utf8), "line 1, column 1: JSON writes numbers like 12, -0.5 or 1e3"),
    (Array("1.".utf8), "line 1, column 1: JSON writes numbers like 12, -0.5 or 1e3"),
    (Array("-".utf8), "line 1, column 1: JSON writes numbers like 12, -0.5 or 1e3"),
    (Array("1e".utf8), "line 1, column 1: JSON writes numbers like 12, -0.5 or 1e3"),
    (Array(".5".utf8), "line 1, column 1: a value must follow here"),
    (Array("1e6145".utf8), "line 1, column 1: the number is 10^6145 or more"),
    (Array("\"a".utf8), "line 1, column 3: the text ends inside a string"),
    (Array("\"a\nb\"".utf8), "line 1, column 3: a string holds a control character; write it as an escape such as \\n"),
    (Array("\"\\x\"".utf8), "line 1, column 2: JSON knows no such escape; write a backslash as \\\\"),
    (Array("\"\\u12g4\"".utf8), "line 1, column 2: four hexadecimal digits must follow \\u"),
    (Array("\"\\ud83d\"".utf8), "line 1, column 2: half a surrogate pair stands alone"),
    (Array("\"\\ude00\\ud83d\"".utf8), "line 1, column 2: half a surrogate pair stands alone"),
    ([0x22, 0xC0, 0x80, 0x22], "line 1, column 2: the text is not UTF-8 here"),
    ([0x22, 0xED, 0xA0, 0x80, 0x22], "line 1, column 2: the text is not UTF-8 here"),
    ([0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], "line 1, column 2: the text is not UTF-8 here"),
    ([0x22, 0xE2, 0x82], "line 1, column 2: the text is not UTF-8 here"),
    (
      [0xEF, 0xBB, 0xBF, 0x31], "line 1, column 1: the text starts with a byte order mark; save it as UTF-8 without one"
    ),
    (Array(#"{"a":1,"b":2,"a":3}"#.utf8), #"line 1, column 14: the name "a" stands here twice"#),
    (Array(#"{"a":1,"\u0061":3}"#.utf8), #"line 1, column 8: the name "a" stands here twice"#),
  ]

  @Test(arguments: refused) func `what is wrong is told with its place`(_ source: [UInt8], _ sentence: String) {
    let error = #expect(throws: JSONError.self) { try JSON.parse(source) }
    #expect(error?.description == sentence)
  }

  @Test func `a name that comes twice among many is found`() {
    let members = (0..<100).map { "\"n\($0)\":\($0)" }.joined(separator: ",")
    let error = #expect(throws: JSONError.self) { try JSON.parse(Array("{\(members),\"n40\":1}".utf8)) }
    #expect(error?.code == .duplicateName)
    #expect(error?.offset == members.utf8.count + 2)
  }

  @Test func `depth, length and number of values are limited`() throws {
    func code(_ source: String, _ limits: JSONLimits) -> JSONError.Code? {
      do throws(JSONError) {
        _ = try JSON.parse(Array(source.utf8), limits: limits)
        return nil
      } catch {
        return error.code
      }
    }
    let nested = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    #expect(code(nested, JSONLimits()) == nil)
    #expect(code("[\(nested)]", JSONLimits()) == .tooDeep)
    #expect(code(String(repeating: "[", count: 1_000_000), JSONLimits(depth: .max)) == .tooDeep)
    #expect(code("[1,2,3]", JSONLimits(values: 3)) == .tooManyValues)
    #expect(code("[1,2,3]", JSONLimits(bytes: 6)) == .tooLong)
  }

  @Test func `one reader reads many texts`() throws {
    var reader = JSONReader()
    for number in 0..<1000 {
      let json = try reader.read(Array("{\"id\":\(number),\"name\":\"x\"}".utf8))
      #expect(json["id"]?.number == Decimal34(number))
      #expect(throws: JSONError.self) { try reader.read(Array("{\"id\"".utf8)) }
    }
  }
}
