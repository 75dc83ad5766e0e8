/// A request to the control plane that makes no sense.
struct ControlFailure: Error, Sendable {
  var status: Int
  var message: String

  init(_ message: String, status: Int = 400) {
    self.message = message
    self.status = status
  }

  init(_ failure: APIFailure) {
    status = failure.status
    message = "\(failure.code): \(failure.message)"
  }

  var reply: Reply { Reply(status, ["error": .string(message)]) }
}
