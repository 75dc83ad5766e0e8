import FEEL
import HTTPTypes
import Service
import Testing

@testable import Web

@Suite("Reading what is sent")
struct ReadingTests {
  @Test("escapes are undone exactly once, and broken ones refused")
  func percent() {
    #expect(PercentCoding.decoded("a%20b%2Fc") == "a b/c")
    #expect(PercentCoding.decoded("%2520") == "%20")
    #expect(PercentCoding.decoded("a+b") == "a+b")
    #expect(PercentCoding.decoded("a+b", plusIsSpace: true) == "a b")
    for bad in ["%", "%2", "%zz", "%ff", "%c0%80"] { #expect(PercentCoding.decoded(bad) == nil, "\(bad)") }
    for text in ["", "a b/c?d&e=f#g", "ä€😀", "%41", "~-._"] {
      #expect(PercentCoding.decoded(PercentCoding.encoded(text)) == text)
    }
    #expect(PercentCoding.encoded("../..") == "..%2F..")
  }

  @Test("the character U+0000 is found in JSON with its place, and in fields with their name")
  func nul() throws {
    #expect(NULScan.place(in: Array(#"{"a": "b\\u0000", "ä": "\n"}"#.utf8)) == nil)
    let found = try #require(NULScan.place(in: Array("{\n  \"ä\": \"x\\u0000\"}".utf8)))
    #expect(found == (2, 10))
    #expect(try #require(NULScan.place(in: [0x22, 0, 0x22])) == (1, 2))
    #expect(NULScan.place(in: Array(#"\"#.utf8)) == nil)
    for text in ["a=1&b=x%00y", "a%00=1", "reason=\u{0}"] {
      let error = #expect(throws: ServiceError.self) { try FormFields(text) }
      #expect(error?.message.contains("U+0000") == true, "\(text)")
    }
  }

  @Test("fields of a form are there once, and few enough")
  func fields() throws {
    let fields = try FormFields("a=1&b=x+y%26z&c=&d")
    #expect(fields["a"] == "1")
    #expect(fields["b"] == "x y&z")
    #expect(fields["c"] == nil)
    #expect(fields["d"] == nil)
    #expect(throws: ServiceError.self) { try FormFields("a=1&a=2") }
    #expect(throws: ServiceError.self) { try FormFields((0..<65).map { "f\($0)=1" }.joined(separator: "&")) }
  }

  @Test("a parameter that nobody knows is refused, with those that are known")
  func unknownParameters() throws {
    let error = #expect(throws: ServiceError.self) {
      try FormFields("onwer=x&limit=3&zzz=1").refuseOthers(than: ["owner", "limit"])
    }
    #expect(error?.problems == ["`onwer` is not one of limit, owner", "`zzz` is not one of limit, owner"])
    #expect(error.map { Problem($0).status } == 422)
  }

  @Test("numbers, instants, verdicts and groupings are held to their words")
  func parameters() throws {
    let fields = try FormFields("limit=50&as-of=2026-03-31T19:00:00Z&verdict=ahead&by=owner")
    #expect(try fields.number("limit", in: 1...200, else: 1) == 50)
    #expect(try fields.number("other", in: 1...200, else: 7) == 7)
    #expect(try fields.instant("as-of") == 1_774_983_600_000)
    #expect(try fields.recordFilter().verdict == "ahead")
    #expect(try fields.grouping() == .owner)
    let bad = try FormFields("limit=201&as-of=soon&verdict=good&by=moon")
    #expect(throws: ServiceError.self) { try bad.number("limit", in: 1...200, else: 1) }
    #expect(throws: ServiceError.self) { try bad.instant("as-of") }
    #expect(throws: ServiceError.self) { try bad.recordFilter() }
    #expect(throws: ServiceError.self) { try bad.grouping() }
  }

  @Test("a body tells all that is wrong with it at once")
  func bodies() throws {
    var reader = try BodyReader(Array(#"{"reason": 5, "until": "soon", "oops": 1}"#.utf8))
    _ = reader.neededText("to")
    _ = reader.neededText("reason")
    _ = reader.day("until")
    let checked = reader
    let error = #expect(throws: ServiceError.self) { try checked.finish() }
    #expect(
      error?.problems == [
        "`to` is missing", "`reason` must be a text", "`until` must be a day like 2026-03-31",
        "`oops` is not known here",
      ])
  }

  @Test("a good body is read")
  func goodBody() throws {
    var reader = try BodyReader(Array(#"{"to": "Demo", "reason": null, "until": "2026-03-31"}"#.utf8))
    #expect(reader.neededText("to") == "Demo")
    #expect(reader.text("reason") == nil)
    #expect(reader.day("until") == CalendarDate("2026-03-31"))
    try reader.finish()
    try BodyReader([], mayBeEmpty: true).finish()
  }

  @Test(
    "what is no JSON object cannot be read",
    arguments: ["", "[]", "{", #"{"a":1,"a":2}"#, "{\"a\":\"\u{1}\"}", String(repeating: "[", count: 100_000)])
  func unreadable(body: String) {
    let error = #expect(throws: ServiceError.self) { try BodyReader(Array(body.utf8)) }
    #expect(error?.code == "unreadable-json")
    #expect(error.map { Problem($0).status } == 400)
  }
}
