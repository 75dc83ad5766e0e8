import Foundation
import Testing

/// Texts that are kept beside the tests: a change of them is looked at by a person. `STAGECRAFT_RECORD=1` writes them.
enum Golden {
  static func compare(_ text: String, with name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/\(name)")
    if ProcessInfo.processInfo.environment["STAGECRAFT_RECORD"] != nil {
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    let kept = try String(contentsOf: file, encoding: .utf8)
    #expect(text == kept, "differs from Fixtures/\(name)", sourceLocation: sourceLocation)
  }
}
