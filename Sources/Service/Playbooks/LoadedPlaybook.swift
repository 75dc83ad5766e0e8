internal import FEEL
public import Sales
internal import Synchronization

/// A stored version of the playbook, compiled, with what many threads need to decide by it.
public final class LoadedPlaybook: Sendable {
  /// The SHA-256 of the canonical document.
  public let version: String
  /// The compiled form.
  public let playbook: Playbook
  let reader: StoredRecordReader
  private let strictReader: RecordReader
  private let workers = Mutex<[DecisionWorker]>([])

  init(version: String, playbook: Playbook) {
    self.version = version
    self.playbook = playbook
    reader = StoredRecordReader(playbook.definition)
    strictReader = RecordReader(playbook)
  }

  var definition: PlaybookDefinition { playbook.definition }

  /// A record as somebody sends it: unknown attributes are errors.
  ///
  /// - Throws: `RecordError`.
  func strictRecord(_ bytes: [UInt8]) throws -> Record {
    var reader = strictReader
    return try reader.read(bytes)
  }

  /// Lends a worker that nobody else uses meanwhile.
  func withWorker<Result>(_ body: (inout DecisionWorker) throws -> Result) rethrows -> Result {
    var worker = workers.withLock { $0.popLast() } ?? DecisionWorker(playbook)
    defer { workers.withLock { if $0.count < 16 { $0.append(worker) } } }
    return try body(&worker)
  }
}

/// The compiled playbooks of this process, by version; the versions themselves never change.
final class PlaybookShelf: Sendable {
  private let loaded = Mutex<[String: LoadedPlaybook]>([:])
  private let found = Mutex<[String: [Finding]]>([:])
  /// Old versions are looked at for a past day only.
  private static let most = 8

  /// The playbook of a stored document.
  ///
  /// - Throws: `ServiceError` where this program cannot compile a document that an other version of it stored.
  ///
  /// - Parameter earlier: versions of its assessments that it does not define itself any more.
  func playbook(
    version: String, document: () throws -> [UInt8],
    earlier: (PlaybookDefinition) throws -> [AssessmentDefinition] = { _ in [] }
  ) throws -> LoadedPlaybook {
    if let found = loaded.withLock({ $0[version] }) { return found }
    var definition: PlaybookDefinition
    do throws(DocumentError) {
      definition = try PlaybookDefinition(canonical: try Self.bytes(document))
    } catch {
      throw Self.unreadable(version, error.problems.map(\.description))
    }
    let own = definition
    definition.assessments += try earlier(own)
    var (playbook, findings) = Playbook.compile(definition)
    // An earlier version that no longer fits (a kind that is gone) must not take the playbook out of use.
    if playbook == nil { (playbook, findings) = Playbook.compile(own) }
    guard let playbook else {
      throw Self.unreadable(version, findings.filter { $0.severity == .error }.map { $0.message.string })
    }
    let made = LoadedPlaybook(version: version, playbook: playbook)
    loaded.withLock { loaded in
      if loaded.count >= Self.most { loaded.removeAll() }
      loaded[version] = made
    }
    return made
  }

  /// What is to tell about a version that is in use; worked out once.
  func findings(of loaded: LoadedPlaybook, clock: Clock) -> [Finding] {
    if let known = found.withLock({ $0[loaded.version] }) { return known }
    let all = Playbook.compile(loaded.definition).findings + loaded.definition.check(clock: clock)
    found.withLock { found in
      if found.count >= Self.most { found.removeAll() }
      found[loaded.version] = all
    }
    return all
  }

  private static func bytes(_ document: () throws -> [UInt8]) throws(DocumentError) -> [UInt8] {
    do { return try document() } catch {
      throw DocumentError([DocumentError.Problem(path: "", message: Text("\(error)"))])
    }
  }

  private static func unreadable(_ version: String, _ problems: [String]) -> ServiceError {
    ServiceError(
      .notReady, code: "playbook-unreadable",
      "The stored playbook \(version.prefix(12)) cannot be used by this version of stagecraft. Activate it again.",
      problems: problems)
  }
}
