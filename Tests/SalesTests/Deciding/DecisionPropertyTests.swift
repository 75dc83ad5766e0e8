import FEEL
import Sales
import Testing

/// What holds for every playbook and every record, tried on many made at random.
@Suite struct DecisionPropertyTests {
  static let clock = Clock(epochMilliseconds: 2000, offsetSeconds: 0)

  private func compiled(_ made: RandomPlaybook, _ seed: Int) throws -> Playbook {
    try #require(made.playbook, "seed \(seed): \(made.findings.map { $0.message })")
  }

  private func decide(_ record: Record, _ playbook: Playbook, _ worker: inout DecisionWorker) -> Decision {
    Sales.decide(record, playbook: playbook, clock: Self.clock, climb: true, worker: &worker)
  }

  private func place(_ stage: Text?, _ playbook: Playbook) -> Int {
    playbook.definition.pipelines[0].stages.firstIndex { $0.name == stage } ?? -1
  }

  @Test func `no order of rules, facts or assessments changes a decision`() throws {
    for seed in 0..<40 {
      var made = RandomPlaybook(seed: seed)
      let playbook = try compiled(made, seed)
      var shuffled = made.definition
      shuffled.sentences.shuffle(using: &made.random)
      shuffled.facts.shuffle(using: &made.random)
      shuffled.assessments.shuffle(using: &made.random)
      let other = try #require(Playbook.compile(shuffled).playbook)
      var worker = DecisionWorker(playbook)
      var otherWorker = DecisionWorker(other)
      for _ in 0..<4 {
        let record = made.record(known: 70)
        var lines: ([UInt8], [UInt8]) = ([], [])
        decide(record, playbook, &worker).write(into: &lines.0, record: record, playbook: playbook)
        decide(record, other, &otherWorker).write(into: &lines.1, record: record, playbook: other)
        #expect(lines.0 == lines.1, "seed \(seed)")
      }
    }
  }

  @Test func `completing what is missing never leaves least and most`() throws {
    var narrowed = 0
    for seed in 0..<80 {
      var made = RandomPlaybook(seed: seed)
      let playbook = try compiled(made, seed)
      var worker = DecisionWorker(playbook)
      for _ in 0..<4 {
        var record = made.record(known: 45)
        let first = decide(record, playbook, &worker).supported
        defer {
          let last = decide(record, playbook, &worker).supported
          if first?.least != last?.least || first?.most != last?.most { narrowed += 1 }
        }
        var before = try #require(decide(record, playbook, &worker).supported)
        for percent in [40, 60, 100] {
          made.complete(&record, percent)
          let after = try #require(decide(record, playbook, &worker).supported)
          #expect(place(before.least, playbook) <= place(after.least, playbook), "seed \(seed)")
          #expect(place(after.most, playbook) <= place(before.most, playbook), "seed \(seed)")
          #expect(place(after.least, playbook) <= place(after.most, playbook), "seed \(seed)")
          before = after
        }
      }
    }
    #expect(narrowed > 50)
  }

  @Test func `nobody is promoted knowing nothing`() throws {
    for seed in 0..<80 {
      let made = RandomPlaybook(seed: seed)
      let playbook = try compiled(made, seed)
      var worker = DecisionWorker(playbook)
      for stage in made.stages where place(stage, playbook) >= 0 {
        let record = Record(kind: "deal", id: "D", stage: stage)
        let decision = decide(record, playbook, &worker)
        #expect(decision.proposals.isEmpty, "seed \(seed)")
      }
    }
  }

  @Test func `a promotion starts where the record stands, and goes neither beyond least nor back`() throws {
    var applied = 0
    for seed in 0..<80 {
      var made = RandomPlaybook(seed: seed)
      let playbook = try compiled(made, seed)
      var worker = DecisionWorker(playbook)
      for _ in 0..<5 {
        let record = made.record(known: 85)
        let decision = decide(record, playbook, &worker)
        let least = place(decision.supported?.least, playbook)
        var stands = place(record.stage, playbook)
        for proposal in decision.proposals where proposal.to != "Won" && proposal.to != "Lost" {
          if proposal.status == .applied { applied += 1 }
          let path = proposal.path.map { place($0, playbook) }
          #expect(path.first == stands, "seed \(seed)")
          #expect(zip(path, path.dropFirst()).allSatisfy { $0 < $1 }, "seed \(seed)")
          #expect(proposal.rules.count == path.count - 1, "seed \(seed)")
          #expect(path[path.count - 1] <= least, "seed \(seed)")
          stands = path[path.count - 1]
        }
        for proposal in decision.proposals where proposal.to == "Won" || proposal.to == "Lost" {
          #expect(proposal.status != .applied, "seed \(seed)")
        }
      }
    }
    #expect(applied > 20)
  }

  @Test func `deciding again without news changes nothing`() throws {
    for seed in 0..<80 {
      var made = RandomPlaybook(seed: seed)
      let playbook = try compiled(made, seed)
      var worker = DecisionWorker(playbook)
      for _ in 0..<4 {
        var record = made.record(known: 85)
        let first = decide(record, playbook, &worker)
        if let applied = first.proposals.first(where: { $0.status == .applied }) { record.stage = applied.to }
        record.history = record.history.remembering(first, at: Self.clock.epochMilliseconds)
        let second = decide(record, playbook, &worker)
        #expect(!second.proposals.contains { $0.status == .applied }, "seed \(seed)")
        #expect(second.supported?.least == first.supported?.least, "seed \(seed)")
        #expect(second.supported?.most == first.supported?.most, "seed \(seed)")
        let open = { (decision: Decision) in
          decision.proposals.filter { $0.status != .applied && $0.to != "Won" && $0.to != "Lost" }.map { $0.path }
        }
        #expect(open(second) == open(first), "seed \(seed)")
        let history = record.history
        record.history = history.remembering(second, at: Self.clock.epochMilliseconds + 1)
        #expect(record.history.gates == history.gates, "seed \(seed)")
        var lines: ([UInt8], [UInt8]) = ([], [])
        second.write(into: &lines.0, record: record, playbook: playbook)
        decide(record, playbook, &worker).write(into: &lines.1, record: record, playbook: playbook)
        #expect(lines.0 == lines.1, "seed \(seed)")
      }
    }
  }

  @Test func `what it would take comes true`() throws {
    for seed in 0..<25 {
      var made = RandomPlaybook(seed: seed)
      let playbook = try compiled(made, seed)
      let record = made.record(known: 85)
      let explanation = explain(record, playbook: playbook, clock: Self.clock)
      for change in explanation.improvements {
        #expect(place(change.least, playbook) > place(explanation.decision.supported?.least, playbook), "seed \(seed)")
      }
      #expect(!explanation.text().isEmpty)
    }
  }
}
