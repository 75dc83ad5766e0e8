extension Emitter {
  mutating func emitCall(
    _ function: NodeID, _ arguments: [NodeID], _ names: [Text], _ id: NodeID, _ target: Int?
  ) -> Operand {
    guard let builtin = builtin(function) else {
      return emitValueCall(function, arguments, names, id, target)
    }
    if builtin.readsClock { readsClock = true }
    let name = Builtin.names.indices.contains(builtin.index) ? Builtin.names[builtin.index] : "this function"
    guard let ordered = order(arguments, names, builtin, name, span(id)) else {
      return emitFailure("`\(name)` cannot be called so", span(id), target)
    }
    let span = span(id)
    if name.hasSameBytes(as: "not"), ordered.count == 1, let only = ordered[0] {
      return emitNot(only, span, target)
    }
    let result = target ?? allocate(span)
    return freeing { emitter in
      let place = emitter.checkpoint
      let first = emitter.allocate(max(ordered.count, 1), span)
      var values: [Value] = []
      for (index, argument) in ordered.enumerated() {
        let operand = emitter.freeing { emitter in
          let operand = argument.map { emitter.operand($0, preferring: first + index) } ?? .hole
          emitter.move(operand, into: first + index, span)
          return operand
        }
        if case .constant(let value) = operand.place { values.append(value) }
      }
      if values.count == ordered.count, let folded = emitter.fold(builtin, values, span) {
        emitter.rewind(to: place)
        return Operand(.constant(folded), FeelType(of: folded))
      }
      emitter.emit(Instruction(.call, mode: UInt8(ordered.count), a: result, b: builtin.index, c: first), span)
      return Operand(.register(result), builtin.resultType)
    }
  }

  /// `not(condition)`, which three-valued logic defines and no table of functions.
  private mutating func emitNot(_ argument: NodeID, _ span: Span, _ target: Int?) -> Operand {
    let result = target ?? allocate(span)
    freeing { emitter in
      let value = emitter.operand(argument)
      if value.type.isNone(of: .boolean) {
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
      let counts = signatures.map { $0.count }
      let fits =
        counts.contains(arguments.count)
        || (builtin.isVariadic && arguments.count >= (counts.min() ?? 0))
      if fits || signatures.isEmpty { return arguments.map { $0 } }
      reportNull("ARGUMENTS", span, "`\(name)` cannot take \(counted(arguments.count))", fix: usage)
      return nil
    }
    guard names.count == arguments.count else {
      reportNull("ARGUMENTS", span, "some arguments of `\(name)` have names and some have none", fix: usage)
      return nil
    }
    let fitting = signatures.filter { signature in names.allSatisfy { name in signature.contains(name) } }
    // Where two have the same names (`before(point, range)`, `before(range, point)`), the order they are written in counts.
    guard let signature = fitting.first(where: { $0 == names }) ?? fitting.min(by: { $0.count < $1.count }),
      Set(names).count == names.count
    else {
      reportNull("ARGUMENTS", span, "`\(name)` has no such parameters", fix: usage)
      return nil
    }
    return signature.map { parameter in names.firstIndex(of: parameter).map { arguments[$0] } }
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
      let fix: Text? = suggestions(for: name, among: Builtin.names).map { "did you mean `\($0)`?" }
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
    freeing { emitter in
      let callee = emitter.operand(function)
      if callee.type.isNone(of: .function) {
        emitter.reportNull("TYPE", emitter.span(function), "\(callee.type.wording) cannot be called")
      }
      if !names.isEmpty {
        emitter.reportNull("ARGUMENTS", span, "only functions called by their own name take arguments by name")
      }
      let register = emitter.register(of: callee, span)
      let first = emitter.allocate(max(arguments.count, 1), span)
      for (index, argument) in arguments.enumerated() {
        emitter.freeing { _ = $0.emit(argument, into: first + index) }
      }
      emitter.emit(Instruction(.callValue, mode: UInt8(arguments.count), a: result, b: register, c: first), span)
    }
    return Operand(.register(result), .any)
  }
}
