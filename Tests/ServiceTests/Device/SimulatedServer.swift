import Connect
import Cryptography
import FEEL
import Foundation
import Sales
import Store
import Synchronization

@testable import Service

/// The server's side of the contract, in memory: the same bytes under the same id give the same receipt for ever, other
/// bytes are a conflict.
final class SimulatedServer: Sendable {
  struct Stored: Sendable {
    var bytes: [UInt8]
    var receipt: [UInt8]
    var isHeld: Bool
  }

  /// One request as it came in.
  struct Arrival: Sendable {
    var id: String
    var token: String
  }

  private struct State {
    var stored: [String: Stored] = [:]
    var arrivals: [Arrival] = []
    /// Ids to refuse, with the status.
    var refused: [String: Int] = [:]
    var held: Set<String> = []
    var goodTokens: Set<String> = ["token-of-ana"]
  }

  private let state = Mutex(State())

  var stored: [String: Stored] { state.withLock(\.stored) }
  var arrivals: [Arrival] { state.withLock(\.arrivals) }

  func refuse(_ id: String, with status: Int?) { state.withLock { $0.refused[id] = status } }
  func hold(_ id: String) { state.withLock { _ = $0.held.insert(id) } }
  func revoke(_ token: String) { state.withLock { _ = $0.goodTokens.remove(token) } }
  func admit(_ token: String) { state.withLock { _ = $0.goodTokens.insert(token) } }
  /// Somebody else's answers under an id.
  func occupy(_ id: String) {
    state.withLock { $0.stored[id] = Stored(bytes: [1], receipt: Array("{}".utf8), isHeld: false) }
  }

  func answer(_ request: HTTPRequest) -> HTTPAnswer {
    state.withLock { state in
      let id = String(request.url.split(separator: "/").last ?? "")
      let headers = Dictionary(uniqueKeysWithValues: request.headers.map { ($0.name, $0.value) })
      let token = String((headers["Authorization"] ?? "").dropFirst("Bearer ".count))
      let bytes = request.body ?? []
      state.arrivals.append(Arrival(id: id, token: token))
      guard request.method == "PUT", request.url.hasPrefix("https://server.test/v1/submissions/") else {
        return Self.problem(404, "no-such-page", "There is nothing here.")
      }
      guard state.goodTokens.contains(token) else {
        return Self.problem(401, "not-signed-in", "The token is not known.")
      }
      guard ContentDigest.matches(headers["Content-Digest"] ?? "", SHA256.hash(data: bytes)) == true else {
        return Self.problem(400, "truncated", "The bytes are not those of the Content-Digest. Send them again.")
      }
      if let status = state.refused[id] { return Self.problem(status, "refused", "No: \(status).") }
      var check = EnvelopeCheck()
      guard let envelope = check.read(bytes, id: id), headers["Device"] == envelope.device.string else {
        return Self.problem(422, "not-an-envelope", "This is no submission.")
      }
      if let before = state.stored[id] {
        guard before.bytes == bytes else {
          return Self.problem(409, "id-reused", "Other answers were received under this id before.")
        }
        return Self.answer(before.isHeld ? 202 : 200, before.receipt)
      }
      let isHeld = state.held.contains(id)
      let receipt = JSON.object([
        JSON.Member("id", .string(Text(id))), JSON.Member("sha256", .string(Text(Hexadecimal.sha256(bytes)))),
        JSON.Member("number", .number(Decimal34(state.stored.count + 1))),
        JSON.Member("effect", .string(isHeld ? "held" : "recorded")),
        JSON.Member("message", .string(isHeld ? "Received; sales ops will look at it" : "recorded")),
        JSON.Member("previewDiffers", .boolean(false)),
      ]).bytes
      state.stored[id] = Stored(bytes: bytes, receipt: receipt, isHeld: isHeld)
      return Self.answer(isHeld ? 202 : 201, receipt)
    }
  }

  static func answer(_ status: Int, _ body: [UInt8]) -> HTTPAnswer {
    HTTPAnswer(status: status, headers: [("Content-Type", "application/json")], body: body)
  }

  static func problem(_ status: Int, _ code: String, _ detail: String) -> HTTPAnswer {
    let body =
      #"{"type":"urn:stagecraft:problem:\#(code)","status":\#(status),"code":"\#(code)","detail":"\#(detail)"}"#
    return HTTPAnswer(
      status: status, headers: [("Content-Type", "application/problem+json")], body: Array(body.utf8))
  }

  static let signInPage = HTTPAnswer(
    status: 200, headers: [("Content-Type", "text/html")], body: Array("<html>Welcome to the hotel".utf8))
}
