// Calls. A function definition is entered in the loop of `execute`; built-ins and functions of the host are called here.
extension Machine {
  /// How many levels of the depth of calls a function of the host takes: it may run a machine of its own, which takes
  /// stack.
  static let hostDepth = 32

  @inline(never) mutating func call(_ builtin: Int, _ r: Registers, _ first: Int, _ count: Int, _ here: Int) -> Value {
    call(Builtin(index: builtin), Array(r[first..<(first + count)]), here)
  }

  private mutating func call(_ function: Builtin, _ arguments: [Value], _ here: Int) -> Value {
    var surroundings = CallSurroundings(clock: clock, law: program.law, limits: limits)
    swap(&surroundings.patterns, &patterns)
    let result = function.call(arguments, &surroundings)
    swap(&surroundings.patterns, &patterns)
    // Told first: the reason why it took too long says more than that it did.
    if let failure = surroundings.failure { note("ARGUMENT", here, failure) }
    guard charge(1 + max(0, surroundings.steps), here) else { return .null }
    return result
  }

  /// Calls what is in a register. What a function definition needs to run is returned; anything else is done, and the
  /// result is in its register.
  @inline(never) mutating func callValue(
    _ i: Instruction, _ r: Registers, _ next: Int, _ calls: inout CallStack, _ here: Int
  ) -> (registers: Registers, next: Int)? {
    let first = Int(i.c)
    let isByName = i.operation == .callByName
    let callee = r[isByName ? first - 1 : Int(i.b)]
    let destination = Int(i.a)
    guard case .function(let function) = callee else {
      r[destination] = callee.isMissing ? .unknown : .null
      if !callee.isNull, !callee.isMissing {
        note("TYPE", here, "\(FeelType(kindOf: callee).wording) cannot be called")
      } else if callee.isNull {
        note("NULL", here, "what is called is null")
      }
      return nil
    }
    r[destination] = .null
    let given = Array(r[first..<(first + Int(i.mode))])
    let names = isByName ? program.shapes[Int(i.b)].keys : []
    guard let arguments = arguments(given, names, of: function, here) else { return nil }
    if leavesOpen(function, arguments) {
      r[destination] = .unknown
      return nil
    }
    switch function.body {
    case .builtin(let index):
      if let place = FunctionRoutines.place(Builtin(index: index).name, arguments) {
        let caller = CallStack.Caller(registers: r, next: next, destination: destination)
        return enter(
          program.functions.count - FunctionRoutines.all.count + place, callee, arguments, caller, &calls, here)
      }
      let builtin = Builtin(index: index)
      r[destination] = call(isByName ? builtin.form(named: names) : builtin, arguments, here)
    case .host(let host): r[destination] = call(host, arguments, calls.count, here)
    case .closure(let closure):
      guard closure.program === program || extended.contains(where: { $0 === closure.program }) else {
        note("TYPE", here, "a function of another model cannot be called here")
        return nil
      }
      let caller = CallStack.Caller(registers: r, next: next, destination: destination)
      return enter(closure.function, callee, arguments + closure.captured, caller, &calls, here)
    }
    return nil
  }

  private mutating func enter(
    _ index: Int, _ callee: Value, _ values: [Value], _ caller: CallStack.Caller, _ calls: inout CallStack, _ here: Int
  ) -> (registers: Registers, next: Int)? {
    guard program.functions.indices.contains(index) else { return nil }
    let function = program.functions[index]
    let count = Int(function.routine.registers)
    guard depth + calls.count < limits.calls, calls.size + count <= limits.size else {
      _ = stop(here, "DEPTH", "functions call each other more than \(limits.calls) deep")
      return nil
    }
    guard charge(Int(function.routine.count) + 1, Int(function.routine.start)) else { return nil }
    let file = calls.enter(registers: count, from: caller)
    file[0] = callee
    for (place, value) in values.enumerated() where place + 1 < count { file[place + 1] = value }
    return (file, Int(function.routine.start))
  }

  private mutating func call(_ host: HostFunction, _ arguments: [Value], _ nesting: Int, _ here: Int) -> Value {
    var surroundings = CallSurroundings(clock: clock, law: program.law, limits: limits)
    surroundings.depth = depth + nesting + Self.hostDepth
    surroundings.limits.steps = max(0, steps)
    guard surroundings.depth <= limits.calls else {
      _ = stop(here, "DEPTH", "functions call each other more than \(limits.calls) deep")
      return .null
    }
    let result = host.body(arguments, &surroundings)
    guard charge(1 + max(0, surroundings.steps), here) else { return .null }
    if let failure = surroundings.failure { note("ARGUMENT", here, failure) }
    return admits(result, here) ? result : .null
  }

  // MARK: Arguments

  /// The arguments in the order of the parameters, fitted to their types; nil, with a note, if they don't fit.
  private mutating func arguments(
    _ given: [Value], _ names: [Text], of function: FunctionValue, _ here: Int
  ) -> [Value]? {
    if case .builtin(let index) = function.body {
      return arguments(given, names, of: Builtin(index: index), here)
    }
    var ordered = given
    if !names.isEmpty {
      guard let placed = function.ordered(given, names) else {
        note("ARGUMENT", here, "the function takes \(function.parameters.map { $0.name }.joined(by: ", ")) by name")
        return nil
      }
      ordered = placed
    }
    guard ordered.count == function.parameters.count else {
      note("ARGUMENT", here, "the function takes \(function.parameters.count) arguments, not \(ordered.count)")
      return nil
    }
    for (place, parameter) in function.parameters.enumerated() {
      guard let type = parameter.type, type != .any, !isOpen(ordered[place], type) else { continue }
      guard let fitted = ordered[place].coerced(to: type) else {
        note("ARGUMENT", here, "`\(parameter.name)` must be of type \(type.text)")
        return nil
      }
      ordered[place] = fitted
    }
    return ordered
  }

  /// Whether an argument may still turn out not to fit a declared type: then the call may still turn out to be null.
  private func leavesOpen(_ function: FunctionValue, _ arguments: [Value]) -> Bool {
    guard program.law == .sales, case .closure = function.body else { return false }
    for (parameter, argument) in zip(function.parameters, arguments) {
      if let type = parameter.type, type != .any, isOpen(argument, type) { return true }
    }
    return false
  }

  private func isOpen(_ argument: Value, _ type: FeelType) -> Bool {
    if case .uncertainList = argument { return argument.conforms(to: type) != true }
    return argument.conforms(to: type) == nil
  }

  private mutating func arguments(_ given: [Value], _ names: [Text], of builtin: Builtin, _ here: Int) -> [Value]? {
    if names.isEmpty {
      if builtin.takes(given.count) { return given }
      note("ARGUMENT", here, "`\(builtin.name)` cannot take \(given.count) arguments")
      return nil
    }
    guard let order = builtin.order(of: names) else {
      note("ARGUMENT", here, "`\(builtin.name)` has no parameters of these names")
      return nil
    }
    return order.map { $0.map { given[$0] } ?? .null }
  }

  // MARK: Functions as values

  @inline(never) mutating func closure(_ i: Instruction, _ r: Registers, _ here: Int) -> Value {
    let function = program.functions[Int(i.b)]
    let captured = Array(r[Int(i.c)..<(Int(i.c) + function.captures)])
    for value in captured where !admits(value, here) { return .null }
    let closure = Closure(program: program, function: Int(i.b), captured: captured)
    return .function(
      FunctionValue(parameters: function.parameters, result: function.result, body: .closure(closure)))
  }

  @inline(never) mutating func instance(_ value: Value, _ type: FeelType) -> Value {
    value.conforms(to: type).map { .boolean($0) } ?? .unknown
  }
}

extension Machine {
  @inline(never) mutating func beginSort(_ i: Instruction, _ r: Registers, _ here: Int) -> Bool {
    switch r[Int(i.b)] {
    case .list(let items):
      guard charge(items.count, here) else { return false }
      sorts.append(MergeSort(items))
      return true
    case .null, .unknown: r[Int(i.a)] = r[Int(i.b)]
    case .uncertainList, .undecided: r[Int(i.a)] = .unknown
    default: r[Int(i.a)] = .list([r[Int(i.b)]])
    }
    return false
  }

  @inline(never) mutating func nextPair(_ i: Instruction, _ r: Registers, _ here: Int) -> Bool {
    guard !sorts.isEmpty, charge(6, here) else { return false }
    let last = sorts.count - 1
    if let (first, second) = sorts[last].next() {
      r[Int(i.a)] = first
      r[Int(i.a) + 1] = second
      return true
    }
    r[Int(i.b)] = .list(sorts[last].result)
    sorts.removeLast()
    return false
  }

  @inline(never) mutating func settlePair(_ i: Instruction, _ r: Registers, _ here: Int) -> Bool {
    guard !sorts.isEmpty else { return false }
    switch Truth(r[Int(i.a)]) {
    case .yes: sorts[sorts.count - 1].settle(isBefore: true)
    case .no: sorts[sorts.count - 1].settle(isBefore: false)
    case .unknown:
      r[Int(i.b)] = .unknown
      sorts.removeLast()
      return false
    case .null:
      note("TYPE", here, "the function that sorts must say true or false")
      r[Int(i.b)] = .null
      sorts.removeLast()
      return false
    }
    return true
  }
}

extension FunctionValue {
  /// Arguments given by name in the order of the parameters, null for those not given; nil if a name is none of them or
  /// comes twice.
  fileprivate func ordered(_ given: [Value], _ names: [Text]) -> [Value]? {
    var ordered = [Value](repeating: .null, count: parameters.count)
    var seen = [Bool](repeating: false, count: parameters.count)
    for (value, name) in zip(given, names) {
      guard let place = parameters.firstIndex(where: { $0.name == name }), !seen[place] else { return nil }
      ordered[place] = value
      seen[place] = true
    }
    return ordered
  }
}

extension Builtin {
  /// The built-in at a place of the table.
  init(index: Int) { self.index = index }

  var name: Text { BuiltinTable.definition(at: index)?.name ?? "this function" }

  /// Whether it can be called with so many arguments by position.
  func takes(_ count: Int) -> Bool {
    let counts = signatures.map { $0.count }
    return counts.contains(count) || (isVariadic && count >= (counts.min() ?? 0))
  }

  /// For each parameter of the signature that has all these names, the shortest there is, the place of its argument,
  /// nil where none was given; nil if no signature fits or a name comes twice.
  func order(of names: [Text]) -> [Int?]? {
    guard let signature = signature(named: names), Set(names).count == names.count else { return nil }
    return signature.map { names.firstIndex(of: $0) }
  }
}
