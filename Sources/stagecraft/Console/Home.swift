internal import ArgumentParser
internal import FoundationEssentials
internal import Glibc
internal import Service
internal import Store

/// Where the files of this machine are: `--home`, else `$STAGECRAFT_HOME`, else the XDG data folder.
struct HomeOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Folder of this machine's files.", discussion: "Default: $STAGECRAFT_HOME, else the XDG data folder.",
      valueName: "folder"))
  var home: String?

  /// - Throws: `Refusal` where nothing says where.
  func folder() throws -> String {
    if let home {
      if home.isEmpty { throw Refusal("--home names no folder", ExitCode(64)) }
      return home
    }
    let environment = ProcessInfo.processInfo.environment
    if let home = environment["STAGECRAFT_HOME"], !home.isEmpty { return home }
    if let state = environment["STATE_DIRECTORY"], !state.isEmpty { return state }
    if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") { return data + "/stagecraft" }
    guard let person = environment["HOME"], person.hasPrefix("/") else {
      throw Refusal(
        "nothing says where this machine's files are: neither $STAGECRAFT_HOME nor $HOME is set. Say it with --home.",
        ExitStatus.configuration)
    }
    return person + "/.local/share/stagecraft"
  }

  /// The device's file, made if it is absent.
  func device() throws -> DeviceFile {
    try DeviceFile(path: folder() + "/device.sqlite", device: SystemTime().identifier())
  }
}

/// Where the playbook is: `--playbook`, else the nearest parent folder with `rules/`.
struct PlaybookOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Folder of the playbook.", discussion: "Default: the nearest parent folder that has rules/.", valueName: "folder")
  )
  var playbook: String?

  /// - Throws: `Refusal` where there is none.
  func folder() throws -> String {
    if let playbook { return playbook }
    let start = FileManager.default.currentDirectoryPath
    var folder = start
    while true {
      var isFolder = false
      if FileManager.default.fileExists(atPath: folder + "/rules", isDirectory: &isFolder), isFolder {
        return folder
      }
      guard let slash = folder.lastIndex(of: "/"), folder != "/" else { break }
      folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
      if folder == "/" { break }
    }
    throw Refusal(
      "no playbook: neither \(start) nor a folder above it has rules/. Name one with --playbook, or make one with "
        + "`stagecraft init`.", ExitStatus.noInput)
  }
}
