internal import FEEL

/// The placeholders and values of a condition `IN (...)`.
///
/// Lists are filled up to the next power of two with their last value, so that few texts of a statement differ only in
/// their length and each is prepared once.
struct ListCondition {
  /// `$3, $4, ...`
  let places: String
  let values: [StoreValue]

  /// - Parameters:
  ///   - texts: one at least.
  ///   - first: the number of the first placeholder.
  /// - Throws: `StoreError.unsuitable` for more than 16,384.
  init(_ texts: [Text], first: Int) throws {
    guard texts.count <= 16_384 else {
      throw StoreError.unsuitable(reason: "a list of \(texts.count) names is longer than the 16384 that a query takes")
    }
    var length = 1
    while length < texts.count { length *= 2 }
    var values = texts.map(\.storeValue)
    if let last = values.last { values += Array(repeating: last, count: length - values.count) }
    self.values = values
    places = values.indices.map { "$\(first + $0)" }.joined(separator: ", ")
  }
}
