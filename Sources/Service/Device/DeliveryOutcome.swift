internal import Connect
internal import Store

/// What the answer to one delivery means for the item. A status alone proves nothing: only a receipt for exactly these
/// bytes ends the waiting, and only words of a server of ours stop it.
enum DeliveryOutcome {
  case received(DeliveryReceipt, isDuplicate: Bool)
  /// Sending the same again would not help.
  case refused(status: Int, code: String, words: String)
  /// The whole queue has to wait for a person.
  case notSignedIn(String)
  /// It may be otherwise the next time.
  ///
  /// - Parameter retryAfter: milliseconds for which the server asks to be left alone.
  case failed(String, retryAfter: Int64?)

  init(_ answer: HTTPAnswer, to item: OutboxItem) {
    switch answer.status {
    case 200, 201, 202:
      guard let receipt = DeliveryReceipt(answer.body) else {
        self = .failed("an answer came that is no receipt (a sign-in page?)", retryAfter: nil)
        return
      }
      guard receipt.id == item.id, receipt.sha256 == item.sha256 else {
        self = .failed("a receipt came that is for something else", retryAfter: nil)
        return
      }
      self = .received(receipt, isDuplicate: answer.status == 200)
    case 401, 403, 409, 413, 422:
      guard let problem = ServerProblem(answer) else {
        self = .failed("\(answer.status) from something that is no stagecraft server", retryAfter: nil)
        return
      }
      self =
        answer.status == 401
        ? .notSignedIn(problem.words) : .refused(status: answer.status, code: problem.code, words: problem.words)
    default:
      let words = ServerProblem(answer)?.words ?? "something in between, or the server, answered \(answer.status)"
      self = .failed(words, retryAfter: Self.retryAfter(answer))
    }
  }

  /// Seconds only: no server of ours writes a date there, and what is not understood waits as any other.
  private static func retryAfter(_ answer: HTTPAnswer) -> Int64? {
    guard let header = answer.header("Retry-After"), !header.isEmpty, header.utf8.count <= 9,
      header.utf8.allSatisfy({ (48...57).contains($0) }), let seconds = Int64(header)
    else { return nil }
    return seconds * 1000
  }
}
