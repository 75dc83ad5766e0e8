internal import FEEL

/// How a file writes days: `yyyy` the year, `M` or `MM` the month, `MMM` its English name in three letters, `d` or `dd`
/// the day; all else stands as it is (`M/d/yyyy`, `dd.MM.yyyy`, `d-MMM-yyyy`).
struct DayFormat: Hashable {
  private enum Piece: Hashable {
    case year
    case month(twoDigits: Bool)
    case monthName
    case day(twoDigits: Bool)
    case letter(UInt8)
  }
  /// As it was written.
  let pattern: Text
  private let pieces: [Piece]

  /// Nil if the pattern has no year, month and day, or letters that mean nothing here.
  init?(_ pattern: Text) {
    self.pattern = pattern
    var pieces: [Piece] = []
    var rest = pattern.bytes[...]
    while let letter = rest.first {
      let run = rest.prefix { $0 == letter }.count
      switch (letter, run) {
      case (UInt8(ascii: "y"), 4): pieces.append(.year)
      case (UInt8(ascii: "M"), 1), (UInt8(ascii: "M"), 2): pieces.append(.month(twoDigits: run == 2))
      case (UInt8(ascii: "M"), 3): pieces.append(.monthName)
      case (UInt8(ascii: "d"), 1), (UInt8(ascii: "d"), 2): pieces.append(.day(twoDigits: run == 2))
      case (0x41...0x5A, _), (0x61...0x7A, _): return nil
      default: pieces += Array(repeating: .letter(letter), count: run)
      }
      rest = rest.dropFirst(run)
    }
    let isWhole =
      pieces.count { $0 == .year } == 1
      && pieces.count { if case .day = $0 { true } else { false } } == 1
      && pieces.count { piece in
        switch piece {
        case .month, .monthName: true
        default: false
        }
      } == 1
    guard isWhole else { return nil }
    self.pieces = pieces
  }

  /// The day that a text says, all of it; nil if there is no such day.
  func day(_ text: Text) -> CalendarDate? {
    var rest = text.bytes[...]
    var year: Int64 = 0
    var month: Int64 = 0
    var day: Int64 = 0
    for piece in pieces {
      switch piece {
      case .year:
        guard let number = Self.number(&rest, digits: 4...4) else { return nil }
        year = number
      case .month(let twoDigits):
        guard let number = Self.number(&rest, digits: (twoDigits ? 2 : 1)...2) else { return nil }
        month = number
      case .day(let twoDigits):
        guard let number = Self.number(&rest, digits: (twoDigits ? 2 : 1)...2) else { return nil }
        day = number
      case .monthName:
        let name = String(decoding: rest.prefix(3), as: UTF8.self).lowercased()
        guard let place = Self.months.firstIndex(of: name) else { return nil }
        month = Int64(place + 1)
        rest = rest.dropFirst(3)
      case .letter(let letter):
        guard rest.first == letter else { return nil }
        rest = rest.dropFirst()
      }
    }
    return rest.isEmpty ? CalendarDate(year: year, month: month, day: day) : nil
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  private static func number(_ rest: inout ArraySlice<UInt8>, digits: ClosedRange<Int>) -> Int64? {
    let run = rest.prefix(digits.upperBound).prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    guard digits.contains(run.count) else { return nil }
    rest = rest.dropFirst(run.count)
    return run.reduce(0) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }
  }
}
