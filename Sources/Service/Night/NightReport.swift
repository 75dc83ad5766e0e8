public import FEEL
public import Sales

/// What a nightly run came to: the same for the same instant and playbook, however often it was killed in between.
public struct NightReport: Sendable, Equatable {
  /// What became of one record; every record counts once.
  public enum Ending: String, Sendable, CaseIterable {
    /// `skipped`: not judged, e.g. since it is closed or changed after the instant. `promoted`: moved up. `held`: a
    /// hold bars its promotion. `incomplete`: its promotion lacks attributes. `recheck`: answers are too old and newly
    /// asked for. `unchanged`: judged, and none of these. `error`: what is stored of it could not be read.
    case skipped, promoted, held, incomplete, recheck, unchanged, error
  }

  /// One record that is not as it was.
  public struct Line: Sendable, Equatable {
    /// Kind and id.
    public var record: RecordKey
    /// How its night ended.
    public var ending: Ending
    /// The path, what is missing, or what went wrong.
    public var detail: Text
    /// One line of the report.
    public init(record: RecordKey, ending: Ending, detail: Text) {
      self.record = record
      self.ending = ending
      self.detail = detail
    }
  }

  /// Epoch milliseconds.
  public var asOf: Int64
  /// The version that decided.
  public var playbook: String
  /// How many records were looked at; deleted ones are not among them.
  public var read = 0
  /// How many records came to each ending; one that no record came to is absent.
  public var counts: [Ending: Int] = [:]
  /// The morning diary: how far the forecast as stated and as supported for certain is from that of the night before, in
  /// the policy's currency; money × probability, open records. Where there was no night before, what this one added.
  public var statedDifference = Decimal34(0)
  /// The same of the forecast as supported for certain.
  public var leastDifference = Decimal34(0)
  /// The forecast after the night.
  public var statedForecast = Decimal34(0)
  /// The same as supported for certain.
  public var leastForecast = Decimal34(0)
  /// Records that are not as they were, by kind and id.
  public var lines: [Line] = []

  /// A report of a run that has looked at nothing yet.
  public init(asOf: Int64, playbook: String) {
    self.asOf = asOf
    self.playbook = playbook
  }

  /// How many records came to that ending.
  public func count(_ ending: Ending) -> Int { counts[ending] ?? 0 }

  /// `8 read, 1 skipped, 1 promoted, 1 held, 1 incomplete, 1 re-check, 3 unchanged, 0 errors`.
  public var summary: String {
    let errors = count(.error)
    return "\(read) read, \(count(.skipped)) skipped, \(count(.promoted)) promoted, \(count(.held)) held, "
      + "\(count(.incomplete)) incomplete, \(count(.recheck)) re-check, \(count(.unchanged)) unchanged, "
      + "\(errors) error\(errors == 1 ? "" : "s")"
  }

  /// For machines, byte for byte the same for the same run.
  public var document: JSON {
    .object([
      JSON.Member("asOf", .string(Instant.text(asOf))), JSON.Member("playbook", .string(Text(playbook))),
      JSON.Member("read", .number(Decimal34(read))),
      JSON.Member(
        "counts",
        .object(Ending.allCases.map { JSON.Member(Text($0.rawValue), .number(Decimal34(count($0)))) })),
      JSON.Member(
        "diary",
        .object([
          JSON.Member("stated", .number(statedDifference)), JSON.Member("supported", .number(leastDifference)),
        ])),
      JSON.Member(
        "forecast",
        .object([
          JSON.Member("stated", .number(statedForecast)), JSON.Member("supported", .number(leastForecast)),
        ])),
      JSON.Member(
        "lines",
        .array(
          lines.map { line in
            .object([
              JSON.Member("kind", .string(line.record.kind)), JSON.Member("id", .string(line.record.id)),
              JSON.Member("ending", .string(Text(line.ending.rawValue))), JSON.Member("detail", .string(line.detail)),
            ])
          })),
    ])
  }
}

extension NightReport {
  /// Counts what a record is worth after the night, and what the night changed of that.
  mutating func count(_ after: PipelineReport.Line, before: PipelineReport.Line?) {
    let stated = after.statedWeighted ?? Decimal34(0)
    let least = after.leastWeighted ?? Decimal34(0)
    statedForecast = statedForecast.adding(stated) ?? statedForecast
    leastForecast = leastForecast.adding(least) ?? leastForecast
    guard let before else { return }
    func add(_ after: Decimal34, _ before: Decimal34?, to sum: inout Decimal34) {
      sum = after.subtracting(before ?? Decimal34(0)).flatMap { sum.adding($0) } ?? sum
    }
    add(stated, before.statedWeighted, to: &statedDifference)
    add(least, before.leastWeighted, to: &leastDifference)
  }

  /// Compares the forecast with that of the night before: what moved during the day was judged when it came, so that
  /// the records themselves do not show it any more.
  mutating func compare(with earlier: NightReport) {
    statedDifference = statedForecast.subtracting(earlier.statedForecast) ?? statedDifference
    leastDifference = leastForecast.subtracting(earlier.leastForecast) ?? leastDifference
  }

  /// The counters of a run that is under way, for its checkpoint.
  var checkpoint: [UInt8] {
    var bare = self
    bare.lines = []
    return bare.document.bytes
  }

  /// A report or checkpoint as it was stored.
  init?(stored bytes: [UInt8]) {
    guard let json = try? JSON.parse(bytes), let asOf = json["asOf"]?.text.flatMap(Instant.milliseconds),
      let playbook = json["playbook"]?.text, let read = json["read"]?.number.flatMap({ Int64(exactly: $0) })
    else { return nil }
    self.init(asOf: asOf, playbook: playbook.string)
    self.read = Int(read)
    for ending in Ending.allCases {
      let count = json["counts"]?[Text(ending.rawValue)]?.number.flatMap { Int64(exactly: $0) }
      if let count, count != 0 { counts[ending] = Int(count) }
    }
    statedDifference = json["diary"]?["stated"]?.number ?? Decimal34(0)
    leastDifference = json["diary"]?["supported"]?.number ?? Decimal34(0)
    statedForecast = json["forecast"]?["stated"]?.number ?? Decimal34(0)
    leastForecast = json["forecast"]?["supported"]?.number ?? Decimal34(0)
    for line in json["lines"]?.items ?? [] {
      guard let kind = line["kind"]?.text, let id = line["id"]?.text,
        let ending = (line["ending"]?.text?.string).flatMap(Ending.init), let detail = line["detail"]?.text
      else { return nil }
      lines.append(Line(record: RecordKey(kind: kind, id: id), ending: ending, detail: detail))
    }
  }
}
