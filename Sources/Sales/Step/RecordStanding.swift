import Decisions
public import FEEL

/// Whether a record can be worked on: the one rule of what is not to be touched.
public enum RecordStanding: Hashable, Sendable {
  /// It stands at an open stage, at none, or at one that its pipeline does not know.
  case open
  /// It stands at this stage, which is won, lost or archived.
  case closed(Text)
  /// The CRM deleted it.
  case deleted
}

extension Dossier {
  /// How the record stands under a playbook.
  public func standing(in playbook: Playbook) -> RecordStanding {
    if deletedAt != nil { return .deleted }
    guard let stage = record.stage, let pipeline = playbook.pipeline(of: record) else { return .open }
    guard let found = pipeline.stages.first(where: { $0.name == stage }) else { return .open }
    return found.status == .open ? .open : .closed(stage)
  }
}

extension RecordStanding {
  /// Why an event must not touch the record; nil: it may.
  ///
  /// Deletion ends everything but what the CRM says; a closed record takes no evidence and no rules, but persons may
  /// still speak of it and reopen it. A hold bars promotion and nothing else, so it is no standing.
  func bars(_ kind: Event.Kind, _ id: Text) -> StepAnswer? {
    switch (self, kind) {
    case (.open, _), (_, .changed), (_, .deleted), (_, .reasonsErased): nil
    case (.deleted, .submitted): .waits(id + " was deleted in the CRM")
    case (.deleted, .judged), (.deleted, .withdrawn), (.deleted, .loaded): .untouched
    case (.deleted, _):
      .refused(
        StepRefusal(
          .conflict, code: "deleted",
          id + " was deleted in the CRM. If it is undeleted there, it can be worked on again."))
    case (.closed(let stage), .submitted): .waits(id + " is closed (" + stage + ")")
    case (.closed, .judged): .untouched
    case (.closed, _): nil
    }
  }
}

extension Playbook {
  /// The pipeline of a record: the one that it names, else the only one of its kind; nil where there is none.
  public func pipeline(of record: Record) -> PipelineDefinition? {
    guard let place = kind(named: record.kind) else { return nil }
    let own = kinds[place].pipelines
    if let name = record.pipeline { return own.map { pipelines[$0] }.first { $0.name == name }?.definition }
    return own.count == 1 ? pipelines[own[0]].definition : nil
  }
}
