import Decisions
import FEEL

extension PlaybookCompiler {
  mutating func checkPipelines() {
    checkUnique(definition.pipelines.map { $0.name }, "pipeline") { .pipeline($0) }
    let kinds = definition.kinds.map { $0.name }
    for kind in kinds { checkStageNames(kind: kind) }
    for pipeline in definition.pipelines {
      let subject = Subject.pipeline(pipeline.name)
      if !kinds.contains(pipeline.kind) {
        error(
          "UNDEFINED", subject, Text("\(pipeline.name) is about the kind \(pipeline.kind), which is not defined"),
          fix: Suggestion.didYouMean(pipeline.kind, among: kinds))
      }
      checkStages(pipeline)
      guard let entry = pipeline.entry,
        let stage = resolve(entry, among: pipeline.stages.map { $0.name }, "stage", subject)
      else { continue }
      if pipeline.stages.first(where: { $0.name == stage })?.status != .open {
        error("ENTRY", subject, Text("new records can't start at \(stage): it is not open"), fix: "name an open stage")
      }
    }
  }

  /// Sentences name stages in any case and no pipeline: in all pipelines of a kind one name means one stage.
  private mutating func checkStageNames(kind: Text) {
    var known: [(pipeline: Text, name: Text, folded: Text)] = []
    for pipeline in definition.pipelines where pipeline.kind == kind {
      for stage in pipeline.stages {
        let folded = stage.name.caseFolded
        if let other = known.first(where: {
          $0.folded == folded && $0.name != stage.name && $0.pipeline != pipeline.name
        }) {
          error(
            "DUPLICATE", .stage(pipeline: pipeline.name, name: stage.name),
            Text("the stages \(other.name) of \(other.pipeline) and \(stage.name) differ only by case"),
            fix: "write them alike")
        }
        known.append((pipeline.name, stage.name, folded))
      }
    }
  }

  private mutating func checkStages(_ pipeline: PipelineDefinition) {
    let subject = { (name: Text) in Subject.stage(pipeline: pipeline.name, name: name) }
    checkUnique(pipeline.stages.map { $0.name }, "stage", subject)
    let open = pipeline.stages.filter { $0.status == .open }.sorted { ($0.rank, $0.name) < ($1.rank, $1.name) }
    if open.isEmpty {
      error("EMPTY", .pipeline(pipeline.name), Text("\(pipeline.name) has no open stage"), fix: "add one")
    }
    if open.count > PipelineProgram.mostOpenStages {
      error(
        "LIMIT", .pipeline(pipeline.name),
        Text("\(pipeline.name) has \(open.count) open stages; \(PipelineProgram.mostOpenStages) are possible"))
    }
    for (first, second) in zip(open, open.dropFirst()) where first.rank == second.rank {
      error(
        "RANK", subject(second.name), Text("\(first.name) and \(second.name) have the same rank \(second.rank)"),
        fix: "give every open stage a rank of its own: it says what is beyond what")
    }
    let attributes = definition.kinds.first { $0.name == pipeline.kind }?.attributes.map { $0.name }
    for stage in pipeline.stages {
      if stage.probability < Decimal34(0) || Decimal34(100) < stage.probability {
        error(
          "PROBABILITY", subject(stage.name), Text("\(stage.name) has a probability of \(stage.probability) percent"),
          fix: "say 0 to 100")
      }
      for attribute in stage.requires {
        guard let attributes, !attributes.contains(attribute) else { continue }
        error(
          "UNDEFINED", subject(stage.name),
          Text("\(stage.name) requires \(attribute), which is no attribute of \(pipeline.kind)"),
          fix: Suggestion.didYouMean(attribute, among: attributes))
      }
    }
  }

  /// A pipeline with the gates that the kind's rules make; nil if the kind has errors.
  mutating func compile(_ pipeline: PipelineDefinition, _ kinds: [KindProgram?]) -> PipelineProgram? {
    guard let kind = definition.kinds.firstIndex(where: { $0.name == pipeline.kind }), let program = kinds[kind] else {
      return nil
    }
    let stages = pipeline.stages
    let open = pipeline.openStages
    guard !open.isEmpty, open.count <= PipelineProgram.mostOpenStages else { return nil }
    var climbPlace: [Int?] = Array(repeating: nil, count: stages.count)
    for (place, stage) in open.enumerated() { climbPlace[stage] = place }
    let entry = pipeline.entry.flatMap { entry in
      open.firstIndex { stages[$0].name.caseFolded == entry.caseFolded }
    }
    var gates = GateCompiler(
      pipeline: pipeline,
      siblings: definition.pipelines.filter { $0.kind == pipeline.kind && $0.name != pipeline.name }, kind: program,
      climbPlace: climbPlace, open: open)
    gates.compile(definition.sentences)
    findings.append(contentsOf: gates.findings)
    let attributes = program.definition.attributes
    return PipelineProgram(
      definition: pipeline, kind: kind, open: open, climbPlace: climbPlace, entry: entry ?? 0, gates: gates.finished(),
      closings: gates.closings,
      requires: stages.map { stage in
        stage.requires.compactMap { name in attributes.firstIndex { $0.name == name } }
      },
      assessments: stages.map { stage in
        let folded = stage.name.caseFolded
        return program.assessments.indices.filter { place in
          program.assessments[place].stages.contains { $0.caseFolded == folded }
        }
      })
  }
}
