internal import ArgumentParser
internal import FEEL
internal import Sales
internal import Service
internal import Store
internal import Synchronization

/// `stagecraft restore`: a copy into the store's place, or only looked at.
struct RestoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Put a copy of the store in its place, or only verify it.",
    discussion: """
      The copy is checked first: whole file, schema, every link of the audit chain. The store that is there stays beside \
      it under another name. While a server or worker runs nothing is done, and exit status is 75. With --verify nothing \
      is written at all; exit status is 0 if the copy is good.

      Example: stagecraft restore --verify /backup/stagecraft-2026-03-31.sqlite
      Example: systemctl stop stagecraft && stagecraft restore /backup/stagecraft-2026-03-31.sqlite
      """)

  @Argument(help: ArgumentHelp("What `stagecraft backup` wrote.", valueName: "file"))
  var file: String

  @Flag(help: "Only verify the copy.")
  var verify = false

  @OptionGroup var home: HomeOptions

  @Flag(help: "Write JSON.")
  var json = false

  func run() async throws {
    if verify { return try await verified() }
    let store = try home.folder() + "/store.sqlite"
    let bar = Mutex(ProgressBar("copying", unit: "pages"))
    let restored: StoreRestoring.Restored
    do {
      restored = try await StoreRestoring.restore(file, to: store, time: SystemTime()) { done, total in
        bar.withLock { $0.show(done: done, total: total, count: done) }
      }
    } catch let error as StoreError {
      throw Self.refusal(error, file)
    }
    bar.withLock { $0.finish() }
    if json {
      return Terminal.say(
        JSON.object(
          [
            JSON.Member("store", .string(Text(store))),
            JSON.Member("old", restored.old.map { .string(Text($0)) } ?? .null),
          ] + restored.inspection.members))
    }
    Terminal.say("\(store) is now \(file): \(restored.inspection.summary)")
    if let copied = restored.inspection.copiedAt { Terminal.say("it is as of \(Instant.text(copied))") }
    if let old = restored.old { Terminal.say("the store that was there is \(old)") }
    Terminal.say(
      """

      What came after the copy is not in it. Next:
        stagecraft token list      tokens that were revoked since are valid again: revoke them again
        stagecraft erase ...       what was erased since is there again: erase it again
        stagecraft serve           devices and the CRM then bring what came since
        stagecraft doctor
      """)
  }

  private func verified() async throws {
    let inspection: StoreInspection
    do {
      inspection = try await Store.inspect(file)
    } catch let error as StoreError {
      throw Self.refusal(error, file)
    }
    let isWhole = inspection.audit.firstBad == nil
    if json {
      Terminal.say(
        JSON.object(
          [JSON.Member("file", .string(Text(file))), JSON.Member("whole", .boolean(isWhole))] + inspection.members))
    } else if let bad = inspection.audit.firstBad {
      Terminal.say("\(file): entry \(bad.number) of the audit chain is not as it was written: \(bad.what)")
    } else {
      Terminal.say("\(file) is whole: \(inspection.summary)")
      if let copied = inspection.copiedAt { Terminal.say("taken at \(Instant.text(copied))") }
      Terminal.say("all links of the audit chain hold; head \(inspection.head.number):\(inspection.head.hash)")
    }
    if !isWhole { throw ExitStatus.findings }
  }

  /// The store's own words speak of the store that is in use; here they are about a copy.
  private static func refusal(_ error: StoreError, _ file: String) -> any Error {
    switch error {
    case .storeDamaged(let path, let reason) where path == file:
      Refusal("\(file) is damaged (\(reason)). Nothing was changed. Take an older copy.", ExitStatus.badData)
    case .notAStore(let path, let reason) where path == file:
      Refusal(
        "\(file) is no copy of a store: \(reason). Nothing was changed. Name a file that `stagecraft backup` wrote.",
        reason == "there is no such file" ? ExitStatus.noInput : ExitStatus.badData)
    default: error
    }
  }
}
