internal import FEEL
internal import Sales
internal import Service

extension RecordKey {
  var json: JSON { .members(["kind": .text(kind), "id": .text(id)]) }
}

extension RecordLine {
  var json: JSON {
    .members([
      "kind": .text(key.kind), "id": .text(key.id), "title": .text(title), "owner": .text(owner),
      "pipeline": .text(pipeline), "stage": .text(stage), "status": .text(status),
      "supported": least == nil && most == nil ? .null : .members(["least": .text(least), "most": .text(most)]),
      "verdict": verdict == nil ? .null : .members(["kind": .text(verdict), "by": .count(distance)]),
      "money": .amount(money), "statedWeighted": .amount(statedWeighted), "leastWeighted": .amount(leastWeighted),
      "decidedAt": .instant(decidedAt),
    ])
  }
}

extension RecordPage {
  var json: JSON { .members(["records": .list(records.map(\.json)), "next": .text(next)]) }
}

extension MoveAnswer {
  var json: JSON { .members(["record": line.json, "message": .text(message), "moved": .boolean(isMoved)]) }
}

extension PipelineReport.Sum {
  var json: JSON {
    .members([
      "records": .count(records), "money": .amount(money), "stated": .amount(stated), "least": .amount(least),
      "difference": .amount(difference),
    ])
  }
}

extension PipelineReport.Group {
  var json: JSON {
    .members([
      "name": .text(name), "all": all.json, "level": level.json, "behind": behind.json, "unproven": unproven.json,
      "ahead": ahead.json, "withoutMoney": .count(withoutMoney),
    ])
  }
}

extension PipelineView {
  var json: JSON {
    .members([
      "playbook": .text(playbook), "currency": .text(currency), "currencyDigits": .count(currencyDigits),
      "groups": .list(report.groups(orderedBy: order).map(\.json)), "total": report.total.json,
      "closed": .count(report.closed), "unknownStage": .count(report.unknownStage),
      "notClimbed": .count(report.notClimbed),
      "funnel": .list(
        funnel.map { stage in
          .members([
            "stage": .text(stage.name), "records": .count(stage.records), "money": .amount(stage.money),
            "supportedRecords": .count(stage.supportedRecords), "supportedMoney": .amount(stage.supportedMoney),
          ])
        }),
      "owners": .texts(owners),
    ])
  }
}
