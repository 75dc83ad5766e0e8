internal import FEEL
internal import Logging
internal import Sales
internal import Service

/// One JSON object a line on standard error: when, how grave, what; never the content of records.
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
    var members = [
      JSON.Member("ts", .string(Instant.text(CommandClock.now()))),
      JSON.Member("level", .string(Text(event.level.rawValue))),
      JSON.Member("msg", .string(Text(event.message.description))),
    ]
    for (key, value) in metadata.merging(event.metadata ?? [:], uniquingKeysWith: { $1 }).sorted(by: { $0.key < $1.key }
    ) {
      members.append(JSON.Member(Text(key), .string(Text(value.description))))
    }
    Terminal.write(JSON.object(members).bytes + [0x0A], to: 2)
  }
}
