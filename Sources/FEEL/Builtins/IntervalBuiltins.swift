/// How points and ranges lie to each other (DMN 1.5 §10.3.4.9, table 79): Allen's relations.
///
/// Points and the ends of ranges must be of one kind that has an order; otherwise the answer is null.
enum IntervalBuiltins {
  static let all: [BuiltinDefinition] = relations.map { relation($0, $0.forms) }

  /// Each relation with its arguments by name: `point1:` is a point and no range.
  static let forms: [BuiltinDefinition] = relations.flatMap { relation in
    relation.forms.count > 1 ? relation.forms.map { IntervalBuiltins.relation(relation, [$0]) } : []
  }

  private static let relations: [Relation] = [
    relation("before", pointsAndRanges) { $0.isBefore($1) },
    relation("after", pointsAndRanges) { $1.isBefore($0) },
    relation("meets", ranges) { $0.meets($1) },
    relation("met by", ranges) { $1.meets($0) },
    relation("overlaps", ranges) { $0.overlaps($1) },
    relation("overlaps before", ranges) { $0.overlapsBefore($1) },
    relation("overlaps after", ranges) { $1.overlapsBefore($0) },
    relation("finishes", pointOrRangeAndRange) { $0.finishes($1) },
    relation("finished by", rangeAndPointOrRange) { $1.finishes($0) },
    relation("includes", rangeAndPointOrRange) { $0.includes($1) },
    relation("during", pointOrRangeAndRange) { $1.includes($0) },
    relation("starts", pointOrRangeAndRange) { $0.starts($1) },
    relation("started by", rangeAndPointOrRange) { $1.starts($0) },
    relation("coincides", pointsOrRanges) { $0.coincides(with: $1) },
  ]

  /// Two parameters of an overload, and whether each is a range.
  private struct Form: Sendable {
    let first: (name: Text, isRange: Bool)
    let second: (name: Text, isRange: Bool)
  }

  private struct Relation: Sendable {
    let name: Text
    let forms: [Form]
    let holds: @Sendable (Stretch, Stretch) -> Truth
  }

  private static let points = Form(first: ("point1", false), second: ("point2", false))
  private static let twoRanges = Form(first: ("range1", true), second: ("range2", true))
  private static let pointAndRange = Form(first: ("point", false), second: ("range", true))
  private static let rangeAndPoint = Form(first: ("range", true), second: ("point", false))

  private static let ranges = [twoRanges]
  private static let pointsOrRanges = [points, twoRanges]
  private static let pointOrRangeAndRange = [pointAndRange, twoRanges]
  private static let rangeAndPointOrRange = [rangeAndPoint, twoRanges]
  private static let pointsAndRanges = [points, pointAndRange, rangeAndPoint, twoRanges]

  private static func relation(
    _ name: Text, _ forms: [Form], holds: @escaping @Sendable (Stretch, Stretch) -> Truth
  ) -> Relation {
    Relation(name: name, forms: forms, holds: holds)
  }

  private static func relation(_ relation: Relation, _ forms: [Form]) -> BuiltinDefinition {
    BuiltinDefinition(
      relation.name, signatures: forms.map { [.single($0.first.name), .single($0.second.name)] }, result: .boolean
    ) { arguments, surroundings in
      var stretches: [Stretch] = []
      for place in 0..<2 {
        guard let stretch = Stretch(arguments[place]) else {
          return surroundings.wrong(place + 1, wording(forms, second: place == 1), arguments[place])
        }
        stretches.append(stretch)
      }
      let (a, b) = (stretches[0], stretches[1])
      guard forms.contains(where: { $0.first.isRange != a.isPoint && $0.second.isRange != b.isPoint }) else {
        // Either may be what does not fit; the second is told where the first alone would do.
        let place = forms.contains { $0.first.isRange != a.isPoint } ? 1 : 0
        return surroundings.wrong(place + 1, wording(forms, second: place == 1), arguments[place])
      }
      guard a.isComparable(with: b) else {
        return surroundings.fail("the points and ends must be of one kind that has an order")
      }
      return relation.holds(a, b).value
    }
  }

  private static func wording(_ forms: [Form], second: Bool) -> Text {
    let kinds = forms.map { second ? $0.second.isRange : $0.first.isRange }
    if kinds.allSatisfy({ $0 }) { return "a range" }
    return "a point or a range"
  }
}
