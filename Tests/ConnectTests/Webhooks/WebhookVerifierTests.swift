import Foundation
import Testing

@testable import Connect

private let secret = "whsec_" + Data((0..<32).map { UInt8($0) }).base64EncodedString()
private let other = "whsec_" + Data((32..<64).map { UInt8($0) }).base64EncodedString()
private let now: Int64 = 1_774_983_600_000

@Suite("The proof of a webhook")
struct WebhookVerifierTests {
  private let body = Array(#"{"type":"record.changed","timestamp":"2026-03-31T19:00:00Z","data":{}}"#.utf8)

  private func signature(_ secret: String = secret, seconds: Int64 = now / 1000) throws -> String {
    try #require(WebhookVerifier.sign(secret: secret, id: "msg_1", timestampSeconds: seconds, body: body))
  }

  private func verify(
    id: String? = "msg_1", timestamp: String? = "\(now / 1000)", signature: String?, body: [UInt8]? = nil,
    secrets: [String] = [secret]
  ) throws -> WebhookVerifier.Verdict {
    let verifier = try #require(WebhookVerifier(secrets: secrets))
    return verifier.verify(
      id: id, timestamp: timestamp, signature: signature, body: body ?? self.body, nowMilliseconds: now)
  }

  @Test func `is the specification's own example`() throws {
    // standard-webhooks/standard-webhooks, spec and library tests.
    let secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    let signature = WebhookVerifier.sign(
      secret: secret, id: "msg_p5jXN8AQM9LWM0D4loKWxJek", timestampSeconds: 1_614_265_330,
      body: Array(#"{"test": 2432232314}"#.utf8))
    #expect(signature == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
  }

  @Test func `holds for what was signed`() throws {
    #expect(try verify(signature: signature()) == .genuine(id: "msg_1"))
    #expect(try verify(signature: "v1a,AAAA v1,AAAA \(signature()) v2,x") == .genuine(id: "msg_1"))
  }

  @Test func `fails for each bit of the body, of the id and of the signature that is another`() throws {
    let genuine = try signature()
    let verifier = try #require(WebhookVerifier(secrets: [secret]))
    func isGenuine(_ id: String, _ timestamp: String, _ signature: String, _ body: [UInt8]) -> Bool {
      let verdict = verifier.verify(
        id: id, timestamp: timestamp, signature: signature, body: body, nowMilliseconds: now)
      if case .genuine = verdict { return true }
      return false
    }
    let stamp = "\(now / 1000)"
    for bit in 0..<8 {
      for place in body.indices {
        var changed = body
        changed[place] ^= 1 << bit
        #expect(!isGenuine("msg_1", stamp, genuine, changed))
      }
      for place in genuine.utf8.indices {
        var bytes = Array(genuine.utf8)
        bytes[genuine.utf8.distance(from: genuine.utf8.startIndex, to: place)] ^= 1 << bit
        #expect(!isGenuine("msg_1", stamp, String(decoding: bytes, as: UTF8.self), body))
      }
      for (text, isID) in [("msg_1", true), (stamp, false)] {
        for place in 0..<text.utf8.count {
          var bytes = Array(text.utf8)
          bytes[place] ^= 1 << bit
          let changed = String(decoding: bytes, as: UTF8.self)
          #expect(!isGenuine(isID ? changed : "msg_1", isID ? stamp : changed, genuine, body))
        }
      }
    }
    #expect(!isGenuine("msg_1", stamp, genuine, body + [10]))
    #expect(!isGenuine("msg_1", stamp, genuine, body.dropLast()))
    #expect(!isGenuine("msg_1", stamp, String(genuine.dropLast()), body))
    #expect(isGenuine("msg_1", stamp, genuine, body))
  }

  @Test(
    arguments: [
      (0, true), (299, true), (300, true), (301, false), (3600, false), (-299, true), (-300, true), (-301, false),
      (-86_400, false),
    ] as [(Int64, Bool)])
  func `holds for five minutes both ways`(age: Int64, holds: Bool) throws {
    let seconds = now / 1000 - age
    let verdict = try verify(timestamp: "\(seconds)", signature: signature(seconds: seconds))
    if holds {
      #expect(verdict == .genuine(id: "msg_1"))
    } else {
      guard case .refused = verdict else {
        Issue.record("\(verdict)")
        return
      }
    }
  }

  @Test func `takes either secret while they are rotated, and the old one no longer after`() throws {
    let (old, new) = (try signature(other), try signature(secret))
    for signature in [old, new, "\(old) \(new)"] {
      #expect(try verify(signature: signature, secrets: [secret, other]) == .genuine(id: "msg_1"))
    }
    guard case .refused = try verify(signature: old) else {
      Issue.record("an old secret was taken")
      return
    }
  }

  @Test(arguments: [
    [], [""], ["whsec_"], ["whsec_AAAA"], ["whsec_!!!!"], [secret, "whsec_AAAA"], [String(secret.dropFirst(6))],
    ["whsec_" + Data(count: 65).base64EncodedString()], ["whsec_" + Data(count: 23).base64EncodedString()],
    ["whpk_" + secret],
  ])
  func `needs secrets of 24 to 64 bytes`(secrets: [String]) {
    #expect(WebhookVerifier(secrets: secrets) == nil)
  }

  /// The libraries of others crash on some of these.
  @Test(
    arguments: [
      (nil, "1774983600", "v1,AAAA"), ("msg_1", nil, "v1,AAAA"), ("msg_1", "1774983600", nil),
      ("", "1774983600", "v1,AAAA"),
      ("a.b", "1774983600", "v1,AAAA"), ("a b", "1774983600", "v1,AAAA"), ("é", "1774983600", "v1,AAAA"),
      (String(repeating: "x", count: 257), "1774983600", "v1,AAAA"), ("msg_1", "", "v1,AAAA"),
      ("msg_1", "now", "v1,AAAA"),
      ("msg_1", "-1774983600", "v1,AAAA"), ("msg_1", "+1774983600", "v1,AAAA"), ("msg_1", "1774983600.5", "v1,AAAA"),
      ("msg_1", " 1774983600", "v1,AAAA"), ("msg_1", "99999999999999999999999", "v1,AAAA"), ("msg_1", "١٢٣", "v1,AAAA"),
      ("msg_1", "1e9", "v1,AAAA"), ("msg_1", "1774983600", ""), ("msg_1", "1774983600", "v1"),
      ("msg_1", "1774983600", "AAAA"),
      ("msg_1", "1774983600", "v1=AAAA"), ("msg_1", "1774983600", "   "),
      ("msg_1", "1774983600", String(repeating: "v1,A ", count: 900)),
    ] as [(String?, String?, String?)])
  func `that is none is told as such`(id: String?, timestamp: String?, signature: String?) throws {
    let verdict = try verify(id: id, timestamp: timestamp, signature: signature)
    guard case .malformed(let reason) = verdict else {
      Issue.record("\(verdict)")
      return
    }
    #expect(!reason.isEmpty)
  }

  @Test(arguments: [
    "v1,", ",", ",,,", "v1,!!!", "v1,AAAA", "v1a,AAAA", "v2,AAAA", "V1,AAAA", "v1,\u{0}", "v1,é", "v1,AAAA,AAAA",
    "v1," + Data(count: 32).base64EncodedString(),
  ])
  func `that fits no secret is refused`(signature: String) throws {
    guard case .refused = try verify(signature: signature) else {
      Issue.record("\(try verify(signature: signature))")
      return
    }
  }

  @Test func `survives whatever comes`() throws {
    var generator = SplitMix(state: 7)
    let verifier = try #require(WebhookVerifier(secrets: [secret, other]))
    let alphabet = Array("v1,.= 0123456789abcABC+/-\u{0}é漢\n\"".unicodeScalars)
    func text() -> String? {
      guard generator.next() % 10 != 0 else { return nil }
      var view = String.UnicodeScalarView()
      for _ in 0..<(generator.next() % 40) { view.append(alphabet[Int(generator.next() % UInt64(alphabet.count))]) }
      return String(view)
    }
    for _ in 0..<5000 {
      let verdict = verifier.verify(
        id: text(), timestamp: text(), signature: text(), body: Array((text() ?? "").utf8),
        nowMilliseconds: Int64(bitPattern: generator.next()))
      if case .genuine = verdict { Issue.record("\(verdict)") }
    }
    for extreme in [Int64.min, .max, 0] {
      let verdict = verifier.verify(
        id: "msg_1", timestamp: "99999999999", signature: "v1,AAAA", body: [], nowMilliseconds: extreme)
      if case .genuine = verdict { Issue.record("\(verdict)") }
    }
  }
}

private struct SplitMix: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
