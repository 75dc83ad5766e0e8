/// How the sync worker behaves; all times in milliseconds.
public struct WorkerSettings: Sendable {
  /// The first wait after a failure; it doubles with every further one, up to the longest, and a random part of it is
  /// waited (full jitter).
  public var firstDelay: Int64 = 1_000
  /// The longest wait between two tries.
  public var longestDelay: Int64 = 300_000
  /// How long a claim lasts; must be longer than a request may take.
  public var lease: Int64 = 60_000
  /// After so many counted failures an effect is a dead letter.
  public var attempts = 12
  /// A row of the CRM that cannot be taken in is given up after so many attempts.
  public var rowAttempts = 5
  /// After so many failures of the whole connection in a row, effects go one by one, so that one that breaks the CRM
  /// cannot hold the others back.
  public var failuresBeforeSingles = 3
  /// Without a signal the queue is looked at so often.
  public var idle: Int64 = 1_000
  /// Effects in a batch.
  public var batch = 200

  /// The defaults, which suit one CRM.
  public init() {}

  /// The wait after so many failures.
  ///
  /// - Parameter jitter: parts of a million.
  func delay(failures: Int, jitter: Int64) -> Int64 {
    let most = failures >= 20 ? longestDelay : min(longestDelay, firstDelay << Int64(max(0, failures - 1)))
    return max(1, most * jitter / 1_000_000)
  }
}
