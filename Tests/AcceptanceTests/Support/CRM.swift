import Connect
import CryptoExtras
import Foundation
import Testing

/// The sandbox CRM as a process, with a key to sign in, and the set-up of a home that is connected to it.
final class CRM: Sendable {
  let folder: Folder
  let program: RunningProgram
  let port: Int
  static let secret = "whsec_" + Data("the secret of the webhooks of tests".utf8).base64EncodedString()
  /// Making a key takes a while, so all tests share one.
  private static let key = Result { try _RSA.Signing.PrivateKey(keySize: .bits2048) }

  static let stages = """
    {"field": {"object": "Opportunity", "name": "Next_Meeting__c", "type": "date"}}
    {"stages": [{"name": "Prospecting", "probability": 10}, {"name": "Discovery", "probability": 25}, \
    {"name": "Demo", "probability": 50}, {"name": "Negotiation", "probability": 75}, \
    {"name": "Closed Won", "probability": 100, "isClosed": true, "isWon": true}, \
    {"name": "Closed Lost", "probability": 0, "isClosed": true}]}
    {"object": "User", "Id": "\(StoryPlaybook.rina)", "Name": "Rina", "Username": "rina@sandbox.example"}
    {"object": "User", "Id": "\(StoryPlaybook.tom)", "Name": "Tom", "Username": "tom@sandbox.example"}

    """

  /// The id of the deal of that number.
  static func id(_ number: Int) -> String {
    let digits = String(number)
    return "006" + String(repeating: "0", count: 12 - digits.count) + digits + "AAA"
  }

  static func deal(_ number: Int, _ stage: String = "Prospecting", owner: String = StoryPlaybook.rina) -> String {
    #"{"object": "Opportunity", "Id": "\#(id(number))", "Name": "O-\#(number)", "StageName": "\#(stage)", "#
      + #""CloseDate": "2026-12-31", "OwnerId": "\#(owner)", "Amount": 1000}"#
  }

  init(_ deals: [String], arguments: [String] = []) throws {
    folder = try Folder()
    let key = try Self.key.get()
    try folder.write(key.publicKey.pemRepresentation, to: "login.pub")
    try folder.write(Self.stages + deals.joined(separator: "\n") + "\n", to: "seed.ndjson")
    let file = folder.path + "/port"
    program = try RunningProgram(
      Place.program("SandboxCRM"),
      ["--key-file", "login.pub", "--seed", "seed.ndjson", "--port", "0", "--port-file", file] + arguments, in: folder)
    let limit = Date().addingTimeInterval(30)
    while !FileManager.default.fileExists(atPath: file), program.isRunning, Date() < limit { usleep(5000) }
    let text = try? String(contentsOfFile: file, encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)
    port = try #require(text.flatMap { Int($0) }, "the sandbox did not start: \(program.error)")
  }

  /// Writes the set-up of a home that is connected to this CRM.
  ///
  /// - Parameter key: another private key than the one that the CRM knows.
  func connect(_ home: Home, answers: String = "rows", pollSeconds: Int = 1, key: String? = nil) throws {
    try home.folder.write(try key ?? Self.key.get().pemRepresentation, to: "home/crm.pem")
    try home.folder.write(Self.secret + "\n", to: "home/webhook")
    for name in ["crm.pem", "webhook"] { chmod(home.path + "/" + name, 0o600) }
    try home.folder.write(
      """
      listen: 127.0.0.1:0
      metrics_on_loopback: true
      connections:
        crm:
          kind: salesforce
          login: http://127.0.0.1:\(port)
          client_id: sandbox-client
          user: integration@sandbox.example
          key_file: crm.pem
          allow_insecure_loopback: true
          poll_seconds: \(pollSeconds)
          answers: \(answers)
          objects:
            opportunity: {object: Opportunity, stage: StageName}
      webhooks:
        crm: {connection: crm, secret_files: [webhook]}

      """, to: "home/stagecraft.yaml")
  }

  static func otherKey() throws -> String { try _RSA.Signing.PrivateKey(keySize: .bits2048).pemRepresentation }

  /// Asks the sandbox's control plane.
  @discardableResult
  func control(_ method: String, _ path: String, _ body: String? = nil) throws -> HTTP.Answer {
    let answer = try HTTP.exchange(port: port, method, "/sandbox/" + path, body: body.map { Data($0.utf8) })
    try #require((200..<300).contains(answer.status), "\(method) \(path): \(answer.text)")
    return answer
  }

  /// A person changes a deal in the CRM's own pages.
  func change(_ deal: Int, _ fields: String, user: String = "tom@sandbox.example") throws {
    try control(
      "POST", "change", #"{"object":"Opportunity","id":"\#(Self.id(deal))","fields":{\#(fields)},"user":"\#(user)"}"#)
  }

  func rows(_ object: String) throws -> [[String: Any]] { try control("GET", "rows/\(object)").list("rows") }

  func stage(of deal: Int) throws -> String? {
    try rows("Opportunity").first { $0["Id"] as? String == Self.id(deal) }?["StageName"] as? String
  }

  /// How many commits there were so far.
  func commits() throws -> Int { try control("GET", "journal?after=100000000").object["last"] as? Int ?? -1 }

  /// Requests with this in their path, in their order.
  func requests(_ part: String) throws -> [[String: Any]] {
    try control("GET", "requests?after=0").list("log").filter { ($0["path"] as? String)?.contains(part) == true }
  }
}

extension Server {
  /// Delivers a webhook, signed unless a test says otherwise.
  func webhook(
    _ id: String, _ body: String, seconds: Int64 = Int64(Date().timeIntervalSince1970),
    signature change: (String) -> String = { $0 }, sent: String? = nil
  ) throws -> HTTP.Answer {
    let signature = try #require(
      WebhookVerifier.sign(secret: CRM.secret, id: id, timestampSeconds: seconds, body: Array(body.utf8)))
    return try HTTP.exchange(
      port: port, "POST", "/v1/webhooks/crm",
      headers: [
        ("webhook-id", id), ("webhook-timestamp", "\(seconds)"), ("webhook-signature", change(signature)),
        ("Content-Type", "application/json"),
      ], body: Data((sent ?? body).utf8))
  }

  /// What a counter or gauge of `/metrics` shows.
  func metric(_ name: String, _ label: String = "") throws -> Double {
    let text = try call("GET", "/metrics").text
    let lines = text.split(separator: "\n").filter { $0.hasPrefix(name) && (label.isEmpty || $0.contains(label)) }
    return lines.compactMap { $0.split(separator: " ").last.flatMap { Double($0) } }.reduce(0, +)
  }
}

extension Home {
  /// The same, to be shown where a test fails.
  var told: String { (try? sync()).map { "\($0)" } ?? "sync status fails" }

  /// What `sync status` says of the only connection.
  func sync() throws -> [String: Any] {
    let told = try done("sync", "status", "--json").output
    let list = try JSONSerialization.jsonObject(with: Data(told.utf8)) as? [[String: Any]]
    return try #require(list?.first, "nothing is connected")
  }
}
