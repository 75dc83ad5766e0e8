extension Emitter {
  mutating func emitCall(
    _ function: NodeID, _ arguments: [NodeID], _ names: [Text], _ id: NodeID, _ target: Int?
  ) -> Operand {
    guard let named = self.builtin(function) else {
      return emitValueCall(function, arguments, names, id, target)
    }
    let builtin = names.isEmpty ? named : named.form(named: names)
    if builtin.readsClock { readsClock = true }
    let name = builtin.name
    guard let ordered = order(arguments, names, named, name, span(id)) else {
      return emitFailure("`\(name)` cannot be called so", span(id), target)
    }
    let span = span(id)
    if name.hasSameBytes(as: "not"), ordered.count == 1, let only = ordered[0] {
      return emitNot(only, span, target)
    }
    if FunctionRoutines.mayCall(name) { return emitCalling(builtin, ordered, span, target) }
    let result = target ?? allocate(span)
    return freeing { emitter in
      let place = emitter.checkpoint
      let first = emitter.allocate(max(ordered.count, 1), span)
      var values: [Value] = []
      var fits = true
      for (index, argument) in ordered.enumerated() {
        let operand = emitter.freeing { emitter in
          let operand = argument.map { emitter.operand($0, preferring: first + index) } ?? .hole
          if !emitter.check(operand.type, argument, of: builtin, at: index, of: ordered.count) { fits = false }
          emitter.move(operand, into: first + index, span)
          return operand
        }
        if case .constant(let value) = operand.place { values.append(value) }
      }
      if fits, values.count == ordered.count, let folded = emitter.fold(builtin, values, span) {
        emitter.rewind(to: place)
        return Operand(.constant(folded), FeelType(of: folded))
      }
      emitter.emit(Instruction(.call, mode: UInt8(ordered.count), a: result, b: builtin.index, c: first), span)
      return Operand(.register(result), builtin.resultType)
    }
  }

  /// A built-in that may call a function in turn: as a function in a register.
  private mutating func emitCalling(
    _ builtin: Builtin, _ arguments: [NodeID?], _ span: Span, _ target: Int?
  ) -> Operand {
    let result = target ?? allocate(span)
    freeing { emitter in
      let function = Operand(.constant(.function(FunctionValue(builtin: builtin.index))), .anyFunction)
      let register = emitter.register(of: function, span)
      let first = emitter.allocate(max(arguments.count, 1), span)
      for (index, argument) in arguments.enumerated() {
        emitter.freeing { emitter in
          let operand = argument.map { emitter.operand($0, preferring: first + index) } ?? .hole
          emitter.check(operand.type, argument, of: builtin, at: index, of: arguments.count)
          emitter.move(operand, into: first + index, span)
        }
      }
      emitter.emit(Instruction(.callValue, mode: UInt8(arguments.count), a: result, b: register, c: first), span)
    }
    return Operand(.register(result), builtin.resultType)
  }

  /// Reports an argument that a built-in can make nothing but null of; false then.
  @discardableResult
  private mutating func check(
    _ type: FeelType, _ id: NodeID?, of builtin: Builtin, at place: Int, of count: Int
  ) -> Bool {
    guard let id, let misfit = builtin.misfit(type, at: place, of: count) else { return true }
    reportNull(
      "TYPE", span(id),
      "\(misfit.what) of `\(builtin.name)` must be \(misfit.wanted.wording), but is \(misfit.found.wording)",
      origins: [origin(id, type)])
    return false
  }

  /// `not(condition)`, which three-valued logic defines and no table of functions.
  private mutating func emitNot(_ argument: NodeID, _ span: Span, _ target: Int?) -> Operand {
    let result = target ?? allocate(span)
    freeing { emitter in
      let value = emitter.operand(argument)
      let type: FeelType = if case .list(let item) = value.type { item } else { value.type }
      if type.isNone(of: .boolean) {
        emitter.reportNull("TYPE", span, "`not` needs a condition, not \(value.type.wording)")
      }
      let register = emitter.register(of: value, span)
      emitter.emit(Instruction(.not, a: result, b: register), span)
    }
    return Operand(.register(result), .boolean)
  }

  /// The arguments in the order of a signature; nil, with a finding, if none fits.
  private mutating func order(
    _ arguments: [NodeID], _ names: [Text], _ builtin: Builtin, _ name: Text, _ span: Span
  ) -> [NodeID?]? {
    let signatures = builtin.signatures
    let usage: Text? =
      signatures.isEmpty
      ? nil
      : Text(
        signatures.map { "\(name)(" + $0.map { $0.string }.joined(separator: ", ") + ")" }.joined(separator: " or "))
    guard arguments.count <= 255 else {
      report("LIMIT", span, "`\(name)` is called with more than 255 arguments", fix: "give it a list")
      return nil
    }
    if names.isEmpty {
      if builtin.takes(arguments.count) || signatures.isEmpty { return arguments.map { $0 } }
      reportNull("ARGUMENTS", span, "`\(name)` cannot take \(counted(arguments.count))", fix: usage)
      return nil
    }
    guard names.count == arguments.count else {
      reportNull("ARGUMENTS", span, "some arguments of `\(name)` have names and some have none", fix: usage)
      return nil
    }
    guard let order = builtin.order(of: names) else {
      reportNull("ARGUMENTS", span, "`\(name)` has no such parameters", fix: usage)
      return nil
    }
    return order.map { $0.map { arguments[$0] } }
  }

  private func counted(_ count: Int) -> Text {
    count == 0 ? "no arguments" : count == 1 ? "one argument" : "\(count) arguments"
  }

  /// What a built-in gives for constants, if that is a small value; a failure is told now, not when it runs.
  private mutating func fold(_ builtin: Builtin, _ values: [Value], _ span: Span) -> Value? {
    guard !builtin.readsClock else { return nil }
    var surroundings = CallSurroundings(
      clock: Clock(epochMilliseconds: 0, offsetSeconds: 0), law: law, limits: limits)
    let value = builtin.call(values, &surroundings)
    if let failure = surroundings.failure {
      report("NULL", span, "this is always null: \(failure)", .warning)
      return nil
    }
    return value.isFoldable ? value : nil
  }

  /// A call of what is no built-in by its name.
  private mutating func emitValueCall(
    _ function: NodeID, _ arguments: [NodeID], _ names: [Text], _ id: NodeID, _ target: Int?
  ) -> Operand {
    let span = span(id)
    if case .name(let name) = tree.nodes.indices.contains(Int(function.index)) ? tree[function] : .subject,
      isUndefined(name)
    {
      let fix: Text? = suggestions(for: name, among: visibleNames).map { "did you mean `\($0)`?" }
      reportNull("UNDEFINED", self.span(function), "there is no function `\(name)`", fix: fix)
      // The arguments may hold more errors.
      for argument in arguments { freeing { _ = $0.operand(argument) } }
      return emitFailure("there is no function `\(name)`", span, target)
    }
    guard arguments.count <= 255 else {
      report("LIMIT", span, "a function is called with more than 255 arguments", fix: "give it a list")
      return .hole
    }
    let result = target ?? allocate(span)
    let type = freeing { emitter in
      let callee = emitter.operand(function)
      emitter.checkCall(callee.type, arguments.count, names, function, span)
      // By name the function stands before its arguments.
      let register = names.isEmpty ? emitter.register(of: callee, span) : emitter.allocate(span)
      if !names.isEmpty { emitter.move(callee, into: register, span) }
      let first = emitter.allocate(max(arguments.count, 1), span)
      for (index, argument) in arguments.enumerated() {
        emitter.freeing { _ = $0.emit(argument, into: first + index) }
      }
      if names.isEmpty {
        emitter.emit(Instruction(.callValue, mode: UInt8(arguments.count), a: result, b: register, c: first), span)
      } else {
        let shape = emitter.constants.place(of: Shape(names))
        if shape >= Instruction.none { emitter.report("LIMIT", span, "the program has too many contexts") }
        emitter.emit(Instruction(.callByName, mode: UInt8(arguments.count), a: result, b: shape, c: first), span)
      }
      if case .function(_, let result) = callee.type { return result }
      return FeelType.any
    }
    return Operand(.register(result), type)
  }

  /// Reports a call that can come to nothing but null.
  private mutating func checkCall(
    _ callee: FeelType, _ count: Int, _ names: [Text], _ function: NodeID, _ span: Span
  ) {
    if callee.isNone(of: .anyFunction) {
      return reportNull("TYPE", self.span(function), "\(callee.wording) cannot be called")
    }
    guard names.isEmpty, case .function(let parameters?, _) = callee, parameters.count != count else { return }
    // A built-in that is called through a value may have other signatures.
    guard functionName(function).map({ Builtin(named: $0) == nil }) ?? true else { return }
    reportNull("ARGUMENTS", span, "the function takes \(counted(parameters.count)), not \(count)")
  }

  private func functionName(_ function: NodeID) -> Text? {
    guard tree.nodes.indices.contains(Int(function.index)), case .name(let name) = tree[function] else { return nil }
    return name
  }
}
