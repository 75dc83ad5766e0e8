public import Decisions
public import FEEL

/// All definitions compiled as one: immutable, shared by any number of threads, and everything looked up by place.
///
/// Deciding a record is a function of a playbook, the record and a clock; see `decide`.
public final class Playbook: Sendable {
  /// What it was compiled from, in canonical order.
  public let definition: PlaybookDefinition
  /// Whether a rule, fact, band or relevance calls `today()` or `now()`, or a rule has dates, or answers can expire:
  /// then decisions hang on the clock.
  public let readsClock: Bool
  /// In the order of `definition.kinds`.
  let kinds: [KindProgram]
  /// In the order of `definition.pipelines`.
  let pipelines: [PipelineProgram]
  /// The code of all expressions.
  let program: Program
  /// Slots that a machine needs.
  let slotCount: Int

  init(
    definition: PlaybookDefinition, readsClock: Bool, kinds: [KindProgram], pipelines: [PipelineProgram],
    program: Program, slotCount: Int
  ) {
    self.definition = definition
    self.readsClock = readsClock
    self.kinds = kinds
    self.pipelines = pipelines
    self.program = program
    self.slotCount = slotCount
  }

  /// Compiles a playbook and tells all findings at once, in an order that does not hang on that of the definitions.
  /// The playbook is nil if one of them is an error.
  public static func compile(_ definition: PlaybookDefinition) -> (playbook: Playbook?, findings: [Finding]) {
    var compiler = PlaybookCompiler(definition.sorted())
    let playbook = compiler.compile()
    return (playbook, compiler.findings)
  }

  /// The place of a record kind.
  func kind(named name: Text) -> Int? { kinds.firstIndex { $0.name == name } }

  /// What an assessment of a kind comes to as a program, its newest version; for showing and filling sheets.
  public func assessment(named name: Text, kind: Text) -> AssessmentProgram? {
    guard let place = self.kind(named: kind) else { return nil }
    return kinds[place].assessments.first { $0.name == name }?.newest
  }

  /// The names that rules about a kind may use, with their slots; for checking and completion.
  public func scope(kind: Text) -> Scope? { self.kind(named: kind).map { kinds[$0].scope } }

  /// The rules and facts about a kind; for checking.
  public func rules(kind: Text) -> RuleProgram? { self.kind(named: kind).map { kinds[$0].rules } }
}

/// Where the numbers of an assessment lie in a machine.
public struct AssessmentSlots: Hashable, Sendable {
  /// The score, which is raw or in percent.
  public let score: Int
  /// The points.
  public let points: Int
  /// The percent.
  public let percent: Int
  /// Whether it is complete.
  public let complete: Int
  /// The slots of the answers.
  public let answers: Range<Int>
}
