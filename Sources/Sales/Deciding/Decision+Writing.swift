import Decisions
import FEEL

// The line of a decision. Every key is always there, in this order, so that lines can be compared byte by byte:
//
//   id kind pipeline stage status owner money attributes scores facts fired unknown flags proposes
//   [with a climb: supported probability verdict gates proposals] asks recommended override notices
//
// `status` is that of the stated stage (open, won, lost, archived), null if the pipeline does not know the stage.

extension Decision {
  /// Appends the decision as one line of JSON, with its end of line.
  ///
  /// - Parameters:
  ///   - record: whose owner, money and attributes are repeated, for reports.
  public func write(into bytes: inout [UInt8], record: Record, playbook: Playbook) {
    var writer = JSONWriter()
    swap(&writer.bytes, &bytes)
    writer.write(self, record, playbook)
    writer.endLine()
    swap(&writer.bytes, &bytes)
  }
}

extension JSONWriter {
  fileprivate mutating func nullable(_ key: StaticString, _ text: Text?) {
    self.key(key)
    if let text { string(text) } else { null() }
  }

  fileprivate mutating func texts(_ key: StaticString, _ texts: [Text]) {
    self.key(key)
    beginArray()
    for text in texts { string(text) }
    endArray()
  }

  fileprivate mutating func write(_ decision: Decision, _ record: Record, _ playbook: Playbook) {
    let pipeline = decision.pipeline.flatMap { name in playbook.definition.pipelines.first { $0.name == name } }
    let stage = decision.stated.flatMap { name in pipeline?.stages.first { $0.name == name } }
    beginObject()
    member("id", decision.record)
    member("kind", decision.kind)
    nullable("pipeline", decision.pipeline)
    nullable("stage", decision.stated)
    nullable("status", stage?.status.word)
    nullable("owner", record.owner)
    writeMoney(decision, record, playbook)
    key("attributes")
    beginObject()
    writeAttributes(record, playbook)
    endObject()
    writeScores(decision)
    writeFacts(decision)
    texts("fired", decision.fired)
    texts("unknown", decision.unknown)
    texts("flags", decision.flags)
    nullable("proposes", decision.proposes)
    if decision.climbed { writeClimb(decision, pipeline, stage) }
    texts("asks", decision.asks)
    texts("recommended", decision.recommended)
    if decision.override == nil { nullable("override", nil) }
    write(decision.override, "override")
    writeNotices(decision)
    endObject()
  }

  /// In the order of declaration, whatever order a record has them in.
  private mutating func writeAttributes(_ record: Record, _ playbook: Playbook) {
    let declared = playbook.definition.kinds.first { $0.name == record.kind }?.attributes ?? []
    var expected = 0
    for definition in declared {
      // Records mostly have them in that order.
      let place =
        expected < record.attributes.count && record.attributes[expected].name == definition.name
        ? expected : record.attributes.firstIndex { $0.name == definition.name }
      guard let place else { continue }
      expected = place + 1
      if record.attributes[place].value.isUnknown { continue }
      name(definition.name)
      value(record.attributes[place].value.json)
    }
  }

  private mutating func writeMoney(_ decision: Decision, _ record: Record, _ playbook: Playbook) {
    key("money")
    guard let kind = playbook.definition.kinds.first(where: { $0.name == decision.kind }), let money = kind.money,
      let attribute = record.attributes.first(where: { $0.name == money }), let number = attribute.value.decimal
    else { return null() }
    self.number(number)
  }

  private mutating func writeScores(_ decision: Decision) {
    key("scores")
    beginObject()
    for result in decision.assessments {
      name(result.assessment)
      beginObject()
      member("state", result.state.word)
      if result.state != .notSubmitted {
        member("version", result.version)
        write("points", result.points)
        write("maximum", result.maximum)
        write("percent", result.percent)
        write("score", result.score)
        member(instant: result.capturedAt, "capturedAt")
        if result.expired {
          key("expired")
          boolean(true)
        }
        if !result.missing.isEmpty { texts("missing", result.missing) }
      }
      if !result.notes.isEmpty { write(result.notes) }
      endObject()
    }
    endObject()
  }

  private mutating func write(_ notes: [AssessmentResult.Note]) {
    key("notes")
    beginArray()
    for note in notes {
      beginObject()
      member("code", note.code)
      member("question", note.question)
      member("message", note.message)
      endObject()
    }
    endArray()
  }

  private mutating func write(_ key: StaticString, _ amount: AssessmentResult.Amount?) {
    self.key(key)
    switch amount {
    case nil: null()
    case .decided(let number): self.number(number)
    case .between(let least, let most):
      beginObject()
      self.key("least")
      number(least)
      self.key("most")
      number(most)
      endObject()
    }
  }

  /// A fact that is undecided is written `{"unknown":true}`; null is decided to be nothing.
  private mutating func writeFacts(_ decision: Decision) {
    key("facts")
    beginObject()
    for fact in decision.facts {
      name(fact.name)
      if fact.value.isUnknown {
        beginObject()
        key("unknown")
        boolean(true)
        endObject()
      } else {
        value(fact.value.json)
      }
    }
    endObject()
  }

  private mutating func writeClimb(_ decision: Decision, _ pipeline: PipelineDefinition?, _ stage: StageDefinition?) {
    key("supported")
    if let supported = decision.supported {
      beginObject()
      member("least", supported.least)
      member("most", supported.most)
      endObject()
    } else {
      null()
    }
    key("probability")
    beginObject()
    writeProbability("stated", stage)
    writeProbability("least", pipeline?.stages.first { $0.name == decision.supported?.least })
    writeProbability("most", pipeline?.stages.first { $0.name == decision.supported?.most })
    endObject()
    key("verdict")
    if let verdict = decision.verdict {
      beginObject()
      member("kind", verdict.word)
      if verdict.stages > 0 { member("by", verdict.stages) }
      endObject()
    } else {
      null()
    }
    key("gates")
    beginArray()
    for gate in decision.gates { write(gate) }
    endArray()
    key("proposals")
    beginArray()
    for proposal in decision.proposals { write(proposal) }
    endArray()
  }

  private mutating func writeProbability(_ key: StaticString, _ stage: StageDefinition?) {
    self.key(key)
    if let stage { number(stage.probability) } else { null() }
  }

  private mutating func write(_ gate: GateResult) {
    beginObject()
    member("from", gate.from)
    member("to", gate.to)
    member("state", gate.state.word)
    key("rules")
    beginArray()
    for rule in gate.rules {
      beginObject()
      member("name", rule.name)
      member("outcome", rule.outcome.word)
      endObject()
    }
    endArray()
    if !gate.submissions.isEmpty { texts("submissions", gate.submissions) }
    if gate.stale {
      key("stale")
      boolean(true)
    }
    if gate.barred {
      key("barred")
      boolean(true)
    }
    endObject()
  }

  private mutating func write(_ proposal: Proposal) {
    beginObject()
    member("from", proposal.from)
    member("to", proposal.to)
    texts("path", proposal.path)
    texts("rules", proposal.rules)
    switch proposal.status {
    case .applied: member("status", "applied")
    case .waiting: member("status", "waiting")
    case .blocked(let missing):
      member("status", "blocked")
      texts("missing", missing)
    case .held(let reason):
      member("status", "held")
      member("reason", reason)
    }
    endObject()
  }

  private mutating func writeNotices(_ decision: Decision) {
    key("notices")
    beginArray()
    for notice in decision.notices {
      beginObject()
      member("code", notice.code)
      member("message", notice.message)
      endObject()
    }
    endArray()
  }
}
