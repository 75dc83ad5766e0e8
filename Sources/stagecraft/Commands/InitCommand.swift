internal import ArgumentParser
internal import FEEL
internal import FoundationEssentials
internal import Glibc
internal import StarterPlaybook
internal import Store

/// `stagecraft init`: a playbook to start from, and this machine's files.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a playbook to start from, and make this machine's files.",
    discussion: """
      Writes the playbook that ships, with its example deals, into a folder that has no playbook yet, and makes the \
      device's file in the home folder. Nothing that exists is overwritten.

      Example: stagecraft init my-playbook
      """)

  @Argument(help: ArgumentHelp("Folder of the new playbook.", valueName: "folder"))
  var folder = "."

  @OptionGroup var home: HomeOptions

  @Flag(help: "Write JSON.")
  var json = false

  func run() throws {
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
    if json {
      let json = JSON.object([
        JSON.Member("files", .array(files.map { .string(Text(folder + "/" + $0.path)) })),
        JSON.Member("device", .string(Text(device.path))),
      ])
      return Terminal.say(Text(bytes: json.bytes).string)
    }
    let prefix = folder == "." ? "" : folder + (folder.hasSuffix("/") ? "" : "/")
    for file in files { Terminal.say("wrote \(prefix)\(file.path)") }
    Terminal.say("the device's file is \(device.path)")
    Terminal.say(
      "\nRead \(prefix)assessments/prospecting.yaml and \(prefix)rules/promotion.rules, change a number, then:\n"
        + (folder == "." ? "" : "  cd \(folder)\n") + "  stagecraft check\n"
        + "  stagecraft import rules/examples/deals.csv --mapping rules/examples/mapping.yaml > records.ndjson\n"
        + "  stagecraft score --climb records.ndjson > decisions.ndjson\n  stagecraft pipeline decisions.ndjson")
  }

  /// The files that ship inside the program.
  private static var files: [(path: String, bytes: [UInt8])] {
    (0..<starter_file_count()).map { place in
      let file = starter_file_at(place)
      return (String(cString: file.path), Array(UnsafeBufferPointer(start: file.bytes, count: file.count)))
    }
  }
}
