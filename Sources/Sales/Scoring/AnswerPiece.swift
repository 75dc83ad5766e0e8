import FEEL

/// A stretch of the number line on which every test has one outcome: a single border point, or all between two.
struct AnswerPiece: Sendable {
  /// Absent: open to that side.
  var start: Decimal34?
  var startIncluded: Bool
  var end: Decimal34?
  var endIncluded: Bool
  /// A number in it, whole if there is one.
  var representative: Decimal34

  /// Cuts a domain at every number where a test may change.
  ///
  /// - Parameter whole: only whole numbers count (days), so an empty stretch between two neighbours is left out.
  static func pieces(
    cuts: [Decimal34], minimum: Decimal34?, maximum: Decimal34?, whole countsWholes: Bool
  ) -> [AnswerPiece] {
    if let minimum, let maximum, maximum < minimum { return [] }
    var points = cuts.filter { cut in
      !(minimum.map { cut < $0 } ?? false) && !(maximum.map { $0 < cut } ?? false)
    }
    if let minimum { points.append(minimum) }
    if let maximum { points.append(maximum) }
    points.sort(by: <)
    var borders: [Decimal34] = []
    for point in points where borders.last.map({ $0 != point }) ?? true { borders.append(point) }

    guard let first = borders.first, let last = borders.last else {
      return [AnswerPiece(start: nil, startIncluded: false, end: nil, endIncluded: false, representative: .zero)]
    }
    var pieces: [AnswerPiece] = []
    if minimum == nil {
      pieces.append(
        AnswerPiece(
          start: nil, startIncluded: false, end: first, endIncluded: false, representative: whole(below: first)))
    }
    for (place, border) in borders.enumerated() {
      if place > 0, let between = AnswerPiece.number(above: borders[place - 1], below: border, whole: countsWholes) {
        pieces.append(
          AnswerPiece(
            start: borders[place - 1], startIncluded: false, end: border, endIncluded: false, representative: between))
      }
      pieces.append(
        AnswerPiece(start: border, startIncluded: true, end: border, endIncluded: true, representative: border))
    }
    if maximum == nil {
      pieces.append(
        AnswerPiece(start: last, startIncluded: false, end: nil, endIncluded: false, representative: whole(above: last))
      )
    }
    return pieces
  }

  /// Joins pieces that touch.
  static func joined(_ pieces: [AnswerPiece]) -> [AnswerPiece] {
    var joined: [AnswerPiece] = []
    for piece in pieces {
      if var last = joined.last, let end = last.end, let start = piece.start, end == start,
        last.endIncluded != piece.startIncluded
      {
        last.end = piece.end
        last.endIncluded = piece.endIncluded
        joined[joined.count - 1] = last
      } else {
        joined.append(piece)
      }
    }
    return joined
  }

  private static func whole(above number: Decimal34) -> Decimal34 {
    Amounts.sum(number.floor, Decimal34.one)
  }

  private static func whole(below number: Decimal34) -> Decimal34 {
    let floor = number.floor
    return floor < number ? floor : Amounts.sum(floor, -Decimal34.one)
  }

  private static func number(above low: Decimal34, below high: Decimal34, whole: Bool) -> Decimal34? {
    let next = AnswerPiece.whole(above: low)
    if low < next, next < high { return next }
    if whole { return nil }
    let middle = Amounts.product(Amounts.sum(low, high), Amounts.half)
    return low < middle && middle < high ? middle : nil
  }
}
