import FEEL
import Testing

@Suite struct `Texts of dates, times and durations` {
  static let read: [(text: String, written: String)] = [
    ("2026-01-31", "2026-01-31"), ("-2017-12-31", "-2017-12-31"), ("999999999-12-31", "999999999-12-31"),
    ("-999999999-01-01", "-999999999-01-01"), ("2024-02-29", "2024-02-29"), ("0001-01-01", "0001-01-01"),
    ("12026-01-31", "12026-01-31"), ("2000-02-29", "2000-02-29"),
    ("10:30:00", "10:30:00"), ("10:30:00Z", "10:30:00Z"), ("10:30:00+00:00", "10:30:00Z"),
    ("10:30:00.250", "10:30:00.25"), ("10:30:00.123456789-05:30", "10:30:00.123456789-05:30"),
    ("10:30:00+01:00:30", "10:30:00+01:00:30"), ("24:00:00", "00:00:00"), ("23:59:59.9999999999", "23:59:59.999999999"),
    ("10:30:00+18:00", "10:30:00+18:00"), ("10:30:00z", "10:30:00Z"),
    ("10:30:00@Europe/Paris", "10:30:00@Europe/Paris"),
    ("24:00:00@Etc/GMT+5", "00:00:00@Etc/GMT+5"), ("10:30:00.5@Asia/Dhaka", "10:30:00.5@Asia/Dhaka"),
    ("2026-01-31T10:30:00@America/Argentina/Buenos_Aires", "2026-01-31T10:30:00@America/Argentina/Buenos_Aires"),
    ("2026-12-31T24:00:00@Etc/UTC", "2027-01-01T00:00:00@Etc/UTC"),
    ("999999999-12-31T10:00:00@Europe/Paris", "999999999-12-31T10:00:00@Europe/Paris"),
    ("2026-01-31T10:30:00", "2026-01-31T10:30:00"), ("2026-01-31T10:30:00.5Z", "2026-01-31T10:30:00.5Z"),
    ("2026-12-31T24:00:00+07:00", "2027-01-01T00:00:00+07:00"),
    ("P1D", "P1D"), ("PT2H", "PT2H"), ("PT0.999S", "PT0.999S"), ("P1DT2H3M4.123456789S", "P1DT2H3M4.123456789S"),
    ("PT0S", "PT0S"), ("PT0.S", "PT0S"), ("P0D", "PT0S"), ("-PT1H2M", "-PT1H2M"),
    ("PT1000M0.999999999S", "PT16H40M0.999999999S"),
    ("PT24H", "P1D"), ("P2DT274M", "P2DT4H34M"), ("-PT0.5S", "-PT0.5S"), ("-PT1.25S", "-PT1.25S"), ("PT90S", "PT1M30S"),
    ("P1Y2M", "P1Y2M"), ("P1Y", "P1Y"), ("P0Y", "P0M"), ("-P100M", "-P8Y4M"), ("P1Y27M", "P3Y3M"), ("-P0D", "PT0S"),
    ("P999999999M", "P83333333Y3M"),
  ]

  @Test(arguments: read) func `a text is read and written in its plainest form`(_ text: String, _ written: String)
    throws
  {
    let value = try #require(TemporalLiteral.parse(Text(text)))
    #expect(TemporalLiteral.text(of: value)?.string == written)
  }

  static let refused = [
    "", "foo", "2017-13-10", "2017-12-32", "2023-02-29", "1900-02-29", "998-12-31", "01211-12-31", "+2012-12-02",
    "9999999999-12-25", "2012-12-25T", "2012/12/25", "2012-12-25Z", "2012-1-02", "2026-01-31 ", "2012T-12-2511:00:00Z",
    "10:30", "24:00:01", "24:00:00.5", "23:59:60", "23:60:00", "10:30:00.", "10:30:00+18:01", "10:30:00+1:00",
    "T10:30:00", "10:30:00+10:60", "2026-01-31T10:30", "999999999-12-31T24:00:00", "10:30:00@Nowhere/City",
    "10:30:00Z@Etc/UTC", "10:30:00+01:00@Europe/Paris", "10:30:00@", "10:30:00@europe/paris", "@Europe/Paris",
    "2026-01-31@Europe/Paris", "2026-01-31T10:30:00@Europe/Paris ", "10:30:00@+01:00",
    "P", "PT", "P0", "1Y", "P1H", "P1S", "P1YT2H", "P1Y1D", "P1M1Y", "PT1M1H", "P1D1D", "P-1D", "--P1D", "P1.5D",
    "PT1S1S",
    "P99999999999999999999D", "P999999999999999999Y", "PT999999999999999999H", "P1W",
  ]

  @Test(arguments: refused) func `what is no date, time or duration is refused`(_ text: String) {
    #expect(TemporalLiteral.parse(Text(text)) == nil)
  }

  @Test func `random texts never trap`() {
    var random = RepeatableRandom(seed: 3)
    let alphabet = Array("0123456789-:T.ZPYMDHS+@".utf8)
    for _ in 0..<20_000 {
      let bytes = (0..<random.next(below: 20)).map { _ in alphabet[random.next(below: alphabet.count)] }
      if let value = TemporalLiteral.parse(Text(bytes: bytes)) { #expect(TemporalLiteral.text(of: value) != nil) }
    }
  }
}
