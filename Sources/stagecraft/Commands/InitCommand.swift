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
    let taken = files.map(\.path).filter { FileManager.default.fileExists(atPath: folder + "/" + $0) }
    if let first = taken.first {
      throw Refusal(
        "\(folder) has a playbook already (\(first) exists); nothing was written. Name another folder.",
        ExitStatus.cannotCreate)
    }
    for file in files { try Self.write(file.bytes, to: folder + "/" + file.path) }
    let device = try DeviceFile(path: home.deviceFile, device: Identifier.make(at: CommandClock.now()))
    if json {
      let json = JSON.object([
        JSON.Member("files", .array(files.map { .string(Text(folder + "/" + $0.path)) })),
        JSON.Member("device", .string(Text(device.path))),
      ])
      return Terminal.say(Text(bytes: json.bytes).string)
    }
    for file in files { Terminal.say("wrote \(folder)/\(file.path)") }
    Terminal.say("the device's file is \(device.path)")
    let place = folder == "." ? "" : " \(folder)"
    Terminal.say(
      "\nRead \(folder)/assessments/prospecting.yaml and \(folder)/rules/promotion.rules, change a number, then:\n"
        + "  stagecraft check\(place)")
  }

  /// The files that ship inside the program.
  private static var files: [(path: String, bytes: [UInt8])] {
    (0..<starter_file_count()).map { place in
      let file = starter_file_at(place)
      return (String(cString: file.path), Array(UnsafeBufferPointer(start: file.bytes, count: file.count)))
    }
  }

  private static func write(_ bytes: [UInt8], to path: String) throws {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try Data(bytes).write(to: URL(filePath: path), options: .withoutOverwriting)
    } catch {
      throw Refusal("\(path) cannot be written: \(error)", ExitStatus.cannotCreate)
    }
  }
}
