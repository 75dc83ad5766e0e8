public import FEEL
internal import Sales

/// What an import came to.
public struct ImportReport: Sendable {
  /// What one join came to.
  public struct Join: Sendable {
    /// The file that was joined, and the column that names its rows.
    public var file: String
    /// The column that joins the files.
    public var column: String
    /// Rows whose column is empty.
    public var withoutKey = 0
    /// Rows that name something the file does not have.
    public var withoutPartner = 0
    /// What they name, and how often; a hundred different ones at most.
    public var unmatched: [Text: Int] = [:]
  }

  /// The file that was imported.
  public let file: String
  /// Rows read, bad ones included.
  public internal(set) var rows = 0
  /// How many records came of it.
  public internal(set) var imported = 0
  /// How many rows could not be read.
  public internal(set) var badRows = 0
  /// Filled assessments among the records.
  public internal(set) var submissions = 0
  /// How each join went.
  public internal(set) var joins: [Join]
  /// The attribute that is the record's money, and how many records are without.
  public let money: Text?
  /// How many records have no amount.
  public internal(set) var withoutMoney = 0
  /// Stages that the pipeline does not know, kept as they are, and how often; a hundred different ones at most.
  public internal(set) var unknownStages: [Text: Int] = [:]
  /// What is wrong with bad rows, the first thousand.
  public internal(set) var findings: [PlacedFinding] = []
  /// How many findings there were, those beyond the limit included.
  public internal(set) var findingCount = 0
  /// Whether the file could be read to its end.
  public internal(set) var isReadable = true
  /// Whether the records were written.
  public internal(set) var isWritten = false
  private let limits: ImportLimits

  init(file: String, mapping: ImportMapping, limits: ImportLimits) {
    self.file = file
    money = mapping.kind.money
    joins = mapping.joins.map { Join(file: $0.file.string, column: $0.here.name?.string ?? "") }
    self.limits = limits
  }

  mutating func add(_ troubles: [ImportTrouble]) {
    badRows += 1
    findingCount += troubles.count
    let room = max(0, limits.findings - findings.count)
    findings += troubles.prefix(room).map { $0.placed(in: file) }
  }

  mutating func add(_ outcome: RecordBuilder.Outcome) {
    guard let record = outcome.record else {
      add(outcome.troubles)
      return
    }
    imported += 1
    submissions += record.submissions.count
    if money != nil, !outcome.hasMoney { withoutMoney += 1 }
    if let stage = outcome.unknownStage { count(stage, in: &unknownStages) }
    for (index, join) in outcome.joins.enumerated() where index < joins.count {
      switch join {
      case .joined: break
      case .withoutKey: joins[index].withoutKey += 1
      case .withoutPartner(let key):
        joins[index].withoutPartner += 1
        count(key, in: &joins[index].unmatched)
      }
    }
  }

  private func count(_ name: Text, in counts: inout [Text: Int]) {
    if counts[name] != nil || counts.count < 100 { counts[name, default: 0] += 1 }
  }
}
