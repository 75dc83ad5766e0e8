public import FEEL
public import Sales
internal import Store

/// A person's own open records, in the order of what to do first.
public struct MyDealsView: Sendable {
  /// One record, with the one thing to do for it.
  public struct Deal: Sendable {
    /// The record as lists show it.
    public var line: RecordLine
    /// The open stages of its pipeline, by rank.
    public var stages: [Text]
    /// Whether an assessment is asked for, by a rule or since what is stated is not proven.
    public var isAsked: Bool
    /// What is worth filling in most; nil: nothing is.
    public var next: Recommendation?
    /// Why it gets no further, and what it would take; empty: nothing lies beyond.
    public var message: Text
    /// All parts of one record.
    public init(line: RecordLine, stages: [Text], isAsked: Bool, next: Recommendation?, message: Text) {
      self.line = line
      self.stages = stages
      self.isAsked = isAsked
      self.next = next
      self.message = message
    }
  }

  /// Those to be done first.
  public var deals: [Deal]
  /// How many open records there are, shown or not.
  public var count: Int
  /// ISO 4217 code of the policy's currency.
  public var currency: Text
  /// All parts of the page.
  public init(deals: [Deal], count: Int, currency: Text) {
    self.deals = deals
    self.count = count
    self.currency = currency
  }
}

extension PipelineDefinition {
  /// The names of the open stages, by rank.
  var openStages: [Text] { stages.filter { $0.status == .open }.sorted { $0.rank < $1.rank }.map(\.name) }
}

extension Application {
  /// A person's own open records: first what is asked for, then what is stated without evidence, then where the most money
  /// is.
  ///
  /// - Parameter limit: how many are shown, at most 100; each costs an explanation.
  public func myDeals(for person: Person, limit: Int) async throws(ServiceError) -> MyDealsView {
    try allow(person, .submit)
    let now = time.now()
    return try await reading { [self] reading in
      let loaded = try inForce(at: now, in: reading).loaded
      let clock = time.clock(at: now, loaded.playbook)
      var lines: [(line: RecordLine, isAsked: Bool)] = []
      var after: RecordKey?
      while true {
        let page = try reading.outcomes(filter: OutcomeFilter(owners: person.names), after: after, limit: 1000)
        for outcome in page where outcome.status == "open" && person.sees(owner: outcome.owner) {
          let asks = (try? JSON.parse(outcome.line))?["asks"]?.items ?? []
          lines.append((recordLine(outcome), !asks.isEmpty))
        }
        guard page.count == 1000, let last = page.last else { break }
        after = last.key
      }
      lines.sort { first, second in
        let keys = [first, second].map { ($0.isAsked ? 0 : 1, Self.urgency(of: $0.line.verdict)) }
        if keys[0] != keys[1] { return keys[0] < keys[1] }
        let money = [first, second].map { $0.line.money ?? .zero }
        return money[0] != money[1] ? money[1] < money[0] : first.line.key < second.line.key
      }
      let deals = try lines.prefix(min(max(1, limit), 100)).compactMap { line, isAsked -> MyDealsView.Deal? in
        guard let record = try dossier(line.key, loaded, in: reading)?.record else { return nil }
        let explanation = explain(record, playbook: loaded.playbook, clock: clock)
        return MyDealsView.Deal(
          line: line, stages: loaded.playbook.pipeline(of: record)?.openStages ?? [], isAsked: isAsked,
          next: explanation.recommendations.first { $0.isOpen }, message: explanation.message())
      }
      return MyDealsView(deals: deals, count: lines.count, currency: loaded.definition.policy.currency)
    }
  }

  /// What is stated without evidence comes before what the evidence speaks against, which needs more than an answer.
  private static func urgency(of verdict: Text?) -> Int {
    switch verdict {
    case "unproven": 0
    case "ahead": 1
    case "behind": 2
    default: 3
    }
  }
}
