import FEEL

/// Where one action of a sentence leads within one pipeline: the one reading of `upgrade` and `propose`, by which gates
/// are built and playbooks are checked. Stages are places among the pipeline's.
struct StageLead {
  /// Place of the action in its sentence.
  let action: Int
  let isProposal: Bool
  let target: Int
  /// The open stages that it leads out of. Without `from` the one before the target; none where the target is the first,
  /// or closed, which any stage leads to.
  let origins: [Int]
  /// Names after `from` that are stages of this pipeline and not open.
  let closedOrigins: [Text]
  /// Whether `from` names stages, of this pipeline or of another.
  let namesOrigins: Bool
}

extension PipelineDefinition {
  /// Places of the open stages, by rank.
  var openStages: [Int] {
    stages.indices.filter { stages[$0].status == .open }.sorted { stages[$0].rank < stages[$1].rank }
  }

  /// Where a sentence leads, in the order of its actions; stages of other pipelines are left out.
  ///
  /// - Parameter open: `openStages`.
  func leads(of sentence: SentenceDefinition, open: [Int]) -> [StageLead] {
    sentence.actions.enumerated().compactMap { index, action in
      switch action {
      case .upgrade(let target, let origins): lead(index, target, origins, isProposal: false, open)
      case .propose(let target): lead(index, target, [], isProposal: true, open)
      case .contribute, .flag, .ask, .start, .require: nil
      }
    }
  }

  private func lead(_ action: Int, _ target: Text, _ named: [Text], isProposal: Bool, _ open: [Int]) -> StageLead? {
    guard let target = place(of: target) else { return nil }
    let stated = named.compactMap { place(of: $0) }
    var origins = stated.filter { open.contains($0) }
    if named.isEmpty, let rank = open.firstIndex(of: target), rank > 0 { origins = [open[rank - 1]] }
    return StageLead(
      action: action, isProposal: isProposal, target: target, origins: origins,
      closedOrigins: stated.filter { !open.contains($0) }.map { stages[$0].name }, namesOrigins: !named.isEmpty)
  }

  /// The stage of that name, in any case of letters.
  func place(of stage: Text) -> Int? {
    if let exact = stages.firstIndex(where: { $0.name == stage }) { return exact }
    let folded = stage.caseFolded
    return stages.firstIndex { $0.name.caseFolded == folded }
  }
}
