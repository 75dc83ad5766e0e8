import CryptoExtras
import Foundation

/// The sandbox CRM as a process, with its control plane.
final class SandboxProcess: Sendable {
  /// The login's key pair, made once: it takes a second.
  static let key: String = (try? _RSA.Signing.PrivateKey(keySize: .bits2048).pemRepresentation) ?? ""
  static let publicKey: String =
    (try? _RSA.Signing.PrivateKey(pemRepresentation: key).publicKey.pemRepresentation) ?? ""

  let process: RunningProcess
  let port: Int

  /// - Parameter seed: lines of NDJSON.
  init(seed: [String], in folder: TemporaryFolder) throws {
    try folder.write(Self.publicKey, to: "crm.pub")
    try folder.write(seed.joined(separator: "\n") + "\n", to: "seed.ndjson")
    let portFile = folder.path + "/crm.port"
    process = try RunningProcess(
      Paths.sandbox,
      [
        "--port", "0", "--port-file", portFile, "--seed", folder.path + "/seed.ndjson", "--key-file",
        folder.path + "/crm.pub",
      ], log: folder.path + "/crm.log")
    guard let port = PortFile.port(portFile, of: process, seconds: 30) else {
      throw RunningProcess.Failure(description: "the sandbox did not start: \(process.text)")
    }
    self.port = port
  }

  @discardableResult
  func control(_ method: String, _ path: String, _ body: [String: Any]? = nil) throws -> [String: Any] {
    let data = try body.map { try JSONSerialization.data(withJSONObject: $0) }
    let answer = try HTTPClient.send(method, port: port, "/sandbox/" + path, body: data, seconds: 60)
    guard (200...299).contains(answer.status) else {
      throw RunningProcess.Failure(description: "\(method) \(path): \(answer.status) \(answer.text)")
    }
    return answer.json
  }

  func fault(_ kind: String, _ settings: [String: Any] = [:]) throws {
    try control("POST", "faults", settings.merging(["kind": kind]) { $1 })
  }

  /// The faults that still wait for a request.
  func faults() throws -> [[String: Any]] { try control("GET", "faults")["faults"] as? [[String: Any]] ?? [] }

  func clearFaults() throws { try control("DELETE", "faults") }

  /// All rows of an object.
  func rows(_ object: String) throws -> [[String: Any]] {
    try control("GET", "rows/" + object)["rows"] as? [[String: Any]] ?? []
  }

  /// All commits that did not come from the seed.
  func journal() throws -> [[String: Any]] { try control("GET", "journal")["commits"] as? [[String: Any]] ?? [] }

  /// How many faults there were so far.
  func injectedFaults() throws -> Int {
    (try control("GET", "faults")["injected"] as? [String: Int] ?? [:]).values.reduce(0, +)
  }

  /// How many requests came to the services so far.
  func requestCount() throws -> Int { try control("GET", "requests")["total"] as? Int ?? 0 }

  /// Each request after that number.
  func requests(after number: Int) throws -> [[String: Any]] {
    try control("GET", "requests?after=\(number)")["log"] as? [[String: Any]] ?? []
  }

  /// A person changes a row in the CRM.
  func change(_ object: String, _ id: String, _ fields: [String: Any]) throws {
    try control("POST", "change", ["object": object, "id": id, "fields": fields])
  }
}

/// The file that a server writes its port into once it listens.
enum PortFile {
  static func port(_ path: String, of process: RunningProcess, seconds: Double) -> Int? {
    var port: Int?
    _ = eventually(seconds: seconds, every: 3) {
      port = (try? String(contentsOfFile: path, encoding: .utf8))
        .flatMap { Int($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
      return port != nil || process.endStatus != nil
    }
    return port
  }
}
