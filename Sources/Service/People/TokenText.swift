internal import Cryptography
internal import FEEL
internal import Sales
internal import Store

/// The text of a token: a prefix that tells its kind, and 32 random bytes. Only its SHA-256 is stored, so a copy of the
/// store signs nobody in; looking a hash up leaks nothing by its time that helps to guess 256 bits.
enum TokenText {
  enum Kind: String {
    case api = "sct_"
    case session = "scs_"
    case link = "scl_"
  }

  static func make(_ kind: Kind, _ time: any TimeSource) -> String {
    kind.rawValue + Hexadecimal.text(time.random(32))
  }

  static func hash(_ token: String) -> String { Hexadecimal.sha256(Array(token.utf8)) }
}
