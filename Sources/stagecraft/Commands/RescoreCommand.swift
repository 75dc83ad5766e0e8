internal import ArgumentParser
internal import FEEL
internal import Sales
internal import Service
internal import Store
internal import Synchronization

/// `stagecraft rescore`: the night.
struct RescoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rescore",
    abstract: "Score and judge all records afresh.",
    discussion: """
      Writes only what changed, in short transactions; killed and started again it goes on where it stopped and comes to \
      the same report. A run that is finished tells its report again. Ends with 1 where single records had errors, and \
      with 75 while another run is under way.

      Example: stagecraft rescore --as-of 2026-03-31T19:00:00Z
      """)

  @OptionGroup var home: HomeOptions

  @Option(
    help: ArgumentHelp(
      "The day or moment to decide for; a day means its end.",
      discussion: "Default: now, or that of a run of the last day that was interrupted.", valueName: "when"))
  var asOf: String?

  @Flag(help: "Write the report as JSON.")
  var json = false

  func run() async throws {
    let bar = Mutex(ProgressBar("rescoring"))
    let (report, wasFinished): (NightReport, Bool)
    do {
      (report, wasFinished) = try await ServerHome(home).withApplication { application in
        let zone = try await application.zone()
        let instant = try asOf.map { try Moment.end(of: $0, option: "--as-of", zone: zone) }
        let result = try await application.rescore(asOf: instant) { done, total in
          bar.withLock { $0.show(done: done, total: total, count: done) }
        }
        // Where no server runs nobody else does.
        do throws(ServiceError) { _ = try await application.keepHouse() } catch {
          Terminal.tell("stagecraft: the night is done; what had its time was not removed: \(error.message)")
        }
        return result
      }
    } catch let taken as HeldLease.Taken {
      throw Refusal(
        "another run is under way: process \(taken.lease.pid) on \(taken.lease.host), since "
          + "\(Instant.text(taken.lease.startedAt)). Wait for it.", ExitStatus.temporary)
    }
    bar.withLock { $0.finish() }
    if json {
      Terminal.say(report.document)
    } else {
      for line in report.lines {
        Terminal.say("\(line.record.id): \(Self.word(line.ending))\(line.detail.isEmpty ? "" : ": \(line.detail)")")
      }
      Terminal.say("as of \(Instant.text(report.asOf)), playbook \(report.playbook.prefix(12))")
      Terminal.say(
        "forecast as stated \(Self.signed(report.statedDifference)), as supported for certain "
          + Self.signed(report.leastDifference))
      Terminal.say(report.summary)
    }
    if wasFinished { Terminal.tell("this run was finished before; 0 changes") }
    if report.count(.error) > 0 { throw ExitStatus.findings }
  }

  private static func word(_ ending: NightReport.Ending) -> String {
    ending == .recheck ? "re-check" : ending.rawValue
  }

  private static func signed(_ number: Decimal34) -> String {
    number.isNegative ? number.text.string : "+" + number.text.string
  }
}
