internal import Connect
internal import Cryptography
internal import FEEL
internal import Sales
public import Store

/// Gets what a person's device works from: the playbook in force and the person's own records.
public struct BundleFetch: Sendable {
  /// What a server had to say.
  public enum Answer: Sendable {
    /// What is on the device is still so.
    case unchanged
    /// A playbook that compiles, with the person's open records; it takes the place of what is on the device.
    case bundle(Bundle, records: [DeviceRecord])
  }

  /// The most bytes that a bundle may have.
  public static let longestBundle = 64 << 20

  private static let limits = JSONLimits(bytes: longestBundle, depth: 48, values: 8_000_000)

  private let server: ServerAddress
  private let token: String
  private let exchange: OutboxSender.Exchange

  /// A fetch for whoever the token signs in.
  public init(server: ServerAddress, token: String, exchange: @escaping OutboxSender.Exchange) {
    self.server = server
    self.token = token
    self.exchange = exchange
  }

  /// Asks the server; the device's file is not touched.
  ///
  /// - Parameters:
  ///   - held: the bundle on the device, so that only a change is sent.
  ///   - now: epoch milliseconds.
  /// - Throws: `DeviceError`; whatever else `exchange` throws.
  public func answer(held: Bundle?, device: String, at now: Int64) async throws -> Answer {
    var request = HTTPRequest(
      url: server.url("/v1/bundle"),
      headers: [("Authorization", "Bearer \(token)"), ("Accept", "application/json"), ("Device", device)],
      timeoutMilliseconds: 120_000)
    if let held, held.server == server.text, let tag = held.tag { request.headers.append(("If-None-Match", tag)) }
    let answer: HTTPAnswer
    do {
      answer = try await exchange(request)
    } catch let error as TransportError {
      switch error {
      case .badAddress, .refusedAddress: throw DeviceError.badAddress(error.description)
      case .cancelled: throw error
      case .cannotConnect, .outcomeUnknown, .tooLarge: throw DeviceError.noAnswer(error.description)
      }
    }
    if answer.status == 304, request.headers.last?.name == "If-None-Match" { return .unchanged }
    guard answer.status == 200 else { throw refusal(answer) }
    return try read(answer, at: now)
  }

  private func refusal(_ answer: HTTPAnswer) -> DeviceError {
    guard let problem = ServerProblem(answer) else { return notOurs(answer) }
    return switch answer.status {
    case 401: .notSignedIn(problem.words)
    case 403: .notAllowed(problem.words)
    default: .noAnswer("\(server.text): \(problem.words)")
    }
  }

  private func notOurs(_ answer: HTTPAnswer) -> DeviceError {
    .noAnswer(
      "\(server.text) answered \(answer.status), but not as a stagecraft server does (a sign-in page or a proxy?)")
  }

  private func read(_ answer: HTTPAnswer, at now: Int64) throws(DeviceError) -> Answer {
    guard let json = try? JSON.parse(answer.body, limits: Self.limits), let form = json["v"]?.number,
      let version = json["version"]?.text, let person = json["person"]?.text, let document = json["playbook"]?.text,
      let items = json["records"]?.items
    else {
      throw notOurs(answer)
    }
    guard form == Decimal34(1) else {
      throw .unusable(
        "\(server.text) sends bundles of version \(form), which this stagecraft does not read; get a newer one")
    }
    let bytes = Array(document.bytes)
    guard Hexadecimal.sha256(bytes) == version.string else {
      throw .unusable("\(server.text) sent a playbook whose bytes are not those that its version names; fetch it again")
    }
    let definition: PlaybookDefinition
    do throws(DocumentError) {
      definition = try PlaybookDefinition(canonical: bytes)
    } catch {
      throw .unusable(
        "\(server.text) sent a playbook that this stagecraft cannot read; get the version that the server has")
    }
    guard let playbook = Playbook.compile(definition).playbook else {
      throw .unusable("\(server.text) sent a playbook with errors; tell whoever runs it")
    }
    let bundle = Bundle(
      version: version.string, playbook: bytes, fetchedAt: now, person: person, server: server.text,
      tag: answer.header("ETag"))
    return .bundle(bundle, records: try records(items, playbook))
  }

  private func records(_ items: [JSON], _ playbook: Playbook) throws(DeviceError) -> [DeviceRecord] {
    let reader = RecordReader(playbook)
    var known: Set<Text> = []
    var records: [DeviceRecord] = []
    for (place, item) in items.enumerated() {
      do throws(RecordError) {
        let record = try reader.record(item)
        guard known.insert(record.kind + "/" + record.id).inserted else { continue }
        records.append(DeviceRecord(kind: record.kind, id: record.id, line: item.bytes))
      } catch {
        let words = error.problems.prefix(3).map(\.description).joined(separator: "; ")
        throw .unusable("\(server.text) sent a record (no. \(place + 1)) that cannot be read: \(words)")
      }
    }
    return records
  }
}
