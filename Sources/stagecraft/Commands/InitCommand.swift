internal import ArgumentParser
internal import Authoring
internal import FEEL
internal import FoundationEssentials
internal import Glibc
internal import Sales
internal import Service
internal import StarterPlaybook
internal import Store

/// `stagecraft init`: a playbook to start from, and this machine's files.
struct InitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a playbook to start from, and make this machine's files.",
    discussion: """
      Writes the playbook that ships, with its example deals, into a folder that has no playbook yet, and makes the \
      files of the home folder: stagecraft.yaml, the store, the device's file. Prints the admin's token once. Nothing \
      that exists is overwritten.

      Example: stagecraft init my-playbook
      """)

  @Argument(help: ArgumentHelp("Folder of the new playbook.", valueName: "folder"))
  var folder = "."

  @OptionGroup var home: HomeOptions

  @Flag(help: "Write JSON.")
  var json = false

  func run() async throws {
    let files = Self.files
    if folder.isEmpty { throw Refusal("the folder has no name", ExitCode(64)) }
    if let taken = ["rules", "assessments"].first(where: { FileManager.default.fileExists(atPath: folder + "/" + $0) })
    {
      throw Refusal(
        "\(folder == "." ? "this folder" : folder) has a playbook already (\(taken) exists); nothing was written. "
          + "Name another folder.",
        ExitStatus.cannotCreate)
    }
    // The device's file comes first: where that cannot be made, no playbook is left behind.
    let device = try home.device()
    var tree = NewFiles()
    do throws(Refusal) {
      for file in files { try tree.write(file.bytes, to: folder + "/" + file.path) }
    } catch {
      tree.remove()
      throw error
    }
    let admin = try await makeHome()
    if json {
      let json = JSON.object([
        JSON.Member("token", admin.map { .string(Text($0)) } ?? .null),
        JSON.Member("files", .array(files.map { .string(Text(folder + "/" + $0.path)) })),
        JSON.Member("device", .string(Text(device.path))),
      ])
      return Terminal.say(json)
    }
    let prefix = folder == "." ? "" : folder + (folder.hasSuffix("/") ? "" : "/")
    for file in files { Terminal.say("wrote \(prefix)\(file.path)") }
    Terminal.say("the device's file is \(device.path)")
    if let admin {
      Terminal.say("the store is \(try home.folder())/store.sqlite, the set-up stagecraft.yaml beside it")
      Terminal.say("\nThe admin's token, which is not shown again:\n  \(admin)")
    }
    Terminal.say(
      "\nRead \(prefix)assessments/prospecting.yaml and \(prefix)rules/promotion.rules, change a number, then:\n"
        + (folder == "." ? "" : "  cd \(folder)\n") + "  stagecraft check\n"
        + "  stagecraft import rules/examples/deals.csv --mapping rules/examples/mapping.yaml > records.ndjson\n"
        + "  stagecraft score --climb records.ndjson > decisions.ndjson\n  stagecraft pipeline decisions.ndjson")
  }

  /// The server's files of the home, where they are not there yet.
  ///
  /// - Returns: the admin's token, if the store is new.
  private func makeHome() async throws -> String? {
    let folder = try home.folder()
    if access(folder + "/stagecraft.yaml", F_OK) != 0 {
      var files = NewFiles()
      try files.write(Array(Self.setUp.utf8), to: folder + "/stagecraft.yaml")
      chmod(folder + "/stagecraft.yaml", 0o600)
    }
    if access(folder + "/store.sqlite", F_OK) == 0 { return nil }
    let server = try ServerHome(home)
    let end = server.definition.tokenDays.map { CommandClock.now() + Int64($0) * 86_400_000 }
    return try await server.withApplication(create: true) { application in
      try await application.makeToken(for: "admin", name: "first admin", role: .admin, expiresAt: end).token
    }
  }

  private static let setUp = """
    # The set-up of this home. Secrets are never in it, only the files that hold them.
    listen: 127.0.0.1:8484
    # public_url: https://stagecraft.example.com
    # metrics_on_loopback: true
    # token_days: 365
    # connections:
    #   crm:
    #     kind: salesforce
    #     login: https://login.salesforce.com
    #     client_id: CONSUMER-KEY-OF-THE-CONNECTED-APP
    #     user: integration@example.com
    #     key_file: secrets/crm.pem
    #     objects:
    #       opportunity: {object: Opportunity, stage: StageName, owner: OwnerId}
    # webhooks:
    #   crm: {connection: crm, secret_files: [secrets/webhook]}

    """

  /// The files that ship inside the program.
  private static var files: [(path: String, bytes: [UInt8])] {
    (0..<starter_file_count()).map { place in
      let file = starter_file_at(place)
      return (String(cString: file.path), Array(UnsafeBufferPointer(start: file.bytes, count: file.count)))
    }
  }
}
