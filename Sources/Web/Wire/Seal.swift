internal import Crypto
internal import FoundationEssentials

/// Marks that only the holder of a session can make: they tie a form, or a notice in an address, to the session.
struct Seal: Sendable {
  private let key: SymmetricKey

  init(session: String) { key = SymmetricKey(data: Array(session.utf8)) }

  /// The mark of a text, in hexadecimal digits.
  func mark(_ text: String) -> String {
    Hexadecimal.text(HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: key))
  }

  /// Whether the mark is that of the text; takes the same time wherever they differ.
  func isMark(_ mark: String, of text: String) -> Bool {
    guard let bytes = Hexadecimal.bytes(mark) else { return false }
    return HMAC<SHA256>.isValidAuthenticationCode(bytes, authenticating: Array(text.utf8), using: key)
  }

  /// What every form of the session carries.
  var formToken: String { mark("form") }

  func isFormToken(_ token: String) -> Bool { isMark(token, of: "form") }
}
