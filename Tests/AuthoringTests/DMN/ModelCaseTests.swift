import Authoring
import Decisions
import FEEL
import Foundation
import Testing

/// Tables of cases beside models: `decision;input;expected`, each with the clause that it follows.
///
/// Input is a FEEL context of the given values. Expected is a FEEL value; `null CODE` asks for a message of that code
/// too. `service NAME` and `knowledge NAME` invoke these instead of a decision.
@Suite("Decision models by the standard")
struct ModelCaseTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Models")
  static let clock = Clock(epochMilliseconds: 1_767_225_600_000, offsetSeconds: 3600)

  static func file(_ name: String) throws -> DMNModelReader.File {
    DMNModelReader.File(name: Text(name), bytes: Array(try Data(contentsOf: folder.appending(path: name))))
  }

  @Test(
    "every case of a table",
    arguments: [
      "hit-policies", "types", "boxed", "requirements", "imports", "external-java", "version-1.1", "version-1.2",
      "version-1.3", "version-1.4", "version-1.6",
    ])
  func cases(name: String) throws {
    let imports = name == "imports" ? [try Self.file("import-base.dmn"), try Self.file("import-middle.dmn")] : []
    let (read, _) = DMNModelReader.read(try Self.file(name + ".dmn"), imports: imports)
    let model = try #require(read)
    let table = try String(contentsOf: Self.folder.appending(path: name + ".csv"), encoding: .utf8)
    var count = 0
    for (index, line) in table.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if index == 0 || line.isEmpty || line.hasPrefix("#") { continue }
      let fields = line.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
      guard fields.count == 3 else {
        Issue.record("\(name).csv:\(index + 1): \(fields.count) fields")
        continue
      }
      count += 1
      check(model, fields[0], fields[1], fields[2], "\(name).csv:\(index + 1): \(line)")
    }
    #expect(count > 1)
  }

  private func check(_ model: DecisionModel, _ asked: String, _ input: String, _ expected: String, _ line: String) {
    guard case .context(let given) = Self.value(input) else {
      Issue.record("\(line): the input is no context")
      return
    }
    let inputs = zip(given.shape.keys, given.values).map { ModelInput($0, $1) }
    let parts = expected.split(separator: " ")
    let code = parts.count == 2 && parts[0] == "null" ? Text(String(parts[1])) : nil
    let wanted = code == nil ? Self.value(expected) : .null
    do {
      let answer = try Self.answer(model, asked, inputs)
      let codes = answer.messages.map { $0.code }
      let messages = answer.messages.map { "\($0.code) \($0.message)" }
      #expect(answer.value.isIdentical(to: wanted), "\(line): \(answer.value) \(messages)")
      if let code { #expect(codes.contains(code), "\(line): \(messages)") }
      for message in answer.messages { #expect(message.place.line >= 1, "\(line): \(message.message)") }
    } catch {
      Issue.record("\(line): \(error)")
    }
  }

  private static func answer(
    _ model: DecisionModel, _ asked: String, _ inputs: [ModelInput]
  ) throws(ModelRequestError) -> ModelAnswer {
    if asked.hasPrefix("service ") {
      return try model.evaluate(service: Text(String(asked.dropFirst(8))), inputs: inputs, clock: clock)
    }
    if asked.hasPrefix("knowledge ") {
      return try model.evaluate(knowledgeModel: Text(String(asked.dropFirst(10))), inputs: inputs, clock: clock)
    }
    return try model.evaluate(decisions: [Text(asked)], inputs: inputs, clock: clock)
  }

  private static func value(_ text: String) -> Value {
    Expression(Text(text), law: .standard).value(clock: clock)
  }
}
