public import FEEL

/// A version of an assessment that some playbook brought, by which devices name it.
public struct AssessmentVersion: Hashable, Sendable {
  /// The name that rules use.
  public var id: Text
  /// The number that the playbook gives it; a number never stands for two contents.
  public var version: Int
  /// SHA-256 of its content.
  public var digest: String
  /// The version of the playbook that had it first.
  public var playbook: String

  /// A version; `digest` is hexadecimal.
  public init(id: Text, version: Int, digest: String, playbook: String) {
    self.id = id
    self.version = version
    self.digest = digest
    self.playbook = playbook
  }
}

extension StoreReading {
  /// The stored version, or nil.
  public func playbook(version: String) throws -> PlaybookVersion? {
    try first("\(PlaybookVersion.table.select) WHERE version = $1", values(version))
  }

  /// All activations, newest first.
  public func activations() throws -> [Activation] {
    try list("\(Activation.table.select) ORDER BY activated_at DESC, id DESC")
  }

  /// The activation in force at an instant: of those that begin by then the one that begins last, and of those that
  /// begin together the one that was decided last.
  public func playbookInForce(at instant: Int64) throws -> Activation? {
    let connection = try connected()
    if self is StoreTransaction {
      let all = try connection.memory.activations ?? list("\(Activation.table.select) \(Activation.order)")
      connection.memory.activations = all
      return all.first { $0.from <= instant }
    }
    return try first(
      "\(Activation.table.select) WHERE in_force_from <= $1 \(Activation.order) LIMIT 1", values(instant))
  }

  /// All versions of assessments that were ever stored, by name and version.
  public func assessmentVersions() throws -> [AssessmentVersion] {
    try list("SELECT id, version, digest, playbook FROM assessment_version ORDER BY id, version") { columns in
      AssessmentVersion(
        id: try columns.next(), version: try columns.next(), digest: try columns.next(),
        playbook: try columns.next())
    }
  }
}

extension StoreTransaction {
  /// Stores a version; one that is there stays as it is, since its name is its content.
  public func storePlaybook(_ playbook: PlaybookVersion) throws { _ = try insertOnce(playbook) }

  /// Records that a stored version is in force from an instant on.
  public func addActivation(_ activation: Activation) throws {
    try insert(activation)
    try connected().memory.activations = nil
    try changeDirectory()
  }

  /// Records a version of an assessment with the playbook that brought it.
  ///
  /// - Throws: `StoreError.differs` where the same version is there with another content.
  public func storeAssessmentVersion(id: Text, version: Int, digest: String, playbook: String) throws {
    let known: String? = try first(
      "SELECT digest FROM assessment_version WHERE id = $1 AND version = $2", values(id, version)
    ) { try $0.next() }
    if let known {
      if known == digest { return }
      throw StoreError.differs(what: "the assessment", name: "\(id.string) version \(version)")
    }
    try run(
      "INSERT INTO assessment_version (id, version, digest, playbook) VALUES ($1, $2, $3, $4)",
      values(id, version, digest, playbook))
  }
}
