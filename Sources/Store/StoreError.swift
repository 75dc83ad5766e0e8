/// Why a file of ours could not be read or written; unless a case says otherwise, nothing was stored.
public enum StoreError: Error, Equatable, Sendable {
  /// The file cannot be opened: its path and the system's words.
  case cannotOpen(path: String, reason: String)
  /// The file is no device file, or of a later version of the product.
  case notOurs(path: String, reason: String)
  /// The disk is full, or the file may not grow.
  case diskFull(path: String)
  /// Another process holds the file for longer than we wait, or more writes wait than the store takes on.
  case busy(path: String)
  /// The device file is damaged: the check's first words.
  case damaged(path: String, reason: String)
  /// Anything else that the database says.
  case failed(path: String, reason: String)

  // The server's store

  /// The file or its disk may only be read.
  case readOnly(path: String)
  /// The file is no store of ours, or not one any more.
  case notAStore(path: String, reason: String)
  /// The store is damaged: the check's first words.
  case storeDamaged(path: String, reason: String)
  /// The store was made before the first release, with a schema that is not carried on.
  case olderSchema(path: String)
  /// The store was migrated by a later version of the product.
  case newerSchema(path: String, found: Int, known: Int)
  /// The commit failed. It may be durable all the same (an error of the disk while it is synchronised says nothing
  /// about what reached it): the outcome is unknown until the same request is repeated with its key.
  case notCommitted(path: String, reason: String)
  /// The file is not at its path any more, or another is in its place.
  case moved(path: String)
  /// Another process holds the lease that this one needs to write.
  case takenOver(path: String, process: Int32, host: String)
  /// There is a file of that name already.
  case exists(path: String)
  /// The same name is there already with another content: what, and which.
  case differs(what: String, name: String)
  /// A text holds U+0000, or a list is longer than a statement takes.
  case unsuitable(reason: String)
  /// The store was closed, or a transaction was used outside its body.
  case closed(path: String)
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
    case .readOnly(let path):
      """
      \(path) may only be read, so nothing was saved. Make the file, its folder and its disk writable for the user that \
      runs stagecraft; it goes on by itself then.
      """
    case .notAStore(let path, let reason):
      """
      \(path) is not a store of stagecraft: \(reason). Nothing was changed. Use another --home; if it was a store, its \
      beginning was overwritten: move it and the files \(path)-wal and \(path)-shm away and put the last backup in its \
      place.
      """
    case .storeDamaged(let path, let reason):
      """
      \(path) is damaged (\(reason)). Nothing was changed. Stop stagecraft, move the file and the files \(path)-wal and \
      \(path)-shm away together, put the last backup in their place and start again; devices and the CRM then bring \
      what came after it.
      """
    case .olderSchema(let path):
      """
      \(path) was made by a stagecraft from before its first release, whose schema is not carried on. Nothing was changed. \
      Move the file and the files \(path)-wal and \(path)-shm away; then make a new one with `stagecraft init`, activate \
      the playbook and let the CRM bring its records again. What devices still hold they send by themselves.
      """
    case .newerSchema(let path, let found, let known):
      """
      \(path) has schema \(found), and this stagecraft knows schemas up to \(known). Nothing was changed. Start the \
      stagecraft that wrote it, or a newer one.
      """
    case .notCommitted(let path, let reason):
      """
      \(path): the commit failed (\(reason)). Whether it was stored is unknown: send the same request with the same key \
      again, which stores it once.
      """
    case .moved(let path):
      """
      \(path), or its log \(path)-wal, was moved away or replaced while stagecraft had it open, so nothing is stored or \
      read. Put it back, or restart stagecraft to go on with what is there now.
      """
    case .takenOver(let path, let process, let host):
      """
      \(path): process \(process) on \(host) took over while this one did not answer, so nothing was stored here. This \
      one stops.
      """
    case .exists(let path):
      "\(path) is there already. Nothing was changed. Name another file, or say --force to replace it."
    case .differs(let what, let name):
      "\(what) \(name) is there already with another content. Nothing was changed. Give the new content a new version."
    case .unsuitable(let reason):
      "\(reason). Nothing was changed."
    case .closed(let path):
      "\(path) is closed: stagecraft is stopping. Nothing was changed; try again when it runs."
    }
  }
}
