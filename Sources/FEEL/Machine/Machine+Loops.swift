// Loops, filters and quantifiers. A loop keeps four registers from `base` on: what it goes over, the place of the next
// item, the item, and whether the item is there for certain.
extension Machine {
  /// Gets a loop ready; false if its domain is none: the item then holds what becomes of the loop.
  @inline(never) mutating func beginLoop(_ i: Instruction, _ r: Registers, _ here: Int) -> Bool {
    let base = Int(i.a)
    let isCertain = Int(i.b) == Instruction.none || isTrue(r[Int(i.b)])
    r[base + 1] = .small(coefficient: 0, exponent: 0)
    r[base + 2] = .null
    r[base + 3] = .boolean(isCertain)
    switch r[base] {
    case .list, .uncertainList: return true
    case .unknown, .undecided:
      r[base + 2] = .unknown
      return false
    case .range(let range) where i.mode != 1:
      if i.mode == 2 { return true }
      if let stretch = Construction.stretch(range, descending: false) {
        r[base] = stretch
        return true
      }
      note("TYPE", here, "only ascending ranges of whole numbers or dates can be looped over")
    case .null: break
    default:
      // A single value is a list of itself.
      r[base] = .list([r[base]])
      return true
    }
    // Of a round that may not take place nothing is certain.
    if !isCertain { r[base + 2] = .unknown }
    return false
  }

  /// Takes the next item; false if there is none.
  @inline(__always) func nextItem(_ base: Int, outer: Int, _ r: Registers) -> Bool {
    guard case .small(let place, _) = r[base + 1], let item = Self.item(of: r[base], at: place) else { return false }
    r[base + 2] = item
    if case .uncertainList(let list) = r[base] {
      r[base + 3] = .boolean(list.isCertain(Int(place)) && (outer == Instruction.none || isTrue(r[outer])))
    }
    r[base + 1] = .small(coefficient: place &+ 1, exponent: 0)
    return true
  }

  @inline(__always) private static func item(of domain: Value, at place: Int64) -> Value? {
    switch domain {
    case .list(let items): place < items.count ? items[Int(place)] : nil
    case .uncertainList(let list): place < list.items.count ? list.items[Int(place)] : nil
    case .range(let stretch): Construction.item(stretch, at: place)
    default: nil
    }
  }

  /// What a loop `from..to` goes over.
  @inline(never) mutating func span(_ start: Value, _ end: Value, _ here: Int) -> Value {
    if start.isMissing || end.isMissing { return .unknown }
    let range = RangeValue(start: start, startIncluded: true, end: end, endIncluded: true)
    if let stretch = Construction.stretch(range, descending: true) { return stretch }
    if !start.isNull, !end.isNull { note("TYPE", here, "a loop goes from one whole number or date to another") }
    return .null
  }

  /// Keeps the item of a filter if its condition holds. True if the condition turned out to be an index or to be
  /// unknown altogether: then the list's register holds the result.
  @inline(never) mutating func take(_ i: Instruction, _ r: Registers, _ here: Int) -> Bool {
    let kept = Int(i.a)
    let condition = Int(i.b)
    let base = Int(i.c)
    if i.mode == 1 {
      if case .uncertainList = r[base] {
        r[kept] = .unknown
        return true
      }
      if case .small(coefficient: 1, exponent: 0) = r[base + 1] {
        if r[condition].isMissing {
          r[kept] = .unknown
          return true
        }
        if r[condition].decimal != nil {
          r[kept] = item(of: r[base], at: r[condition], here)
          return true
        }
      }
    }
    if i.mode == 2, !isCondition(r[condition], here) {
      r[kept] = .null
      return true
    }
    switch Truth(r[condition]) {
    case .yes: keep(r[base + 2], certain: isTrue(r[base + 3]), in: kept, r, here)
    case .unknown: keep(r[base + 2], certain: false, in: kept, r, here)
    default: break
    }
    return false
  }

  /// Whether it is a boolean, or nothing; else it is told.
  @inline(never) mutating func isCondition(_ value: Value, _ here: Int) -> Bool {
    switch value {
    case .boolean, .null, .unknown, .undecided: return true
    default:
      note("TYPE", here, "\(FeelType(kindOf: value).wording) stands where a condition is needed")
      return false
    }
  }

  private mutating func item(of list: Value, at index: Value, _ here: Int) -> Value {
    guard let wanted = index.decimal.flatMap({ Int64(exactly: $0) }) else {
      note("INDEX", here, "the place of an item is a whole number")
      return .null
    }
    // Where `Int` has 32 bits, too: no list is as long.
    let place = Int(clamping: wanted)
    switch list {
    case .list(let items):
      if let item = Construction.item(items, at: place) { return item }
      note("INDEX", here, "there is no item \(wanted) in a list of \(items.count)")
      return .null
    case .uncertainList(let list): return Construction.item(list, at: place)
    default:
      if let item = Construction.item([list], at: place) { return item }
      note("INDEX", here, "there is no item \(wanted) in a single value")
      return .null
    }
  }

  /// `list[x]` where x does not depend on the items.
  @inline(never) mutating func select(_ i: Instruction, _ r: Registers, _ here: Int) -> Value {
    let list = r[Int(i.b)]
    let chosen = r[Int(i.c)]
    switch list {
    case .null: return .null
    case .unknown, .undecided: return .unknown
    default: break
    }
    if i.mode & 2 != 0, case .list = r[Int(i.b) + 1] { return .unknown }
    if chosen.decimal != nil { return item(of: list, at: chosen, here) }
    switch Truth(chosen) {
    case .yes: return whole(list, here)
    case .unknown:
      guard i.mode & 1 != 0 else { return .unknown }
      guard case .list(let items) = whole(list, here) else {
        guard case .uncertainList(let list) = list else { return .unknown }
        return .uncertainList(.init(items: list.items, certain: list.items.map { _ in false }))
      }
      return items.isEmpty
        ? .list([]) : .uncertainList(UncertainList(items: items, certain: items.map { _ in false }))
    default:
      switch chosen {
      case .null, .boolean: return .list([])
      default:
        note("TYPE", here, "\(FeelType(kindOf: chosen).wording) is neither a condition nor an index")
        return .null
      }
    }
  }

  private mutating func whole(_ list: Value, _ here: Int) -> Value {
    switch list {
    case .list(let items):
      return charge(items.count / 4, here) ? list : .null
    case .uncertainList: return list
    default: return .list([list])
    }
  }

  /// Joins one round's verdict to a quantifier; true if it is decided.
  @inline(never) mutating func quantify(_ i: Instruction, _ r: Registers, _ here: Int) -> Bool {
    let isEvery = i.mode == 1
    var verdict = Truth(r[Int(i.b)])
    if verdict == .null { noteCondition(r[Int(i.b)], here) }
    let isCertain = Int(i.c) == Instruction.none || isTrue(r[Int(i.c)])
    // A round that may not take place counts only where it changes nothing.
    if !isCertain, verdict != (isEvery ? .yes : .no) { verdict = .unknown }
    let before = Truth(r[Int(i.a)])
    let now = isEvery ? before.and(verdict) : before.or(verdict)
    r[Int(i.a)] = now.value
    return now == (isEvery ? .no : .yes)
  }
}
