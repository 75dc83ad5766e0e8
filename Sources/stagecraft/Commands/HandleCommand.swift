internal import ArgumentParser
internal import FEEL
internal import Glibc
internal import Sales
internal import Service

/// `stagecraft handle`: one event in, changes and effects out.
struct HandleCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "handle",
    abstract: "Take one event of a record in, and say what follows: changes, effects, decision.",
    discussion: """
      The form for hosts that start a program for each event. Standard input holds one JSON object. With the dossier \
      beside the event nothing is stored, and the new dossier comes out for the host to keep:

      {"event": {"id": "e-1", "at": "2026-03-31T19:00:00Z", "by": "rina", "kind": "moved", "to": "Demo"}, "dossier": {...}}

      A record as `score` reads it is a dossier too. With --store the dossier is that of the server's store, and the \
      event is applied there, once for its id:

      {"event": {...}, "record": {"kind": "opportunity", "id": "D-123"}}

      Kinds of events: submitted, admitted, withdrawn, changed, deleted, loaded, moved, accepted, refused, held, released, \
      overridden, override withdrawn, reasons erased, judged. What is refused is an answer as well and ends with 0; \
      input that is no event ends with 65.

      Example: stagecraft handle --cost < event.json
      Example: stagecraft handle --store --dry-run < event.json
      """)

  @Flag(help: "Take the dossier from the server's store, and store what changed.")
  var store = false

  @Flag(help: "With --store: store nothing.")
  var dryRun = false

  @Flag(help: "Add what it cost: microseconds of processor time, statements of the store, bytes in and out.")
  var cost = false

  @OptionGroup var playbook: PlaybookOptions
  @OptionGroup var home: HomeOptions

  func validate() throws {
    if dryRun && !store { throw ValidationError("--dry-run is for --store; without it nothing is stored anyway.") }
    if store && playbook.playbook != nil {
      throw ValidationError("--store decides by the activated playbook, so --playbook has no use beside it.")
    }
  }

  func run() async throws {
    let input = try Self.input()
    if let place = NULScan.place(in: input) {
      throw Refusal(
        "standard input:\(place.line):\(place.column): a text holds the character U+0000, which cannot be stored; "
          + "remove it", ExitStatus.badData)
    }
    let json: JSON
    do throws(JSONError) {
      json = try JSON.parse(input, limits: RecordReader.limits)
    } catch {
      throw Refusal("standard input: no JSON: \(error.description)", ExitStatus.badData)
    }
    guard let event = json["event"] else {
      throw Refusal("standard input: the key event is missing; see `stagecraft handle --help`", ExitStatus.badData)
    }
    let began = Self.processorTime()
    let (members, statements) =
      store ? try await handleStored(event, json) : (try handleBeside(event, json), 0)
    var output = members
    if cost {
      let spent = (Self.processorTime() - began) / 1_000
      let bytes = JSON.object(output).bytes.count
      output.append(
        JSON.Member(
          "cost",
          .object([
            JSON.Member("cpuMicroseconds", .number(Decimal34(spent))),
            JSON.Member("statements", .number(Decimal34(statements))),
            JSON.Member("bytesIn", .number(Decimal34(input.count))),
            JSON.Member("bytesOut", .number(Decimal34(bytes))),
          ])))
    }
    Terminal.say(JSON.object(output))
  }

  private func handleStored(_ event: JSON, _ json: JSON) async throws -> ([JSON.Member], Int) {
    guard let kind = json["record"]?["kind"]?.text, let id = json["record"]?["id"]?.text else {
      throw Refusal(
        #"standard input: with --store the key record says which: {"kind": "opportunity", "id": "D-123"}"#,
        ExitStatus.badData)
    }
    let handled = try await ServerHome(home).withApplication { application in
      try await application.handle(event, of: RecordKey(kind: kind, id: id), isTrial: dryRun)
    }
    return (handled.document.members ?? [], handled.statements)
  }

  private func handleBeside(_ event: JSON, _ json: JSON) throws -> [JSON.Member] {
    guard let beside = json["dossier"] else {
      throw Refusal(
        "standard input: the key dossier is missing; a record is one, and --store takes that of the server's store",
        ExitStatus.badData)
    }
    let loaded = try LoadedPlaybook(playbook)
    let reader = RecordReader(loaded.playbook)
    let dossier: Dossier
    let happened: Event
    do throws(RecordError) {
      dossier = try Dossier(beside, reader)
      happened = try Event(event, of: dossier.record.kind, reader)
    } catch {
      throw Refusal(
        error.problems.map { "standard input: \($0.description)" }, "nothing was decided", ExitStatus.badData)
    }
    var worker = DecisionWorker(loaded.playbook)
    var made = 0
    let result = step(
      dossier, happened,
      in: StepSetting(
        playbook: loaded.playbook, version: Text(loaded.version),
        clock: try CommandClock.clock(happened.at, zone: loaded.playbook.definition.policy.zone)),
      // The same event gives the same ids, so that a host may repeat it.
      ids: {
        made += 1
        return happened.id + "/" + Text("\(made)")
      }, worker: &worker)
    return (result.json.members ?? []) + [JSON.Member("dossier", result.dossier.json)]
  }

  /// All of standard input, as far as one record's limit.
  private static func input() throws -> [UInt8] {
    var lines = try LineReader(path: "-")
    var bytes: [UInt8] = []
    while let line = try lines.next() {
      guard case .bytes(let part) = line, bytes.count + part.count <= RecordReader.limits.bytes else {
        throw Refusal(
          "standard input has more than \(RecordReader.limits.bytes) bytes, which is more than one record may have",
          ExitStatus.badData)
      }
      bytes += part
      bytes.append(0x0A)
    }
    return bytes
  }

  /// Nanoseconds of processor time of this process.
  private static func processorTime() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
  }
}
