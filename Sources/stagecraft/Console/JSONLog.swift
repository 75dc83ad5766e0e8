internal import FEEL
internal import Logging
internal import Sales
internal import Service

/// One JSON object a line on standard error: when, how grave, what. Records are named by the id that the CRM gave them;
/// nothing that a person typed (names, answers, reasons, amounts) stands in it, nor any token.
struct JSONLog: LogHandler {
  var logLevel: Logger.Level
  var metadata: Logger.Metadata = [:]
  private let label: String

  static func logger(_ level: Logger.Level) -> Logger {
    Logger(label: "stagecraft") { label in JSONLog(logLevel: level, label: label) }
  }

  init(logLevel: Logger.Level, label: String) {
    self.logLevel = logLevel
    self.label = label
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let all = metadata.merging(event.metadata ?? [:], uniquingKeysWith: { $1 }).sorted { $0.key < $1.key }
    LogOutput.standardError.add(
      Self.line(event.level, event.message.description, all.map { ($0.key, $0.value.description) }))
  }

  /// A line with its line end.
  static func line(_ level: Logger.Level, _ message: String, _ metadata: [(key: String, value: String)]) -> [UInt8] {
    let members =
      [
        JSON.Member("ts", .string(Instant.text(CommandClock.now()))),
        JSON.Member("level", .string(Text(level.rawValue))),
        JSON.Member("msg", .string(Text(message))),
      ] + metadata.map { JSON.Member(Text($0.key), .string(Text($0.value))) }
    return JSON.object(members).bytes + [0x0A]
  }
}
