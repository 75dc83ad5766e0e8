import FEEL
import Sales

/// Records decided one after the other over one playbook.
struct DecisionCases {
  private let playbook: Playbook
  private let clock: Clock
  private let climb: Bool
  private var reader: RecordReader
  private var worker: DecisionWorker

  /// Compiles the playbook of a canonical document; the refusal tells every error.
  static func make(_ document: ArraySlice<UInt8>, clock: Clock, climb: Bool) -> Result<DecisionCases, Refusal> {
    let definition: PlaybookDefinition
    do throws(DocumentError) {
      definition = try PlaybookDefinition(canonical: Array(document))
    } catch {
      return .failure(Refusal(message: "error: " + listed(error)))
    }
    let (playbook, findings) = Playbook.compile(definition)
    guard let playbook else {
      var message: Text = "error:"
      for finding in findings where finding.severity == .error {
        message += " " + finding.code + " " + finding.message + ";"
      }
      return .failure(Refusal(message: message))
    }
    return .success(DecisionCases(playbook, clock, climb))
  }

  private init(_ playbook: Playbook, _ clock: Clock, _ climb: Bool) {
    self.playbook = playbook
    self.clock = clock
    self.climb = climb
    reader = RecordReader(playbook)
    worker = DecisionWorker(playbook)
  }

  /// Appends the decision of the record that a line holds, or what is wrong with it.
  mutating func decide(_ line: ArraySlice<UInt8>, into output: inout [UInt8]) {
    let record: Record
    do throws(RecordError) {
      record = try reader.read(line)
    } catch {
      output += ("error: " + Self.listed(error) + "\n").bytes
      return
    }
    let decision = Sales.decide(record, playbook: playbook, clock: clock, climb: climb, worker: &worker)
    decision.write(into: &output, record: record, playbook: playbook)
  }

  private static func listed(_ error: DocumentError) -> Text {
    var listed: Text = ""
    for problem in error.problems {
      if !listed.isEmpty { listed += "; " }
      listed += problem.path + ": " + problem.message
      if let fix = problem.fix { listed += " (" + fix + ")" }
    }
    return listed
  }
}
