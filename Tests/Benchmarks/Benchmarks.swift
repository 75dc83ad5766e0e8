import Authoring
import FEEL
import Generators
import Glibc
import Sales

/// What `scripts/bench` measures and generates; figures are CPU time of this process.
@main
enum Benchmarks {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    switch (arguments.first, Array(arguments.dropFirst())) {
    case ("decide", let rest) where rest.count == 1: decide(folder: rest[0])
    case ("million", let rest) where rest.isEmpty: Million.run()
    case ("records", let rest) where rest.count == 2 && Int(rest[1]) != nil:
      writeRecords(folder: rest[0], count: Int(rest[1]) ?? 0)
    case ("rules", let rest) where rest.count == 2 && Int(rest[1]) != nil:
      RulePlaybook.write(to: rest[0], rules: Int(rest[1]) ?? 0)
    default:
      print("usage: benchmarks decide PLAYBOOK | million | records PLAYBOOK COUNT | rules FOLDER COUNT")
      exit(64)
    }
  }

  /// CPU seconds of this process so far.
  static func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  static func playbook(_ folder: String) -> Playbook {
    let checked = Checker.check(folder, depth: .errors)
    guard let playbook = checked.playbook else {
      for finding in checked.findings { print(FindingsReport.line(of: finding)) }
      exit(78)
    }
    return playbook
  }

  /// Records at random over a playbook: what is known, answered and kept differs from one to the next.
  static func records(of playbook: Playbook, count: Int) -> [Record] {
    var random = SeededRandom(20_261_121)
    return (1...max(1, count)).map { number in
      RecordGenerator.record(of: playbook.definition, &random, id: Text("R-\(number)"))
    }
  }

  private static func decide(folder: String) {
    let playbook = playbook(folder)
    let records = records(of: playbook, count: 500)
    var worker = DecisionWorker(playbook)
    var fired = 0
    func time(_ rounds: Int, _ body: (Record) -> Void) -> Double {
      for record in records.prefix(50) { body(record) }
      let start = seconds()
      for _ in 0..<rounds { for record in records { body(record) } }
      return (seconds() - start) / Double(rounds * records.count) * 1e6
    }
    let plain = time(40) { record in
      fired +=
        Sales.decide(record, playbook: playbook, clock: PlaybookGenerator.clock, climb: true, worker: &worker)
        .fired.count
    }
    let explained = time(2) { record in
      fired += explain(record, playbook: playbook, clock: PlaybookGenerator.clock).gates.count
    }
    print("decide \(rounded(plain))")
    print("explain \(rounded(explained))")
    if fired == 0 { print("nothing fired") }
  }

  private static func writeRecords(folder: String, count: Int) {
    let playbook = playbook(folder)
    var writer = RecordWriter()
    for record in records(of: playbook, count: count) {
      var line = writer.line(record)
      if line.last != 0x0A { line.append(0x0A) }
      _ = line.withUnsafeBytes { write(1, $0.baseAddress, $0.count) }
    }
  }

  /// With one digit after the point.
  static func rounded(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
