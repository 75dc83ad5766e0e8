import FEEL

extension AssessmentCompilation {
  /// How many options of several-of are looked at in all their subsets.
  static let mostOptionsInSubsets = 10

  /// Finds the ways to answer a question and what it can earn.
  func classify(_ question: inout QuestionProgram) {
    switch question.form {
    case .choice(let options):
      question.classes = options.map {
        AnswerClass(label: $0.id, answer: .text($0.id), value: $0.value, points: $0.points)
      }
    case .severalOf(let options): classify(options, &question)
    case .yesNo(let yes, let no):
      question.classes = [
        AnswerClass(label: "yes", answer: .boolean(true), value: .boolean(true), points: yes),
        AnswerClass(label: "no", answer: .boolean(false), value: .boolean(false), points: no),
      ]
    case .number(let minimum, let maximum, let bands):
      classifyLine(bands, minimum: minimum, maximum: maximum, whole: false, &question)
    case .scale(let from, let to, _, _): classifySteps(from, to, &question)
    case .text(let points, _):
      question.classes = [AnswerClass(label: "filled", answer: .text("…"), value: .string("…"), points: points)]
      // A condition may ask whether anything was written; what was, no class can tell.
      question.classesAreExhaustive = !question.isRead || (readings(of: question).map { $0.isEmpty } ?? false)
    case .date(let bands): classifyLine(bands, minimum: nil, maximum: nil, whole: true, &question)
    }
    var earned = question.classes.map { $0.points }
    if !question.required { earned.append(question.blank) }
    question.least = earned.min(by: <) ?? Decimal34.zero
    question.most = earned.max(by: <) ?? Decimal34.zero
    question.maximum = question.most
  }

  private func classify(_ options: [QuestionProgram.Option], _ question: inout QuestionProgram) {
    let all = options.count <= Self.mostOptionsInSubsets
    question.classesAreExhaustive = all
    if all {
      question.classes = (0..<(1 << options.count)).map { subset in
        AnswerClass(of: options.indices.filter { subset & (1 << $0) != 0 }.map { options[$0] })
      }
    } else {
      question.classes = [
        AnswerClass(of: options.filter { $0.points < Decimal34.zero }),
        AnswerClass(of: options.filter { Decimal34.zero < $0.points }),
      ]
    }
  }

  private func classifySteps(_ from: Int, _ to: Int, _ question: inout QuestionProgram) {
    guard from <= to, to - from < Self.mostSteps else { return }
    if question.form.bands.contains(where: { $0.test == nil }) {
      classifyOpaque(&question)
      return
    }
    for step in from...to {
      let number = Decimal34(step)
      guard let points = question.form.points(of: number) else { continue }
      question.classes.append(
        AnswerClass(label: Text("\(step)"), answer: .number(number), value: .number(number), points: points))
    }
  }

  /// Numbers and days: the stretches on which bands and conditions have one outcome each, alike ones as one class.
  private func classifyLine(
    _ bands: [QuestionProgram.Band], minimum: Decimal34?, maximum: Decimal34?, whole: Bool,
    _ question: inout QuestionProgram
  ) {
    if bands.contains(where: { $0.test == nil }) {
      classifyOpaque(&question)
      return
    }
    let readings = question.isRead ? self.readings(of: question) : []
    question.classesAreExhaustive = readings != nil
    var cuts: [Decimal34] = []
    for band in bands { band.test?.collectCuts(into: &cuts) }
    for reading in readings ?? [] { reading.collectCuts(into: &cuts) }
    var known: [[Bool]] = []
    for piece in AnswerPiece.pieces(cuts: cuts, minimum: minimum, maximum: maximum, whole: whole) {
      let number = piece.representative
      let matches = bands.indices.filter { bands[$0].test?.contains(number) ?? false }
      guard bands.isEmpty || matches.count == 1 else { continue }
      let outcomes = bands.indices.map { $0 == matches.first } + (readings ?? []).map { $0.contains(number) }
      guard !known.contains(outcomes) else { continue }
      known.append(outcomes)
      let value = whole ? dayValue(number) : .number(number)
      let answer: AnswerValue? =
        if case .date(let day) = value { .text(day.text) } else { .number(number) }
      question.classes.append(
        AnswerClass(
          label: matches.first.map { bands[$0].tests } ?? Text("any"), answer: answer, value: value,
          points: matches.first.map { bands[$0].points } ?? Decimal34.zero))
    }
  }

  private func dayValue(_ number: Decimal34) -> Value {
    // Representatives of days are whole and near the author's own days.
    guard number.exponent >= 0, let days = Int64(exactly: number.coefficient) else { return .unknown }
    return .date(CalendarDate(days: days))
  }

  /// Bands that need the machine: any of them may come to match.
  private func classifyOpaque(_ question: inout QuestionProgram) {
    question.classesAreExhaustive = false
    question.classes = question.form.bands.map {
      AnswerClass(label: $0.tests, answer: nil, value: .unknown, points: $0.points)
    }
  }

  /// What the conditions ask about a number or day, or nil if one of them uses it otherwise than by comparing it with
  /// literals.
  private func readings(of question: QuestionProgram) -> [AnswerTest]? {
    let place = question.slot - firstSlot
    var readings: [AnswerTest] = []
    for (condition, tree) in zip(conditions, conditionTrees) where condition.questions.contains(place) {
      var uses = 0
      var understood = 0
      for (index, node) in tree.nodes.enumerated() {
        switch node {
        case .name(let name): uses += name == question.id ? 1 : 0
        case .compare(_, let left, let right) where tree.isNull(left) || tree.isNull(right):
          understood += tree.isName(left, question.id) || tree.isName(right, question.id) ? 1 : 0
        case .compare, .between, .within:
          guard let reading = AnswerTest(NodeID(index), of: tree, about: question.id) else { continue }
          readings.append(reading)
          understood += 1
        default: break
        }
      }
      if uses != understood { return nil }
    }
    return readings
  }
}

extension AnswerClass {
  /// Several options ticked together.
  init(of options: [QuestionProgram.Option]) {
    var label = Text("")
    for option in options { label += label.isEmpty ? option.id : Text(" + ") + option.id }
    self.init(
      label: label.isEmpty ? Text("none") : label, answer: .several(options.map { $0.id }),
      value: .list(options.map { $0.value }), points: options.reduce(Decimal34.zero) { Amounts.sum($0, $1.points) })
  }
}

extension QuestionProgram.Form {
  /// What a number or day earns by bands of literals; nil if none or more than one matches.
  func points(of number: Decimal34) -> Decimal34? {
    switch self {
    case .scale(_, _, let pointsPerStep, let bands) where bands.isEmpty:
      return Amounts.product(pointsPerStep ?? Decimal34.zero, number)
    case .number(_, _, let bands), .scale(_, _, _, let bands), .date(let bands):
      if bands.isEmpty { return Decimal34.zero }
      var found: Decimal34?
      for band in bands where band.test?.contains(number) ?? false {
        if found != nil { return nil }
        found = band.points
      }
      return found
    case .choice, .severalOf, .yesNo, .text: return Decimal34.zero
    }
  }
}

extension Tree {
  func isName(_ node: NodeID, _ name: Text) -> Bool {
    if case .name(let found) = self[node] { found == name } else { false }
  }

  func isNull(_ node: NodeID) -> Bool {
    if case .literal(.null) = self[node] { true } else { false }
  }
}
