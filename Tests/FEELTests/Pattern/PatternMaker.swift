@testable import FEEL

/// Random patterns and texts out of a few letters.
struct PatternMaker {
  var random: RepeatableRandom
  /// Whether what may be empty is repeated, too; which round such a loop ends with is nobody's business but ours.
  var repeatsEmpty = false
  private var closed: [Int] = []
  private var opened = 0
  let withReferences: Bool

  init(seed: UInt64, withReferences: Bool) {
    random = RepeatableRandom(seed: seed)
    self.withReferences = withReferences
  }

  mutating func text() -> String {
    var text = ""
    for _ in 0..<random.next(below: 9) { text += pick(["a", "a", "b", "b", "c", "A", "k", "\u{212A}", "é", "\n"]) }
    return text
  }

  mutating func pattern() -> String {
    closed = []
    opened = 0
    return choice(0).text
  }

  private mutating func pick(_ things: [String]) -> String { things[random.next(below: things.count)] }

  private mutating func choice(_ depth: Int) -> (text: String, isNullable: Bool) {
    var branches: [String] = []
    var isNullable = false
    for _ in 0...(random.next(below: 3) == 0 ? 1 + random.next(below: 2) : 0) {
      let branch = branch(depth)
      branches.append(branch.text)
      isNullable = isNullable || branch.isNullable
    }
    return (branches.joined(separator: "|"), isNullable)
  }

  private mutating func branch(_ depth: Int) -> (text: String, isNullable: Bool) {
    var text = ""
    var isNullable = true
    for _ in 0..<random.next(below: 4) {
      var atom = atom(depth)
      if !atom.isNullable || repeatsEmpty, random.next(below: 3) == 0 {
        let quantifier = pick(["*", "+", "?", "{2}", "{1,2}", "{0,2}", "{1,}"])
        atom.text += quantifier + (random.next(below: 3) == 0 ? "?" : "")
        if ["*", "?", "{0,2}"].contains(quantifier) { atom.isNullable = true }
      }
      text += atom.text
      isNullable = isNullable && atom.isNullable
    }
    return (text, isNullable)
  }

  private mutating func atom(_ depth: Int) -> (text: String, isNullable: Bool) {
    switch random.next(below: 11) {
    case 0: return (".", false)
    case 1: return (pick(["[ab]", "[^a]", "[a-c-[b]]", "\\w", "\\s", "[K-k]", "\\p{Lu}"]), false)
    case 2: return (pick(["^", "$"]), true)
    case 3 where withReferences && !closed.isEmpty:
      return ("\\\(closed[random.next(below: closed.count)])", true)
    case 4...6 where depth < 3:
      if random.next(below: 4) == 0 {
        let inner = choice(depth + 1)
        return ("(?:\(inner.text))", inner.isNullable)
      }
      opened += 1
      let number = opened
      let inner = choice(depth + 1)
      closed.append(number)
      return ("(\(inner.text))", inner.isNullable)
    default: return (pick(["a", "a", "b", "c", "k", "é"]), false)
    }
  }
}
