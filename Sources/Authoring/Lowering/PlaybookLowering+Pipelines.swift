internal import FEEL
internal import Sales

/// `rules/pipelines/*.yaml`: the stages of one pipeline, in the order of progress.
///
///     pipeline: Opportunities
///     kind: opportunity
///     entry: Prospecting                     # where new records start; else the first open stage
///     stages:
///       - {name: Prospecting, probability: 10}
///       - name: Discovery
///         probability: 25                    # percent; a closed stage has 100 (won) or 0
///         label: {en: Discovery, id: Penemuan}
///         requires: [next_meeting]           # attributes that a promotion into it needs
///       - {name: Closed Won, status: won}    # open (else), won, lost or archived
///
/// `rank` (progress) and `funnel` (place in the funnel, display only) follow the order unless they are written.
extension PlaybookLowering {
  func lowerPipeline(_ root: YAMLNode, _ source: Source) {
    let reader = source.reader
    let keys: [Text] = ["entry", "kind", "pipeline", "stages"]
    guard let map = reader.mapping(root, "a pipeline", keys: keys) else { return }
    let kind = map.required("kind").flatMap { knownKind($0, reader) } ?? definition.kinds.first?.name ?? ""
    guard let node = map.required("pipeline"), let name = reader.title(node, "`pipeline`") else { return }
    guard isNew(name, among: &pipelineNames, "pipeline", source, at: node.start, subject: { .pipeline($0) }) else {
      return
    }
    record(.pipeline(name), source, at: node.start)
    var pipeline = PipelineDefinition(name: name, kind: kind, stages: [])
    if let node = map.required("stages"), let items = reader.sequence(node, "`stages`") {
      var names = NameTable()
      for item in items {
        guard let stage = stage(item, of: pipeline, &names, source) else { continue }
        pipeline.stages.append(stage)
      }
      checkStages(pipeline, at: node.start, source)
    }
    if let node = map["entry"], let entry = reader.text(node, "`entry`") {
      if let stage = knownStage(entry, of: [pipeline], at: node.start, reader) { pipeline.entry = stage }
    }
    definition.pipelines.append(pipeline)
  }

  private func stage(
    _ node: YAMLNode, of pipeline: PipelineDefinition, _ names: inout NameTable, _ source: Source
  ) -> StageDefinition? {
    let reader = source.reader
    let keys: [Text] = ["funnel", "label", "name", "probability", "rank", "requires", "status"]
    guard let map = reader.mapping(node, "a stage", keys: keys) else { return nil }
    guard let nameNode = map.required("name"), let name = reader.title(nameNode, "`name`") else { return nil }
    let subject = { (name: Text) -> Subject in .stage(pipeline: pipeline.name, name: name) }
    guard isNew(name, among: &names, "stage", source, at: nameNode.start, subject: subject) else { return nil }
    checkStageName(name, at: nameNode.start, reader)
    record(subject(name), source, at: nameNode.start)
    let status =
      map.word("status", among: [("open", .open), ("won", .won), ("lost", .lost), ("archived", .archived)])
      ?? StageStatus.open
    let place = pipeline.stages.count + 1
    return StageDefinition(
      name: name, label: map.label("label", language: ""), status: status,
      rank: map.wholeNumber("rank", in: 0...1_000_000) ?? place,
      funnel: map.wholeNumber("funnel", in: 0...1_000_000) ?? place,
      probability: probability(map, status), requires: requires(map, kind: pipeline.kind, reader))
  }

  /// A sentence ends a stage's name at these.
  private func checkStageName(_ name: Text, at byte: Int, _ reader: YAMLReader) {
    if name.bytes.contains(where: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") }) {
      reader.error(
        "NAME", at: byte, "the stage `\(name)` cannot hold a comma or a semicolon", fix: "choose another name")
    }
  }

  private func probability(_ map: YAMLMapping, _ status: StageStatus) -> Decimal34 {
    let standard = Decimal34(status == .won ? 100 : 0)
    let isOpen = status == .open && (map["status"] == nil || map["status"]?.text == "open")
    if map["probability"] == nil, isOpen { _ = map.required("probability") }
    guard let probability = map.decimal("probability") else { return standard }
    if probability < Decimal34(0) || Decimal34(100) < probability {
      map.reader.error(
        "WRONG-VALUE", at: map["probability"]?.start ?? map.start, "`probability` is a percentage from 0 to 100")
      return standard
    }
    return probability
  }

  private func requires(_ map: YAMLMapping, kind: Text, _ reader: YAMLReader) -> [Text] {
    guard let kind = definition.kinds.first(where: { $0.name == kind }) else { return [] }
    let names = kind.attributes.map(\.name)
    return map.texts("requires").compactMap { text, start in
      if names.contains(text) { return text }
      reader.error(
        "UNKNOWN-ATTRIBUTE", at: start, "`requires` names `\(text)`, which is no attribute of \(kind.name)",
        fix: reader.didYouMean(text, among: names) ?? "declare it in rules/records.yaml")
      return nil
    }
  }

  private func checkStages(_ pipeline: PipelineDefinition, at byte: Int, _ source: Source) {
    let open = pipeline.stages.filter { $0.status == .open }
    if open.isEmpty {
      source.reader.error("NO-OPEN-STAGE", at: byte, "the pipeline `\(pipeline.name)` has no open stage")
    }
    var ranks: [Int: Text] = [:]
    for stage in open {
      if let other = ranks[stage.rank] {
        let place = origins.place(of: .stage(pipeline: pipeline.name, name: stage.name))?.position
        findings.add(
          PlacedFinding(
            .error, "DUPLICATE-RANK", file: source.file.name, line: place?.line ?? 0, column: place?.column ?? 0,
            "the open stages `\(other)` and `\(stage.name)` have the same rank \(stage.rank)",
            fix: "give each open stage a rank of its own, or take `rank` out"))
      }
      ranks[stage.rank] = stage.name
    }
  }

  /// The record kind that a text names.
  func knownKind(_ node: YAMLNode, _ reader: YAMLReader) -> Text? {
    guard let name = reader.text(node, "`kind`") else { return nil }
    let names = definition.kinds.map(\.name)
    if names.contains(name) || names.isEmpty { return name }
    reader.error(
      "UNKNOWN-KIND", at: node.start, "there is no record kind `\(name)`",
      fix: reader.didYouMean(name, among: names) ?? "rules/records.yaml declares \(listed(names))")
    return nil
  }

  /// The stage of one of the pipelines that a text names, in any case.
  func knownStage(_ name: Text, of pipelines: [PipelineDefinition], at byte: Int, _ reader: YAMLReader) -> Text? {
    let names = pipelines.flatMap { $0.stages.map(\.name) }
    if names.contains(name) || pipelines.isEmpty { return name }
    if let other = names.first(where: { foldedCase($0) == foldedCase(name) }) {
      findings.add(
        .note, "CASE", in: reader.file, at: byte, "the stage is written `\(other)` in its pipeline",
        fix: "write `\(other)` here too")
      return other
    }
    reader.error(
      "UNKNOWN-STAGE", at: byte, "there is no stage `\(name)`",
      fix: reader.didYouMean(name, among: names) ?? "the stages are \(listed(names))")
    return nil
  }
}
