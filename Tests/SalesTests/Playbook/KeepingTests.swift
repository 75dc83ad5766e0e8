import FEEL
import Testing

@testable import Sales

@Suite("For how long the store keeps what has ended")
struct KeepingTests {
  private func document(_ keep: Keeping) -> String {
    String(decoding: PlaybookDefinition(policy: PolicyDefinition(keep: keep)).canonical(), as: UTF8.self)
  }

  @Test("What is as by default is not in the document, so that it changes no version")
  func defaults() throws {
    #expect(!document(Keeping()).contains("keep"))
    #expect(document(Keeping(tokens: 60)).contains(#""keep":{"tokens":60}"#))
  }

  @Test("What the document says is read back, and an unknown key is refused")
  func reading() throws {
    let keep = Keeping(requests: 1, tokens: 2, effects: 3, inbound: 4)
    let bytes = PlaybookDefinition(policy: PolicyDefinition(keep: keep)).canonical()
    #expect(try PlaybookDefinition(canonical: bytes).policy.keep == keep)
    let wrong = String(decoding: bytes, as: UTF8.self).replacing(#""effects":3"#, with: #""efects":3"#)
    #expect(throws: DocumentError.self) { try PlaybookDefinition(canonical: Array(wrong.utf8)) }
  }
}
