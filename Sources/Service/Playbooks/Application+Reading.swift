internal import FEEL
public import Sales
internal import Store

/// Stored records that a playbook cannot read.
public struct UnreadableRecords: Sendable {
  /// How many there are.
  public var count = 0
  /// Some of them, by kind and id, each with what does not fit.
  public var first: [(record: RecordKey, problems: [String])] = []

  /// None.
  public init() {}
}

extension Application {
  /// The stored records that a playbook cannot read: under it they are not judged, and devices do not get them.
  ///
  /// Reads page by page beside everything else.
  ///
  /// - Parameters:
  ///   - document: the playbook's canonical document.
  ///   - most: how many are named.
  /// - Complexity: O(records).
  public func recordsUnreadable(
    by document: [UInt8], most: Int = 20
  ) async throws(ServiceError) -> UnreadableRecords {
    let reader: StoredRecordReader
    do throws(DocumentError) {
      reader = StoredRecordReader(try PlaybookDefinition(canonical: document))
    } catch {
      throw ServiceError(
        .invalid, code: "no-playbook", "This is no canonical playbook.", problems: error.problems.map(\.description))
    }
    var found = UnreadableRecords()
    var after: RecordKey?
    while true {
      let last = after
      let page = try await reading { reading in
        try reading.records(after: last, limit: 500).map { ($0.key, $0.deletedAt != nil, $0.document) }
      }
      for (key, isDeleted, document) in page where !isDeleted {
        do { _ = try reader.record(document) } catch {
          found.count += 1
          guard found.first.count < most else { continue }
          let problems = (error as? RecordError)?.problems.map(\.description) ?? ["\(error)"]
          found.first.append((record: key, problems: problems))
        }
      }
      guard page.count == 500, let end = page.last?.0 else { return found }
      after = end
    }
  }
}
