import Decisions
import FEEL

extension PlaybookCheck {
  /// Options whose labels are ranges of numbers, looked at as bands: warnings, for a label is no test.
  mutating func checkRanges(_ options: [OptionDefinition], _ question: QuestionDefinition, _ assessment: Text) {
    var ranges: [(title: Text, range: LabelRange)] = []
    for option in options {
      guard let range = LabelRange(option.title) else { return }
      ranges.append((option.title, range))
    }
    // Single numbers are a rating, not a division of all numbers.
    guard ranges.count > 1, ranges.contains(where: { $0.range.start != $0.range.end }) else { return }
    ranges.sort { first, second in
      switch (first.range.start, second.range.start) {
      case (nil, nil): false
      case (nil, _?): true
      case (_?, nil): false
      case (let a?, let b?): a < b
      }
    }
    let subject = Subject.question(assessment: assessment, id: question.id)
    let countsWholes = zip(ranges, ranges.dropFirst()).contains { $0.range.isNext(to: $1.range) }
    if let start = ranges[0].range.start, Decimal34.zero < start, !(countsWholes && start == Decimal34.one) {
      let gap = AnswerPiece(
        start: .zero, startIncluded: true, end: start, endIncluded: !ranges[0].range.startIncluded,
        representative: .zero)
      tellGap(gap, question, subject)
    }
    for (first, second) in zip(ranges, ranges.dropFirst()) { checkBorder(first, second, question, subject) }
    if let last = ranges.last?.range, let end = last.end {
      let gap = AnswerPiece(
        start: end, startIncluded: !last.endIncluded, end: nil, endIncluded: false, representative: end)
      tellGap(gap, question, subject)
    }
  }

  private mutating func checkBorder(
    _ first: (title: Text, range: LabelRange), _ second: (title: Text, range: LabelRange),
    _ question: QuestionDefinition, _ subject: Subject
  ) {
    guard let end = first.range.end, let start = second.range.start else {
      tell(
        .warning, "BAND-OVERLAP", subject,
        "`\(question.id)`: the options \"\(first.title)\" and \"\(second.title)\" overlap")
      return
    }
    if first.range.isNext(to: second.range) { return }
    if end < start || (end == start && !first.range.endIncluded && !second.range.startIncluded) {
      let gap = AnswerPiece(
        start: end, startIncluded: !first.range.endIncluded, end: start, endIncluded: !second.range.startIncluded,
        representative: end)
      tellGap(gap, question, subject)
    } else if end > start || (first.range.endIncluded && second.range.startIncluded) {
      tell(
        .warning, "BAND-OVERLAP", subject,
        "`\(question.id)`: \(end == start ? "exactly \(end)" : "answers from \(start) to \(end)") "
          + "\(end == start ? "fits" : "fit") the options \"\(first.title)\" and \"\(second.title)\"")
    }
  }

  private mutating func tellGap(_ gap: AnswerPiece, _ question: QuestionDefinition, _ subject: Subject) {
    tell(
      .warning, "BAND-GAP", subject, "`\(question.id)`: options do not cover \(gap.told(whole: false))",
      fix: "widen an option, or add one")
  }
}

extension LabelRange {
  /// Whether the next one starts at the next whole number: people count in wholes there, and nothing is left out.
  func isNext(to next: LabelRange) -> Bool {
    guard let end, let start = next.start, endIncluded, next.startIncluded else { return false }
    return end.floor == end && Amounts.sum(end, Decimal34.one) == start
  }
}
