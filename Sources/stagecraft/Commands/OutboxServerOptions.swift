internal import ArgumentParser
internal import Connect
internal import FoundationEssentials
internal import Service
internal import Store

/// `--server` and `--token-file`: where a device's server is, and how it signs in there.
struct OutboxServerOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The server's address.", discussion: "Default: the one of the last time.", valueName: "url"))
  var server: String?

  @Option(
    help: ArgumentHelp(
      "File with your token, of mode 0600.", discussion: "Default: $STAGECRAFT_TOKEN, else the file of the last time.",
      valueName: "file"))
  var tokenFile: String?

  /// A server with the token for it.
  struct Access {
    var address: ServerAddress
    var token: String
    /// For the next time.
    var remembered: RememberedServer

    /// A person named this server, so it may be in an own network.
    func rules(bodyLimit: Int) -> Transport.Rules {
      Transport.Rules(allowInsecureLoopback: true, allowedPrivateHosts: [address.host], bodyLimit: bodyLimit)
    }
  }

  /// - Throws: `Refusal` where no server or no token is known, or one cannot be used; `StoreError`.
  func access(_ device: DeviceFile) throws -> Access {
    let before = try device.server()
    guard let address = server ?? before?.address else {
      throw Refusal(
        "no server is known yet. Name it: --server https://stagecraft.example --token-file FILE", ExitCode(64))
    }
    do throws(DeviceError) {
      let checked = try ServerAddress(address)
      // A token is for the server that it was made by; it is not shown to another one.
      let isSame = before?.address == checked.text
      let file = tokenFile.map(Self.absolute) ?? (isSame ? before?.tokenFile : nil)
      let token = try token(file)
      return Access(
        address: checked, token: token, remembered: RememberedServer(address: checked.text, tokenFile: file))
    } catch {
      throw error.refusal
    }
  }

  private func token(_ file: String?) throws(DeviceError) -> String {
    if tokenFile == nil, let token = ProcessInfo.processInfo.environment["STAGECRAFT_TOKEN"], !token.isEmpty {
      return try AccessTokenFile.checked(token, from: "$STAGECRAFT_TOKEN")
    }
    guard let file else {
      throw .badToken("no token is known. Put yours in a file of mode 0600 and name it with --token-file.")
    }
    return try AccessTokenFile.read(file)
  }

  private static func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
  }
}

extension ExitStatus {
  /// Signing in, or being allowed to, is what is missing.
  static let noPermission = ExitCode(77)
}

extension DeviceError {
  /// How the program ends with it.
  var refusal: Refusal {
    switch self {
    case .badAddress: Refusal(description, ExitCode(64))
    case .badToken: Refusal(description, ExitStatus.configuration)
    case .notSignedIn: Refusal("the server does not know you: \(description)", ExitStatus.noPermission)
    case .notAllowed: Refusal(description, ExitStatus.noPermission)
    case .noAnswer:
      Refusal("\(description). Nothing was changed; try again later.", ExitStatus.temporary)
    case .unusable: Refusal("\(description). Nothing was changed.", ExitStatus.badData)
    }
  }
}
