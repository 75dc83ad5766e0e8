public import FEEL

/// Why a record cannot be read: all that is wrong with its line.
public typealias RecordError = DocumentError

/// Reads records, one JSON object each, strictly: unknown keys and attributes, wrong types and impossible values are
/// all reported, with their place and a near miss. Values are read as `AttributeReader` reads them.
///
///     {"id": "O-1", "stage": "Demo", "attributes": {"amount": 120000}, "changed": {"amount": "2026-03-01T08:00:00Z"},
///      "related": {"contacts": [{"role": "buyer"}]}, "submissions": [...], "history": {...}}
///
/// Absent and `null` mean the same: unknown. Instants are RFC 3339 texts or epoch milliseconds.
public struct RecordReader: Sendable {
  /// What one record may cost: 4 MB, 100,000 values.
  public static let limits = JSONLimits(bytes: 4_194_304, depth: 32, values: 100_000)

  private let kinds: [KindReading]
  private let assessments: [Text]
  private let zone: PolicyZone
  private var json = JSONReader(limits: limits)

  /// A reader for records of this playbook.
  public init(_ playbook: Playbook) { self.init(playbook.definition) }

  /// A reader for records of these kinds.
  public init(_ definition: PlaybookDefinition) {
    var kinds: [KindReading] = []
    for kind in definition.kinds { kinds.append(KindReading(kind)) }
    self.kinds = kinds
    var assessments: [Text] = []
    for assessment in definition.assessments where !assessments.contains(assessment.name) {
      assessments.append(assessment.name)
    }
    self.assessments = assessments
    zone = PolicyZone(definition.policy)
  }

  /// The record that one line holds.
  public mutating func read(_ line: UnsafeBufferPointer<UInt8>) throws(RecordError) -> Record {
    let value: JSON
    do throws(JSONError) {
      value = try json.read(line)
    } catch {
      // The caller knows the line; the column is what helps.
      throw DocumentError([
        DocumentError.Problem(path: "", message: Text("no JSON: column \(error.column): \(error.message)"))
      ])
    }
    return try record(value)
  }

  /// The record that one line holds.
  public mutating func read(_ line: ArraySlice<UInt8>) throws(RecordError) -> Record {
    try line.withUnsafeBufferPointer { (bytes) throws(RecordError) -> Record in try read(bytes) }
  }

  /// The record that one line holds.
  public mutating func read(_ line: [UInt8]) throws(RecordError) -> Record {
    try line.withUnsafeBufferPointer { (bytes) throws(RecordError) -> Record in try read(bytes) }
  }

  /// The work of reading one document with parts of records.
  var reading: RecordReading { RecordReading(kinds: kinds, assessments: assessments, zone: zone) }

  /// The record that a JSON object stands for.
  public func record(_ json: JSON) throws(RecordError) -> Record {
    var reading = self.reading
    let record = reading.record(json)
    try reading.finish()
    return record
  }
}

/// A kind as the reader needs it.
struct KindReading: Sendable {
  struct Attribute: Sendable {
    let name: Text
    let type: FeelType
    let values: [Text]

    init(_ definition: AttributeDefinition) {
      name = definition.name
      type = definition.type
      values = definition.values
    }
  }

  struct List: Sendable {
    let name: Text
    let attributes: [Attribute]
    /// Shared by all items, so that a machine finds entries by place.
    let shape: Shape
  }

  let name: Text
  let attributes: [Attribute]
  let related: [List]

  init(_ kind: RecordKindDefinition) {
    name = kind.name
    attributes = kind.attributes.map { Attribute($0) }
    related = kind.related.map { list in
      List(
        name: list.name,
        attributes: list.attributes.map { Attribute($0) },
        shape: Shape(list.attributes.map { $0.name }))
    }
  }
}
