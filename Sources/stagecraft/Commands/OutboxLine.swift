internal import FEEL
internal import Sales
internal import Store

/// How items of the outbox are told to people.
enum OutboxLine {
  /// `no. 3 O-201 ProspectingAssessment`.
  static func name(_ item: OutboxItem) -> String { "no. \(item.sequence) \(item.record) \(item.assessment)" }

  /// What a person can do about an item that the server refused.
  static func advice(_ item: OutboxItem) -> [String] {
    switch item.refusalStatus {
    case 403: ["    The next `stagecraft outbox send` tries it again."]
    default: ["    It stays here. To send its answers as new: stagecraft outbox again \(item.id)"]
    }
  }

  static func state(_ item: OutboxItem) -> String {
    switch item.state {
    case .waiting: item.attempts == 0 ? "waiting" : "waiting, \(item.attempts) tr\(item.attempts == 1 ? "y" : "ies")"
    case .attention: "needs attention"
    case .sent: "sent"
    case .held: "held"
    case .replaced: "sent as new"
    }
  }

  /// What the device told the rep when it was saved.
  static func score(_ item: OutboxItem) -> String {
    Envelope(bytes: item.envelope)?.preview?.score?.shown.string ?? ""
  }
}
