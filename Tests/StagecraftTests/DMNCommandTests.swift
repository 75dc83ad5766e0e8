import Foundation
import Testing

@Suite struct `stagecraft dmn` {
  private let program: Program
  private var model: String { program.folder.path + "/discount.dmn" }

  init() throws {
    program = try Program()
    try program.folder.write(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" namespace="https://example.com/discount"
          name="discount" id="discount">
        <inputData name="order day" id="i1"><variable name="order day" typeRef="date"/></inputData>
        <inputData name="amount" id="i2"><variable name="amount" typeRef="number"/></inputData>
        <decision name="discount" id="d1">
          <variable name="discount" typeRef="number"/>
          <informationRequirement><requiredInput href="#i1"/></informationRequirement>
          <informationRequirement><requiredInput href="#i2"/></informationRequirement>
          <literalExpression><text>if order day &lt; @"2026-04-01" then amount * 0.1 else amount * amuont</text></literalExpression>
        </decision>
      </definitions>
      """, to: "discount.dmn")
    try program.folder.write(#"{"order day": "2026-03-31", "amount": 500}"#, to: "order.json")
    try program.folder.write(#"{"order day": "2026-05-01", "amount": 500}"#, to: "late.json")
    try program.folder.write(#"{"order day": "soon", "amuont": 500}"#, to: "wrong.json")
  }

  @Test func `checks a model and tells every finding with its place`() throws {
    let result = try program.run("dmn", "check", model)
    #expect(result.status == 0)
    #expect(result.output.contains("discount.dmn:10:"), "\(result.output)")
    #expect(result.output.contains("warning UNDEFINED") && result.output.contains("did you mean `amount`?"))
    #expect(result.lines.last == "1 warning")
    try program.folder.write("<html/>", to: "page.dmn")
    let page = try program.run("dmn", "check", program.folder.path + "/page.dmn", "--json")
    #expect(page.status == 1)
    #expect(try Program.objects(page.output).first?["errors"] as? Int ?? 0 > 0)
    #expect(try program.run("dmn", "check", "nowhere.dmn").status == 66)
  }

  @Test func `evaluates a decision, and says why it is null`() throws {
    let folder = program.folder.path
    let result = try program.run("dmn", "eval", model, "--decision", "discount", "--input", folder + "/order.json")
    #expect(result.status == 0 && result.output == "50\n", "\(result.error)")
    let late = try program.run("dmn", "eval", model, "--input", folder + "/late.json")
    #expect(late.status == 0 && late.output == "null\n")
    #expect(late.error.contains("discount.dmn:10:") && late.error.contains("amuont"), "\(late.error)")
    let json = try program.run("dmn", "eval", model, "--input", folder + "/order.json", "--json")
    #expect(json.output == "{\"results\":{\"discount\":50},\"messages\":[]}\n", "\(json.output)")
  }

  @Test func `says what is wrong with the question`() throws {
    let wrong = try program.run("dmn", "eval", model, "--input", program.folder.path + "/wrong.json")
    #expect(wrong.status == 65 && wrong.output.isEmpty)
    #expect(wrong.error.contains("order day must be a date such as \"2026-01-31\", but is \"soon\""))
    #expect(wrong.error.contains("the model has no input `amuont`; did you mean `amount`?"))
    let unknown = try program.run("dmn", "eval", model, "--decision", "discuont")
    #expect(unknown.status == 65 && unknown.error.contains("did you mean `discount`?"))
    #expect(try program.run("dmn", "eval", "nowhere.dmn").status == 66)
    #expect(try program.run("dmn", "eval").status == 64)
  }

  @Test func `answers every line of a stream`() throws {
    let input = """
      {"id":1,"model":"\(model)","decisions":["discount"],"inputs":{"amount":100,"order day":{"@type":"date","value":"2026-01-01"}}}
      {"id":2,"model":"nowhere.dmn","decisions":["discount"]}
      nonsense
      """
    let result = try program.run("dmn", "eval", "--batch", input: input)
    #expect(result.status == 65)
    #expect(
      result.lines == [
        #"{"id":1,"results":{"discount":10},"messages":[]}"#, #"{"id":2,"error":"nowhere.dmn is not there"}"#,
        #"{"id":null,"line":3,"error":"column 1: a value must follow here"}"#,
      ])
  }
}
