internal import ArgumentParser

/// `stagecraft outbox`: what the device works from, and what waits to be sent.
struct OutboxCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "outbox",
    abstract: "Fetch what to work from offline; list and send what was saved.",
    discussion: """
      What you save stays on this device until the server has given a receipt for exactly these bytes.

      Example: stagecraft outbox fetch --server https://stagecraft.example --token-file ~/.stagecraft-token
      Example: stagecraft outbox send
      """,
    subcommands: [
      OutboxFetchCommand.self, OutboxListCommand.self, OutboxSendCommand.self, OutboxAgainCommand.self,
      OutboxExportCommand.self, OutboxImportCommand.self,
    ])
}
