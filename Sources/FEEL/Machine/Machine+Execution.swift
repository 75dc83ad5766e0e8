// The interpreter's loop. Frequent operations stand here, rare ones in `Machine+Operations.swift` and
// `Machine+Loops.swift`; they get the place of their instruction for notes.
extension Machine {
  typealias Registers = UnsafeMutableBufferPointer<Value>

  mutating func execute(_ routine: Program.Routine, _ registers: Registers) -> Value {
    let program = program
    return program.code.withUnsafeBufferPointer { code in
      program.constants.withUnsafeBufferPointer { constants in
        execute(code, from: Int(routine.start), registers, constants)
      }
    }
  }

  private mutating func execute(
    _ code: UnsafeBufferPointer<Instruction>, from start: Int, _ r: Registers, _ k: UnsafeBufferPointer<Value>
  ) -> Value {
    var next = start
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
        return result
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
        if case .string(let x) = slots[b], case .string(let y) = k[c] {
          r[a] = .boolean(x.hasSameBytes(as: y) == (i.mode == 2))
        } else {
          r[a] = compare(i.mode, slots[b], k[c], here)
        }
      case .compareWithText:
        if case .string(let x) = r[b], case .string(let y) = k[c] {
          r[a] = .boolean(x.hasSameBytes(as: y) == (i.mode == 2))
        } else {
          r[a] = compare(i.mode, r[b], k[c], here)
        }
      case .compare: r[a] = compare(i.mode, r[b], r[c], here)
      case .compareWithNull: r[a] = .boolean(isNothing(r[b]) == (i.mode == 2))
      case .between: r[a] = between(r[b], r[c], r[c + 1], here)
      case .within: r[a] = within(r[b], r[c], verdict: i.mode == 1, here)
      case .withinAny: r[a] = withinAny(r[b], r[c], here)

      case .truth: r[a] = Truth(r[b]).value
      case .and: r[a] = Truth(r[b]).and(Truth(r[c])).value
      case .or: r[a] = Truth(r[b]).or(Truth(r[c])).value
      case .not: r[a] = Truth(r[b]).negated.value
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
      case .path: r[a] = entry(k[c], of: r[b], here)
      case .itemEntry: if itemEntry(i, r, k[c], here) { next &+= 1 }
      case .select: r[a] = select(i, r, here)

      case .beginLoop: if beginLoop(i, r, here) { next &+= 1 }
      case .nextItem:
        if !charge(c, here) { return .null }
        if nextItem(a, outer: b, r) { next &+= 1 }
      case .take: if !take(i, r, here) { next &+= 1 }
      case .quantify: if !quantify(i, r) { next &+= 1 }
      case .span: r[a] = span(r[b], r[c], here)

      case .call: r[a] = call(b, r, c, Int(i.mode), here)
      case .callValue: r[a] = callValue(r[b], r, c, Int(i.mode), here)
      }
      if isStopped { return .null }
    }
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
