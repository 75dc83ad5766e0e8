public import FEEL

/// Reads values of attributes: the one reading that records, imported files and rows of the CRM share.
///
///     let reader = AttributeReader(playbook.definition.policy)
///     let value = try reader.value(json, of: attribute)
///
/// A number is a JSON number, true and false are JSON's, a list is an array; a text is a string, and so are dates, times
/// and durations, as ISO 8601 writes them:
///
/// | type | text |
/// | --- | --- |
/// | date | `2026-01-31` |
/// | date and time | `2026-01-31T13:30:00Z`, `...T13:30:00.000+07:00`, `...+0700`; without an offset it is of the policy's zone |
/// | time | `13:30:00` |
/// | durations | `P1Y2M`, `P3DT4H` |
///
/// `null` is unknown. Whatever else does not fit is an error, never a value: what is silently unknown would let no rule
/// fire, and nobody would know why.
public struct AttributeReader: Sendable {
  private let zone: PolicyZone

  /// A reader for the attributes of a playbook with this policy.
  public init(_ policy: PolicyDefinition) { zone = PolicyZone(policy) }

  /// The value that a JSON value stands for.
  ///
  /// - Throws: all that does not fit, each with its path (which begins with the attribute's name), the value and what
  ///   belongs there: `close_date: a day like 2026-01-31 belongs here, not the text "soon"`.
  public func value(_ json: JSON, of attribute: AttributeDefinition) throws(DocumentError) -> Value {
    var reading = RecordReading(zone: zone)
    reading.enter(.member(attribute.name))
    let value = reading.value(json, KindReading.Attribute(attribute))
    reading.leave()
    try reading.finish()
    return value
  }
}

/// The zone of the policy, looked up once.
struct PolicyZone: Sendable {
  let name: Text
  private let zone: NamedZone?

  init(_ policy: PolicyDefinition) {
    name = policy.zone
    zone = TimeZoneTable.zone(named: policy.zone)
  }

  /// A local date and time with the offset that the zone has then; nil if the table knows no such zone.
  func placed(_ local: DateTime) -> DateTime? {
    guard let zone else { return nil }
    let second = local.date.days &* 86_400 &+ local.time.nanoseconds / 1_000_000_000
    return DateTime(
      date: local.date,
      time: TimeOfDay(nanoseconds: local.time.nanoseconds, offsetSeconds: zone.offset(atLocal: second)))
  }
}

extension DateTime {
  /// The date and time of a text in a document: as FEEL writes it, or with an offset without colon
  /// (`2026-01-31T13:30:00.000+0000`), as ISO 8601 allows and CRMs write.
  convenience init?(document text: Text) {
    let bytes = text.bytes
    let sign = bytes.count - 5
    guard sign > 10, bytes[sign] == UInt8(ascii: "+") || bytes[sign] == UInt8(ascii: "-"),
      bytes[(sign + 1)...].allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") })
    else {
      self.init(text)
      return
    }
    self.init(Text(bytes: Array(bytes[..<(sign + 3)]) + [UInt8(ascii: ":")] + bytes[(sign + 3)...]))
  }
}
