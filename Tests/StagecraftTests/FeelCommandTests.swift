import Foundation
import Testing

@Suite struct `stagecraft feel` {
  private func program(_ context: String = #"{"amount": 500, "close date": {"@type": "date", "value": "2026-03-31"}}"#)
    throws -> Program
  {
    let program = try Program()
    try program.folder.write(context, to: "deal.json")
    return program
  }

  @Test func `prints a value as FEEL`() throws {
    let program = try program()
    let result = try program.run("feel", #"close date + @"P1D""#, "--context", program.folder.path + "/deal.json")
    #expect(result.status == 0 && result.output == "@\"2026-04-01\"\n" && result.error.isEmpty)
    #expect(try program.run("feel", "--", "-1").output == "-1\n")
    #expect(try program.run("feel", "> 5", "--input", "7").output == "true\n")
    #expect(try program.run("feel", "today()", "--now", "2026-03-02T09:00:00Z").output == "@\"2026-03-02\"\n")
  }

  @Test func `marks the place of a finding, and says what to do`() throws {
    let program = try program()
    let result = try program.run("feel", "1 + amuont", "--context", program.folder.path + "/deal.json")
    #expect(result.status == 0 && result.output == "null\n")
    #expect(
      result.error.hasPrefix(
        """
        1:5: warning UNDEFINED: `amuont` is not defined. Fix: did you mean `amount`?
            1 + amuont
                ^^^^^^
        """), "\(result.error)")
    let broken = try program.run("feel", "(1 +")
    #expect(broken.status == 65 && broken.output.isEmpty && broken.error.contains("1:4: error SYNTAX"))
    let missing = try program.run("feel", "a", "--context", "nowhere.json")
    #expect(missing.status == 66 && missing.error.contains("nowhere.json is not there"))
  }

  @Test func `takes long chains and large lists, and ends at its limits with a code`() throws {
    let program = try program()
    let sum = Array(repeating: "1", count: 200).joined(separator: " + ")
    #expect(try program.run("feel", sum).output == "200\n")
    let choices = (1...200).map { "if amount = \($0) then \($0) else " }.joined() + "\"none\""
    let context = program.folder.path + "/deal.json"
    #expect(try program.run("feel", choices, "--context", context, "--explain").output.hasPrefix("\"none\"\n"))
    #expect(
      try program.run("feel", "sort(for i in 1..50000 return 50000 - i, function(a, b) a < b)[1]").output == "0\n")
    let deep = try program.run("feel", String(repeating: "[", count: 300) + String(repeating: "]", count: 300))
    #expect(deep.status == 65 && deep.error.contains("DEPTH"))
    let endless = try program.run("feel", "some a in 1..1000000, b in 1..1000 satisfies false")
    #expect(endless.output == "null\n" && endless.error.contains("error STEPS"))
  }

  @Test func `explains what the parts came to`() throws {
    let program = try program()
    let result = try program.run(
      "feel", "if amount > 1000 then amount else 10 / 0", "--context", program.folder.path + "/deal.json", "--explain")
    #expect(
      result.output == """
        null

        if amount > 1000 then amount else 10 / 0 → null
          amount > 1000 → false
            amount → 500
          10 / 0 → null
            because division by zero

        """)
    #expect(result.error.contains("1:35: warning NUMBER: division by zero."))
  }

  @Test func `our own law makes nothing of what is missing`() throws {
    let program = try program(#"{"amount": null}"#)
    let file = program.folder.path + "/deal.json"
    #expect(try program.run("feel", "amount > 5", "--context", file).output == "null\n")
    #expect(try program.run("feel", "amount > 5", "--context", file, "--law", "sentences").output == "unknown\n")
  }

  @Test func `answers every line of a stream`() throws {
    let program = try Program()
    let input = """
      {"id":1,"expr":"1 + 1"}
      garbage

      {"id":2,"expr":"1 +"}
      {"id":3,"expr":"[1..5]","unary":true,"input":3}
      """
    let result = try program.run("feel", "--batch", input: input)
    #expect(result.status == 65)
    #expect(result.lines.count == 4)
    #expect(result.lines.first == #"{"id":1,"value":2}"#)
    #expect(result.lines[1] == #"{"id":null,"line":2,"error":"column 1: a value must follow here"}"#)
    #expect(result.lines[2].hasPrefix(#"{"id":2,"error":"1:3 SYNTAX: a value is missing after `+`""#))
    #expect(result.lines[3] == #"{"id":3,"value":true}"#)
  }

  @Test func `an answer comes before the next question`() throws {
    let process = Process()
    process.executableURL = Program.binary
    process.arguments = ["feel", "--batch"]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    for number in 1...3 {
      try input.fileHandleForWriting.write(contentsOf: Data("{\"id\":\(number),\"expr\":\"\(number) * 2\"}\n".utf8))
      let answer = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
      #expect(answer == "{\"id\":\(number),\"value\":\(number * 2)}\n")
    }
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test func `a line beyond the limit is refused and the stream goes on`() throws {
    let program = try Program()
    let long = #"{"id":1,"expr":""# + String(repeating: " ", count: 5 << 20) + #"1"}"#
    let result = try program.run("feel", "--batch", input: long + "\n{\"id\":2,\"expr\":\"2\"}\n")
    #expect(result.status == 65)
    #expect(result.lines.first?.hasPrefix(#"{"id":null,"line":1,"error":"the line is longer than"#) == true)
    #expect(result.lines.last == #"{"id":2,"value":2}"#)
  }

  @Test func `hostile expressions end`() throws {
    let program = try Program()
    let hostile = [
      "for i in 1..1000000000 return i", "for a in 1..10000, b in 1..10000 return a * b", "9 ** 9 ** 9 ** 9",
      "{f: function(x) f(x), y: f(1)}.y", String(repeating: "(", count: 10_000), String(repeating: "[", count: 10_000),
      "string join(for i in 1..100000 return \\\"abcdefghij\\\")", "for i in 1..100 return partial",
    ]
    let lines = hostile.enumerated().map { "{\"id\":\($0),\"expr\":\"\($1)\"}" }
    let result = try program.run("feel", "--batch", input: lines.joined(separator: "\n"))
    #expect(result.lines.count == hostile.count)
  }
}
