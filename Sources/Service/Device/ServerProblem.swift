internal import Connect
internal import FEEL

/// An error as a stagecraft server tells it (RFC 9457). What a proxy or a sign-in page says is none.
struct ServerProblem {
  /// For machines: `id-reused`.
  var code: String
  /// For people: what is wrong and what to do.
  var words: String

  /// Nil: the answer is no error of a server of ours.
  init?(_ answer: HTTPAnswer) {
    guard answer.header("Content-Type")?.lowercased().hasPrefix("application/problem+json") == true,
      answer.body.count <= 1 << 16, let json = try? JSON.parse(answer.body, limits: EnvelopeCheck.limits),
      json["type"]?.text?.string.hasPrefix("urn:stagecraft:problem:") == true, let code = json["code"]?.text?.string
    else { return nil }
    self.code = code
    var words = json["detail"]?.text?.string ?? code
    for error in json["errors"]?.items ?? [] {
      if let detail = error["detail"]?.text { words += "\n" + detail.string }
    }
    self.words = words
  }
}
