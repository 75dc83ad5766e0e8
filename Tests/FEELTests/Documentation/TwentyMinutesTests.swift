import FEEL
import Foundation
import Testing

/// The page for authors, `FEEL in twenty minutes`: every line of it with an arrow is run.
@Suite struct `FEEL in twenty minutes` {
  /// A line of the page: where it stands, which block it is in, and its two sides.
  struct Example: CustomTestStringConvertible {
    var line: Int
    var block: String
    var expression: String
    var result: String
    var testDescription: String { "line \(line): \(expression)" }
  }

  struct Page {
    var context = ""
    var examples: [Example] = []
  }

  static let page: Page = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Sources/FEEL/FEEL.docc/FEELInTwentyMinutes.md")
    var page = Page()
    var block: String?
    for (index, line) in ((try? String(contentsOf: file, encoding: .utf8)) ?? "").split(
      separator: "\n", omittingEmptySubsequences: false
    ).enumerated() {
      if line.hasPrefix("```") {
        block = block == nil ? String(line.dropFirst(3)) : nil
      } else if block == "json" {
        page.context += line + "\n"
      } else if let block {
        let sides = line.components(separatedBy: " → ")
        page.examples.append(
          Example(line: index + 1, block: block, expression: sides[0], result: sides.count == 2 ? sides[1] : ""))
      }
    }
    return page
  }()

  static func compiled(_ example: Example) throws -> ContextExpression {
    guard case .context(let context) = try Value(typed: JSON.parse(Array(page.context.utf8))) else {
      throw TestFailure("the deal is no object")
    }
    if example.block == "feel tests" {
      let parts = example.expression.components(separatedBy: ": ")
      let subject = ContextExpression(Text(parts[0]), context: context, law: .sales)
      return ContextExpression(
        tests: Text(parts[1]), about: subject.evaluate(clock: clock).value, context: context, law: .sales)
    }
    let law: Law = example.block == "feel standard" ? .standard : .sales
    return ContextExpression(Text(example.expression), context: context, law: law)
  }

  struct TestFailure: Error {
    var reason: String
    init(_ reason: String) { self.reason = reason }
  }

  static let clock = Clock(epochMilliseconds: 1_772_442_000_000, offsetSeconds: 0)

  @Test func `the page is there and full`() {
    #expect(Self.page.examples.count > 100)
    #expect(Set(Self.page.examples.map(\.block)) == ["feel", "feel standard", "feel tests", "feel mistakes"])
  }

  @Test(arguments: page.examples.filter { $0.block != "feel mistakes" })
  func `comes to what the page says`(example: Example) throws {
    let compiled = try Self.compiled(example)
    let findings = compiled.diagnostics.filter { $0.severity == .error }.map(\.message)
    #expect(findings.isEmpty, "\(findings)")
    let value = compiled.evaluate(clock: Self.clock).value
    #expect(ValueText.shown(value).string == example.result)
  }

  @Test(arguments: page.examples.filter { $0.block == "feel mistakes" })
  func `is told as the page says`(example: Example) throws {
    let compiled = try Self.compiled(example)
    let told = compiled.diagnostics.filter { $0.severity == .error }.map { finding in
      finding.message.string + (finding.fix.map { ". " + $0.string } ?? "")
    }
    #expect(told.contains { $0.hasPrefix(example.result) }, "\(told)")
  }
}
