import Foundation
import Testing

@testable import FEEL

@Suite struct `Time zones` {
  /// The tzdata that Python reads here, if any.
  private static let release: Text? =
    (try? Data(contentsOf: URL(filePath: "/usr/share/zoneinfo/tzdata.zi"))).flatMap { data in
      data.split(separator: 10).first.map { Text(bytes: Array($0)) }
    }

  @Test(
    .enabled(if: Python.path != nil, "SKIPPED: no python3 on the PATH, so nobody judges the zones"),
    .enabled(
      if: release == "# version " + TimeZoneTable.version,
      "SKIPPED: this machine has another tzdata than the table, so nobody judges the zones"),
    arguments: 1...(Python.isAsked ? 20 : 1))
  func `have the offsets that an independent judge finds`(seed: Int) throws {
    let cases = try Python.cases("Temporal/oracle.py", ["zones", "\(seed)", Python.isAsked ? "60" : "8"], fields: 4)
    #expect(cases.count > 10_000)
    var failures: [String] = []
    var zone: (name: Substring, zone: NamedZone)?
    for fields in cases {
      if zone?.name != fields[1] { zone = TimeZoneTable.zone(named: Text(String(fields[1]))).map { (fields[1], $0) } }
      let seconds = try #require(Int64(fields[2]))
      let offset = fields[0] == "u" ? zone?.zone.offset(at: seconds) : zone?.zone.offset(atLocal: seconds)
      if offset != Int32(fields[3]) { failures.append(fields.joined(separator: " ") + " not \(offset ?? 0)") }
    }
    #expect(failures.isEmpty, "seed \(seed): \(failures.prefix(10).joined(separator: "\n"))")
  }

  @Test func `every name of the table is found, and nothing else`() throws {
    let names = TimeZoneTable.names
    #expect(names.count > 500)
    #expect(names == names.sorted())
    for name in names { #expect(try #require(TimeZoneTable.zone(named: name)).name == name) }
    for name: Text in [
      "", "europe/paris", "Europe/", "Europe/Pari", "Europe/Paris ", "Europe/Atlantis", "+01:00", "localtime", "~",
    ] {
      #expect(TimeZoneTable.zone(named: name) == nil)
    }
  }

  @Test func `behind the last change that is known its rule holds for ever`() throws {
    // The calendar repeats itself every 400 years.
    let cycle: Int64 = 146_097 * 86_400
    for name in TimeZoneTable.names {
      let zone = try #require(TimeZoneTable.zone(named: name))
      for step: Int64 in 0..<15 {
        let seconds = 4_102_444_800 + step * 24_000_000
        let offset = zone.offset(at: seconds)
        #expect((-50_400...54_000).contains(offset))
        #expect(zone.offset(at: seconds + 7 * cycle) == offset)
        #expect(zone.offset(at: seconds + 2_400_000 * cycle) == offset)
      }
      // Instants that no one can write are still no trap.
      _ = zone.offset(at: .max)
      _ = zone.offset(at: .min)
      _ = zone.offset(atLocal: .max)
      _ = zone.offset(atLocal: .min)
    }
  }

  @Test func `times in zones are written and read back, and reckoned with as instants`() throws {
    var random = RepeatableRandom(seed: 9)
    let names = TimeZoneTable.names
    for _ in 0..<1000 {
      let zone = try #require(TimeZoneTable.zone(named: names[random.next(below: names.count)]))
      let time = TimeOfDay(nanoseconds: Int64(random.next(below: 86_400)) * 1_000_000_000 + 5, zone: zone)
      let dateTime = DateTime(date: CalendarDate(days: Int64(random.next(below: 60_000)) - 20_000), time: time)
      for value in [Value.time(time), .dateTime(dateTime)] {
        let text = try #require(TemporalLiteral.text(of: value))
        #expect(TemporalLiteral.parse(text)?.isIdentical(to: value) == true)
      }
      let length = Value.daysDuration(
        DaysDuration(seconds: Int64(random.next(below: 40_000_000)) - 20_000_000, nanoseconds: 7))
      let later = try #require(TemporalArithmetic.add(.dateTime(dateTime), length))
      #expect(TemporalArithmetic.subtract(later, .dateTime(dateTime))?.isIdentical(to: length) == true)
      let back = try #require(TemporalArithmetic.subtract(later, length))
      #expect(back.equals(.dateTime(dateTime)).isIdentical(to: .boolean(true)))
    }
  }

  @Test func `a clock can be set to a zone`() throws {
    let zone = try #require(TimeZoneTable.zone(named: "Asia/Ho_Chi_Minh"))
    #expect(Clock(epochMilliseconds: 1_767_225_599_250, zone: zone).dateTime.text == "2026-01-01T06:59:59.25+07:00")
    #expect(Clock(epochMilliseconds: -2_500_000_000_001, zone: zone).offsetSeconds == 25_590)
  }

  @Test func `the release of the table is told`() {
    #expect(TimeZoneTable.version.bytes.count == 5)
    #expect(TimeZoneTable.version.bytes.starts(with: "20".utf8))
  }
}
