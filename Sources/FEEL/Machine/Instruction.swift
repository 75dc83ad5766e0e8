/// One step of the machine, 8 bytes: an operation, a detail of it, and three operands.
///
/// Operands are registers unless the operation says otherwise; `b` and `c` together can be one wide operand. Jumps are
/// relative to the instruction after the jump, so that a stretch of code may be moved.
struct Instruction: Sendable, BitwiseCopyable {
  var operation: Operation
  var mode: UInt8 = 0
  var a: UInt16 = 0
  var b: UInt16 = 0
  var c: UInt16 = 0

  init(_ operation: Operation, mode: UInt8 = 0, a: Int = 0, b: Int = 0, c: Int = 0) {
    self.operation = operation
    self.mode = mode
    self.a = UInt16(truncatingIfNeeded: a)
    self.b = UInt16(truncatingIfNeeded: b)
    self.c = UInt16(truncatingIfNeeded: c)
  }

  init(_ operation: Operation, mode: UInt8 = 0, a: Int = 0, wide: Int) {
    self.init(operation, mode: mode, a: a)
    self.wide = wide
  }

  /// `b` and `c` as one signed number: a constant's place or the length of a jump.
  @inline(__always) var wide: Int {
    get { Int(Int32(bitPattern: UInt32(b) | UInt32(c) << 16)) }
    set {
      let bits = UInt32(bitPattern: Int32(truncatingIfNeeded: newValue))
      b = UInt16(truncatingIfNeeded: bits)
      c = UInt16(truncatingIfNeeded: bits >> 16)
    }
  }
}

/// What an instruction does. "Else" means: the next instruction, a jump, is taken if not, and skipped if so.
enum Operation: UInt8, Sendable, BitwiseCopyable {
  /// The value of the expression is in `a`.
  case end
  /// `a` = constant `wide`.
  case constant
  /// `a` = slot `b`.
  case slot
  /// `a` = `b`.
  case move
  /// `a` = null (mode 0) or unknown (mode 1), with the text of constant `wide` as a note.
  case fail

  /// `a` = `b` compared with `c`; mode: see `Instruction.mask(of:)`.
  case compare
  /// `a` = number in slot `b` compared with the small number of constant `c`.
  case compareSlotWithNumber
  /// `a` = number in `b` compared with the small number of constant `c`.
  case compareWithNumber
  /// `a` = slot `b` compared, for equality only, with the text of constant `c`.
  case compareSlotWithText
  /// `a` = `b` compared, for equality only, with the text of constant `c`.
  case compareWithText
  /// `a` = whether `b` is null or missing; mode: see `Instruction.mask(of:)`.
  case compareWithNull
  /// `a` = `b` between `c` and the register after it.
  case between
  /// `a` = `b` meets the unary test whose value is in `c`; mode 1: a boolean test is the verdict on a non-boolean.
  case within
  /// `a` = `b` meets one of the tests in the list in `c`.
  case withinAny

  /// `a` = `b` as a truth value.
  case truth
  /// `a` = `b` and `c`.
  case and
  /// `a` = `b` or `c`.
  case or
  /// `a` = not `b`.
  case not
  /// Jump by `wide`.
  case jump
  /// Jump by `wide` if `a` is false.
  case jumpIfFalse
  /// Jump by `wide` if `a` is true.
  case jumpIfTrue
  /// Jump by `wide` if `a` is decided, but not true.
  case jumpIfDeclined
  /// `a` = `b` if the condition in `c` is decided, else what `a` and `b` have in common.
  case join

  /// `a` = `b` + `c`, and so on.
  case add, subtract, multiply, divide, power
  /// `a` = -`b`.
  case negate

  /// `a` = empty list, and the register after it = no flags of certainty.
  case beginList
  /// Add `b` to the list in `a`; it belongs to it if `c` is true (`none`: for certain).
  case append
  /// `a` = the list in `a` with its flags of certainty.
  case finishList
  /// `a` = the list in `b` so far.
  case partial
  /// `a` = context of shape `c` with the values from `b` on.
  case context
  /// `a` = range from `b` to `c`; mode: see `Instruction.Ends`.
  case range
  /// `a` = entry of `b` under the key of constant `c`.
  case path
  /// `a` = entry of `b` under the key of constant `c`, if `b` is a context that has it, else.
  case itemEntry
  /// `a` = `b`[`c`], where `c` is the same for all items; mode 1: it can only be a boolean.
  case select

  /// Make the domain in `a` iterable; the registers after it become the counter, the item, the certainty. Else: it
  /// can't be, and the item is what the loop comes to. `b`: certainty of the loop around it or `none`. Mode 1: a
  /// range is no list of numbers, but one value; mode 2: the domain comes from `span`.
  case beginLoop
  /// The next item of the loop at `a`, else. `b` as above, `c`: instructions of one round.
  case nextItem
  /// Add the item of the loop at `c` to the list in `a` if the condition in `b` is true; mode 1: the condition may turn
  /// out to be an index; mode 2: it must be a boolean or null, or all is null. Else: the register `a` is the result already.
  case take
  /// Join the verdict `b`, valid if `c` is true, to the quantifier in `a` (mode: `Quantifier`). Else: `a` is decided.
  case quantify
  /// `a` = what a loop goes over from number or date `b` to `c`, in either direction.
  case span

  /// `a` = built-in `b` of `mode` arguments from `c` on.
  case call
  /// `a` = function in `b` of `mode` arguments from `c` on.
  case callValue
  /// `a` = function in the register before `c` of `mode` arguments from `c` on, named by shape `b`.
  case callByName
  /// `a` = closure of the program's function `b` with the values from `c` on.
  case closure
  /// `a` = whether `b` is an instance of type `c`.
  case instance

  /// `a` = `b` held against item type `c`.
  case coerce
  /// Else: `b` is neither boolean nor null, and `a` = null.
  case strict
  /// `a` = what the outputs in the list `b` of the rules that match come to under hit policy `mode`. Else: none matches.
  case table
  /// The list in `a` is unknown if `b` is.
  case tableOpen

  /// Begin to sort the list in `b`. Else: it is none, and `a` is what becomes of it.
  case beginSort
  /// The next two items to compare go to `a` and the register after it. Else: all are in order, and in `b`.
  case nextPair
  /// `a` says whether the first of the two comes before the second. Else: it does not say, and `b` is what becomes of it.
  case settlePair
}

extension Instruction {
  /// The operand that names no register.
  static let none = 0xFFFF

  /// Which of less (1), equal (2), greater (4) make a comparison true.
  static func mask(of operation: CompareOperator) -> UInt8 {
    switch operation {
    case .equal: 2
    case .notEqual: 5
    case .less: 1
    case .lessOrEqual: 3
    case .greater: 4
    case .greaterOrEqual: 6
    }
  }

  /// How the ends of a range are written.
  struct Ends: OptionSet, Sendable {
    let rawValue: UInt8
    static let start = Ends(rawValue: 1)
    static let end = Ends(rawValue: 2)
    static let startIncluded = Ends(rawValue: 4)
    static let endIncluded = Ends(rawValue: 8)
    /// `(= x)` and `(!= x)`, x being the start.
    static let equal = Ends(rawValue: 16)
    static let different = Ends(rawValue: 32)
  }
}
