import CryptoExtras
import Foundation
import JWTKit
import Testing

/// The sandbox as a program that runs, with a seed, a key and a folder of its own; it ends with the last reference.
// Unchecked: nothing changes after the start but the process itself, which only `stop` and the end touch.
final class RunningSandbox: @unchecked Sendable {
  struct Claims: JWTPayload {
    var iss = "sandbox-client"
    var sub = "integration@sandbox.example"
    var aud: String
    var exp: Double

    func verify(using algorithm: some JWTAlgorithm) async throws {}
  }

  /// Beside the test bundle, wherever the build folder is.
  static let binary = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "SandboxCRM")
  /// Making a key takes a while, so all tests share one.
  static let key = Result { try _RSA.Signing.PrivateKey(keySize: .bits2048) }
  /// What most tests begin with.
  static let seed = """
    {"field": {"object": "Opportunity", "name": "Budget__c", "type": "currency"}}
    {"object": "Account", "Id": "001000000000001AAA", "Name": "Acme"}
    {"object": "User", "Id": "005000000000001AAA", "Username": "ann@example.com", "FirstName": "Ann", "LastName": "Lee"}
    {"object": "Opportunity", "Id": "006000000000001AAA", "Name": "First", "StageName": "Prospecting", \
    "Amount": 1000.5, "CloseDate": "2026-12-31", "AccountId": "001000000000001AAA", "OwnerId": "005000000000001AAA", \
    "Budget__c": 5}
    {"object": "Opportunity", "Id": "006000000000002AAA", "Name": "Second", "StageName": "Closed Won", \
    "Amount": 2000, "CloseDate": "2026-11-30"}

    """
  static let first = "006000000000001AAA"
  static let second = "006000000000002AAA"
  static let data = "/services/data/v62.0"

  let folder: URL
  let port: Int
  private let process = Process()

  var base: String { "http://127.0.0.1:\(port)" }
  var keyFile: String { folder.appending(path: "private.pem").path }

  init(seed: String = RunningSandbox.seed, _ arguments: String...) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "sandbox-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let key = try Self.key.get()
    try Data(key.publicKey.pemRepresentation.utf8).write(to: folder.appending(path: "key.pub"))
    try Data(key.pemRepresentation.utf8).write(to: folder.appending(path: "private.pem"))
    try Data(seed.utf8).write(to: folder.appending(path: "seed.ndjson"))
    process.executableURL = Self.binary
    process.currentDirectoryURL = folder
    process.arguments =
      ["--key-file", "key.pub", "--seed", "seed.ndjson", "--port", "0", "--port-file", "port"] + arguments
    process.standardError = FileHandle.nullDevice
    try process.run()
    let file = folder.appending(path: "port")
    let limit = Date().addingTimeInterval(30)
    while !FileManager.default.fileExists(atPath: file.path), process.isRunning, Date() < limit { usleep(5000) }
    let text = try String(contentsOf: file, encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)
    port = try #require(Int(text))
  }

  deinit {
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
    try? FileManager.default.removeItem(at: folder)
  }

  /// Asks it to stop, and tells after how many seconds it had; nil: not within ten.
  func stop() -> Double? {
    let began = Date()
    kill(process.processIdentifier, SIGTERM)
    while process.isRunning, Date().timeIntervalSince(began) < 10 { usleep(2000) }
    return process.isRunning ? nil : Date().timeIntervalSince(began)
  }

  /// A login's assertion.
  func assertion(_ change: (inout Claims) -> Void = { _ in }, key: _RSA.Signing.PrivateKey? = nil) async throws
    -> String
  {
    var claims = Claims(aud: base, exp: Date().timeIntervalSince1970 + 120)
    change(&claims)
    let keys = await JWTKeyCollection().add(
      rsa: try Insecure.RSA.PrivateKey(backing: try key ?? Self.key.get()), digestAlgorithm: .sha256)
    return try await keys.sign(claims)
  }

  func login(_ assertion: String) throws -> Wire.Answer {
    let body = "grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer&assertion=\(assertion)"
    return try Wire.exchange(
      port: port, method: "POST", target: "/services/oauth2/token",
      headers: ["Content-Type": "application/x-www-form-urlencoded"], body: Data(body.utf8))
  }

  /// Signs in.
  func session() async throws -> Session {
    let answer = try login(try await assertion())
    return Session(sandbox: self, token: try #require(answer.object["access_token"] as? String, "\(answer.text)"))
  }

  /// Asks the control plane.
  @discardableResult
  func control(_ method: String, _ path: String, _ body: String? = nil) throws -> Wire.Answer {
    try Wire.exchange(port: port, method: method, target: "/sandbox/" + path, body: body.map { Data($0.utf8) })
  }

  /// All commits so far.
  func journal() throws -> [[String: Any]] {
    try #require(try control("GET", "journal").object["commits"] as? [[String: Any]])
  }
}

/// A session with the data API.
struct Session: Sendable {
  let sandbox: RunningSandbox
  let token: String

  /// A call; `path` follows the version.
  func call(
    _ method: String, _ path: String, _ body: Any? = nil, headers: [String: String] = [:], seconds: Int = 20
  ) throws -> Wire.Answer {
    var all = ["Authorization": "Bearer \(token)"]
    if body != nil { all["Content-Type"] = "application/json" }
    all.merge(headers) { $1 }
    let data = try body.map { try JSONSerialization.data(withJSONObject: $0) }
    let target = path.hasPrefix("/services") ? path : RunningSandbox.data + path
    return try Wire.exchange(
      port: sandbox.port, method: method, target: target, headers: all, body: data, seconds: seconds)
  }

  func query(_ text: String, headers: [String: String] = [:]) throws -> Wire.Answer {
    let encoded = try #require(text.addingPercentEncoding(withAllowedCharacters: .alphanumerics))
    return try call("GET", "/query?q=" + encoded, headers: headers)
  }

  /// The records that a query finds.
  func records(_ text: String) throws -> [[String: Any]] {
    let answer = try query(text)
    return try #require(answer.object["records"] as? [[String: Any]], "\(answer.text)")
  }

  func row(_ object: String, _ id: String) throws -> [String: Any] {
    let answer = try call("GET", "/sobjects/\(object)/\(id)")
    try #require(answer.status == 200, "\(answer.text)")
    return answer.object
  }
}
