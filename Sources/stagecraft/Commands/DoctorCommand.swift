internal import ArgumentParser
internal import FEEL
internal import Sales
internal import Service
internal import Store

/// `stagecraft doctor`: is everything as it should be?
struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Check store, disk, clock, audit chain, backup, night, tokens, sync and CRM.",
    discussion: """
      One line each: ok, warn or fail, what was found, and the next command to run. Nothing is changed, and the server may \
      run meanwhile. Exit status is 1 if something fails; a warning alone ends with 0.

      Example: stagecraft doctor
      """)

  @OptionGroup var home: HomeOptions

  @Flag(help: "Write JSON.")
  var json = false

  func run() async throws {
    let server = try ServerHome(home)
    let lines = try await lines(server)
    if json {
      Terminal.say(
        JSON.array(
          lines.map { line in
            .object([
              JSON.Member("subject", .string(Text(line.subject))),
              JSON.Member("grade", .string(Text(line.grade.rawValue))),
              JSON.Member("message", .string(Text(line.message))),
              JSON.Member("next", line.next.map { .string(Text($0)) } ?? .null),
            ])
          }))
    } else {
      let width = lines.map(\.subject.count).max() ?? 0
      for line in lines {
        let space = String(repeating: " ", count: width - line.subject.count)
        Terminal.say("\(Self.shown(line.grade))  \(line.subject)\(space)  \(line.message)")
        if let next = line.next { Terminal.say("      \(String(repeating: " ", count: width))  next: \(next)") }
      }
    }
    if lines.contains(where: { $0.grade == .failure }) { throw ExitStatus.findings }
  }

  /// A store that cannot be opened is a finding, and the first to be told.
  private func lines(_ server: ServerHome) async throws -> [CheckupLine] {
    do {
      return try await server.withApplication(connected: true) { await $0.checkup() }
    } catch let error as StoreError {
      let next =
        switch error {
        case .storeDamaged, .notAStore: "stagecraft restore FILE"
        default: "ls -l \(server.folder)"
        }
      return [CheckupLine("store", .failure, error.description, next: next)]
    }
  }

  private static func shown(_ grade: CheckupLine.Grade) -> String {
    switch grade {
    case .ok: Terminal.green("ok  ")
    case .warning: Terminal.yellow("warn")
    case .failure: Terminal.red("fail")
    }
  }
}
