import FEEL
import Sales

/// Scores whole sheets of a random assessment the long way round.
extension RandomAssessment {
  enum Slot {
    case given(AnswerValue)
    case blank
    case notAsked
  }

  struct Total {
    var points: Int
    var maximum: Int
  }

  /// - Parameter region: nil if it is missing.
  func total(_ sheet: [AnswerValue?], region: String?) -> Total {
    var slots: [Slot] = []
    var total = Total(points: 0, maximum: 0)
    for (place, question) in questions.enumerated() {
      if let condition = question.condition, truth(condition, slots, region) != .yes {
        slots.append(.notAsked)
        continue
      }
      total.maximum += question.weight * most(question)
      if let answer = sheet[place] {
        slots.append(.given(answer))
        total.points += question.weight * points(question, answer)
      } else {
        slots.append(.blank)
        total.points += question.weight * (question.unanswered ?? 0)
      }
    }
    return total
  }

  /// Every way to fill what is open in a sheet.
  func completions(of sheet: [AnswerValue?]) -> [[AnswerValue?]] {
    var sheets: [[AnswerValue?]] = [[]]
    for (place, question) in questions.enumerated() {
      var ways: [AnswerValue?] = sheet[place].map { [$0] } ?? answers(to: place).map { $0 }
      if sheet[place] == nil, !question.required { ways.append(nil) }
      sheets = sheets.flatMap { start in ways.map { start + [$0] } }
    }
    return sheets
  }

  private func points(_ question: Question, _ answer: AnswerValue) -> Int {
    switch answer {
    case .text(let id): return question.points[Self.options.firstIndex(of: id.string) ?? 0]
    case .several(let ids): return ids.reduce(0) { $0 + question.points[Self.options.firstIndex(of: $1.string) ?? 0] }
    case .number(let number):
      return question.points[number < Decimal34(2) ? 0 : number <= Decimal34(4) ? 1 : 2]
    case .boolean: return 0
    }
  }

  private func most(_ question: Question) -> Int {
    var most =
      question.kind == .several
      ? question.points.reduce(0) { $0 + max(0, $1) } : question.points.reduce(Int.min) { max($0, $1) }
    if !question.required { most = max(most, question.unanswered ?? 0) }
    return most
  }

  private func truth(_ condition: Condition, _ slots: [Slot], _ region: String?) -> Truth {
    switch condition {
    case .equals(let place, let option): return compare(slots[place]) { $0 == .text(Text(option)) } ?? .no
    case .differs(let place, let option): return compare(slots[place]) { $0 != .text(Text(option)) } ?? .yes
    case .atLeast(let place, let number):
      return compare(slots[place]) { if case .number(let given) = $0 { given >= Decimal34(number) } else { false } }
        ?? .null
    case .ticked(let place, let option):
      return compare(slots[place]) { if case .several(let ids) = $0 { ids.contains(Text(option)) } else { false } }
        ?? .null
    case .regionIs(let wanted): return region.map { $0 == wanted ? .yes : .no } ?? .unknown
    case .and(let a, let b):
      let both = [truth(a, slots, region), truth(b, slots, region)]
      return both.contains(.no) ? .no : both.contains(.unknown) ? .unknown : both.contains(.null) ? .null : .yes
    case .or(let a, let b):
      let both = [truth(a, slots, region), truth(b, slots, region)]
      return both.contains(.yes) ? .yes : both.contains(.unknown) ? .unknown : both.contains(.null) ? .null : .no
    case .not(let a):
      switch truth(a, slots, region) {
      case .yes: return .no
      case .no: return .yes
      case .null: return .null
      case .unknown: return .unknown
      }
    }
  }

  /// Nil for a question that is not asked: null.
  private func compare(_ slot: Slot, _ holds: (AnswerValue) -> Bool) -> Truth? {
    switch slot {
    case .given(let answer): holds(answer) ? .yes : .no
    case .blank: .unknown
    case .notAsked: nil
    }
  }
}
