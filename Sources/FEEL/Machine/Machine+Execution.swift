// The interpreter's loop. Frequent operations stand here, rare ones in `Machine+Operations.swift` and
// `Machine+Loops.swift`; they get the place of their instruction for notes.
extension Machine {
  typealias Registers = UnsafeMutableBufferPointer<Value>

  /// Runs a routine, and the functions that it calls: calls nest in `CallStack`, not on the stack of the thread.
  mutating func execute(_ routine: Program.Routine, _ registers: Registers) -> Value {
    let program = program
    return program.code.withUnsafeBufferPointer { code in
      program.constants.withUnsafeBufferPointer { constants in
        execute(code, from: Int(routine.start), registers, constants)
      }
    }
  }

  private mutating func execute(
    _ code: UnsafeBufferPointer<Instruction>, from start: Int, _ registers: Registers,
    _ k: UnsafeBufferPointer<Value>
  ) -> Value {
    var next = start
    var r = registers
    var calls = CallStack()
    while true {
      let i = code[next]
      let here = next
      next &+= 1
      let a = Int(i.a)
      let b = Int(i.b)
      let c = Int(i.c)
      switch i.operation {
      case .end:
        var result = Value.null
        swap(&result, &r[a])
        guard let caller = calls.leave() else { return result }
        (r, next) = (caller.registers, caller.next)
        r[caller.destination] = result
      case .constant: r[a] = k[i.wide]
      case .slot: r[a] = slots[b]
      case .move:
        r[a] = r[b]
        if i.mode == 1 { r[b] = .null }
      case .fail: fail(i, r, k[i.wide], here)

      case .compareSlotWithNumber:
        if case .small(let x, let e) = slots[b], case .small(let y, let f) = k[c], e == f {
          r[a] = .boolean(i.mode & (x < y ? 1 : x == y ? 2 : 4) != 0)
        } else {
          r[a] = compare(i.mode, slots[b], k[c], here)
        }
      case .compareWithNumber:
        if case .small(let x, let e) = r[b], case .small(let y, let f) = k[c], e == f {
          r[a] = .boolean(i.mode & (x < y ? 1 : x == y ? 2 : 4) != 0)
        } else {
          r[a] = compare(i.mode, r[b], k[c], here)
        }
      case .compareSlotWithText:
        let equal = equality(slots[b], k[c])
        r[a] = equal == .null ? compare(i.mode, slots[b], k[c], here) : .boolean((equal == .yes) == (i.mode == 2))
      case .compareWithText:
        let equal = equality(r[b], k[c])
        r[a] = equal == .null ? compare(i.mode, r[b], k[c], here) : .boolean((equal == .yes) == (i.mode == 2))
      case .compare: r[a] = compare(i.mode, r[b], r[c], here)
      case .compareWithNull: r[a] = .boolean(isNothing(r[b]) == (i.mode == 2))
      case .between: r[a] = between(r[b], r[c], r[c + 1], here)
      case .within: r[a] = within(r[b], r[c], verdict: i.mode == 1, here)
      case .withinAny: r[a] = withinAny(r[b], r[c], here)

      case .truth:
        let truth = Truth(r[b])
        if truth == .null { noteCondition(r[b], here) }
        r[a] = truth.value
      case .and:
        let truth = Truth(r[b]).and(Truth(r[c]))
        if truth == .null { noteCondition(r[c], here) }
        r[a] = truth.value
      case .or:
        let truth = Truth(r[b]).or(Truth(r[c]))
        if truth == .null { noteCondition(r[c], here) }
        r[a] = truth.value
      case .not:
        var truth = Truth(r[b]).negated
        // As for every function, a list of one item stands for it.
        if truth == .null, case .list(let items) = r[b], items.count == 1 { truth = Truth(items[0]).negated }
        if truth == .null { noteCondition(r[b], here) }
        r[a] = truth.value
      case .jump: next &+= i.wide
      case .jumpIfFalse: if case .boolean(false) = r[a] { next &+= i.wide }
      case .jumpIfTrue: if case .boolean(true) = r[a] { next &+= i.wide }
      case .jumpIfDeclined:
        switch Truth(r[a]) {
        case .no, .null: next &+= i.wide
        default: break
        }
      case .join: join(i, r)

      case .add:
        if case .small(let x, let e) = r[b], case .small(let y, let f) = r[c], e == f {
          let (sum, overflow) = x.addingReportingOverflow(y)
          r[a] = overflow ? arithmetic(.add, r[b], r[c], here) : .small(coefficient: sum, exponent: e)
        } else {
          r[a] = arithmetic(.add, r[b], r[c], here)
        }
      case .subtract:
        if case .small(let x, let e) = r[b], case .small(let y, let f) = r[c], e == f {
          let (difference, overflow) = x.subtractingReportingOverflow(y)
          r[a] = overflow ? arithmetic(.subtract, r[b], r[c], here) : .small(coefficient: difference, exponent: e)
        } else {
          r[a] = arithmetic(.subtract, r[b], r[c], here)
        }
      case .multiply:
        if case .small(let x, 0) = r[b], case .small(let y, 0) = r[c] {
          let (product, overflow) = x.multipliedReportingOverflow(by: y)
          r[a] = overflow ? arithmetic(.multiply, r[b], r[c], here) : .small(coefficient: product, exponent: 0)
        } else {
          r[a] = arithmetic(.multiply, r[b], r[c], here)
        }
      case .divide: r[a] = arithmetic(.divide, r[b], r[c], here)
      case .power: r[a] = arithmetic(.power, r[b], r[c], here)
      case .negate: r[a] = negate(r[b], here)

      case .beginList:
        r[a] = .list([])
        r[a + 1] = .null
      case .append: append(r[b], certain: c == Instruction.none || isTrue(r[c]), to: a, r, here)
      case .finishList: finishList(a, r)
      case .partial: r[a] = partial(b, r, here)
      case .context: r[a] = context(i, r, here)
      case .range: r[a] = range(i, r, here)
      case .path:
        if let place = place(of: k[c], in: r[b], here) {
          let value = value(at: place, of: r[b])
          r[a] = value
        } else {
          r[a] = entry(k[c], of: r[b], here)
        }
      case .itemEntry: if itemEntry(i, r, k[c], here) { next &+= 1 }
      case .select: r[a] = select(i, r, here)

      case .beginLoop: if beginLoop(i, r, here) { next &+= 1 }
      case .nextItem:
        if charge(c, here), nextItem(a, outer: b, r) { next &+= 1 }
      case .take: if !take(i, r, here) { next &+= 1 }
      case .quantify: if !quantify(i, r, here) { next &+= 1 }
      case .span: r[a] = span(r[b], r[c], here)

      case .call: r[a] = call(b, r, c, Int(i.mode), here)
      case .callValue, .callByName:
        if let callee = callValue(i, r, next, &calls, here) { (r, next) = (callee.registers, callee.next) }
      case .closure: r[a] = closure(i, r, here)
      case .instance: r[a] = instance(r[b], program.types[c])

      case .coerce: r[a] = coerce(r[b], to: c, at: here)
      case .strict: if isCondition(r[b], here) { next &+= 1 } else { r[a] = .null }
      case .table: if !table(i, r, here) { next &+= 1 }
      case .tableOpen: if r[b].isMissing { r[a] = .unknown }

      case .beginSort: if beginSort(i, r, here) { next &+= 1 }
      case .nextPair: if nextPair(i, r, here) { next &+= 1 }
      case .settlePair: if settlePair(i, r, here) { next &+= 1 }
      }
      if isStopped {
        calls.leaveAll()
        return .null
      }
    }
  }

  // The following look at values without keeping them: what is computed comes first, what is written afterwards, so
  // that no reference is counted on the way.

  /// Whether two texts are equal; null if one is none.
  @inline(__always) private func equality(_ a: Value, _ b: Value) -> Truth {
    guard case .string(let x) = a, case .string(let y) = b else { return .null }
    return Truth(x.hasSameBytes(as: y))
  }

  /// The place of a key in a context, remembered for the next time; nil if it is none, or has it not.
  @inline(__always) private mutating func place(of key: Value, in value: Value, _ here: Int) -> Int? {
    let before = pathHints[here & 63]
    guard let place = Self.place(of: key, in: value, hint: before) else { return nil }
    if place != before { pathHints[here & 63] = place }
    return place
  }

  @inline(__always) private static func place(of key: Value, in value: Value, hint: Int) -> Int? {
    guard case .context(let context) = value, case .string(let key) = key,
      let place = context.shape.index(of: key, hint: hint), place < context.values.count
    else { return nil }
    return place
  }

  @inline(__always) private func value(at place: Int, of value: Value) -> Value {
    guard case .context(let context) = value else { return .null }
    return context.values[place]
  }

  /// Whether it is null or nobody has said yet.
  @inline(__always) private func isNothing(_ value: Value) -> Bool {
    switch value {
    case .null, .unknown: true
    default: false
    }
  }

  @inline(__always) func isTrue(_ value: Value) -> Bool {
    if case .boolean(true) = value { return true }
    return false
  }
}
