import Authoring
import Decisions
import FEEL
import Testing

/// What is wrong with a model is told where it stands, all of it at once, and the rest of the model works.
@Suite("Findings of models")
struct ModelFindingTests {
  /// Reads a model of these lines; the first of them is line 2.
  static func read(_ lines: String, imports: [String] = []) -> (model: DecisionModel?, findings: [ModelFinding]) {
    func file(_ name: String, _ lines: String, _ namespace: String) -> DMNModelReader.File {
      let start =
        "<definitions xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\" namespace=\"\(namespace)\" name=\"x\">\n"
      return DMNModelReader.File(name: Text(name), bytes: Array((start + lines + "\n</definitions>").utf8))
    }
    let others = imports.enumerated().map { file("other\($0).dmn", $1, "urn:other\($0)") }
    return DMNModelReader.read(file("x.dmn", lines, "urn:x"), imports: others)
  }

  static func decision(_ name: String, _ text: String, requires: [String] = [], type: String? = nil) -> String {
    let references = requires.map {
      "<informationRequirement><requiredDecision href=\"\($0)\"/></informationRequirement>"
    }
    return
      "<decision id=\"\(name)\" name=\"\(name)\"><variable name=\"\(name)\"\(type.map { " typeRef=\"\($0)\"" } ?? "")/>"
      + references.joined() + "<literalExpression><text>\(text)</text></literalExpression></decision>"
  }

  @Test(
    "a fault: code, severity, line",
    arguments: [
      (decision("a", "1 +"), "SYNTAX", Diagnostic.Severity.error, 2),
      (decision("a", "nobody"), "UNDEFINED", .warning, 2),
      (decision("a", "1", requires: ["#b"]), "REFERENCE", .error, 2),
      (decision("a", "1", requires: ["urn:nobody#b"]), "REFERENCE", .error, 2),
      ("\n" + decision("a", "1", type: "tNobody"), "TYPE", .warning, 3),
      ("\n" + decision("a", "\"x\" + 1"), "TYPE", .warning, 3),
      (decision("a", "1", requires: ["#a"]), "CYCLE", .error, 2),
      (
        "<import name=\"b\" namespace=\"urn:b\" importType=\"https://www.omg.org/spec/DMN/20230324/MODEL/\"/>",
        "IMPORT", .error, 2
      ),
      ("<import name=\"b\" namespace=\"urn:b\" importType=\"http://www.w3.org/2001/XMLSchema\"/>", "IMPORT", .note, 2),
      ("<inputData id=\"i\"><variable name=\"i\"/></inputData>", "MISSING", .error, 2),
      ("<decision id=\"d\" name=\"d\"><variable name=\"e\"/></decision>", "NAME", .warning, 2),
      ("<decisionService id=\"d\" name=\"d\"/>", "MISSING", .error, 2),
      ("<itemDefinition name=\"t\"><typeRef>t</typeRef></itemDefinition>", "CYCLE", .error, 2),
      (
        "<itemDefinition name=\"t\"><typeRef>number</typeRef><allowedValues><text>&gt;</text></allowedValues></itemDefinition>",
        "SYNTAX", .error, 2
      ),
      ("<itemDefinition name=\"t\"/>\n<itemDefinition name=\"t\"/>", "DUPLICATE", .error, 3),
      (
        "<decision id=\"d\" name=\"d\"><variable name=\"d\"/>\n<decisionTable hitPolicy=\"BEST\"><output/></decisionTable></decision>",
        "HITPOLICY", .error, 3
      ),
      (
        "<decision id=\"d\" name=\"d\"><variable name=\"d\"/><decisionTable><output name=\"o\"/>\n<output name=\"o\"/></decisionTable></decision>",
        "DUPLICATE", .error, 3
      ),
      ("<decision id=\"d\" name=\"d\"><variable name=\"d\"/>\n<magic/></decision>", "UNSUPPORTED", .error, 3),
      (
        "<decision id=\"d\" name=\"d\"><literalExpression><text>1</text></literalExpression>\n<list/></decision>",
        "DUPLICATE", .error, 3
      ),
      ("<businessKnowledgeModel id=\"b\" name=\"b\"/>", "MISSING", .warning, 2),
      ("<decision id=\"d\" name=\"d\"><variable name=\"d\"/><decisionTable/></decision>", "MISSING", .error, 2),
      ("<decision id=\"d\" name=\"d\"><variable name=\"d\"/><conditional/></decision>", "MISSING", .error, 2),
      ("<decision id=\"d\" name=\"d\"><variable name=\"d\"/><invocation/></decision>", "MISSING", .error, 2),
    ])
  func fault(lines: String, code: String, severity: Diagnostic.Severity, line: Int) {
    let (model, findings) = Self.read(lines)
    #expect(model != nil)
    let found = findings.first { $0.code.string == code }
    #expect(found?.severity == severity, "\(findings)")
    #expect(found.map { Int($0.place.line) } == line, "\(findings)")
  }

  @Test(
    "a value that its type does not take: which part of it, and why",
    arguments: [
      ("t", #""D""#, #""D" is no value of type t: it does not meet ("A", "B")"#),
      (
        "tList", #"["A", "C"]"#,
        #"a list is no value of type tList: its item 2, "C": it does not meet ("A", "B")"#
      ),
      ("tPart", "{n: 1}", "a context is no value of type tPart: its entry `g` is missing"),
      (
        "tPart", #"{n: "1", g: "A"}"#,
        #"a context is no value of type tPart: its entry `n`, "1" is no value of type number"#
      ),
      ("tFew", "[1, 2, 3]", "a list is no value of type tFew: it does not meet (count(?) < 3)"),
      ("number", #""1""#, #""1" is no value of type number"#),
    ])
  func misfit(type: String, value: String, message: String) throws {
    let types = """
      <itemDefinition name="t"><typeRef>string</typeRef><allowedValues><text>"A", "B"</text></allowedValues></itemDefinition>
      <itemDefinition name="tList" isCollection="true"><typeRef>t</typeRef></itemDefinition>
      <itemDefinition name="tFew" isCollection="true"><typeRef>number</typeRef>
        <typeConstraint><text>count(?) &lt; 3</text></typeConstraint></itemDefinition>
      <itemDefinition name="tPart"><itemComponent name="n"><typeRef>number</typeRef></itemComponent>
        <itemComponent name="g"><typeRef>t</typeRef></itemComponent></itemDefinition>

      """
    let read = try #require(Self.read(types + Self.decision("a", value, type: type)).model)
    let answer = try read.evaluate(decisions: ["a"], inputs: [], clock: ModelCaseTests.clock)
    #expect(answer.value.isIdentical(to: .null))
    #expect(answer.messages.map { "\($0.severity.word) \($0.code): \($0.message)" } == ["warning COERCION: " + message])
  }

  @Test("an expression that can't be read is told once, whatever reads its value")
  func once() throws {
    let read = try #require(
      Self.read(Self.decision("a", "1 +") + Self.decision("b", "[a, a]", requires: ["#a"])).model)
    let answer = try read.evaluate(decisions: ["a", "b"], inputs: [], clock: ModelCaseTests.clock)
    #expect(answer.messages.map(\.code) == ["SYNTAX"])
  }

  @Test("an error of reading is told by the evaluation of what it is about, and only by that")
  func blame() throws {
    let table = "<decision id=\"t\" name=\"t\"><variable name=\"t\"/><decisionTable hitPolicy=\"BEST\"><output/>"
    let read = try #require(
      Self.read(
        table + "<rule><outputEntry><text>1</text></outputEntry></rule></decisionTable></decision>"
          + Self.decision("a", "1")
      ).model)
    func codes(_ decision: Text) throws -> [Text] {
      try read.evaluate(decisions: [decision], inputs: [], clock: ModelCaseTests.clock).messages.map(\.code)
    }
    #expect(try codes("t") == ["HITPOLICY"])
    #expect(try codes("a").isEmpty)
  }

  @Test("a name that the model has, but the decision does not require, is told as that")
  func unrequired() throws {
    let input = "<inputData id=\"i\" name=\"Age\"><variable name=\"Age\"/></inputData>"
    let (model, findings) = Self.read(input + Self.decision("a", "Age + 1"))
    let fix: Text = "`Age` is an input of the model; add an <informationRequirement> for it"
    #expect(findings.map(\.fix) == [fix])
    let answer = try #require(model).evaluate(decisions: ["a"], inputs: [], clock: ModelCaseTests.clock)
    #expect(answer.messages.contains { $0.fix == fix })
  }

  @Test("files that a model does not import tell nothing")
  func neighbours() {
    let import0 =
      #"<import name="o" namespace="urn:other0" importType="https://www.omg.org/spec/DMN/20230324/MODEL/"/>"#
    let broken = Self.decision("b", "1 +")
    #expect(Self.read(Self.decision("a", "1"), imports: [broken]).findings.isEmpty)
    #expect(Self.read(import0 + Self.decision("a", "1"), imports: [Self.decision("c", "1"), broken]).findings.isEmpty)
    #expect(Self.read(import0 + Self.decision("a", "1"), imports: [broken]).findings.map(\.code) == ["SYNTAX"])
  }

  @Test("all faults are told at once, and what is sound is evaluated")
  func several() throws {
    let (model, findings) = Self.read(
      [
        Self.decision("a", "1 +"), Self.decision("b", ")"), Self.decision("c", "nobody"), Self.decision("d", "42"),
        Self.decision("e", "d + 1", requires: ["#d", "#nobody"]),
      ].joined(separator: "\n"))
    #expect(findings.map { Int($0.place.line) }.sorted() == [2, 3, 4, 6])
    let read = try #require(model)
    let answer = try read.evaluate(decisions: ["a", "d", "e"], inputs: [], clock: ModelCaseTests.clock)
    let numbers = answer.results.map { $0.value }
    #expect(numbers[0].isIdentical(to: .null))
    #expect(numbers[1].isIdentical(to: .small(coefficient: 42, exponent: 0)))
    #expect(numbers[2].isIdentical(to: .small(coefficient: 43, exponent: 0)))
    #expect(answer.messages.contains { $0.node == "a" && $0.code == "SYNTAX" })
  }

  @Test("decisions that require each other are told with their circle, and end")
  func circle() throws {
    let (model, findings) = Self.read(
      [
        Self.decision("a", "b", requires: ["#b"]), Self.decision("b", "c", requires: ["#c"]),
        Self.decision("c", "a", requires: ["#a"]),
      ].joined(separator: "\n"))
    #expect(findings.contains { $0.code == "CYCLE" && $0.message.string.hasSuffix("a -> b -> c -> a") }, "\(findings)")
    let answer = try #require(model).evaluate(decisions: ["a", "b", "c"], inputs: [], clock: ModelCaseTests.clock)
    for result in answer.results { #expect(result.value.isIdentical(to: .null)) }
  }

  @Test("a chain of 5,000 decisions needs no deep stack")
  func chain() throws {
    let lines = (0..<5_000).map { index in
      Self.decision("d\(index)", index == 0 ? "1" : "d\(index - 1) + 1", requires: index == 0 ? [] : ["#d\(index - 1)"])
    }
    let (model, findings) = Self.read(lines.reversed().joined(separator: "\n"))
    #expect(findings.isEmpty)
    let answer = try #require(model).evaluate(decisions: ["d4999"], inputs: [], clock: ModelCaseTests.clock)
    #expect(answer.value.isIdentical(to: .small(coefficient: 5_000, exponent: 0)))
  }

  @Test("models that import each other are read")
  func mutualImports() throws {
    func imported(_ name: String, _ namespace: String) -> String {
      "<import name=\"\(name)\" namespace=\"\(namespace)\" importType=\"https://www.omg.org/spec/DMN/20230324/MODEL/\"/>"
    }
    let (model, findings) = Self.read(
      imported("o", "urn:other0") + Self.decision("a", "o.b + 1", requires: ["urn:other0#b"]),
      imports: [imported("x", "urn:x") + Self.decision("b", "x.c * 2", requires: ["urn:x#c"]) + Self.decision("c", "5")]
    )
    // The other model refers to an element that this one has not.
    #expect(findings.map { $0.code } == ["REFERENCE", "UNDEFINED"])
    #expect(findings.first?.file == "other0.dmn")
    let answer = try #require(model).evaluate(decisions: ["a"], inputs: [], clock: ModelCaseTests.clock)
    #expect(answer.value.isIdentical(to: .null))
  }

  @Test("a service that calls itself ends with a message")
  func endlessService() throws {
    let (model, _) = Self.read(
      """
      <decisionService id="s" name="s"><variable name="s"/><outputDecision href="#d"/></decisionService>
      <decision id="d" name="d"><variable name="d"/><knowledgeRequirement><requiredKnowledge href="#s"/></knowledgeRequirement>
      <literalExpression><text>s()</text></literalExpression></decision>
      """)
    let answer = try #require(model).evaluate(decisions: ["d"], inputs: [], clock: ModelCaseTests.clock)
    #expect(answer.value.isIdentical(to: .null))
    #expect(!answer.messages.isEmpty)
  }

  @Test("steps are bounded for a model as a whole")
  func steps() throws {
    let lines = (0..<50).map { Self.decision("d\($0)", "count(for i in 1..1000000, j in 1..1000000 return i)") }
    let all = Self.decision("all", "1", requires: (0..<50).map { "#d\($0)" })
    let (model, _) = Self.read((lines + [all]).joined(separator: "\n"))
    var limits = Limits()
    limits.steps = 10_000
    let answer = try #require(model).evaluate(
      decisions: ["all"], inputs: [], clock: ModelCaseTests.clock, limits: limits)
    #expect(answer.messages.contains { $0.code == "STEPS" })
  }

  @Test("a name that the model has not is told with the nearest that it has")
  func unknownName() throws {
    let (model, _) = Self.read(Self.decision("price", "1"))
    let read = try #require(model)
    #expect(throws: ModelRequestError.unknownName("prize", hint: "price")) {
      try read.evaluate(decisions: ["prize"], inputs: [], clock: ModelCaseTests.clock)
    }
    let answer = try read.evaluate(
      decisions: ["price"], inputs: [ModelInput("prise", .null)], clock: ModelCaseTests.clock)
    #expect(answer.messages.contains { $0.code == "INPUT" && $0.fix == "did you mean `price`?" })
  }

  @Test("messages of a function's code stand where the function is written")
  func placeInKnowledge() throws {
    let (model, _) = Self.read(
      """
      <businessKnowledgeModel id="f" name="f"><variable name="f"/><encapsulatedLogic>
      <formalParameter name="x"/><literalExpression><text>
        x + "a"</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>
      <decision id="d" name="d"><variable name="d"/><knowledgeRequirement><requiredKnowledge href="#f"/></knowledgeRequirement>
      <literalExpression><text>f(1)</text></literalExpression></decision>
      """)
    let answer = try #require(model).evaluate(decisions: ["d"], inputs: [], clock: ModelCaseTests.clock)
    let message = try #require(answer.messages.first)
    #expect(message.node == "f")
    #expect(message.place == SourcePlace(line: 4, column: 3))
  }
}
