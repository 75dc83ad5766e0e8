public import Store

/// What a run of sending came to.
public struct SendReport: Sendable {
  /// Why the run ended before everything was tried.
  public enum Stop: Sendable, Equatable {
    /// The token is not good (any more): the server's words.
    case notSignedIn(String)
    /// Another process sends from this outbox.
    case otherSender(process: Int32)
    /// Whatever was tried, nothing of a server of ours answered: the last reason.
    case unreachable(String)
    /// The server wants to be left alone for longer than a run waits; milliseconds.
    case askedToWait(Int64)
    /// The address may not be asked: why.
    case badAddress(String)
  }

  /// Received now for the first time.
  public var sent = 0
  /// Received before; the same receipt came again.
  public var duplicates = 0
  /// Received, and sales ops will look at it.
  public var held = 0
  /// In the outbox after the run, refused until a person does something.
  public var attention = 0
  /// In the outbox after the run, still to be sent.
  public var waiting = 0
  /// In the outbox, and of another person than the one who sends.
  public var others = 0
  /// How many requests were made.
  public var requests = 0
  /// Why it stopped early; nil: everything was tried.
  public var stop: Stop?
}

/// What happens while a run sends, for whoever shows it.
public enum SendEvent: Sendable {
  /// So many are to be tried.
  case started(Int)
  /// A receipt for exactly these bytes is on the disk; a duplicate had been received before.
  case received(OutboxItem, DeliveryReceipt, isDuplicate: Bool)
  /// The item needs attention: why.
  case refused(OutboxItem, String)
  /// It failed in passing: why, and whether it is tried again in this run.
  case failed(OutboxItem, String, goesOn: Bool)
}
