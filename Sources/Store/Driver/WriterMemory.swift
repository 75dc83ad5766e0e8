/// What the one writer of a process knows without asking: it is what it wrote itself, as long as nobody else wrote to the
/// database. Taken back with the transaction, forgotten when another process commits.
public struct WriterMemory: Sendable {
  var auditHead: AuditHead?
  /// The highest number of a submission.
  var submissionNumber: Int64?
  /// All of them, newest first.
  var activations: [Activation]?

  init() {}
}

/// The end of the audit chain.
struct AuditHead: Hashable, Sendable {
  var number: Int64
  var hash: [UInt8]
}
