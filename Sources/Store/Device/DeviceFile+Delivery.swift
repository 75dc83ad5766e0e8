internal import FoundationEssentials
internal import GRDB

/// What came of sending an item. Each is one transaction, and none touches the frozen bytes.
extension DeviceFile {
  /// Keeps the receipt, and with it ends the waiting.
  ///
  /// - Parameters:
  ///   - sha256: what the receipt says was received, hexadecimal.
  ///   - held: whether the receipt says that sales ops will look at it.
  /// - Returns: whether the item still waited for it; false: it has a receipt already, is not here, or has other bytes,
  ///   and nothing was changed.
  public func keepReceipt(
    _ receipt: [UInt8], of id: String, sha256: String, held: Bool, at now: Int64
  ) throws -> Bool {
    try change(
      """
      UPDATE outbox
      SET state = ?, receipt = ?, received_at = ?, next_attempt_at = NULL, last_error = NULL,
        refusal_code = NULL, refusal_status = NULL
      WHERE id = ? AND sha256 = ? AND state IN ('waiting', 'attention')
      """,
      [held ? "held" : "sent", Data(receipt), now, id, sha256])
  }

  /// Keeps why the server refused the item; it is shown to its person, who decides.
  ///
  /// - Parameters:
  ///   - reason: the server's words for people.
  ///   - code: its word for machines.
  ///   - status: the HTTP status.
  /// - Returns: whether the item still waited.
  public func keepRefusal(_ reason: String, code: String, status: Int, of id: String) throws -> Bool {
    try change(
      """
      UPDATE outbox
      SET state = 'attention', refusal_code = ?, refusal_status = ?, last_error = ?, next_attempt_at = NULL
      WHERE id = ? AND state IN ('waiting', 'attention')
      """,
      [code, status, reason, id])
  }

  /// Counts an attempt that failed in passing; the item waits on.
  ///
  /// - Returns: whether the item still waited.
  public func keepFailure(_ reason: String, of id: String, nextAttemptAt: Int64?) throws -> Bool {
    try change(
      """
      UPDATE outbox
      SET state = 'waiting', refusal_code = NULL, refusal_status = NULL, attempts = attempts + 1, last_error = ?,
        next_attempt_at = ?
      WHERE id = ? AND state IN ('waiting', 'attention')
      """,
      [reason, nextAttemptAt, id])
  }

  private func change(_ sql: String, _ arguments: StatementArguments) throws -> Bool {
    try writing { database in
      try database.execute(sql: sql, arguments: arguments)
      return database.changesCount == 1
    }
  }
}
