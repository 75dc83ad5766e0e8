import Decisions
import FEEL
import Foundation
import Testing

@testable import Authoring

/// A folder with decision models that goes away with the last reference to it.
final class ModelFolder {
  let path = NSTemporaryDirectory() + "models-" + UUID().uuidString

  init() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try Self.price.write(toFile: path + "/price.dmn", atomically: true, encoding: .utf8)
    try Self.tax.write(toFile: path + "/tax.dmn", atomically: true, encoding: .utf8)
    try "<html/>".write(toFile: path + "/page.dmn", atomically: true, encoding: .utf8)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Inputs of every kind, a decision, a business knowledge model, a service.
  static let price = """
    <?xml version="1.0" encoding="UTF-8"?>
    <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" namespace="https://example.com/price"
        name="price" id="price">
      <itemDefinition name="tOrder">
        <itemComponent name="day"><typeRef>date</typeRef></itemComponent>
        <itemComponent name="amounts" isCollection="true"><typeRef>number</typeRef></itemComponent>
      </itemDefinition>
      <inputData name="order" id="i1"><variable name="order" typeRef="tOrder"/></inputData>
      <inputData name="delivery" id="i2"><variable name="delivery" typeRef="days and time duration"/></inputData>
      <inputData name="rate" id="i3"><variable name="rate" typeRef="number"/></inputData>
      <businessKnowledgeModel name="with rate" id="b1">
        <variable name="with rate"/>
        <encapsulatedLogic>
          <formalParameter name="net" typeRef="number"/>
          <formalParameter name="rate" typeRef="number"/>
          <literalExpression><text>net * (1 + rate)</text></literalExpression>
        </encapsulatedLogic>
      </businessKnowledgeModel>
      <decision name="net" id="d1">
        <variable name="net" typeRef="number"/>
        <informationRequirement><requiredInput href="#i1"/></informationRequirement>
        <literalExpression><text>sum(order.amounts)</text></literalExpression>
      </decision>
      <decision name="gross price" id="d2">
        <variable name="gross price" typeRef="number"/>
        <informationRequirement><requiredDecision href="#d1"/></informationRequirement>
        <informationRequirement><requiredInput href="#i3"/></informationRequirement>
        <knowledgeRequirement><requiredKnowledge href="#b1"/></knowledgeRequirement>
        <literalExpression><text>with rate(net, rate)</text></literalExpression>
      </decision>
      <decision name="arrival" id="d3">
        <variable name="arrival"/>
        <informationRequirement><requiredInput href="#i1"/></informationRequirement>
        <informationRequirement><requiredInput href="#i2"/></informationRequirement>
        <literalExpression><text>order.day + delivery</text></literalExpression>
      </decision>
      <decision name="broken" id="d4">
        <variable name="broken"/>
        <literalExpression><text>1 +</text></literalExpression>
      </decision>
      <decisionService name="pricing" id="s1">
        <variable name="pricing"/>
        <outputDecision href="#d2"/>
        <encapsulatedDecision href="#d1"/>
        <inputData href="#i1"/>
        <inputData href="#i3"/>
      </decisionService>
    </definitions>
    """

  /// A model that imports the other.
  static let tax = """
    <?xml version="1.0" encoding="UTF-8"?>
    <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" namespace="https://example.com/tax"
        name="tax" id="tax" xmlns:p="https://example.com/price">
      <import name="price" namespace="https://example.com/price"
          importType="https://www.omg.org/spec/DMN/20230324/MODEL/"/>
      <decision name="tax" id="d1">
        <variable name="tax" typeRef="number"/>
        <informationRequirement><requiredDecision href="https://example.com/price#d1"/></informationRequirement>
        <literalExpression><text>price.net * 0.2</text></literalExpression>
      </decision>
    </definitions>
    """
}

@Suite struct `Requests to decision models, one a line` {
  static let moment = Clock(epochMilliseconds: 1_772_442_000_000, offsetSeconds: 0)
  let folder: ModelFolder

  init() throws { folder = try ModelFolder() }

  /// What lines are answered, and which of them were requests. `FOLDER` stands for the models' folder.
  private func answers(_ lines: [String]) -> (texts: [String], areRequests: [Bool]) {
    var batch = ModelBatch()
    var output: [UInt8] = []
    var areRequests: [Bool] = []
    for (index, line) in lines.enumerated() {
      let bytes = Array(line.replacing("FOLDER", with: folder.path).utf8)
      areRequests.append(
        bytes.withUnsafeBufferPointer {
          batch.answer($0, number: index + 1, clock: Self.moment, into: &output)
        })
    }
    let texts = String(decoding: output, as: UTF8.self).split(separator: "\n").map {
      String($0).replacing(folder.path, with: "FOLDER")
    }
    return (texts, areRequests)
  }

  @Test func `decisions, services and knowledge models answer`() {
    let order = #"{"day":{"@type":"date","value":"2026-03-31"},"amounts":[100,50]}"#
    let answered = answers([
      #"{"id":1,"model":"FOLDER/price.dmn","decisions":["gross price","net"],"inputs":{"order":\#(order),"rate":0.2}}"#,
      #"{"id":2,"model":"FOLDER/price.dmn","decisions":["gross price"],"inputs":{"net":10,"rate":0.5}}"#,
      #"{"id":3,"model":"FOLDER/price.dmn","service":"pricing","decisions":["gross price"],"inputs":{"order":\#(order),"rate":0.1}}"#,
      #"{"id":4,"model":"FOLDER/price.dmn","bkm":"with rate","inputs":{"net":10,"rate":1}}"#,
      #"{"id":5,"model":"FOLDER/tax.dmn","imports":["FOLDER/price.dmn"],"decisions":["tax"],"inputs":{"order":\#(order)},"inputNamespaces":{"order":"https://example.com/price"}}"#,
    ])
    #expect(answered.areRequests.allSatisfy { $0 })
    #expect(answered.texts[0] == #"{"id":1,"results":{"gross price":180,"net":150},"messages":[]}"#)
    #expect(answered.texts[1] == #"{"id":2,"results":{"gross price":15},"messages":[]}"#)
    #expect(answered.texts[2] == #"{"id":3,"results":{"gross price":165},"messages":[]}"#)
    #expect(answered.texts[3] == #"{"id":4,"results":{"with rate":20},"messages":[]}"#)
    #expect(answered.texts[4] == #"{"id":5,"results":{"tax":30},"messages":[]}"#)
  }

  @Test func `null is written out, with the message that says why`() {
    let answered = answers([
      #"{"id":1,"model":"FOLDER/price.dmn","decisions":["broken","net"],"inputs":{}}"#,
      #"{"id":2,"model":"FOLDER/price.dmn","decisions":["gross price"],"inputs":{"net":10,"rate":"high"}}"#,
    ])
    #expect(answered.texts[0].hasPrefix(#"{"id":1,"results":{"broken":null,"net":null},"messages":[{"severity":""#))
    #expect(answered.texts[0].contains(#""node":"broken""#) && answered.texts[0].contains(#""at":[39,"#))
    #expect(answered.texts[1].hasPrefix(#"{"id":2,"results":{"gross price":null},"messages":[{"#))
  }

  @Test func `what cannot be carried out is an error, and the stream goes on`() {
    let answered = answers([
      #"{"id":1,"model":"FOLDER/nowhere.dmn","decisions":["a"]}"#,
      #"{"id":2,"model":"FOLDER/page.dmn","decisions":["a"]}"#,
      #"{"id":3,"model":"FOLDER/price.dmn","decisions":["gross prise"]}"#,
      #"{"id":4,"model":"FOLDER","decisions":["a"]}"#,
    ])
    #expect(answered.areRequests.allSatisfy { $0 })
    #expect(answered.texts[0] == #"{"id":1,"error":"FOLDER/nowhere.dmn is not there"}"#)
    #expect(answered.texts[1].hasPrefix(#"{"id":2,"error":"FOLDER/page.dmn"#))
    #expect(
      answered.texts[2]
        == #"{"id":3,"error":"FOLDER/price.dmn: there is nothing called `gross prise`; did you mean `gross price`?"}"#)
    #expect(answered.texts[3] == #"{"id":4,"error":"FOLDER is a folder, not a file"}"#)
  }

  @Test func `what is no request is answered too`() {
    let answered = answers([
      "garbage", "[]", #"{"id":3}"#, #"{"id":4,"model":"m"}"#, #"{"id":5,"model":7}"#,
      #"{"id":6,"model":"m","decisions":"a"}"#, #"{"id":7,"model":"m","decisions":[1]}"#,
      #"{"id":8,"model":"m","decisions":["a"],"inputs":[]}"#,
      #"{"id":9,"model":"m","decisions":["a"],"inputs":{"x":[{"@type":"date","value":"soon"}]}}"#,
      #"{"id":10,"model":"m","decisions":["a"],"inputs":{"x":1},"inputNamespaces":{"x":1}}"#,
    ])
    #expect(answered.areRequests.allSatisfy { !$0 })
    #expect(
      answered.texts == [
        #"{"id":null,"line":1,"error":"column 1: a value must follow here"}"#,
        #"{"id":null,"line":2,"error":"a request is an object"}"#,
        #"{"id":3,"line":3,"error":"`model` is missing"}"#,
        #"{"id":4,"line":4,"error":"`decisions` is missing; or name a `service`"}"#,
        #"{"id":5,"line":5,"error":"`model` must be a string"}"#,
        #"{"id":6,"line":6,"error":"`decisions` must be a list of strings"}"#,
        #"{"id":7,"line":7,"error":"`decisions` must be a list of strings"}"#,
        #"{"id":8,"line":8,"error":"`inputs` must be an object"}"#,
        #"{"id":9,"line":9,"error":"`inputs`: `x`: [1].value: \"soon\" is no date such as 2026-01-31"}"#,
        #"{"id":10,"line":10,"error":"`inputNamespaces` must name a namespace for each input"}"#,
      ])
  }

  // MARK: Inputs as people write them

  private func inputs(_ json: String) throws -> ModelInputs {
    let model = try #require(ModelFiles.read(folder.path + "/price.dmn").model)
    return ModelInputs(try JSON.parse(Array(json.utf8)), for: model)
  }

  @Test func `a text will do where a date or duration is declared`() throws {
    let read = try inputs(
      #"{"order": {"day": "2026-03-31", "amounts": [1]}, "delivery": "P2D", "net": {"@type": "date", "value": "2026-01-01"}}"#
    )
    #expect(read.problems.isEmpty)
    #expect(
      read.inputs.map { "\($0.name) \(ValueText.shown($0.value))" } == [
        "order {day: @\"2026-03-31\", amounts: [1]}", "delivery @\"P2D\"", "net @\"2026-01-01\"",
      ])
  }

  @Test func `what does not fit is told, all of it`() throws {
    #expect(
      try inputs(#"{"order": {"day": "soon"}, "delivry": "P2D", "delivery": "P1Y"}"#).problems == [
        "order.day must be a date such as \"2026-01-31\", but is \"soon\"",
        "the model has no input `delivry`; did you mean `delivery`?",
        "delivery must be a duration such as \"P14D\" or \"PT2H30M\", but is \"P1Y\"",
      ])
    #expect(try inputs("[]").problems == ["the inputs must be an object: {\"name\": value}"])
  }

  @Test func `an import is looked for where it lies, else among the files of the folder`() throws {
    func model(_ name: String, _ namespace: String, _ value: String, imports: String = "") throws {
      let text = """
        <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" namespace="\(namespace)" name="\(name)">\(imports)
        <decision id="d" name="d"><variable name="d"/>\(imports.isEmpty ? "" : "<informationRequirement><requiredDecision href=\"urn:l#d\"/></informationRequirement>")
        <literalExpression><text>\(value)</text></literalExpression></decision></definitions>
        """
      try text.write(toFile: folder.path + "/" + name, atomically: true, encoding: .utf8)
    }
    func reading(_ location: String) throws -> (value: Value, codes: [Text]) {
      let type = "https://www.omg.org/spec/DMN/20230324/MODEL/"
      try model(
        "main.dmn", "urn:main", "o.d",
        imports: "<import name=\"o\" namespace=\"urn:l\" \(location) importType=\"\(type)\"/>")
      let loaded = ModelFiles.readWithNeighbours(folder.path + "/main.dmn")
      let answer = try #require(loaded.model).evaluate(
        decisions: ["d"], inputs: [], clock: Clock(epochMilliseconds: 0, offsetSeconds: 0))
      return (answer.value, loaded.findings.map(\.code))
    }
    try model("one.dmn", "urn:l", "1")
    #expect(try reading("").value.isIdentical(to: .small(coefficient: 1, exponent: 0)))
    try model("two.dmn", "urn:l", "2")
    // What can't be read, and what never ends, are no models; neither does harm.
    try "<definitions namespace=\"urn:l\"".write(toFile: folder.path + "/a.dmn", atomically: true, encoding: .utf8)
    #expect(mkfifo(folder.path + "/pipe.dmn", 0o600) == 0)
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/b.dmn", withDestinationPath: "nowhere")
    let located = try reading("locationURI=\"two.dmn\"")
    #expect(located.value.isIdentical(to: .small(coefficient: 2, exponent: 0)) && located.codes.isEmpty)
    let first = try reading("locationURI=\"https://example.com/two.dmn\"")
    #expect(first.value.isIdentical(to: .small(coefficient: 1, exponent: 0)) && first.codes == ["IMPORT"])
    let absent = try reading("locationURI=\"../two.dmn\"")
    #expect(absent.value.isIdentical(to: .small(coefficient: 1, exponent: 0)) && absent.codes == ["IMPORT"])
  }
}
