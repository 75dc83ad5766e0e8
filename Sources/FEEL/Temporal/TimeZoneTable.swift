/// All time zones by name, as tzdata has them: compiled in, the same on every platform (built by `scripts/zones`).
public enum TimeZoneTable {
  /// The zone of that name (`Europe/Paris`, `Etc/GMT+5`), old names included; exactly as it is written, nil if there is
  /// none.
  public static func zone(named name: Text) -> NamedZone? {
    var low = 0
    var high = nameEnds.count
    while low < high {
      let middle = (low + high) / 2
      switch Self.name(at: middle) {
      case name: return UInt16(exactly: middle).map { NamedZone(index: $0) }
      case let other where other < name: low = middle + 1
      default: high = middle
      }
    }
    return nil
  }

  /// The names of all zones, ascending.
  public static var names: [Text] { nameEnds.indices.map { name(at: $0) } }

  // Where the lines of the packed texts end; found once.
  private static let nameEnds = lineEnds(packedNames)
  private static let recordEnds = lineEnds(packedRecords)

  private static func lineEnds(_ packed: StaticString) -> [Int32] {
    var ends: [Int32] = []
    let count = packed.utf8CodeUnitCount
    for place in 0..<count where packed.utf8Start[place] == UInt8(ascii: "\n") { ends.append(Int32(place)) }
    ends.append(Int32(count))
    return ends
  }

  /// Where a line lies; nowhere if there is no such line.
  private static func line(_ index: Int, _ ends: [Int32]) -> Range<Int> {
    guard ends.indices.contains(index) else { return 0..<0 }
    return (index == 0 ? 0 : Int(ends[index - 1]) + 1)..<Int(ends[index])
  }

  /// The name that stands in a line, and where the number behind it lies.
  private static func entry(at index: Int) -> (name: Text, record: Range<Int>) {
    let line = line(index, nameEnds)
    let blank = line.first { packedNames.utf8Start[$0] == UInt8(ascii: " ") } ?? line.upperBound
    let name = UnsafeBufferPointer(start: packedNames.utf8Start + line.lowerBound, count: blank - line.lowerBound)
    return (Text(bytes: Array(name)), min(blank + 1, line.upperBound)..<line.upperBound)
  }

  static func name(at index: Int) -> Text { entry(at: index).name }

  /// The record of the zone whose name has that place.
  static func record(at index: Int) -> ZoneRecord {
    var number = PackedNumbers(packedNames, entry(at: index).record)
    let record = line(Int(truncatingIfNeeded: number.number()), recordEnds)
    return ZoneRecord(PackedNumbers(packedRecords, record))
  }
}

/// A zone of the table.
public struct NamedZone: Hashable, Sendable {
  /// The place of its name in the table.
  let index: UInt16

  /// Its name, as it was asked for: two names of one zone are two zones.
  public var name: Text { TimeZoneTable.name(at: Int(index)) }

  /// What the zone adds to UTC at an instant (seconds since 1970-01-01T00:00:00Z), in seconds. Before the first change
  /// that is known it is local mean time, after the last the rule in force then holds for ever.
  public func offset(at seconds: Int64) -> Int32 {
    var record = TimeZoneTable.record(at: Int(index))
    return record.offset(at: seconds)
  }

  /// What the zone adds to UTC when its clocks show a time (seconds since 1970-01-01T00:00:00 on them).
  ///
  /// Of a time that comes twice the first is meant; a time that is left out counts as with the offset before the gap.
  public func offset(atLocal seconds: Int64) -> Int32 {
    let before = offset(at: seconds &- 86_400)
    if offset(at: seconds &- Int64(before)) == before { return before }
    let after = offset(at: seconds &+ 86_400)
    return offset(at: seconds &- Int64(after)) == after ? after : before
  }

  /// The offset of a zone that never had another (`Etc/UTC`, `Etc/GMT+5`); nil for all others.
  public var fixedOffset: Int32? {
    var record = TimeZoneTable.record(at: Int(index))
    return record.fixedOffset()
  }
}

extension Clock {
  /// An instant as the clocks of a zone show it.
  public init(epochMilliseconds: Int64, zone: NamedZone) {
    let millisecond = CalendarDate.remainder(epochMilliseconds, 1000)
    self.init(
      epochMilliseconds: epochMilliseconds,
      offsetSeconds: zone.offset(at: (epochMilliseconds &- millisecond) / 1000))
  }
}
