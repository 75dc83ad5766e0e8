@testable import FEEL

/// What a pattern matches, by trying everything in order: for patterns and texts of a few characters.
struct NaiveMatcher {
  let tree: PatternTree
  let text: [UInt32]
  let flags: PatternFlags
  /// Where groups start and end, by number.
  typealias Groups = [Int: (start: Int, end: Int)]

  /// The preferred match that starts at a place.
  func match(at place: Int) -> (end: Int, groups: Groups)? {
    match(tree.root, place, [:]) { ($0, $1) }
  }

  /// The first match.
  func first() -> (start: Int, end: Int, groups: Groups)? {
    for start in 0...text.count {
      if let found = match(at: start) { return (start, found.end, found.groups) }
    }
    return nil
  }

  private typealias Next = (Int, Groups) -> (end: Int, groups: Groups)?

  private func match(_ node: PatternNode, _ place: Int, _ groups: Groups, _ next: @escaping Next) -> (
    end: Int, groups: Groups
  )? {
    switch node {
    case .empty: return next(place, groups)
    case .character(let point): return place < text.count && text[place] == point ? next(place + 1, groups) : nil
    case .set(let set):
      return place < text.count && tree.sets[set].contains(text[place]) ? next(place + 1, groups) : nil
    case .start:
      let isLine = flags.contains(.multiLine) && place > 0 && place < text.count && text[place - 1] == 0x0A
      return place == 0 || isLine ? next(place, groups) : nil
    case .end:
      let isMultiLine = flags.contains(.multiLine)
      if place < text.count { return isMultiLine && text[place] == 0x0A ? next(place, groups) : nil }
      return isMultiLine && text.last == 0x0A ? nil : next(place, groups)
    case .sequence(let parts): return match(parts[...], place, groups, next)
    case .choice(let branches):
      for branch in branches {
        if let found = match(branch, place, groups, next) { return found }
      }
      return nil
    case .group(let number, let inner):
      return match(inner, place, groups) { end, groups in
        var groups = groups
        groups[number] = (place, end)
        return next(end, groups)
      }
    case .repetition(let inner, let repetition): return match(inner, repetition, 0, place, groups, next)
    case .backReference(let number):
      guard let group = groups[number] else { return next(place, groups) }
      let length = group.end - group.start
      guard place + length <= text.count else { return nil }
      for offset in 0..<length {
        let (a, b) = (text[group.start + offset], text[place + offset])
        if !(flags.contains(.ignoresCase) ? CaseVariants.areSame(a, b) : a == b) { return nil }
      }
      return next(place + length, groups)
    }
  }

  private func match(
    _ parts: ArraySlice<PatternNode>, _ place: Int, _ groups: Groups, _ next: @escaping Next
  ) -> (end: Int, groups: Groups)? {
    guard let first = parts.first else { return next(place, groups) }
    return match(first, place, groups) { match(parts.dropFirst(), $0, $1, next) }
  }

  /// After `count` rounds. A round beyond the least number that reads nothing leads nowhere.
  private func match(
    _ inner: PatternNode, _ repetition: Repetition, _ count: Int, _ place: Int, _ groups: Groups, _ next: @escaping Next
  ) -> (end: Int, groups: Groups)? {
    let again: () -> (end: Int, groups: Groups)? = {
      if let most = repetition.most, count >= most { return nil }
      return match(inner, place, groups) { end, groups in
        if end == place, count >= repetition.least { return nil }
        return match(inner, repetition, count + 1, end, groups, next)
      }
    }
    if count < repetition.least { return again() }
    if repetition.isGreedy { return again() ?? next(place, groups) }
    return next(place, groups) ?? again()
  }
}
