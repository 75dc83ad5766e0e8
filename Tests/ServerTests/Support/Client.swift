import Foundation
import Synchronization
import Testing

/// Delivers as a device does: the same bytes again and again until there is a receipt.
final class Client: Sendable {
  struct Receipt: Sendable {
    var id: String
    var status: Int
    var number: Int
    var effect: String
    var body: Data
  }

  private struct State {
    var receipts: [String: Receipt] = [:]
    var tries = 0
    var refusals: [String] = []
  }

  let site: Site
  private let state = Mutex(State())

  var receipts: [String: Receipt] { state.withLock { $0.receipts } }
  /// Requests that were sent, answered or not.
  var tries: Int { state.withLock { $0.tries } }
  /// Answers that no repetition makes better.
  var refusals: [String] { state.withLock { $0.refusals } }

  init(_ site: Site) { self.site = site }

  /// - Returns: false: the time ran out, or it was refused for good.
  func deliver(_ envelope: Deals.Envelope, seconds: Double) -> Bool {
    repeated(
      "PUT", "/v1/submissions/\(envelope.id)", headers: ["Device": envelope.device], envelope.bytes, seconds: seconds
    ) { answer in
      let json = answer.json
      let receipt = Receipt(
        id: envelope.id, status: answer.status, number: json["number"] as? Int ?? 0,
        effect: json["effect"] as? String ?? "", body: answer.body)
      state.withLock { $0.receipts[envelope.id] = receipt }
    }
  }

  /// A person moves a deal, with one key however often it is tried.
  func move(_ record: String, to stage: String, seconds: Double) -> Bool {
    let body = Data("{\"to\": \"\(stage)\", \"reason\": \"The customer said so\"}".utf8)
    return repeated(
      "POST", "/v1/records/opportunity/\(record)/stage", headers: ["Idempotency-Key": UUID().uuidString], body,
      seconds: seconds)
  }

  private func repeated(
    _ method: String, _ path: String, headers: [String: String], _ body: Data, seconds: Double,
    _ taken: (HTTPClient.Answer) -> Void = { _ in }
  ) -> Bool {
    let limit = Date().addingTimeInterval(seconds)
    while Date() < limit {
      state.withLock { $0.tries += 1 }
      do {
        let answer = try site.send(method, path, headers: headers, body: body)
        if (200...299).contains(answer.status) {
          taken(answer)
          return true
        }
        if answer.status < 500 && answer.status != 429 {
          state.withLock { $0.refusals.append("\(method) \(path): \(answer.status) \(answer.text)") }
          return false
        }
      } catch {
        // No answer: it may have been taken or not, so the same again.
      }
      usleep(20_000)
    }
    state.withLock { $0.refusals.append("\(method) \(path): no answer in \(seconds) s") }
    return false
  }
}
