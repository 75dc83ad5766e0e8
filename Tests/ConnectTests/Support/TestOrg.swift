import CryptoExtras
import FEEL
import Foundation
import Synchronization

@testable import Connect

/// A Salesforce org whose every answer the test gives; only the login is there by itself.
final class TestOrg: Sendable {
  static let start: Int64 = 1_774_983_600_000
  /// Made once: it takes a second.
  static let key: String = (try? _RSA.Signing.PrivateKey(keySize: .bits2048).pemRepresentation) ?? ""
  static let publicKey: String =
    (try? _RSA.Signing.PrivateKey(pemRepresentation: key).publicKey.pemRepresentation) ?? ""

  let server: LoopbackServer
  let connector: SalesforceConnector
  let clock = SetClock(TestOrg.start)

  /// Calls other than logins.
  var calls: [LoopbackServer.Received] { server.received.filter { $0.path != "/services/oauth2/token" } }
  var logins: [LoopbackServer.Received] { server.received.filter { $0.path == "/services/oauth2/token" } }

  /// - Parameters:
  ///   - login: answers the nth login, from 1; nil: the usual answer.
  ///   - answer: answers every other call.
  init(
    batchLimit: Int = 200, answerObject: String? = "Assessment_Answer__c", key: String = TestOrg.key,
    version: String = "62.0", timeout: Int = 5000,
    login: @escaping @Sendable (Int) -> [LoopbackServer.Step]? = { _ in nil },
    answer: @escaping @Sendable (LoopbackServer.Received) -> [LoopbackServer.Step]
  ) {
    let counter = Counter()
    server = LoopbackServer { request in
      guard request.path == "/services/oauth2/token" else { return answer(request) }
      let number = counter.next()
      if let steps = login(number) { return steps }
      return .json(Self.token("token-\(number)", host: request.header("Host") ?? ""))
    }
    let settings = SalesforceSettings(
      loginURL: server.address, clientID: "consumer key", user: "integration@example.com", privateKeyPEM: key,
      version: version, answerObject: answerObject, batchLimit: batchLimit,
      rules: Transport.Rules(allowInsecureLoopback: true), requestTimeoutMilliseconds: timeout)
    connector = SalesforceConnector(settings, now: { [clock] in clock.now })
  }

  func stop() async {
    await connector.close()
    server.stop()
  }

  static func token(_ token: String, host: String) -> String {
    """
    {"access_token":"\(token)","instance_url":"http://\(host)","token_type":"Bearer",\
    "id":"http://\(host)/id/00D000000000001EAA/005000000000001","issued_at":"1","signature":"x"}
    """
  }
}

/// A clock that stands still until it is set.
final class SetClock: Sendable {
  private let time: Mutex<Int64>
  init(_ milliseconds: Int64) { time = Mutex(milliseconds) }
  var now: Int64 { time.withLock { $0 } }
  func advance(_ milliseconds: Int64) { time.withLock { $0 += milliseconds } }
}

final class Counter: Sendable {
  private let count = Mutex(0)
  func next() -> Int {
    count.withLock {
      $0 += 1
      return $0
    }
  }
}

extension ObjectMapping {
  static let opportunity = ObjectMapping(
    kind: "opportunity", object: "Opportunity", stageField: "StageName",
    fields: [("amount", "Amount"), ("company", "Account.Name"), ("next_meeting", "Next_Meeting__c")])
}
