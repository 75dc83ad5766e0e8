import FEEL

extension RecordEvaluation {
  /// When the newest of what a rule hangs on came or changed; nil if nothing of it has a time.
  func newest(_ sources: EvidenceSources, _ worker: DecisionWorker) -> Int64? {
    var newest: Int64?
    func take(_ time: Int64?) {
      guard let time else { return }
      newest = newest.map { max($0, time) } ?? time
    }
    for place in sources.assessments { take(results[place].capturedAt) }
    for place in sources.attributes { take(worker.attributeChanges[place]) }
    for place in sources.related { take(worker.relatedChanges[place]) }
    return newest
  }

  /// Whether something of it came or changed after an instant.
  func isNewer(_ sources: EvidenceSources, than instant: Int64, _ worker: DecisionWorker) -> Bool {
    newest(sources, worker).map { $0 > instant } ?? false
  }

  /// Whether an assessment that it hangs on has expired.
  func isExpired(_ sources: EvidenceSources) -> Bool { sources.assessments.contains { results[$0].expired } }

  /// The submissions that it hangs on, by assessment.
  func submissions(_ sources: EvidenceSources) -> [Text] {
    var ids: [Text] = []
    for place in sources.assessments { ids.append(contentsOf: results[place].submissions) }
    return ids
  }
}
