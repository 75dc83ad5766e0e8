internal import Cryptography

/// Marks that only the holder of a session can make: they tie a form, or a notice in an address, to the session.
struct Seal: Sendable {
  private let key: HMAC

  init(session: String) { key = HMAC(key: Array(session.utf8)) }

  /// The mark of a text, in hexadecimal digits.
  func mark(_ text: String) -> String {
    Hexadecimal.text(key.code(for: Array(text.utf8)))
  }

  /// Whether the mark is that of the text; takes the same time wherever they differ.
  func isMark(_ mark: String, of text: String) -> Bool {
    guard let bytes = Hexadecimal.bytes(mark) else { return false }
    return key.isCode(bytes, for: Array(text.utf8))
  }

  /// What every form of the session carries.
  var formToken: String { mark("form") }

  func isFormToken(_ token: String) -> Bool { isMark(token, of: "form") }
}
