/// The calls of function definitions that are under way. Each has registers of its own on the heap, so that recursion
/// in a rule takes none of the thread's stack.
struct CallStack: ~Copyable {
  /// Where a call goes back to.
  struct Caller {
    var registers: Machine.Registers
    var next: Int
    /// The register of the caller that takes the result.
    var destination: Int
  }

  private struct Call {
    var caller: Caller
    /// The registers of the function that is called.
    var file: Machine.Registers
    /// How many registers it and the calls around it have.
    var size: Int
  }

  private var calls: [Call] = []

  var count: Int { calls.count }

  /// How many registers all calls have.
  var size: Int { calls.last?.size ?? 0 }

  /// Gets registers, all null, for a call.
  mutating func enter(registers count: Int, from caller: Caller) -> Machine.Registers {
    let file = Machine.Registers.allocate(capacity: max(1, count))
    file.initialize(repeating: .null)
    calls.append(Call(caller: caller, file: file, size: size + file.count))
    return file
  }

  /// Ends the running call; nil if there is none.
  @inline(__always) mutating func leave() -> Caller? { calls.isEmpty ? nil : leaveLast() }

  @inline(never) private mutating func leaveLast() -> Caller? {
    guard let call = calls.popLast() else { return nil }
    call.file.deinitialize()
    call.file.deallocate()
    return call.caller
  }

  /// Ends all calls.
  mutating func leaveAll() {
    while leave() != nil {}
  }
}
