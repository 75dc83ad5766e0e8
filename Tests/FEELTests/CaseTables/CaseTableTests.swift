import Foundation
import Testing

/// What FEEL says, as tables: `Cases/*.csv` beside this folder.
@Suite struct `FEEL, case by case` {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Cases")

  static let tables: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".csv") }.sorted()
  }()

  @Test(arguments: tables) func `comes out as the table says`(table: String) throws {
    let file = try Data(contentsOf: Self.folder.appending(path: table))
    let cases = CaseTable(Array(file))
    #expect(cases.caseCount > 0)
    for failure in cases.failures {
      Issue.record("\(table):\(failure.line): \(failure.text)   \(failure.reason)")
    }
  }

  @Test func `there are tables`() { #expect(Self.tables.count >= 8) }
}
