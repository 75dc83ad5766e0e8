public import FEEL

/// A submission as the device freezes it: these bytes are what is sent, hashed and receipted, and they never change.
///
/// The form is version 1 of the offline protocol: an unknown `v` is refused by a server, every `v` that was ever sent
/// is read by it.
public struct Envelope: Sendable {
  /// What the record looked like to the rep.
  public struct Seen: Sendable {
    /// The kind of the record.
    public var kind: Text
    /// The external id.
    public var id: Text
    /// The stage that it stated when the sheet was filled in.
    public var stage: Text?
    /// Makes what was seen of a record.
    public init(kind: Text, id: Text, stage: Text?) {
      self.kind = kind
      self.id = id
      self.stage = stage
    }
  }

  /// What the device told the rep; a receipt that differs says why.
  public struct Preview: Sendable {
    /// The score, or its bounds.
    public var score: AssessmentResult.Amount?
    /// The reachable maximum, or its bounds.
    public var maximum: AssessmentResult.Amount?
    /// The least supported stage that the device computed.
    public var least: Text?
    /// The most supported stage that the device computed.
    public var most: Text?
    /// Makes a preview.
    public init(score: AssessmentResult.Amount?, maximum: AssessmentResult.Amount?, least: Text?, most: Text?) {
      self.score = score
      self.maximum = maximum
      self.least = least
      self.most = most
    }
  }

  /// UUIDv7, made when the submission was saved.
  public var id: Text
  /// The device that made it.
  public var device: Text
  /// Place among the submissions of the device, from 1.
  public var sequence: Int
  /// Who filled it in, as the device knew; absent: not said.
  public var user: Text?
  /// Epoch milliseconds by the device's own clock.
  public var capturedAt: Int64
  /// What the device knew of the record.
  public var record: Seen
  /// The assessment's name.
  public var assessment: Text
  /// The version that was answered.
  public var version: Int
  /// The playbook's version that the rep worked with.
  public var bundle: Text
  /// The answers, in the order of the questions.
  public var answers: [Submission.Answer]
  /// What the person wrote beside it.
  public var note: Text?
  /// What the device showed; compared with what the server decides.
  public var preview: Preview?

  /// Makes an envelope of its members.
  public init(
    id: Text, device: Text, sequence: Int, user: Text? = nil, capturedAt: Int64, record: Seen, assessment: Text,
    version: Int, bundle: Text, answers: [Submission.Answer], note: Text? = nil, preview: Preview? = nil
  ) {
    self.id = id
    self.device = device
    self.sequence = sequence
    self.user = user
    self.capturedAt = capturedAt
    self.record = record
    self.assessment = assessment
    self.version = version
    self.bundle = bundle
    self.answers = answers
    self.note = note
    self.preview = preview
  }

  /// The submission that a decision reads.
  public var submission: Submission {
    Submission(
      id: id, assessment: assessment, version: version, answers: answers, capturedAt: capturedAt, device: device,
      sequence: sequence)
  }
}

extension AnswerValue {
  /// The answer as JSON: a text, number, boolean or list of option ids.
  public var json: JSON {
    switch self {
    case .text(let text): .string(text)
    case .number(let number): .number(number)
    case .boolean(let boolean): .boolean(boolean)
    case .several(let ids): .array(ids.map { .string($0) })
    }
  }

  /// The answer that a JSON value gives; nil for null, objects and lists of anything but texts.
  public init?(json: JSON) {
    switch json {
    case .string(let text): self = .text(text)
    case .number(let number): self = .number(number)
    case .boolean(let boolean): self = .boolean(boolean)
    case .array(let items):
      var ids: [Text] = []
      for item in items {
        guard case .string(let id) = item else { return nil }
        ids.append(id)
      }
      self = .several(ids)
    case .null, .object: return nil
    }
  }
}
