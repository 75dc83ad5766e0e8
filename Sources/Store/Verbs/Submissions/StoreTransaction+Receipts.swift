extension StoreTransaction {
  /// Stores the receipt that a submission got; in the transaction that took it in or accepted it.
  public func saveReceipt(_ receipt: [UInt8], of id: String) throws {
    try run("UPDATE submission SET receipt = $2 WHERE id = $1", values(id, receipt))
  }
}
