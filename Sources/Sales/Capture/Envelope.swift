public import FEEL

/// A submission as the device freezes it: these bytes are what is sent, hashed and receipted, and they never change.
///
/// The form is version 1 of the offline protocol: an unknown `v` is refused by a server, every `v` that was ever sent
/// is read by it.
public struct Envelope: Sendable {
  /// What the record looked like to the rep.
  public struct Seen: Sendable {
    public var kind: Text
    public var id: Text
    public var stage: Text?
    public init(kind: Text, id: Text, stage: Text?) {
      self.kind = kind
      self.id = id
      self.stage = stage
    }
  }

  /// What the device told the rep; a receipt that differs says why.
  public struct Preview: Sendable {
    public var score: AssessmentResult.Amount?
    public var maximum: AssessmentResult.Amount?
    public var least: Text?
    public var most: Text?
    public init(score: AssessmentResult.Amount?, maximum: AssessmentResult.Amount?, least: Text?, most: Text?) {
      self.score = score
      self.maximum = maximum
      self.least = least
      self.most = most
    }
  }

  /// UUIDv7, made when the submission was saved.
  public var id: Text
  public var device: Text
  /// Place among the submissions of the device, from 1.
  public var sequence: Int
  public var user: Text?
  /// Epoch milliseconds by the device's own clock.
  public var capturedAt: Int64
  public var record: Seen
  public var assessment: Text
  public var version: Int
  /// The playbook's version that the rep worked with.
  public var bundle: Text
  public var answers: [Submission.Answer]
  public var note: Text?
  public var preview: Preview?

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
