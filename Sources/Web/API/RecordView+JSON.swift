internal import FEEL
internal import Sales
internal import Service

extension ExplanationView {
  var json: JSON {
    .members(["message": .text(message), "text": .texts(lines), "document": document])
  }
}

extension History.PersonsWord {
  var json: JSON {
    .members([
      "by": .text(by), "reason": .text(reason), "stage": .text(stage), "until": .text(until.map(\.text)),
    ])
  }
}

extension RecordView.Attribute {
  var json: JSON { .members(["name": .text(name), "label": .text(label), "value": .text(value)]) }
}

extension RecordView.Score {
  var json: JSON {
    .members([
      "assessment": .text(assessment), "title": .text(title), "state": .text(state), "score": .text(score),
      "maximum": .text(maximum), "expired": .boolean(isExpired), "asked": .boolean(isAsked),
    ])
  }
}

extension RecordView.HistoryLine {
  var json: JSON {
    .members([
      "at": .instant(at), "from": .text(from), "to": .text(to), "cause": .text(cause), "by": .text(by),
      "rule": .text(rule), "submission": .text(submission), "playbook": .text(playbook), "reason": .text(reason),
    ])
  }
}

extension RecordView.SubmissionLine {
  var json: JSON {
    .members([
      "id": .text(id), "number": .count(number), "assessment": .text(assessment), "version": .count(version),
      "person": .text(person), "capturedAt": .instant(capturedAt), "receivedAt": .instant(receivedAt),
      "state": .text(state), "note": .text(note),
    ])
  }
}

extension RecordView {
  var json: JSON {
    .members([
      "record": line.json, "currency": .text(currency), "revision": .count(revision),
      "attributes": .list(attributes.map(\.json)),
      "scores": .list(scores.map(\.json)), "explanation": explanation.json,
      "proposals": .list(proposals.map(\.json)), "history": .list(history.map(\.json)),
      "submissions": .list(submissions.map(\.json)), "hold": hold?.json ?? .null,
      "override": override?.json ?? .null, "stages": .texts(stages), "notices": .texts(notices),
    ])
  }
}
