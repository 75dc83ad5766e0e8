internal import GRDB

/// SQLite's errors in our words; values that people typed never show in them.
enum SQLiteError {
  /// An error within a transaction, or of one that never began.
  static func told(_ error: any Error, path: String) -> any Error {
    guard let error = error as? DatabaseError else { return error }
    let reason = error.message ?? "the database gave no reason"
    let told: StoreError =
      switch error.resultCode {
      case .SQLITE_FULL: .diskFull(path: path)
      case .SQLITE_BUSY, .SQLITE_LOCKED: .busy(path: path)
      case .SQLITE_CORRUPT: .storeDamaged(path: path, reason: reason)
      case .SQLITE_NOTADB: .notAStore(path: path, reason: reason)
      case .SQLITE_READONLY: .readOnly(path: path)
      case .SQLITE_CANTOPEN, .SQLITE_IOERR:
        if PrivateFile.isDiskFull(path) {
          .diskFull(path: path)
        } else if error.resultCode == .SQLITE_CANTOPEN {
          .cannotOpen(path: path, reason: reason)
        } else {
          .failed(path: path, reason: "the disk could not be written or read (\(reason))")
        }
      case .SQLITE_PERM, .SQLITE_AUTH: .cannotOpen(path: path, reason: reason)
      case .SQLITE_TOOBIG: .unsuitable(reason: "a text or a document is larger than the store takes")
      default: .failed(path: path, reason: reason)
      }
    return told
  }

  /// An error of the commit itself.
  ///
  /// Only SQLITE_FULL and the refusals before anything is written are certain; after any other the pages may have
  /// reached the disk.
  static func toldOfCommit(_ error: any Error, path: String) -> any Error {
    let told = told(error, path: path)
    switch told as? StoreError {
    case .diskFull, .readOnly, .busy:
      // A full disk that is told as an input or output error says nothing about the page that ended the transaction.
      if (error as? DatabaseError)?.resultCode != .SQLITE_IOERR { return told }
      return StoreError.notCommitted(path: path, reason: "the disk is full")
    case nil: return told
    default:
      return StoreError.notCommitted(path: path, reason: (error as? DatabaseError)?.message ?? "\(told)")
    }
  }
}
