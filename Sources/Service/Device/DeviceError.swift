/// Why a device could not fetch or send, in words for people: what is wrong, where, and what to do. What waits in the
/// outbox waits on.
public enum DeviceError: Error, Sendable, Equatable {
  /// The server's address cannot be used.
  case badAddress(String)
  /// There is no token, or it may not be used as it is.
  case badToken(String)
  /// The server says that the token is not good, or not any more.
  case notSignedIn(String)
  /// The server may not be asked for that by this person.
  case notAllowed(String)
  /// No answer came, or one that is not from a stagecraft server (a sign-in page, a proxy); try again later.
  case noAnswer(String)
  /// A stagecraft server answered, with what this version cannot use.
  case unusable(String)
}

extension DeviceError: CustomStringConvertible {
  /// What went wrong, and what to do.
  public var description: String {
    switch self {
    case .badAddress(let text), .badToken(let text), .notSignedIn(let text), .notAllowed(let text),
      .noAnswer(let text), .unusable(let text):
      text
    }
  }
}
