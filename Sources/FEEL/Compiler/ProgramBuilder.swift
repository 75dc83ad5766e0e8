/// Where the code of one expression starts in a `Program`.
public struct Entry: Hashable, Sendable {
  public var index: Int32
  public init(_ index: Int) { self.index = Int32(index) }
}

/// What compiling one source text gave.
public struct Compiled: Sendable {
  /// Nil if a diagnostic is an error.
  public var entry: Entry?
  public var diagnostics: [Diagnostic]
  /// The inferred type of the result.
  public var type: FeelType
  /// The slots that the text reads, ascending, each once.
  public var reads: [Int]
  /// Whether it calls `today()` or `now()`.
  public var readsClock: Bool
  /// The spans of tests against the word `null` of something that can be missing.
  public var nullTests: [Span]
  public var tree: Tree
}

/// Compiles source texts one after the other into one program.
public struct ProgramBuilder: Sendable {
  public let law: Law
  public let limits: Limits

  public init(law: Law = .sales, limits: Limits = Limits()) {
    self.law = law
    self.limits = limits
  }

  /// Compiles an expression.
  public mutating func expression(_ source: Text, scope: Scope) -> Compiled {
    preconditionFailure("in work")
  }

  /// Compiles unary tests (DMN 1.5 §10.3.1.2 grammar rule 17) about the value in the slot `subject`: true, false, or
  /// unknown.
  public mutating func unaryTests(_ source: Text, subject: Int, type: FeelType, scope: Scope) -> Compiled {
    preconditionFailure("in work")
  }

  /// Compiles one node of a tree that compiled before, for explanations.
  public mutating func node(_ id: NodeID, of tree: Tree, subject: Int?, scope: Scope) -> Compiled {
    preconditionFailure("in work")
  }

  /// The program of all that was compiled so far.
  public func finish() -> Program { Program() }
}

/// Immutable code, shared by any number of machines.
public final class Program: Sendable {
  init() {}
}
