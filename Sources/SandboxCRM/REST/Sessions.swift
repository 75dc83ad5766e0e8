internal import Synchronization

/// The access tokens that were given out and are not dead.
final class Sessions: Sendable {
  private struct Session {
    var user: RecordID
    var begun: Int64
  }

  private let sessions = Mutex([String: Session]())
  private let age: Int64?

  /// `age`: milliseconds after which a session is dead; nil: never.
  init(age: Int64?) { self.age = age }

  /// A new token of this user.
  func open(_ user: RecordID, organization: RecordID, now: Int64) -> String {
    var generator = SystemRandomNumberGenerator()
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._".utf8)
    let secret = (0..<80).map { _ in letters[Int.random(in: 0..<letters.count, using: &generator)] }
    let token = organization.string.prefix(15) + "!" + String(decoding: secret, as: UTF8.self)
    sessions.withLock { $0[token] = Session(user: user, begun: now) }
    return token
  }

  /// Whose token this is; nil: it is unknown or dead.
  func user(_ token: String, now: Int64) -> RecordID? {
    sessions.withLock { sessions in
      guard let session = sessions[token] else { return nil }
      if let age, now - session.begun >= age {
        sessions[token] = nil
        return nil
      }
      return session.user
    }
  }

  func close(_ token: String) { sessions.withLock { $0[token] = nil } }

  /// Ends all; returns how many there were.
  func closeAll() -> Int {
    sessions.withLock { sessions in
      defer { sessions.removeAll() }
      return sessions.count
    }
  }
}
