internal import Decisions
internal import FEEL
internal import Sales

/// The server's answer for exactly the bytes of one submission; stored, and given again for ever.
struct Receipt {
  var id: String
  var sha256: String
  var number: Int64
  var receivedAt: Int64
  /// `promoted`, `recorded`, `no effect` or `held`.
  var effect: Text
  /// What came of it, for the rep.
  var message: Text
  var playbook: String
  /// The stage after all.
  var stage: Text?
  var supported: (least: Text, most: Text)?
  var verdict: Text?
  var result: AssessmentResult?
  /// Why the device's verdict differed; empty where it did not.
  var differences: [Text] = []
  var bundleStale = false
  var flags: [Text] = []

  var bytes: [UInt8] {
    var members: [JSON.Member] = [
      JSON.Member("id", .string(Text(id))), JSON.Member("sha256", .string(Text(sha256))),
      JSON.Member("number", .number(Decimal34(Int(number)))),
      JSON.Member("receivedAt", .string(Instant.text(receivedAt))), JSON.Member("effect", .string(effect)),
      JSON.Member("message", .string(message)), JSON.Member("playbook", .string(Text(playbook))),
    ]
    if let stage { members.append(JSON.Member("stage", .string(stage))) }
    if let supported {
      members.append(
        JSON.Member(
          "supported",
          .object([JSON.Member("least", .string(supported.least)), JSON.Member("most", .string(supported.most))])))
    }
    if let verdict { members.append(JSON.Member("verdict", .string(verdict))) }
    if let result {
      members.append(JSON.Member("assessment", .string(result.assessment)))
      if let score = result.score { members.append(JSON.Member("score", score.document())) }
      if let maximum = result.scoreMaximum { members.append(JSON.Member("of", maximum.document())) }
    }
    members.append(JSON.Member("previewDiffers", .boolean(!differences.isEmpty)))
    if !differences.isEmpty {
      members.append(JSON.Member("why", .array(differences.map { .string($0) })))
    }
    members.append(JSON.Member("bundleStale", .boolean(bundleStale)))
    if !flags.isEmpty { members.append(JSON.Member("flags", .array(flags.map { .string($0) }))) }
    return JSON.object(members).bytes
  }
}

extension Receipt {
  /// What came of the submission.
  ///
  /// - Parameter found: the record's dossier before.
  mutating func take(_ envelope: Envelope, _ step: StepResult, _ found: Dossier, _ loaded: LoadedPlaybook) {
    guard let decision = step.last else { return }
    stage = step.dossier.record.stage
    supported = decision.supported
    verdict = decision.verdict?.word
    result = decision.assessments.first { $0.assessment == envelope.assessment }
    differences = differences(envelope, step, found, loaded)
    if !step.applied.isEmpty {
      effect = "promoted"
      var path = step.applied[0].path
      for further in step.applied.dropFirst() { path += further.path.dropFirst() }
      message = "promoted: " + path.joined(by: " → ")
    } else if result?.submissions.contains(envelope.id) == false {
      effect = "no effect"
      message = "kept as history: newer answers of \(envelope.assessment) count"
    } else {
      effect = "recorded"
      message = Self.recorded(decision)
    }
  }

  /// `recorded: the evidence carries it to Demo; Negotiation is proposed`.
  private static func recorded(_ decision: Decision) -> Text {
    guard let supported = decision.supported else { return "recorded" }
    let reach =
      supported.least == supported.most
      ? supported.least : supported.least + " for certain, " + supported.most + " at most"
    var message: Text = "recorded: the evidence carries it to " + reach
    if let proposal = decision.proposals.first {
      switch proposal.status {
      case .waiting: message += "; " + proposal.to + " is proposed"
      case .blocked(let missing): message += "; " + proposal.to + " requires " + missing.joined(by: ", ")
      case .held(let reason): message += "; " + reason
      case .applied: break
      }
    }
    return message
  }

  /// Why the device said something else: compared with what it told the rep.
  private func differences(
    _ envelope: Envelope, _ step: StepResult, _ found: Dossier, _ loaded: LoadedPlaybook
  ) -> [Text] {
    guard let preview = envelope.preview else { return [] }
    var what: [Text] = []
    if let told = preview.score, let score = result?.score, told != score {
      what.append("score: the device said \(told.shown), the server \(score.shown)")
    }
    if let least = preview.least, let most = preview.most, let supported = step.first?.supported,
      (least, most) != supported
    {
      what.append(
        "supported: the device said \(least) to \(most), the server \(supported.least) to \(supported.most)")
    }
    guard !what.isEmpty else { return [] }
    if envelope.bundle.string != loaded.version {
      what.append("because the playbook changed since the device fetched it")
    }
    if let seen = envelope.record.stage, seen != found.record.stage {
      what.append(
        "because the record stood at \(seen) for the device, and stands at \(found.record.stage ?? "no stage") now")
    }
    if envelope.bundle.string == loaded.version {
      what.append("because other answers or changes of the record reached the server meanwhile")
    }
    return what
  }
}
