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

  private var callers: [Caller] = []
  /// The registers of the calls under way; the last are those of the running function.
  private var files: [Machine.Registers] = []
  /// How many registers all calls have.
  private(set) var size = 0

  var count: Int { callers.count }

  /// Gets registers, all null, for a call.
  mutating func enter(registers count: Int, from caller: Caller) -> Machine.Registers {
    let file = Machine.Registers.allocate(capacity: max(1, count))
    file.initialize(repeating: .null)
    files.append(file)
    callers.append(caller)
    size += file.count
    return file
  }

  /// Ends the running call; nil if there is none.
  mutating func leave() -> Caller? {
    guard let file = files.popLast() else { return nil }
    size -= file.count
    file.deinitialize()
    file.deallocate()
    return callers.popLast()
  }

  /// Ends all calls.
  mutating func leaveAll() {
    while leave() != nil {}
  }
}
