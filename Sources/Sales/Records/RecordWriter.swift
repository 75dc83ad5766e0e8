import FEEL

/// Writes records as `RecordReader` reads them, one JSON object a line, keys in a fixed order, nothing that is absent.
public struct RecordWriter: Sendable {
  private var writer = JSONWriter()

  /// Makes a writer; use one for many records.
  public init() {}

  /// The line of a record, with its end of line.
  public mutating func line(_ record: Record) -> [UInt8] {
    writer.removeAll()
    writer.write(record)
    writer.endLine()
    return writer.bytes
  }
}

extension JSONWriter {
  mutating func member(_ key: StaticString, _ text: Text?) {
    guard let text else { return }
    self.key(key)
    string(text)
  }

  mutating func member(_ key: StaticString, _ number: Int?) {
    guard let number else { return }
    self.key(key)
    self.number(number)
  }

  mutating func member(instant: Int64?, _ key: StaticString) {
    guard let instant else { return }
    self.key(key)
    string(Instant.text(instant))
  }

  private mutating func writeChange(of attribute: Text, at instant: Int64?) {
    guard let instant else { return }
    name(attribute)
    string(Instant.text(instant))
  }

  mutating func write(_ record: Record) {
    beginObject()
    member("kind", record.kind)
    member("id", record.id)
    member("pipeline", record.pipeline)
    member("stage", record.stage)
    member("owner", record.owner)
    writeAttributes(record)
    writeChanges(record)
    if !record.related.isEmpty {
      key("related")
      beginObject()
      for list in record.related {
        name(list.name)
        beginArray()
        for item in list.items { writeItem(item) }
        endArray()
      }
      endObject()
    }
    if !record.submissions.isEmpty {
      key("submissions")
      beginArray()
      for submission in record.submissions { write(submission) }
      endArray()
    }
    write(record.history)
    endObject()
  }

  /// The attributes that are known.
  mutating func writeAttributes(_ record: Record) {
    guard record.attributes.contains(where: { !$0.value.isUnknown }) else { return }
    key("attributes")
    beginObject()
    for attribute in record.attributes where !attribute.value.isUnknown {
      name(attribute.name)
      value(attribute.value.json)
    }
    endObject()
  }

  private mutating func writeChanges(_ record: Record) {
    guard
      record.attributes.contains(where: { $0.changedAt != nil })
        || record.related.contains(where: { $0.changedAt != nil })
    else { return }
    key("changed")
    beginObject()
    for attribute in record.attributes { writeChange(of: attribute.name, at: attribute.changedAt) }
    for list in record.related { writeChange(of: list.name, at: list.changedAt) }
    endObject()
  }

  /// Without the entries that are unknown.
  private mutating func writeItem(_ item: Value) {
    guard case .context(let context) = item else { return value(item.json) }
    beginObject()
    for (key, entry) in zip(context.shape.keys, context.values) where !entry.isUnknown {
      name(key)
      value(entry.json)
    }
    endObject()
  }

  mutating func write(_ submission: Submission) {
    beginObject()
    member("id", submission.id)
    member("assessment", submission.assessment)
    member("version", submission.version)
    key("answers")
    beginObject()
    for answer in submission.answers {
      name(answer.question)
      switch answer.value {
      case .text(let text): string(text)
      case .number(let number): self.number(number)
      case .boolean(let boolean): self.boolean(boolean)
      case .several(let ids):
        beginArray()
        for id in ids { string(id) }
        endArray()
      }
    }
    endObject()
    member(instant: submission.capturedAt, "capturedAt")
    member("device", submission.device)
    member("sequence", submission.sequence)
    endObject()
  }

  mutating func write(_ history: History) {
    guard
      history.episodeStart != nil || history.lowestStage != nil || !history.gates.isEmpty
        || !history.watermarks.isEmpty || history.hold != nil || history.override != nil || history.promotedToday != 0
    else { return }
    key("history")
    beginObject()
    member(instant: history.episodeStart, "episodeStart")
    member("lowestStage", history.lowestStage)
    if !history.gates.isEmpty {
      key("gates")
      beginArray()
      for gate in history.gates {
        beginObject()
        member("from", gate.from)
        member("to", gate.to)
        member("rule", gate.rule)
        member(instant: gate.passedAt, "passedAt")
        member(instant: gate.evidenceAt, "evidenceAt")
        member("playbook", gate.playbook)
        endObject()
      }
      endArray()
    }
    if !history.watermarks.isEmpty {
      key("watermarks")
      beginArray()
      for watermark in history.watermarks {
        beginObject()
        member("from", watermark.from)
        member("to", watermark.to)
        member(instant: watermark.at, "at")
        member("by", watermark.by)
        member("reason", watermark.reason)
        endObject()
      }
      endArray()
    }
    write(history.hold, "hold")
    write(history.override, "override")
    if history.promotedToday != 0 { member("promotedToday", history.promotedToday) }
    endObject()
  }

  mutating func write(_ word: History.PersonsWord?, _ key: StaticString) {
    guard let word else { return }
    self.key(key)
    beginObject()
    member("by", word.by)
    if !word.reason.isEmpty { member("reason", word.reason) }
    member("stage", word.stage)
    member("until", word.until?.dayText)
    endObject()
  }
}
