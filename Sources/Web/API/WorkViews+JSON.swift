internal import FEEL
internal import Sales
internal import Service

extension ProposalView {
  var json: JSON {
    .members([
      "id": .text(id), "record": record.json, "title": .text(title), "owner": .text(owner), "from": .text(from),
      "to": .text(to), "path": .texts(path), "rules": .texts(rules), "status": .text(status),
      "detail": .texts(detail), "createdAt": .instant(createdAt), "decidedBy": .text(decidedBy),
      "reason": .text(reason),
    ])
  }
}

extension HeldView {
  var json: JSON {
    .members([
      "id": .text(id), "record": record.json, "assessment": .text(assessment), "person": .text(person),
      "receivedAt": .instant(receivedAt), "reason": .text(reason),
    ])
  }
}

extension Finding {
  var json: JSON {
    .members([
      "severity": .text(severity.word), "code": .text(code), "subject": .text(subject.words),
      "message": .text(message), "fix": .text(fix),
    ])
  }
}

extension FindingsView {
  var json: JSON {
    .members([
      "version": .text(version), "inForceSince": .instant(inForceSince), "findings": .list(findings.map(\.json)),
    ])
  }
}

extension VersionView {
  var json: JSON {
    .members([
      "version": .text(version), "from": .instant(from), "activatedAt": .instant(activatedAt), "by": .text(by),
      "inForce": .boolean(isInForce),
    ])
  }
}

extension DeadLetterView {
  var json: JSON {
    .members([
      "id": .text(id), "connection": .text(connection), "kind": .text(kind), "record": record.json,
      "title": .text(title), "message": .text(message), "code": .text(code), "attempts": .count(attempts),
      "createdAt": .instant(createdAt), "changedAt": .instant(changedAt),
      "payload": (try? JSON.parse(payload)) ?? .null,
    ])
  }
}

extension ConnectionView {
  var json: JSON {
    .members([
      "name": .text(name), "waiting": .count(waiting), "claimed": .count(claimed), "dead": .count(dead),
      "done": .count(done), "oldestUnsent": .instant(oldestUnsent), "pausedUntil": .instant(pausedUntil),
      "pausedBecause": .text(pausedBecause),
      "rereading": .list(
        rereading.map { .members(["object": .text($0.object), "since": .instant($0.since)]) }),
      "misfits": .list(
        misfits.map {
          .members([
            "object": .text($0.object), "attribute": .text($0.attribute), "count": .count($0.count),
            "lastAt": .instant($0.lastAt),
          ])
        }),
    ])
  }
}

extension Readiness {
  var json: JSON {
    .members([
      "ready": .boolean(isReady),
      "checks": .list(
        checks.map {
          .members(["name": .text($0.name), "fine": .boolean($0.isFine), "message": .text($0.message)])
        }),
    ])
  }
}
