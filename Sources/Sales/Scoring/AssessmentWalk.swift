import FEEL

/// Goes through the ways to complete a sheet, one after the other, without recursion.
///
/// A way chooses a class of answers for every open question that it asks. A condition is true, or not: what rests on a
/// question left blank is not true; what rests on a missing attribute goes both ways.
struct AssessmentWalk {
  /// What a way does at a question.
  enum Choice: Equatable {
    case notRelevant
    case given
    case blank
    /// Any of its classes; for questions that no condition reads.
    case open
    /// The class at a place.
    case answered(Int)
  }

  let program: AssessmentProgram
  let steps: [AssessmentProgram.Step]
  let sheet: AnswerSheet
  let clock: Clock
  /// Whether every question chooses a class, also those that no condition reads.
  let spellsOut: Bool
  /// Per step: which alternative is taken, of how many.
  private var taken: [Int]
  private var alternatives: [Int]
  /// Per step: sums before it.
  private var least: [Decimal34]
  private var most: [Decimal34]
  private var maximum: [Decimal34]
  private var holds: [Bool]
  /// Per question.
  private(set) var choices: [Choice]
  /// Per condition: it reads an attribute that is missing.
  private let restsOnMissing: [Bool]

  init(
    _ program: AssessmentProgram, steps: [AssessmentProgram.Step], sheet: AnswerSheet, machine: Machine, clock: Clock,
    spellsOut: Bool
  ) {
    self.program = program
    self.steps = steps
    self.sheet = sheet
    self.clock = clock
    self.spellsOut = spellsOut
    taken = Array(repeating: 0, count: steps.count)
    alternatives = Array(repeating: 1, count: steps.count)
    least = Array(repeating: Decimal34.zero, count: steps.count + 1)
    most = least
    maximum = least
    holds = Array(repeating: true, count: program.conditions.count)
    choices = Array(repeating: .open, count: program.questions.count)
    restsOnMissing = program.restsOnMissing(machine)
  }

  /// The sums of the way that is complete.
  var total: (least: Decimal34, most: Decimal34, maximum: Decimal34) {
    (least[steps.count], most[steps.count], maximum[steps.count])
  }

  /// Visits every way; false, as soon as there are more than `limit`.
  mutating func run(limit: Int, machine: inout Machine, visit: (borrowing AssessmentWalk) -> Void) -> Bool {
    var ways = 0
    var index = 0
    while true {
      if index == steps.count {
        ways += 1
        guard ways <= limit else { return false }
        visit(self)
        index -= 1
        while index >= 0, taken[index] + 1 >= alternatives[index] { index -= 1 }
        guard index >= 0 else { return true }
        taken[index] += 1
      } else {
        taken[index] = 0
        alternatives[index] = count(at: index, &machine)
      }
      take(index, &machine)
      index += 1
    }
  }

  private mutating func count(at index: Int, _ machine: inout Machine) -> Int {
    switch steps[index] {
    case .condition(let place):
      let condition = program.conditions[place]
      let readsOpaque = condition.questions.contains { isOpaque($0) }
      // To a test against null, an answer that is not spelt out would look like none.
      if readsOpaque, condition.testsNull { return 2 }
      switch machine.run(condition.entry, clock: clock) {
      case .boolean(let holds):
        self.holds[place] = holds
        return 1
      case .unknown, .undecided:
        holds[place] = false
        return readsOpaque || restsOnMissing[place] ? 2 : 1
      default:
        holds[place] = false
        return 1
      }
    case .question(let place):
      let question = program.questions[place]
      guard question.conditions.allSatisfy({ holds[$0] }) else {
        choices[place] = .notRelevant
        return 1
      }
      if sheet.given[place]?.isSettled ?? false {
        choices[place] = .given
        return 1
      }
      if !spellsOut, !question.isRead {
        choices[place] = .open
        return 1
      }
      // A required question without any usable answer can't be completed; it earns nothing.
      choices[place] = .blank
      return max(1, question.classes.count + (question.required ? 0 : 1))
    }
  }

  private mutating func take(_ index: Int, _ machine: inout Machine) {
    least[index + 1] = least[index]
    most[index + 1] = most[index]
    maximum[index + 1] = maximum[index]
    switch steps[index] {
    case .condition(let place):
      if alternatives[index] == 2 { holds[place] = taken[index] == 0 }
    case .question(let place):
      let question = program.questions[place]
      if alternatives[index] > 1 || (choices[place] == .blank && !question.classes.isEmpty) {
        choices[place] = taken[index] < question.classes.count ? .answered(taken[index]) : .blank
      }
      switch choices[place] {
      case .notRelevant:
        machine.slots[question.slot] = .null
        return
      case .given:
        guard let given = sheet.given[place], let points = given.points else { return }
        machine.slots[question.slot] = given.value
        add(points, points, index)
      case .blank:
        machine.slots[question.slot] = .unknown
        if !question.required { add(question.blank, question.blank, index) }
      case .open:
        machine.slots[question.slot] = .unknown
        add(question.least, question.most, index)
      case .answered(let chosen):
        let answer = question.classes[chosen]
        machine.slots[question.slot] = question.classesAreExhaustive ? answer.value : .unknown
        add(answer.points, answer.points, index)
      }
      maximum[index + 1] = Amounts.sum(maximum[index], question.maximum)
    }
  }

  private mutating func add(_ least: Decimal34, _ most: Decimal34, _ index: Int) {
    self.least[index + 1] = Amounts.sum(self.least[index], least)
    self.most[index + 1] = Amounts.sum(self.most[index], most)
  }

  /// Whether this way answers a question without saying what a condition reads of it.
  private func isOpaque(_ place: Int) -> Bool {
    if case .answered = choices[place] { !program.questions[place].classesAreExhaustive } else { false }
  }
}

extension AssessmentProgram {
  /// Which conditions read something of the record that is missing.
  func restsOnMissing(_ machine: Machine) -> [Bool] {
    conditions.map { condition in condition.surroundings.contains { machine.slots[$0].lacksSomething } }
  }
}

extension Value {
  /// Whether it, or a part of it, is missing or not decided.
  var lacksSomething: Bool {
    switch self {
    case .unknown, .undecided, .uncertainList: true
    case .list(let items): items.contains { $0.lacksPart }
    case .context(let context): context.values.contains { $0.lacksPart }
    default: false
    }
  }

  /// The same for the items of a list: contexts of attributes, no deeper.
  private var lacksPart: Bool {
    switch self {
    case .unknown, .undecided, .uncertainList: true
    case .context(let context):
      context.values.contains { if case .unknown = $0 { true } else { false } }
    default: false
    }
  }
}
