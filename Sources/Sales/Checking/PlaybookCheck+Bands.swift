import Decisions
import FEEL

extension PlaybookCheck {
  /// Numbers and days: what no band matches, and what more than one does. Bands that need the machine aren't judged.
  mutating func checkLine(
    _ question: QuestionProgram, _ minimum: Decimal34?, _ maximum: Decimal34?, whole: Bool, _ assessment: Text
  ) {
    let bands = question.form.bands
    guard !bands.isEmpty, bands.allSatisfy({ $0.test != nil }) else { return }
    var cuts: [Decimal34] = []
    for band in bands { band.test?.collectCuts(into: &cuts) }
    var gaps: [AnswerPiece] = []
    var overlaps: [(bands: [Int], piece: AnswerPiece)] = []
    for piece in AnswerPiece.pieces(cuts: cuts, minimum: minimum, maximum: maximum, whole: whole) {
      let matches = bands.indices.filter { bands[$0].test?.contains(piece.representative) ?? false }
      if matches.isEmpty { gaps.append(piece) }
      if matches.count > 1 { overlaps.append((matches, piece)) }
    }
    for gap in AnswerPiece.joined(gaps) {
      tell(
        .error, "BAND-GAP", .question(assessment: assessment, id: question.id),
        "`\(question.id)`: \(gap.told(whole: whole)) \(gap.isPoint ? "matches" : "match") no band",
        fix: "add a band, or move the border of a neighbour")
    }
    while let first = overlaps.first {
      let alike = overlaps.filter { $0.bands == first.bands }
      overlaps.removeAll { $0.bands == first.bands }
      for piece in AnswerPiece.joined(alike.map { $0.piece }) {
        tellOverlap(question, first.bands, piece.told(whole: whole), isOne: piece.isPoint, assessment)
      }
    }
  }

  /// The steps of a scale, one by one.
  mutating func checkSteps(_ question: QuestionProgram, _ from: Int, _ to: Int, _ assessment: Text) {
    let bands = question.form.bands
    guard bands.allSatisfy({ $0.test != nil }), from <= to else { return }
    var gaps: [Text] = []
    for step in from...to {
      let matches = bands.indices.filter { bands[$0].test?.contains(Decimal34(step)) ?? false }
      if matches.isEmpty { gaps.append(Text("\(step)")) }
      if matches.count > 1 { tellOverlap(question, matches, "exactly \(step)", isOne: true, assessment) }
    }
    guard !gaps.isEmpty else { return }
    tell(
      .error, "BAND-GAP", .question(assessment: assessment, id: question.id),
      "`\(question.id)`: the \(gaps.count == 1 ? "step" : "steps") \(gaps.quotedBriefly) "
        + "\(gaps.count == 1 ? "matches" : "match") no band",
      fix: "add a band, or move the border of a neighbour")
  }

  private mutating func tellOverlap(
    _ question: QuestionProgram, _ matches: [Int], _ what: String, isOne: Bool, _ assessment: Text
  ) {
    let bands = question.form.bands
    let named = matches.prefix(4).map { Text("\"\(bands[$0].tests)\" (\(bands[$0].points))") }.listed()
    tell(
      .error, "BAND-OVERLAP", .band(assessment: assessment, question: question.id, index: matches.last ?? 0),
      "`\(question.id)`: \(what) \(isOne ? "matches" : "match") \(named)",
      fix: "leave the border out of one of them, as in [1..2)")
  }
}

extension AnswerPiece {
  var isPoint: Bool { start != nil && start == end }

  /// The stretch in words.
  func told(whole: Bool) -> String {
    func written(_ number: Decimal34) -> String {
      guard whole, let days = Int64(exactly: number.coefficient), number.exponent == 0 else { return "\(number)" }
      return "\(CalendarDate(days: days).dayText)"
    }
    switch (start, end) {
    case (let start?, let end?):
      if start == end { return "exactly \(written(start))" }
      let first = startIncluded ? "from \(written(start))" : "above \(written(start))"
      let last = endIncluded ? "up to and including \(written(end))" : "up to (not including) \(written(end))"
      return "answers \(first) \(last)" + examples(written)
    case (let start?, nil): return "answers " + (startIncluded ? "from " : "above ") + written(start)
    case (nil, let end?):
      return endIncluded ? "answers up to and including \(written(end))" : "answers below \(written(end))"
    case (nil, nil): return "any answer"
    }
  }

  /// Numbers of a stretch that does not include its start, which is the less obvious one.
  private func examples(_ written: (Decimal34) -> String) -> String {
    guard !startIncluded, let start, let end else { return "" }
    let middle = Amounts.product(Amounts.sum(start, end), Amounts.half)
    let inside = start < representative && representative < end ? representative : middle
    guard endIncluded else { return " (e.g. \(written(inside)))" }
    return " (e.g. \(written(inside)), \(written(end)))"
  }
}
