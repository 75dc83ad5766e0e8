public import FEEL

extension Envelope {
  /// The bytes that are frozen: JSON in a fixed order of keys, what is absent left out.
  public func bytes() -> [UInt8] {
    var members: [JSON.Member] = [
      JSON.Member("v", .number(Decimal34(1))),
      JSON.Member("id", .string(id)),
      JSON.Member("device", .string(device)),
      JSON.Member("seq", .number(Decimal34(sequence))),
    ]
    if let user { members.append(JSON.Member("user", .string(user))) }
    members.append(JSON.Member("capturedAt", .string(Instant.text(capturedAt))))
    var seen = [JSON.Member("kind", .string(record.kind)), JSON.Member("id", .string(record.id))]
    if let stage = record.stage { seen.append(JSON.Member("stage", .string(stage))) }
    members.append(JSON.Member("record", .object(seen)))
    members.append(
      JSON.Member(
        "assessment",
        .object([JSON.Member("id", .string(assessment)), JSON.Member("version", .number(Decimal34(version)))])))
    members.append(JSON.Member("bundle", .string(bundle)))
    members.append(JSON.Member("answers", .object(answers.map { JSON.Member($0.question, $0.value.json) })))
    if let note { members.append(JSON.Member("note", .string(note))) }
    if let preview { members.append(JSON.Member("preview", preview.document())) }
    return JSON.object(members).bytes
  }

  /// Reads frozen bytes back; nil where they are no envelope of a version that we know.
  public init?(bytes: [UInt8]) {
    guard let json = try? JSON.parse(bytes) else { return nil }
    self.init(json: json)
  }

  /// The envelope that a JSON object stands for; nil where it is none of a version that we know.
  public init?(json: JSON) {
    guard json["v"]?.number == Decimal34(1),
      let id = json["id"]?.text, let device = json["device"]?.text,
      let sequence = json["seq"]?.number.flatMap({ $0.wholeNumber }),
      let captured = json["capturedAt"]?.text.flatMap(Instant.milliseconds),
      let kind = json["record"]?["kind"]?.text, let record = json["record"]?["id"]?.text,
      let assessment = json["assessment"]?["id"]?.text,
      let version = json["assessment"]?["version"]?.number.flatMap({ $0.wholeNumber }),
      let bundle = json["bundle"]?.text, let given = json["answers"]?.members
    else { return nil }
    var answers: [Submission.Answer] = []
    for member in given {
      guard let value = AnswerValue(json: member.value) else { return nil }
      answers.append(Submission.Answer(question: member.name, value: value))
    }
    self.init(
      id: id, device: device, sequence: sequence, user: json["user"]?.text, capturedAt: captured,
      record: Seen(kind: kind, id: record, stage: json["record"]?["stage"]?.text), assessment: assessment,
      version: version, bundle: bundle, answers: answers, note: json["note"]?.text,
      preview: json["preview"].flatMap { Preview(json: $0) })
  }
}

extension Envelope.Preview {
  /// What a document says; parts that cannot be read are absent, since nothing hangs on a preview. Nil: no object.
  init?(json: JSON) {
    guard json.members != nil else { return nil }
    self.init(
      score: json["score"].flatMap { AssessmentResult.Amount(json: $0) },
      maximum: json["of"].flatMap { AssessmentResult.Amount(json: $0) }, least: json["supported"]?["least"]?.text,
      most: json["supported"]?["most"]?.text)
  }

  func document() -> JSON {
    var members: [JSON.Member] = []
    if let score { members.append(JSON.Member("score", score.document())) }
    if let maximum { members.append(JSON.Member("of", maximum.document())) }
    if let least, let most {
      members.append(
        JSON.Member("supported", .object([JSON.Member("least", .string(least)), JSON.Member("most", .string(most))])))
    }
    return .object(members)
  }
}

extension AssessmentResult.Amount {
  /// Nil where it is neither a number nor bounds.
  init?(json: JSON) {
    if let number = json.number {
      self = .decided(number)
    } else if let least = json["least"]?.number, let most = json["most"]?.number {
      self = .between(least: least, most: most)
    } else {
      return nil
    }
  }

  /// A number, or its bounds as `{"least": ..., "most": ...}`.
  public func document() -> JSON {
    switch self {
    case .decided(let number): .number(number)
    case .between(let least, let most):
      .object([JSON.Member("least", .number(least)), JSON.Member("most", .number(most))])
    }
  }
}
