/// Why a file of ours could not be read or written; nothing was stored.
public enum StoreError: Error, Equatable, Sendable {
  /// The file cannot be opened: its path and the system's words.
  case cannotOpen(path: String, reason: String)
  /// The file is no device file, or of a later version of the product.
  case notOurs(path: String, reason: String)
  /// The disk is full, or the file may not grow.
  case diskFull(path: String)
  /// Another process holds the file for longer than we wait.
  case busy(path: String)
  /// The file is damaged: the check's first words.
  case damaged(path: String, reason: String)
  /// Anything else that the database says.
  case failed(path: String, reason: String)
}

extension StoreError: CustomStringConvertible {
  /// What, where, and what to do.
  public var description: String {
    switch self {
    case .cannotOpen(let path, let reason):
      "\(path) cannot be opened: \(reason). Check that the folder exists and that you may write to it."
    case .notOurs(let path, let reason):
      "\(path) is not a device file of this version: \(reason). Use another --home, or a newer stagecraft."
    case .diskFull(let path):
      "\(path): the disk is full, so nothing was saved. Free some space and try again; what was there is still there."
    case .busy(let path):
      "\(path) is in use by another stagecraft that has not finished within 5 seconds. Wait for it and try again."
    case .damaged(let path, let reason):
      """
      \(path) is damaged (\(reason)). Nothing was changed. Copy it to a safe place, since submissions that wait to be \
      sent may be in it; then move it away and fetch again.
      """
    case .failed(let path, let reason):
      "\(path): \(reason). Nothing was changed."
    }
  }
}
