import Decisions
import FEEL

extension PlaybookCheck {
  mutating func checkStages(_ pipeline: PipelineDefinition) {
    let ways = PipelineWays(pipeline, rules)
    for stage in ways.open { checkAssessments(stage, ways) }
    for (place, stage) in pipeline.stages.enumerated() {
      // To archive a record is a person's act.
      guard stage.status != .archived, place != ways.entry, !ways.isTarget(place) else { continue }
      tell(
        .warning, "STAGE-UNREACHABLE", .stage(pipeline: pipeline.name, name: stage.name),
        "\(stage.name): no rule leads to it", fix: "write a rule to \(stage.name)")
    }
    for stage in ways.open where ways.gateRules(from: stage).isEmpty && ways.closings.isEmpty {
      let name = pipeline.stages[stage].name
      tell(
        .warning, "STAGE-WITHOUT-EXIT", .stage(pipeline: pipeline.name, name: name), "\(name): no rule leads out of it")
    }
    checkLonePromoters(ways)
  }

  private mutating func checkAssessments(_ place: Int, _ ways: PipelineWays) {
    let pipeline = ways.pipeline
    let stage = pipeline.stages[place].name
    let isAsked = definition.assessments.contains { assessment in
      assessment.kind == pipeline.kind && assessment.stages.contains { $0.caseFolded == stage.caseFolded }
    }
    // A rule that names an assessment nobody defined is told of already.
    let isMissing = ways.gateRules(from: place).contains { rule in
      rules[rule].tests.contains { test in
        !definition.assessments.contains { $0.name.caseFolded == test.assessment.caseFolded }
      }
    }
    guard !isAsked, !isMissing else { return }
    tell(
      .warning, "STAGE-WITHOUT-ASSESSMENT", .stage(pipeline: pipeline.name, name: stage),
      "\(stage): no assessment is recommended there", fix: "name \(stage) among the stages of an assessment")
  }

  /// Any rule of a gate is enough: one that does not look at what another one scores lets records past it.
  private mutating func checkLonePromoters(_ ways: PipelineWays) {
    var told: [Int] = []
    for way in ways.ways {
      for other in ways.ways where other.from == way.from && other.to == way.to && other.rule != way.rule {
        let asked = rules[other.rule].tests.map { $0.assessment.caseFolded }
        let own = rules[way.rule].tests.map { $0.assessment.caseFolded }
        guard !asked.isEmpty, !asked.contains(where: { own.contains($0) }), !told.contains(way.rule),
          let assessment = rules[other.rule].tests.first?.assessment
        else { continue }
        told.append(way.rule)
        let target = ways.pipeline.stages[way.to].name
        tell(
          .warning, "LONE-PROMOTER", .condition(rule: rules[way.rule].sentence.name),
          "This rule alone promotes to \(target), without \(assessment), which "
            + "\(rules[other.rule].sentence.name) asks for: one rule that holds is enough",
          fix: "join both conditions with `and` in one rule, if both are meant")
      }
    }
  }

  /// Told once: what "upgrade" never does.
  mutating func checkDirection() {
    let upgrades = rules.contains { $0.promotes }
    guard upgrades, !rules.contains(where: { $0.names.contains("stage") }) else { return }
    tell(
      .note, "FORWARD-ONLY", .playbook,
      "No rule tests the current stage; \"upgrade\" never moves a record back, and nothing else does")
  }
}
